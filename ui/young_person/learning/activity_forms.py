"""What do they work at or learn? The forms of an activity: a change, its details, its end."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Activity
from carelink.learning.checks import check_activity
from carelink.learning.history import warn_of_hours
from carelink.learning.words import BARRIER_LABELS, RETIRED
from carelink.words import ACTIVITY_LABELS, IN_WORK_OR_LEARNING, NOT_IN_WORK_OR_LEARNING
from db.learning import end_activity, turn_to, undo_end, undo_turn
from db.trail import Writing
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import NumberField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_CHOOSE = ("", "Choose")
_IN_WORK = ("hours", "evidence")
_NOT_IN_WORK = ("barrier", "next_step", "next_step_on")
_HOURS = "Full time is 16 hours a week or more"


class ActivityForm(FactForm):
    """A change of work or learning, or more of what is known; it asks what goes with the code."""

    kind = "activities"
    title = "Record a change of work or learning"
    title_of_change = "What we know of it"
    save_word = "Save work or learning"
    says_saved = "Work or learning is recorded."
    check = check_activity

    def __init__(
        self,
        desk: Desk,
        since: date | None = None,
        until: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._since, self._until = since, until
        super().__init__(desk, parent)
        self._code.changed.connect(self._ask_what_goes_with_it)
        self._hours.changed.connect(self._warn)

    def make_fields(self) -> Sequence[Field]:
        self._code = ChoiceField("code", "What are they doing?", _codes(""))
        self._detail = TextField("detail", "Which course, job or employer?")
        self._hours = NumberField("hours", "How many hours a week?", _HOURS)
        self._end = DateField("end", "When did it end?", self.today, hint=_IF_OVER, ahead=True)
        barriers = [("", "Not recorded"), *BARRIER_LABELS.items()]
        return [
            self._code,
            DateField("start", "Since when?", self.today),
            self._detail,
            self._hours,
            TextField("evidence", "What shows it?", "A payslip, a letter, or that they told us"),
            ChoiceField("barrier", "What stands in the way?", barriers),
            TextField("next_step", "What do we do next?"),
            DateField("next_step_on", "By when?", self.today, ahead=True),
            self._end,
        ]

    def prepare(self) -> None:
        self._code.set_options(_codes(self.before.code if self.before else ""))
        self._end.setVisible(self.before is not None or self._until is not None)

    def usual(self, name: str) -> Any:
        return {"start": self._since, "end": self._until}.get(name) if not self.before else None

    def draft_name(self, fact: Any) -> str:
        if fact is None and self._since is not None:
            return f"activities since {self._since}"
        return super().draft_name(fact)

    def start(self, known: Any, fact: Any = None) -> None:
        super().start(known, fact)
        self._ask_what_goes_with_it()

    def values(self) -> dict[str, Any]:
        """What is not asked with this code is not kept with it."""
        values = super().values()
        for name in _left_out(values["code"]):
            values[name] = None if name in ("hours", "next_step_on") else ""
        return values

    def gesture(self, values: dict[str, Any]) -> Gesture:
        if self.before is not None:
            return super().gesture(values)
        return Gesture(turn_to, (self.new_fact(values),), self.says_saved, undo_turn)

    def _ask_what_goes_with_it(self) -> None:
        code = self._code.value()
        hidden = _left_out(code)
        for field in self.fields:
            if field.name in (*_IN_WORK, *_NOT_IN_WORK):
                field.setVisible(field.name not in hidden)
        asks = "What do they say about it?" if code in NOT_IN_WORK_OR_LEARNING else ""
        self._detail.show_hint(asks)
        self._warn()

    def _warn(self) -> None:
        activity = Activity(self.person_id, code=self._code.value(), hours=self._hours.value())
        self._hours.show_hint(warn_of_hours(activity) or _HOURS)


class EndForm(FactForm):
    """It is over, and we do not know what came after."""

    kind = "activities"
    title = title_of_change = "It has ended"
    save_word = "Save the end"
    says_saved = "The end is recorded."
    check = check_activity

    def make_fields(self) -> Sequence[Field]:
        hint = "If something new began, record that instead: it ends this one by itself"
        return [DateField("end", "On which day was it over?", self.today, hint=hint)]

    def usual(self, name: str) -> Any:
        return self.desk.day

    def draft_name(self, fact: Any) -> str:
        return f"end {fact.row_id}"

    def gesture(self, values: dict[str, Any]) -> Gesture:
        args = (self.before, values["end"])
        return Gesture(end_activity, args, self.says_saved, partial(_end_back, before=self.before))


def _end_back(writing: Writing, after: Activity, before: Activity) -> None:
    undo_end(writing, before, after)


def _codes(now: str) -> list[tuple[str, str]]:
    """The codes in use, and the one that an older record has."""
    held = [(c, says) for c, says in ACTIVITY_LABELS.items() if c not in RETIRED or c == now]
    return [_CHOOSE, *held]


def _left_out(code: str) -> tuple[str, ...]:
    if code in IN_WORK_OR_LEARNING:
        return _NOT_IN_WORK
    return _IN_WORK if code in NOT_IN_WORK_OR_LEARNING else (*_IN_WORK, *_NOT_IN_WORK)


_IF_OVER = "Leave it empty while it goes on"
