"""The duty desk's brief of one young person: read on the screen, N writes the message down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.papers.duty_brief import duty_brief
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.look.dress import icon_on_accent
from ui.look.tokens import SPACE_8, SPACE_16
from ui.page import Page
from ui.paper_view import PaperView
from ui.person_bar import PersonBar


class BriefView(Page):
    """`show_person` turns it to somebody; Esc goes back to where we came from."""

    title = "Brief"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self.person_id = ""
        self.bar = PersonBar()
        self.paper = PaperView()
        self.open_button = QPushButton("Open the file")
        self.record_button = QPushButton("Record a contact")
        self._lay_out()
        self.open_button.clicked.connect(self._open)
        self.record_button.clicked.connect(self._ask_contact)

    def show_person(self, person_id: str) -> None:
        """Turn to this person."""
        self.person_id = person_id
        self._mark_stale()

    def refresh(self) -> None:
        if not self.person_id:
            return
        case = self.desk.case(self.person_id)
        self.bar.show_case(case, self.desk)
        brief = duty_brief(case, self.desk.rulebook, self.desk.catalogue, self.desk.day)
        self.paper.show_paper(brief)
        self._scroll.verticalScrollBar().setValue(0)
        self.sum_said.emit("For the duty desk. Esc: back.")

    def concerns(self, person_id: str) -> bool:
        return person_id == self.person_id

    def person_in_view(self) -> str:
        return self.person_id

    def _lay_out(self) -> None:
        self.record_button.setObjectName("main")
        self.record_button.setIcon(icon_on_accent("notebook-pen"))
        self.record_button.setToolTip("Record a contact (N)")
        self.bar.add_button(self.open_button)
        self.bar.add_button(self.record_button)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Brief")
        self._scroll.setWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)

    def _open(self) -> None:
        self.person_opened.emit(self.person_id)

    def _ask_contact(self) -> None:
        self.contact_asked.emit(self.person_id)
