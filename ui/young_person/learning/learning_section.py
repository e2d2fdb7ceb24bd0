"""Work and learning: now, before with every gap, levels, education plans and opportunities."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from carelink.facts import Opportunity
from carelink.learning.history import Spell, now_lines, spells_of
from ui.desk import Desk
from ui.held import Known
from ui.side_by_side import SideBySide
from ui.young_person.cards import Card
from ui.young_person.learning.activity_forms import ActivityForm, EndForm
from ui.young_person.learning.learning_forms import (
    EducationPlanForm,
    LevelForm,
    OpportunityForm,
    StartedForm,
)
from ui.young_person.learning.said import (
    level_words,
    opportunity_words,
    plan_words,
    say_now_since,
    spell_words,
)
from ui.young_person.ledger_card import LedgerCard
from ui.young_person.section import Section

_NOTHING_BEFORE = "Nothing is recorded before."
_NOT_TOLD = "We have not recorded telling them about anything yet."


class LearningSection(Section):
    """What they do, did and reached, and what they were told about."""

    title = "Work and learning"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.now = Card("Now")
        self.before = LedgerCard("Before")
        self.levels = LedgerCard("Levels reached")
        self.plans = LedgerCard("Education plans")
        self.told = LedgerCard("What they were told about")
        self.change = QPushButton("Record a change…")
        self.change.setObjectName("main")
        self.more = QPushButton("Add to this…")
        self.over = QPushButton("It has ended…")
        self.tell = QPushButton("Tell of something…")
        self.now.add_buttons(self.change, self.more, self.over)
        self.told.add_button(self.tell)
        self.column.addWidget(self.now)
        self.column.addWidget(SideBySide((self.levels, self.plans), at_least=380))
        self.column.addWidget(self.told)
        self.column.addWidget(self.before)
        self.column.addStretch(1)
        self._connect()

    def show_known(self, known: Known) -> None:
        if self.known and self.person_id != known.case.person.person_id:
            self.before.start_anew()
            self.told.start_anew()
        super().show_known(known)
        case, day = known.case, self.desk.day
        current = case.activity_on(day)
        self.now.show_lines(now_lines(case, day), lead="" if current else say_now_since(case, day))
        for button in (self.more, self.over):
            button.setVisible(current is not None)
        before = [spell_words(s) for s in spells_of(case, day) if s.activity != current or not s[0]]
        self.before.show_rows(before, "" if before else _NOTHING_BEFORE)
        self.levels.show_rows(level_words(case, day), "")
        self.plans.show_rows(plan_words(case, day), "")
        told = opportunity_words(case, day)
        self.told.show_rows(told, "" if told else _NOT_TOLD)

    def _connect(self) -> None:
        self.change.clicked.connect(self.ask_form(ActivityForm))
        self.more.clicked.connect(self._on_more)
        self.over.clicked.connect(self._on_over)
        self.tell.clicked.connect(self.ask_form(OpportunityForm))
        self.before.asked.connect(self._on_spell)
        self.levels.asked.connect(self._on_level)
        self.plans.asked.connect(self._on_plan)
        self.told.asked.connect(self._on_told)

    def _current(self) -> Any:
        return self.known.case.activity_on(self.desk.day) if self.known else None

    def _on_more(self) -> None:
        self.ask_form(ActivityForm, self._current())()

    def _on_over(self) -> None:
        self.ask_form(EndForm, self._current())()

    def _on_spell(self, act: str, spell: Spell) -> None:
        if act == "fill":
            self.ask_form(partial(ActivityForm, since=spell.start, until=spell.end))()
        else:
            self.ask_form(ActivityForm, spell.activity)()

    def _on_level(self, act: str, fact: tuple[str, Any]) -> None:
        subject, level = fact
        form = partial(LevelForm, subject=subject)
        self.ask_form(form, level if act == "change" else None)()

    def _on_plan(self, act: str, fact: tuple[str, Any]) -> None:
        kind, plan = fact
        form = partial(EducationPlanForm, plan=kind)
        self.ask_form(form, plan if act == "change" else None)()

    def _on_told(self, act: str, one: Opportunity) -> None:
        self.ask_form(StartedForm if act == "started" else OpportunityForm, one)()
