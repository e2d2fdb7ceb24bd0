"""The fields of the note, in the order of the keyboard: one screen, one scroll."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.facts import Person
from carelink.plan.actions import actions_to_ask
from carelink.wording import Wording
from ui.contacts.answers import PROMPTS, Answers
from ui.contacts.held import can_be_same, still_true
from ui.contacts.plan_actions import PlanActions
from ui.contacts.still_true import StillTrue
from ui.contacts.what_happened import WhatHappened
from ui.contacts.worry_and_next import WorryAndNext
from ui.fields import Field, TextField
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_4, SPACE_12, SPACE_16
from ui.person_field import PersonField

# Room for the five rungs side by side; a longer line of text is hard to read.
WIDEST = 900


class NoteFields(QWidget):
    """`changed` fires on any change by hand, `picked(person_id)` when somebody is chosen."""

    changed = Signal()
    picked = Signal(str)

    def __init__(
        self,
        people: Callable[[], Sequence[Person]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.setMaximumWidth(WIDEST)
        self.who = PersonField(people)
        self.happened = WhatHappened(today)
        self.prompts = {
            name: TextField(name, heading, lines=3) for name, heading in PROMPTS.items()
        }
        self.still = StillTrue(today)
        self.actions_due = PlanActions()
        self.ends = WorryAndNext(today)
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(self.who)
        column.addWidget(self.happened)
        column.addWidget(self._note())
        column.addWidget(parting_line())
        column.addWidget(label("Still true?", "heading"))
        column.addWidget(self.still)
        column.addWidget(self.actions_due)
        column.addWidget(parting_line())
        column.addWidget(self.ends)
        self.who.picked.connect(self.picked)
        for field in (self.who, *self.prompts.values()):
            field.changed.connect(self._on_changed)
        for part in (self.happened, self.still, self.actions_due, self.ends):
            part.changed.connect(self._on_changed)

    def fields(self) -> tuple[Field, ...]:
        """Every field, in the order of the keyboard."""
        return (
            self.who,
            *self.happened.fields(),
            *self.prompts.values(),
            *self.still.fields(),
            *self.actions_due.fields(),
            *self.ends.fields(),
        )

    def heed(self, wording: Wording) -> None:
        """Say under what we write which words could be kinder; what they said stays theirs."""
        ours = [field for name, field in self.prompts.items() if name != "they_said"]
        for field in (*ours, self.ends.promise, self.ends.promise_2, self.ends.worry_text):
            field.heed(wording)

    def answers(self) -> Answers:
        """What stands in the form."""
        said = {name: field.value() for name, field in self.prompts.items()}
        answers = Answers(person_id=self.who.value(), **said)
        for part in (self.happened, self.still, self.actions_due, self.ends):
            answers = part.add_to(answers)
        return answers

    def show_answers(self, answers: Answers, person: Person | None) -> None:
        """Put these answers in place of all that stood there; no change by hand is told."""
        self._showing = True
        self.who.set_person(person)
        self.happened.show_answers(answers)
        for name, prompt in self.prompts.items():
            prompt.set_value(getattr(answers, name))
        self.still.show_answers(answers)
        self.actions_due.show_answers(answers)
        self.ends.show_answers(answers)
        for field in self.fields():
            field.show_problem("")
        self._showing = False

    def show_held(self, case: CaseFile, day: date) -> None:
        """Show what we hold of the person chosen."""
        self.still.show_held(still_true(case, day), can_be_same(case, day))
        self._showing = True
        self.actions_due.show_due(actions_to_ask(case, day), day)
        self._showing = False

    def _note(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for field in self.prompts.values():
            column.addWidget(field)
        return held

    def _on_changed(self) -> None:
        if not self._showing:
            self.changed.emit()
