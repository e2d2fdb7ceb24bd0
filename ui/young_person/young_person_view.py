"""Young person: who they are and the people around them first, then what we owe them and why."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.errors import Refused, StoreTrouble
from carelink.known import (
    activities,
    homes,
    open_promises,
    people_around,
    say_continuity,
    say_no_contact,
    say_promise,
    who_they_are,
)
from carelink.timeline import timeline_of
from carelink.words import STATUS_LABELS
from db.recording import keep_promise
from db.undoing import undo_keeping
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.held import Known
from ui.look.dress import icon_on_accent
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.page import Page
from ui.person_bar import PersonBar
from ui.side_by_side import SideBySide
from ui.two_panes import TwoPanes
from ui.young_person.cards import Card
from ui.young_person.due_pane import DuePane
from ui.young_person.promises_card import PromisesCard
from ui.young_person.timeline_card import TimelineCard

_NOTHING = "Nothing is recorded."


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
        self.who = Card("Who they are")
        self.people = Card("People around them")
        self.home = Card("Home")
        self.activity = Card("Work and learning")
        self.promises = PromisesCard()
        self.timeline = TimelineCard()
        self.due = DuePane(desk)
        self._to_due = QPushButton("What is due")
        self._record = QPushButton("Record a contact")
        self._titles = {rule.duty: rule.title for rule in desk.rulebook.rules}
        self._lay_out()
        self._connect()

    def show_person(self, person_id: str) -> None:
        """Turn to this person."""
        if person_id != self.person_id:
            self.person_id = person_id
            self._turned = True
            self.timeline.start_anew()
            self._scroll.verticalScrollBar().setValue(0)
        self._panes.ask_for_panel(False)
        self._mark_stale()

    def refresh(self) -> None:
        if not self.person_id:
            return
        known = self.desk.known(self.person_id)
        if known is not self._known:
            self._known = known
            self.bar.show_case(known.case, self.desk)
            if self._turned:
                self._cards.hide()  # or each line shown lays the whole page out anew
            self._fill(known)
            self._cards.show()
            self._turned = False
        self.sum_said.emit(STATUS_LABELS[known.standing.status])

    def concerns(self, person_id: str) -> bool:
        return person_id == self.person_id

    def person_in_view(self) -> str:
        return self.person_id

    def explain(self) -> None:
        self._panes.ask_for_panel()
        self.due.list.setFocus()

    def step_back(self) -> bool:
        if self.due.close_snooze():
            return True
        if self._panes.panel_covers:
            self._panes.ask_for_panel(False)
            self._scroll.setFocus()
            return True
        return False

    def _fill(self, known: Known) -> None:
        day = self.desk.day
        case = known.case
        self.who.show_lines(who_they_are(case, known.standing, day))
        self.people.show_lines(people_around(case, day), _NOTHING, say_continuity(case, day))
        self.home.show_lines(homes(case, day), _NOTHING)
        self.activity.show_lines(activities(case, day), _NOTHING)
        self.promises.show_promises(
            [(made.promise_id, say_promise(case, made, day)) for made in open_promises(case)]
        )
        self.timeline.show_rows(timeline_of(case, self._titles), say_no_contact(case, day))
        self.due.show_known(known)

    def _lay_out(self) -> None:
        self._record.setObjectName("main")
        self._record.setIcon(icon_on_accent("notebook-pen"))
        self._record.setToolTip("Record a contact (N)")
        self._to_due.setToolTip("What is due, and why (W)")
        self._to_due.hide()
        self.bar.add_button(self._to_due)
        self.bar.add_button(self._record)
        self._cards = QWidget()
        self._cards.setObjectName("clear")
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.who)
        column.addWidget(self.people)
        column.addWidget(SideBySide((self.home, self.activity), at_least=400))
        for card in (self.promises, self.timeline):
            column.addWidget(card)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("About the young person")
        self._scroll.setWidget(self._cards)
        self._panes = TwoPanes(self._scroll, self.due)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(self.bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._panes, 1)
        self.setFocusProxy(self._scroll)

    def _connect(self) -> None:
        self._record.clicked.connect(self._ask_contact)
        self._to_due.clicked.connect(self.explain)
        self._panes.turned.connect(self._on_turned)
        self.promises.kept.connect(self._on_kept)
        self.due.contact_asked.connect(self.contact_asked)
        self.due.left.connect(self.step_back)

    def _on_kept(self, promise_id: str) -> None:
        person_id = self.person_id
        try:
            self.desk.do(keep_promise, promise_id, self.desk.day, about=person_id)
        except (Refused, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return
        self.offered.emit("Kept.", "Undo", partial(self._open_again, promise_id, person_id))

    def _open_again(self, promise_id: str, person_id: str) -> None:
        try:
            self.desk.do(undo_keeping, promise_id, about=person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))

    def _on_turned(self, narrow: bool) -> None:
        self._to_due.setVisible(narrow)
        self.due.why.show_way_back(narrow)

    def _ask_contact(self) -> None:
        self.contact_asked.emit(self.person_id)
