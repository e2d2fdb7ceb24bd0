"""Overview: who they are, the people around them, home, work, promises, and what has happened."""

from functools import partial

from PySide6.QtWidgets import QWidget

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
from db.recording import keep_promise
from db.undoing import undo_keeping
from ui.desk import Desk
from ui.held import Known
from ui.side_by_side import SideBySide
from ui.young_person.cards import Card
from ui.young_person.promises_card import PromisesCard
from ui.young_person.section import Section
from ui.young_person.timeline_card import TimelineCard

_NOTHING = "Nothing is recorded."


class Overview(Section):
    """What a file opens with."""

    title = "Overview"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.who = Card("Who they are")
        self.people = Card("People around them")
        self.home = Card("Home")
        self.activity = Card("Work and learning")
        self.promises = PromisesCard()
        self.timeline = TimelineCard()
        self._titles = {rule.duty: rule.title for rule in desk.rulebook.rules}
        self.column.addWidget(self.who)
        self.column.addWidget(self.people)
        self.column.addWidget(SideBySide((self.home, self.activity), at_least=400))
        for card in (self.promises, self.timeline):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.promises.kept.connect(self._on_kept)

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.timeline.start_anew()
        super().show_known(known)
        case, day = known.case, self.desk.day
        self.who.show_lines(who_they_are(case, known.standing, day))
        self.people.show_lines(people_around(case, day), _NOTHING, say_continuity(case, day))
        self.home.show_lines(homes(case, day), _NOTHING)
        self.activity.show_lines(activities(case, day), _NOTHING)
        self.promises.show_promises(
            [(made.promise_id, say_promise(case, made, day)) for made in open_promises(case)]
        )
        self.timeline.show_rows(timeline_of(case, self._titles), say_no_contact(case, day))

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
