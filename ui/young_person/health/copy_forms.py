"""What was done with the passport as a whole? Prepared, given, talked through, or not wanted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Event
from carelink.health.words import DISCUSSED, PREPARED
from db.health import (
    Given,
    decline_passport,
    discuss_passport,
    give_passport,
    prepare_passport,
    undo_step,
)
from db.trail import Writing
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_ASKS = {
    PREPARED: ("Health passport prepared", "On which day was it ready?"),
    DISCUSSED: ("Health passport talked through with them", "On which day was that?"),
}
_VERBS = {PREPARED: prepare_passport, DISCUSSED: discuss_passport}


class _StepForm(FactForm):
    """Its fields are not all the event's own."""

    kind = "events"
    save_word = "Save"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" else None

    def step(self, values: dict[str, Any]) -> Event:
        """The event these values make; its kind is the verb's to say."""
        return Event(
            "",
            self.person_id,
            "",
            values["on"],
            worker_id=self.desk.user.worker_id,
            detail=values.get("detail", ""),
        )


class PassportStepForm(_StepForm):
    """Prepared, or talked through, on a day."""

    says_saved = "Recorded."

    def __init__(self, desk: Desk, step: str, parent: QWidget | None = None) -> None:
        self._step = step
        self.title = _ASKS[step][0]
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        return [
            DateField("on", _ASKS[self._step][1], self.today),
            TextField("detail", "Anything to add?"),
        ]

    def draft_name(self, fact: Any) -> str:
        return self._step

    def gesture(self, values: dict[str, Any]) -> Gesture:
        return Gesture(_VERBS[self._step], (self.step(values),), self.says_saved, undo_step)


class GiveForm(_StepForm):
    """They have it: the first copy is the one that we owe, a later one is a fresh copy."""

    title = "They have their health passport"
    save_word = "Save that they have it"
    says_saved = "They have their health passport."

    def make_fields(self) -> Sequence[Field]:
        talked = [("yes", "Yes"), ("no", "No")]
        return [
            DateField("on", "On which day did they get it?", self.today),
            ChoiceField("talked", "Was it talked through with them then?", talked, across=2),
            TextField("detail", "How did they get it, and where do they keep it?"),
        ]

    def draft_name(self, fact: Any) -> str:
        return "passport given"

    def gesture(self, values: dict[str, Any]) -> Gesture:
        talked = values["talked"] == "yes"
        return Gesture(_give, (self.step(values), talked), self.says_saved, undo_step)


class DeclineForm(_StepForm):
    """They chose not to have it now: their reason, and when we ask again. We still owe it."""

    title = "They chose not to have it now"
    says_saved = "Their choice is recorded, and the day we ask again."

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("reason", "What did they say?", "In their words", lines=2),
            DateField("ask_again_on", "When do we ask again?", self.today, ahead=True),
            DateField("on", "On which day did they say so?", self.today),
        ]

    def draft_name(self, fact: Any) -> str:
        return "passport declined"

    def gesture(self, values: dict[str, Any]) -> Gesture:
        again = values["ask_again_on"]
        args = (self.step(values), values["reason"], again, self.desk.rulebook)
        return Gesture(decline_passport, args, self.says_saved, undo_step)


def _give(writing: Writing, event: Event, talked: bool) -> Given:
    return give_passport(writing, event, discussed=talked)
