"""Young person: their file in sections at the left, what we owe them and why at the right."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.names import kept_apart
from carelink.words import STATUS_LABELS
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.held import Known
from ui.keys import within
from ui.look.dress import icon_on_accent
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_16
from ui.page import Page
from ui.person_bar import PersonBar
from ui.two_panes import TwoPanes
from ui.young_person.chooser import Chooser
from ui.young_person.due_pane import DuePane
from ui.young_person.file_pane import FilePane
from ui.young_person.papers_button import PapersButton
from ui.young_person.sections import SECTIONS


class YoungPersonView(Page):
    """One young person's page; `show_person` turns it to another."""

    title = "Young person"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.setObjectName("page")
        self.person_id = ""
        self._turned = False
        self._known: Known | None = None
        self.bar = PersonBar()
        self.chooser = Chooser(SECTIONS)
        self.file = FilePane(desk)
        self.due = DuePane(desk)
        self._to_due = QPushButton("What is due")
        self.papers = PapersButton(desk)
        self._record = QPushButton("Record a contact")
        self._share = QPushButton("Share…")
        self._lay_out()
        self._connect()

    def show_person(self, person_id: str) -> None:
        """Turn to this person."""
        if person_id != self.person_id:
            self.person_id = person_id
            self._turned = True
        self._panes.ask_for_panel(False)
        self._mark_stale()

    def show_section(self, name: str) -> None:
        """Show one section of the file that is open."""
        self._panes.ask_for_panel(False)
        self.file.choose(name)

    def show_what_waits(self, name: str) -> None:
        """Show one section of the file that is open, and in it what waits for whoever asks."""
        self.show_section(name)
        self.file.section.show_what_waits()

    def refresh(self) -> None:
        if not self.person_id:
            return
        known = self.desk.known(self.person_id)
        if known is not self._known:
            self._known = known
            self.bar.show_case(known.case, self.desk)
            self.file.show_known(known, anew=self._turned)
            self.due.show_known(known)
            self.papers.show_known(known)
            self._turned = False
        self.sum_said.emit(STATUS_LABELS[known.standing.status])

    def concerns(self, person_id: str) -> bool:
        return person_id == self.person_id

    def person_in_view(self) -> str:
        return self.person_id

    def keep_drafts(self) -> None:
        self.file.keep_draft()

    def explain(self) -> None:
        self._panes.ask_for_panel()
        self.due.list.setFocus()

    def step_back(self) -> bool:
        if self.due.close_snooze():
            return True
        if self._panes.panel_covers:
            self._panes.ask_for_panel(False)
            self.file.setFocus()
            return True
        return self.file.step_back()

    def _lay_out(self) -> None:
        self._record.setObjectName("main")
        self._record.setIcon(icon_on_accent("notebook-pen"))
        self._record.setToolTip("Record a contact (N)")
        self._to_due.setToolTip("What is due, and why (W)")
        self._to_due.hide()
        self._share.setToolTip("Show them what is theirs, and nothing else (Ctrl Shift S)")
        self.bar.add_button(self._to_due)
        self.bar.add_button(self.papers)
        self.bar.add_button(self._share)
        self.bar.add_button(self._record)
        self.chooser.show_chosen(self.file.name)
        self.chooser.setToolTip("Next section: Ctrl Page Down; the one before: Ctrl Page Up")
        self._panes = TwoPanes(self.file, self.due)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_4)
        top.setSpacing(SPACE_8)
        top.addWidget(self.bar)
        top.addWidget(self.chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._panes, 1)
        self.setFocusProxy(self.file)

    def _connect(self) -> None:
        self._record.clicked.connect(self._ask_contact)
        self._share.clicked.connect(self._ask_share)
        self._to_due.clicked.connect(self.explain)
        self._panes.turned.connect(self._on_turned)
        self.chooser.chosen.connect(self.file.choose)
        self.file.turned.connect(self.chooser.show_chosen)
        self.file.said.connect(self.said)
        self.file.room_asked.connect(self._on_room_asked)
        self.papers.said.connect(self.said)
        self.file.offered.connect(self._offer)
        self.due.contact_asked.connect(self.contact_asked)
        self.due.left.connect(self.step_back)
        within(self, self._next, "Ctrl+PgDown")
        within(self, self._before, "Ctrl+PgUp")

    def _next(self) -> None:
        self.file.choose_next(1)

    def _before(self) -> None:
        self.file.choose_next(-1)

    def _on_room_asked(self, all_of_it: bool) -> None:
        """What is due gives way to a section that needs the room; its button brings it back."""
        self._panes.want_panel(not all_of_it)

    def _on_turned(self, narrow: bool) -> None:
        self._to_due.setVisible(narrow)
        self.due.why.show_way_back(narrow)

    def _offer(self, says: str, word: str, then: object) -> None:
        """What was done is said with their name: it still stands when another file is open."""
        name = kept_apart(self._known.case.person.name) if self._known else ""
        self.offered.emit(f"{name}: {says}", word, then)

    def _ask_share(self) -> None:
        self.share_asked.emit(self.person_id)

    def _ask_contact(self) -> None:
        self.contact_asked.emit(self.person_id)
