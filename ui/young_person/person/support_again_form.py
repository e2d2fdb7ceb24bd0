"""What do they ask for who come back from 21 on? Support again, with the day and the reason."""

from collections.abc import Sequence
from typing import Any

from carelink.facts import Circumstance
from carelink.person.returning import REQUEST_LABELS, check_request
from carelink.status import status_of
from carelink.words import STATUS_LABELS
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm


class SupportAgainForm(FactForm):
    """One request: what for, since when, why now. Nothing of before is typed again."""

    kind = "circumstances"
    title = "They ask for support again"
    save_word = "Take up support"
    says_saved = "Support is taken up."
    check = check_request

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("detail", "Why do they come back?", "In their words if you can", lines=2),
            DateField("start", "Since when?", self.today),
            ChoiceField("kind", "What do they ask for?", list(REQUEST_LABELS.items())),
        ]

    def usual(self, name: str) -> Any:
        return {"start": self.desk.day, "kind": "support_request"}.get(name)

    def draft_name(self, fact: Any) -> str:
        return "support again"

    def new_fact(self, values: dict[str, Any]) -> Circumstance:
        return Circumstance(person_id=self.person_id, **values)

    def says_after(self, answer: Any) -> str:
        """The status that follows, with what it rests on: they have an answer at once."""
        standing = status_of(self.desk.case(self.person_id), self.desk.day)
        return f"{STATUS_LABELS[standing.status]}. {standing.reason}"
