"""Of whom do we not know enough for a figure? Their files are put right, or a note is printed."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.labels import label
from ui.lines import LinesView
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.release.gaps import gap_lines, gaps_of, say_gaps
from ui.release.in_hand import InHand
from ui.side_by_side import SideBySide

_NOTHING = "Nothing is frozen yet: freeze a cut-off day first."


class QualityPane(QWidget):
    """The second step. `person_opened(person_id)` asks for a file, `accepted` to say it in a note.

    Each indicator heads those it does not know; a person may stand under several.
    """

    person_opened = Signal(str)
    accepted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sum = _NOTHING
        self._in_hand: InHand | None = None
        self._folded: set[str] = set()
        self.list = LinesView("Who is not known, by figure")
        self.empty = label(_NOTHING, "quiet")
        self.about = label(
            "Open a file to put it right, then freeze anew; or accept it and say so in "
            "a note. The pack says how many are not known under each figure, never who.",
            "quiet",
        )
        self.button = QPushButton("Accept with a note…")
        self._lay_out()
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_clicked)
        fold = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        fold.setContext(Qt.ShortcutContext.WidgetShortcut)
        fold.activated.connect(self._on_clicked)
        self.button.clicked.connect(self.accepted)
        self.setFocusProxy(self.list)

    def show_in_hand(self, in_hand: InHand) -> None:
        """Whom this frozen set does not know."""
        self._in_hand = in_hand
        self._folded = set()
        self._show()
        self.list.choose_first()

    def person_in_view(self) -> str:
        """Whom the chosen line is about; empty for nobody."""
        line = self.list.chosen()
        return line.about if line else ""

    def _show(self) -> None:
        if self._in_hand is None:
            return
        gaps = gaps_of(self._in_hand)
        self.sum = say_gaps(gaps)
        self.empty.setText(self.sum)
        self.empty.setVisible(not gaps)
        for part in (self.list, self.about, self.button):
            part.setVisible(bool(gaps))
        names = {person.person_id: person.name for person in self.desk.people()}
        self.list.show_lines(gap_lines(gaps, names, self._folded))

    def _on_activated(self, index: QModelIndex) -> None:
        line = self.list.chosen()
        if line is not None and line.about:
            self.person_opened.emit(line.about)
        else:
            self._on_clicked()

    def _on_clicked(self) -> None:
        line = self.list.chosen()
        if line is not None and line.state is None:
            self._folded ^= {line.key}
            self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.about)
        column.addWidget(SideBySide((self.button,), gap=SPACE_8, fill=False))
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        for part in (self.list, self.about, self.button):
            part.hide()
