"""Overview: who they are, the people around them, home, work, promises, and what has happened."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.approvals.checks import check_override
from carelink.approvals.waiting import waiting_of
from carelink.facts import Decision, Promise, StatusOverride, Supporter
from carelink.home.history import homes
from carelink.known import (
    people_around,
    say_continuity,
    say_no_contact,
    who_they_are,
)
from carelink.learning.history import activities
from carelink.meetings.outcomes import title_of
from carelink.person.reach import supporters_on
from carelink.person.returning import may_ask
from carelink.timeline import timeline_of
from carelink.voice.promises import ledger_of
from db.deciding import action_done, action_open_again
from db.one_fact import AT_ONCE, record_fact, take_back
from db.promising import keep_promise, put_promise_back, tell_of_promise
from db.trail import Writing
from ui.desk import Desk
from ui.held import Known
from ui.side_by_side import SideBySide
from ui.young_person.cards import Card
from ui.young_person.fact_form import FactForm
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.person.adviser_card import AdviserCard
from ui.young_person.person.decision_rows import decision_rows
from ui.young_person.person.details_forms import ReachForm, ReturnsForm, WhoForm
from ui.young_person.person.handover_form import HandoverForm
from ui.young_person.person.manager_card import manager_rows
from ui.young_person.person.status_forms import EndStatusForm, StatusForm
from ui.young_person.person.support_again_form import SupportAgainForm
from ui.young_person.person.supporter_form import SupporterForm, supporter_words
from ui.young_person.promises.said import open_words, say_open
from ui.young_person.section import Section
from ui.young_person.timeline_card import TimelineCard

_NOTHING = "Nothing is recorded."
_ALONE = "Nobody is recorded. Ask them who matters to them."
# The forms of the person's own details, each with the word of its button.
_DETAILS = (
    (WhoForm, "Who they are…"),
    (ReachForm, "How to reach them…"),
    (ReturnsForm, "For returns…"),
)
# What pressing a button of a promise does, and what is said after.
_MARKED: Mapping[str, tuple[Callable[..., Any], str]] = {
    "kept": (keep_promise, "Kept."),
    "told": (tell_of_promise, "They know."),
}


class Overview(Section):
    """What a file opens with."""

    title = "Overview"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.who = Card("Who they are")
        self.people = Card("People around them")
        self.adviser = AdviserCard(desk)
        self.own = LedgerCard("Their own people")
        self.manager = LedgerCard("With the manager")
        self.home = Card("Home")
        self.activity = Card("Work and learning")
        self.promises = LedgerCard("What we promised")
        self.timeline = TimelineCard()
        self._titles = {rule.duty: rule.title for rule in desk.rulebook.rules}
        self._titles |= {skill.skill: skill.says for skill in desk.checklist.skills}
        self._add_buttons()
        self.column.addWidget(self.manager)
        self.column.addWidget(self.who)
        self.column.addWidget(self.people)
        self.column.addWidget(self.adviser)
        self.column.addWidget(self.own)
        self.column.addWidget(SideBySide((self.home, self.activity), at_least=400))
        for card in (self.promises, self.timeline):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.promises.asked.connect(self._on_promise)
        self.own.asked.connect(self._on_supporter)
        self.manager.asked.connect(self._on_asked_for)

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.timeline.start_anew()
            self.promises.start_anew()
            self.own.start_anew()
            self.manager.start_anew()
        super().show_known(known)
        case, day = known.case, self.desk.day
        self.who.show_lines(who_they_are(case, known.standing, day))
        self.again.setVisible(may_ask(case, day))
        self._show_manager(known)
        self.people.show_lines(people_around(case, day), _NOTHING, say_continuity(case, day))
        self.adviser.show_known(known)
        around = supporters_on(case.supporters, day)
        self.own.show_rows([supporter_words(known) for known in around], "" if around else _ALONE)
        self.home.show_lines(homes(case, day), _NOTHING)
        self.activity.show_lines(activities(case, day), _NOTHING)
        waiting = [held for held in ledger_of(case, day).standings if held.open or held.to_tell]
        self.promises.show_rows([open_words(held) for held in waiting], say_open(waiting))
        happened = timeline_of(case, {**self._titles, **self._meetings()})
        self.timeline.show_rows(happened, say_no_contact(case, day), day)

    def _meetings(self) -> dict[str, str]:
        """What each meeting is called by its id; asked only where one decided something."""
        if self.known is None or not self.known.case.meeting_items:
            return {}
        held = self.desk.of_the_team("meetings")
        return {meeting.meeting_id: title_of(meeting) for meeting in held}

    def _add_buttons(self) -> None:
        buttons = []
        for form, word in _DETAILS:
            button = QPushButton(word)
            button.clicked.connect(partial(self._ask_details, form))
            buttons.append(button)
        self.status = QPushButton("Another status…")
        self.status.setToolTip("Where the status that is worked out is not right: ask the manager")
        self.status.clicked.connect(self.ask_form(StatusForm))
        self.again = QPushButton("They ask for support again…")
        self.again.setToolTip("From 21 to 25: take up support with the day and the reason")
        self.again.clicked.connect(self.ask_form(SupportAgainForm))
        self.who.add_buttons(*buttons, self.status, self.again)
        self.add = QPushButton("Add someone…")
        self.add.clicked.connect(self.ask_form(SupporterForm))
        self.own.add_button(self.add)
        self.adviser.hand_over.clicked.connect(self.ask_form(HandoverForm))

    def _show_manager(self, known: Known) -> None:
        """What a manager has to answer or has answered; where there is nothing, no card."""
        limits, rules = self.desk.limits, self.desk.rulebook
        waiting = waiting_of(known.case, known.duties, rules, limits, self.desk.day)
        by_manager = self.desk.user.role == "team_manager"
        rows = manager_rows(known, waiting, limits, by_manager=by_manager)
        rows += decision_rows(known, self._titles)
        self.manager.show_rows(rows, "")
        self.manager.setVisible(bool(rows))

    def _on_asked_for(self, act: str, asked: StatusOverride | Decision) -> None:
        if isinstance(asked, Decision):
            reopen = partial(action_open_again, was=asked)
            self.do_undoably(action_done, (asked,), "Done.", reopen)
        elif act == "take_back":
            args = ("status_overrides", asked.row_id, AT_ONCE)
            back = partial(_ask_again, asked=asked)
            self.do_undoably(take_back, args, "Not asked for any longer.", back)
        else:
            self.ask_form(EndStatusForm if act == "end" else StatusForm, asked)()

    def _ask_details(self, form: Callable[[Desk], FactForm]) -> None:
        if self.known is not None:
            self.ask_form(form, self.known.case.person)()

    def _on_supporter(self, act: str, supporter: Supporter) -> None:
        self.ask_form(SupporterForm, supporter)()

    def _on_promise(self, act: str, promise: Promise) -> None:
        verb, says = _MARKED[act]
        back = partial(put_promise_back, before=promise)
        self.do_undoably(verb, (promise, self.desk.day), says, back)


def _ask_again(writing: Writing, row_id: str, asked: StatusOverride) -> None:
    """Ask again for what was just taken back, under its own id."""
    record_fact(writing, "status_overrides", asked, check_override)
