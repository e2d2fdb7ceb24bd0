"""Which step was taken towards a home of their own, and with whom do they stay put? Two forms."""

from collections.abc import Sequence
from typing import Any

from carelink.facts import Circumstance
from carelink.home.checks import check_staying_put, check_step
from carelink.home.words import OUTCOME_LABELS, STEPS
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm

_KINDS = [("", "Choose"), *((code, step.label) for code, step in STEPS.items())]
_NO_OUTCOME = ("", "Not known yet")


class StepForm(FactForm):
    """One dated step: a bid, an offer, a session, a guarantor, a visit before a move."""

    kind = "housing_steps"
    title = "Record a housing step"
    title_of_change = "Change a housing step"
    save_word = "Save the step"
    says_saved = "The step is saved."
    check = check_step

    def make_fields(self) -> Sequence[Field]:
        self.step = ChoiceField("kind", "Which step?", _KINDS)
        self.outcome = ChoiceField("outcome", "How did it come out?", [_NO_OUTCOME])
        self.detail = TextField("detail", "More about it", lines=2)
        self.step.changed.connect(self._on_step)
        day = DateField("on", "On which day?", self.today)
        return [self.step, day, self.outcome, self.detail]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" else None

    def new_fact(self, values: dict[str, Any]) -> Any:
        return super().new_fact({**values, "worker_id": self.desk.user.worker_id})

    def _on_step(self) -> None:
        """Offer what such a step can come to, and ask what is worth keeping of it."""
        step = STEPS.get(self.step.value())
        outcomes = step.outcomes if step else ()
        options = [(code, OUTCOME_LABELS[code].capitalize()) for code in outcomes]
        self.outcome.set_options([_NO_OUTCOME, *options])
        self.detail.show_hint(step.detail if step else "")


class StayingPutForm(FactForm):
    """A staying put arrangement: with whom, since when, and until when if it has ended."""

    kind = "circumstances"
    title = "Record staying put"
    title_of_change = "Change staying put"
    save_word = "Save staying put"
    says_saved = "Staying put is saved."
    check = check_staying_put

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("detail", "Who is the carer?"),
            DateField("start", "Since when?", self.today),
            DateField("end", "When did it end, or when is it to end?", self.today, ahead=True),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"staying put {fact.row_id}" if fact else "staying put"

    def new_fact(self, values: dict[str, Any]) -> Circumstance:
        return Circumstance(person_id=self.person_id, kind="staying_put", **values)
