"""Which level, which education plan, which opportunity? Their forms."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Activity
from carelink.learning.checks import check_education_plan, check_level, check_opportunity
from carelink.learning.words import (
    LEVEL_LABELS,
    OPPORTUNITY_LABELS,
    OUTCOME_LABELS,
    PLAN_LABELS,
    RETIRED,
    SUBJECT_LABELS,
)
from carelink.words import ACTIVITY_LABELS, IN_WORK_OR_LEARNING
from db.learning import start_opportunity, undo_start
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import NumberField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_SHARED = (("yes", "Yes"), ("no", "No"), ("", "Not asked yet"))


class LevelForm(FactForm):
    """A level reached in English, maths or digital skills."""

    kind = "learning_levels"
    save_word = "Save the level"
    says_saved = "The level is recorded."
    check = check_level

    def __init__(self, desk: Desk, subject: str, parent: QWidget | None = None) -> None:
        self._subject = subject
        self.title = self.title_of_change = f"{SUBJECT_LABELS[subject]}: which level?"
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        return [
            ChoiceField("level", "Which level?", list(LEVEL_LABELS.items()), across=3),
            DateField("on", "Since when?", self.today),
            TextField("evidence", "What shows it?"),
        ]

    def draft_name(self, fact: Any) -> str:
        return super().draft_name(fact) if fact else f"level {self._subject}"

    def new_fact(self, values: dict[str, Any]) -> Any:
        return super().new_fact({"subject": self._subject, **values})


class EducationPlanForm(FactForm):
    """An education plan: when it was held, when it is next, and when it ends."""

    kind = "education_plans"
    save_word = "Save the plan"
    says_saved = "The education plan is recorded."
    check = check_education_plan

    def __init__(self, desk: Desk, plan: str, parent: QWidget | None = None) -> None:
        self._plan = plan
        self.title = self.title_of_change = PLAN_LABELS[plan]
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        return [
            DateField("held_on", "When was it made or reviewed?", self.today),
            DateField("next_on", "When is the next review?", self.today, ahead=True),
            DateField("ends_on", "When does it end?", self.today, ahead=True),
            ChoiceField("consent", "May others see it?", _SHARED, across=3),
            TextField("detail", "What does it ask for?", lines=2),
        ]

    def draft_name(self, fact: Any) -> str:
        return super().draft_name(fact) if fact else f"education plan {self._plan}"

    def new_fact(self, values: dict[str, Any]) -> Any:
        return super().new_fact({"kind": self._plan, **values})


class OpportunityForm(FactForm):
    """A job, course or offer they were told about, and what came of it."""

    kind = "opportunities"
    title = "Something they were told about"
    title_of_change = "What came of it"
    save_word = "Save"
    says_saved = "Recorded."
    check = check_opportunity

    def make_fields(self) -> Sequence[Field]:
        kinds = [("", "Choose"), *OPPORTUNITY_LABELS.items()]
        outcomes = [("", "Not known yet"), *OUTCOME_LABELS.items()]
        return [
            ChoiceField("kind", "What kind is it?", kinds),
            TextField("what", "What is it?"),
            DateField("told_on", "When were they told?", self.today),
            DateField("applied_on", "When did they apply?", self.today, hint="If they did"),
            ChoiceField("outcome", "What came of it?", outcomes),
            DateField("outcome_on", "On which day was that known?", self.today),
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "told_on" and self.before is None else None


class StartedForm(FactForm):
    """They started: what was told of becomes what they do, typed once."""

    kind = "opportunities"
    title = title_of_change = "They have started"
    save_word = "Save that they started"
    says_saved = "They started; it stands as what they do now."
    check = check_opportunity

    def make_fields(self) -> Sequence[Field]:
        codes = [(code, ACTIVITY_LABELS[code]) for code in ACTIVITY_LABELS if _may_start(code)]
        return [
            ChoiceField("code", "What are they doing now?", [("", "Choose"), *codes]),
            DateField("start", "Since when?", self.today),
            NumberField("hours", "How many hours a week?"),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"started {fact.row_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "start" else None

    def start(self, known: Any, fact: Any = None) -> None:
        super().start(known, fact)
        self.heading.setText(f"{self.title}: {fact.what}")

    def gesture(self, values: dict[str, Any]) -> Gesture:
        told = self.before
        began = told._replace(outcome="started", outcome_on=values["start"])
        activity = Activity(self.person_id, detail=told.what, **values)
        return Gesture(start_opportunity, (told, began, activity), self.says_saved, undo_start)

    def _fill(self, fact: Any) -> None:
        super()._fill(None)


def _may_start(code: str) -> bool:
    return code in IN_WORK_OR_LEARNING and code not in RETIRED
