"""What may the young person read at our screen? Their own copy, and a way back that is ours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.papers.own_copy import OwnPart, own_copy
from ui.desk import Desk
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from ui.paper_view import PaperView
from ui.side_by_side import SideBySide

TITLE = "Shared view"
_SAYS = "This is what your own copies say. Nothing else can be seen here."
_NOTHING = "There is nothing to share."
_ROOM = 24


class SharedView(QWidget):
    """`left` fires when the worker goes back, which takes two presses.

    What is sensitive is opened only when its button is pressed.
    """

    left = Signal()

    def __init__(self, desk: Desk, person_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(TITLE)
        case = desk.case(person_id)
        self.parts: tuple[OwnPart, ...] = own_copy(case, desk.catalogue, desk.day)
        self.paper = PaperView()
        self.buttons = [self._button(part) for part in self.parts]
        self.back = QPushButton("Go back")
        self.go = QPushButton("Yes, go back")
        self.stay = QPushButton("Stay here")
        self._asked = self._confirm()
        self._lay_out()
        self.back.clicked.connect(self.ask)
        self.go.clicked.connect(self.left)
        self.stay.clicked.connect(self.step_back)
        if self.parts:
            self.show_part(self.parts[0].name)

    def show_part(self, name: str) -> None:
        """Show this paper of theirs from its top."""
        for part, button in zip(self.parts, self.buttons, strict=True):
            button.setChecked(part.name == name)
            if part.name == name:
                self.paper.show_paper(part.paper)
        self._scroll.verticalScrollBar().setValue(0)

    def ask(self) -> None:
        """Ask whether to go back; the keyboard is on staying."""
        self._asked.show()
        self.back.hide()
        self.stay.setFocus()

    def step_back(self) -> None:
        """Esc: ask whether to go back, or take the question away; it never goes back itself."""
        if self._asked.isHidden():
            self.ask()
            return
        self._asked.hide()
        self.back.show()
        self._scroll.setFocus()

    def _button(self, part: OwnPart) -> QPushButton:
        button = QPushButton(part.title)
        button.setObjectName("option")
        button.setCheckable(True)
        button.setProperty("part", part.name)
        button.clicked.connect(self._on_part)
        return button

    def _on_part(self) -> None:
        self.show_part(str(self.sender().property("part")))

    def _confirm(self) -> QFrame:
        asked = QFrame()
        asked.setObjectName("bar")
        asked.setAccessibleName("Go back to the worker's side?")
        row = QHBoxLayout(asked)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(label("Go back to the worker's side? The whole file can then be seen."), 1)
        row.addWidget(self.stay)
        row.addWidget(self.go)
        asked.hide()
        return asked

    def _lay_out(self) -> None:
        self.back.setToolTip("Back to the worker's side; asks once more (Esc)")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(TITLE)
        self._scroll.setWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_12)
        column.setSpacing(SPACE_12)
        column.addWidget(label(TITLE, "title"))
        column.addWidget(label(_SAYS if self.parts else _NOTHING, "quiet"))
        if self.buttons:
            rooms = [button.sizeHint().width() + _ROOM for button in self.buttons]
            column.addWidget(SideBySide(self.buttons, rooms, gap=SPACE_8, fill=False))
        column.addWidget(self._scroll, 1)
        column.addWidget(parting_line())
        column.addWidget(self._asked)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._scroll)
