"""Is this home suitable? All of Schedule 2, the three limbs, and the return's own digit."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.dates import show
from carelink.facts import Home
from carelink.home.checks import check_suitability
from carelink.home.judgement import latest_judgement
from carelink.home.schedule_2 import FACTORS, LIMBS
from carelink.said import say_kind
from db.housing import judge_suitability, undo_judgement
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.field_values import YES_NO
from ui.young_person.gesture import Gesture

_IN_LAW = [("yes", "Suitable"), ("no", "Not suitable")]
_RETURN = [("1", "Suitable"), ("2", "Not suitable")]
_DIFFERS = "Only where it differs: safe, secure and affordable, or a clear risk of harm"


class JudgeForm(FactForm):
    """A judgement of one home. What was found last time is shown beside, never filled in."""

    kind = "suitability"
    title = "Judge suitability"
    save_word = "Save the judgement"
    says_saved = "The judgement is saved; it is the check of the home too."
    check = check_suitability

    def __init__(self, desk: Desk, home: Home, parent: QWidget | None = None) -> None:
        self._home = home
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        factors = [TextField(one.field, one.asks) for one in FACTORS]
        limbs = [ChoiceField(one.field, one.asks, YES_NO, across=3) for one in LIMBS]
        return [
            DateField("on", "On which day was it judged?", self.today),
            *factors,
            *limbs,
            ChoiceField("suitable", "In law, is it suitable?", _IN_LAW, across=2),
            TextField("reasons", "Why?", lines=2),
            ChoiceField("oc3", "What is the return told?", _RETURN, across=2),
            TextField("oc3_reasons", "Why is the return told otherwise?", _DIFFERS, lines=2),
        ]

    def prepare(self) -> None:
        assert self.known is not None
        label = say_kind(self._home)
        since = f", since {show(self._home.start)}" if self._home.start else ""
        self.heading.setText(f"Judge suitability: {label.lower()}{since}")
        last = latest_judgement(self.known.case, self._home)
        for field in self.fields:
            if field.name in _FACTOR_NAMES:
                found = getattr(last, field.name) if last else ""
                field.show_hint(f"Last time: {found}" if found else "")

    def draft_name(self, fact: Any) -> str:
        return f"judge {self._home.row_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        whose = {"home_id": self._home.row_id, "worker_id": self.desk.user.worker_id}
        judged = self.new_fact({**whose, **values})
        undo = partial(undo_judgement, home=self._home)
        return Gesture(judge_suitability, (judged,), self.says_saved, undo)


_FACTOR_NAMES = frozenset(factor.field for factor in FACTORS)
