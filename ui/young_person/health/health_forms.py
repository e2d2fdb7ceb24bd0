"""What do we know of one part of the passport? The forms of its lines."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.health.checks import check_health_assessment, check_health_item, check_nhs_number
from carelink.health.parts import NHS_NUMBER, Part
from carelink.health.words import (
    ANSWER_LABELS,
    ANSWERS,
    ASSESSMENT_LABELS,
    NONE,
    RECORDED,
)
from carelink.nhs_number import bare, shown
from db.health import record_health_line, record_nhs_number, undo_health_line
from db.trail import Writing
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.held import Known
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_SHARED = (("yes", "Yes"), ("no", "No"), ("", "Not asked yet"))


class HealthLineForm(FactForm):
    """One line of a part: known, none, not known or chose not to say; and who may see it."""

    kind = "health_items"
    save_word = "Save the line"
    says_saved = "The line is in the passport."
    check = check_health_item

    def __init__(self, desk: Desk, part: Part, parent: QWidget | None = None) -> None:
        self._part = part
        self.title = self.title_of_change = part.asks
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        part = self._part
        said = {**ANSWER_LABELS, NONE: part.none_says}
        answers = [code for code in ANSWERS if code != RECORDED or part.part != NHS_NUMBER]
        self._ended = DateField("ended_on", "When was it over?", self.today, hint=_IF_OVER)
        fields = [
            ChoiceField(
                "answer", "What did they say?", [(c, said[c]) for c in answers], part.why, across=4
            ),
            TextField("says", "What is known?", lines=2),
            ChoiceField("shared", "May others see it?", _SHARED, across=3),
            DateField("on", "When did we learn it?", self.today),
            DateField(
                "next_on",
                "Next day",
                self.today,
                hint="An appointment, or to ask again",
                ahead=True,
            ),
            DateField("until", "Until when?", self.today, hint="If it is to stop", ahead=True),
            TextField("source", "Who said so?", "Leave it empty if they told us themselves"),
            self._ended,
        ]
        return [held for held in fields if held.name != "says" or part.part != NHS_NUMBER]

    def prepare(self) -> None:
        self._ended.setVisible(self.before is not None)

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" and self.before is None else None

    def draft_name(self, fact: Any) -> str:
        return super().draft_name(fact) if fact else f"health {self._part.part}"

    def values(self) -> dict[str, Any]:
        """Where something is written and nothing chosen, it is known."""
        values = super().values()
        if values.get("says") and not values["answer"]:
            values["answer"] = RECORDED
        return values

    def new_fact(self, values: dict[str, Any]) -> Any:
        return super().new_fact({"part": self._part.part, **values})

    def gesture(self, values: dict[str, Any]) -> Gesture:
        if self.before is not None:
            return super().gesture(values)
        item = self.new_fact(values)
        return Gesture(record_health_line, (item,), self.says_saved, undo_health_line)


class NhsNumberForm(FactForm):
    """The NHS number: it stands with who they are, and is shown back as it is typed."""

    kind = "people"
    title = title_of_change = "What is your NHS number?"
    save_word = "Save the number"
    says_saved = "The NHS number is recorded."
    check = check_nhs_number

    def make_fields(self) -> Sequence[Field]:
        self._number = TextField("nhs_number", "NHS number", _TEN)
        self._number.changed.connect(self._show_back)
        return [self._number]

    def draft_name(self, fact: Any) -> str:
        return "nhs number"

    def start(self, known: Known, fact: Any = None) -> None:
        super().start(known, known.case.person)

    def gesture(self, values: dict[str, Any]) -> Gesture:
        before = self.before
        back = partial(_number_back, before=before, typed=values["nhs_number"])
        return Gesture(record_nhs_number, (before, values["nhs_number"]), self.says_saved, back)

    def _show_back(self) -> None:
        typed = self._number.value()
        read = shown(typed)
        self._number.show_hint(read if read != typed or " " in read else _TEN)


class AssessmentForm(FactForm):
    """A health assessment, dental check or eye test that was done."""

    kind = "assessments"
    title = "Record a health assessment or check"
    title_of_change = "Change an assessment"
    save_word = "Save the assessment"
    says_saved = "The assessment is recorded."
    check = check_health_assessment

    def make_fields(self) -> Sequence[Field]:
        kinds = list(ASSESSMENT_LABELS.items())
        return [
            ChoiceField("kind", "Which was it?", kinds, across=4),
            DateField("completed_on", "On which day?", self.today),
        ]

    def draft_name(self, fact: Any) -> str:
        return "health assessment"


def _number_back(writing: Writing, person_id: str, before: Any, typed: str) -> None:
    record_nhs_number(writing, before._replace(nhs_number=bare(typed)), before.nhs_number)


_TEN = "10 digits; spaces and dashes do not matter"
_IF_OVER = "Leave it empty while it is so"
