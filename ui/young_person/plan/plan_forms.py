"""The small forms of the plan: its copy given, an action dropped, what was agreed or asked for."""

from collections.abc import Sequence
from typing import Any

from carelink.case import CaseFile
from carelink.facts import Assessment, PlanReview, PlanVersion
from carelink.plan.actions import ActionAnswer
from carelink.plan.checks import check_assessed, check_interval, check_review_asked
from carelink.plan.words import ASKED_BY_LABELS, COPY_HOW_LABELS, DROPPED
from db.approving import give_copy
from db.plan_actions import answer_action
from db.plan_rows import undo_planning
from db.trail import Writing
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.number_fields import NumberField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_CHOOSE = ("", "Choose")


class CopyForm(FactForm):
    """They have been given their copy: when, and how."""

    kind = "plan_versions"
    title = title_of_change = "They have their copy"
    save_word = "Record the copy"
    says_saved = "They have their copy."
    before: PlanVersion

    def make_fields(self) -> Sequence[Field]:
        return [
            ChoiceField("copy_given_how", "How was it given?", [_CHOOSE, *COPY_HOW_LABELS.items()]),
            DateField("copy_given_on", "On which day?", self.today),
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "copy_given_on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        given = (self.before.version_id, values["copy_given_how"], values["copy_given_on"])
        return Gesture(give_copy, given, self.says_saved, way_back(self, self.person_id))


class DropForm(FactForm):
    """An action is not wanted any more, and why."""

    kind = "plan_actions"
    title = title_of_change = "Drop an action"
    save_word = "Drop it"
    says_saved = "Dropped."

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("outcome_words", "Why is it dropped?", "In words they could read", lines=3)
        ]

    def prepare(self) -> None:
        if self.before is not None:
            self.notice_about(f"“{self.before.what}”")

    def notice_about(self, what: str) -> None:
        """Say which action it is."""
        self.fields[0].show_hint(f"{what}. In words they could read.")

    def gesture(self, values: dict[str, Any]) -> Gesture:
        answer = ActionAnswer(self.before.action_id, DROPPED, values["outcome_words"])
        return Gesture(answer_action, (answer,), self.says_saved, way_back(self, self.person_id))


class AssessedForm(FactForm):
    """Their needs have been assessed: on which day that was completed."""

    kind = "assessments"
    title = "Their needs have been assessed"
    save_word = "Record the assessment"
    says_saved = "The needs assessment is recorded."
    check = check_assessed

    def make_fields(self) -> Sequence[Field]:
        hint = "It comes before the first plan is approved"
        return [DateField("completed_on", "When was it completed?", self.today, hint=hint)]

    def new_fact(self, values: dict[str, Any]) -> Assessment:
        return Assessment(self.person_id, "needs", **values)


class IntervalForm(FactForm):
    """How often we keep in touch, as agreed with them; the contact duty counts by it."""

    kind = "plans"
    title = title_of_change = "How often we keep in touch"
    save_word = "Save what was agreed"
    says_saved = "What was agreed is kept; what is due counts by it."
    check = check_interval

    def make_fields(self) -> Sequence[Field]:
        hint = "Agreed with them, for example 28; empty for nothing agreed"
        return [NumberField("contact_every_days", "At most so many days apart", hint)]

    def gesture(self, values: dict[str, Any]) -> Gesture:
        days = values["contact_every_days"]
        whole = int(days) if days is not None and days == int(days) else days
        return super().gesture({"contact_every_days": whole})


class ReviewAskedForm(FactForm):
    """Somebody has asked for a review before its time."""

    kind = "plan_reviews"
    title = "A review is asked for"
    save_word = "Record that it is asked for"
    says_saved = "The review asked for stands in what is due."
    check = check_review_asked

    def make_fields(self) -> Sequence[Field]:
        return [
            ChoiceField("asked_by", "Who asks?", [_CHOOSE, *ASKED_BY_LABELS.items()]),
            DateField("asked_on", "On which day?", self.today),
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "asked_on" else None

    def new_fact(self, values: dict[str, Any]) -> PlanReview:
        return PlanReview(review_id="", person_id=self.person_id, **values)


def way_back(form: FactForm, person_id: str) -> Any:
    """Undo a gesture of a form on the plan: as the case stood when the form was saved."""
    before: CaseFile = form.desk.case(person_id)

    def undo(writing: Writing, answer: Any) -> None:
        undo_planning(writing, before, form.desk.case(person_id))

    return undo
