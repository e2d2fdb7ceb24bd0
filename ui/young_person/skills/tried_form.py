"""What did we try, and what shows it? The form of one skill."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.skills.checks import check_skill_rating
from carelink.skills.words import BY_LABELS, RATING_LABELS
from db.learning import rate_skill, undo_rating
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture


class TriedForm(FactForm):
    """One skill on one day: tried or not, what shows it, and how it goes if that is said."""

    kind = "skill_ratings"
    save_word = "Save"
    says_saved = "It is kept with the skill."
    check = check_skill_rating

    def __init__(
        self, desk: Desk, skill: str, says: str, by: str, parent: QWidget | None = None
    ) -> None:
        self._skill, self._by = skill, by
        self.title = says
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        ratings = list(RATING_LABELS.items())
        return [
            ChoiceField(
                "tried",
                "Did you try it together?",
                [("yes", "Yes, we tried"), ("no", "No")],
                "Trying counts, whether or not it went well",
                across=2,
            ),
            TextField("evidence", "What shows it?", lines=2),
            ChoiceField("rating", f"How does it go? {BY_LABELS[self._by]}", ratings, across=4),
            DateField("on", "On which day?", self.today),
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" else None

    def draft_name(self, fact: Any) -> str:
        return f"skill {self._skill} {self._by}"

    def new_fact(self, values: dict[str, Any]) -> Any:
        who = {"skill": self._skill, "by": self._by, "worker_id": self.desk.user.worker_id}
        return super().new_fact({**values, **who})

    def gesture(self, values: dict[str, Any]) -> Gesture:
        return Gesture(rate_skill, (self.new_fact(values),), self.says_saved, undo_rating)
