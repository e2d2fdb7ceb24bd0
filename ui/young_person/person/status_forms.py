"""How is another status asked for than the one worked out, and how is one that stands ended?"""

from collections.abc import Sequence
from typing import Any

from carelink.agreed_status import MAY_STAND
from carelink.approvals.checks import check_override
from carelink.errors import Problem, Refused
from carelink.facts import StatusOverride
from carelink.words import STATUS_LABELS
from db.agreeing import end_status, stand_again
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture, undo_of_change

_OPTIONS = [("", "Choose"), *((str(status), STATUS_LABELS[status]) for status in MAY_STAND)]


class StatusForm(FactForm):
    """A status to stand in place of the one worked out, for a manager to agree to."""

    kind = "status_overrides"
    title = "Ask for another status"
    title_of_change = "Another status, not answered yet"
    save_word = "Ask the manager"
    says_saved = "Asked. It stands once a manager agrees; until then what is worked out goes on."
    check = check_override

    def make_fields(self) -> Sequence[Field]:
        self._status = ChoiceField("status", "Which status is to stand?", _OPTIONS, " ")
        return [
            self._status,
            DateField("start", "From which day?", self.today),
            DateField(
                "end",
                "Until which day, if it ends?",
                self.today,
                ahead=True,
                hint="The first day it no longer stands. Left empty, it moves on by age",
            ),
            TextField(
                "reason",
                "Why is the status that is worked out not right?",
                "What the records do not show",
                lines=3,
            ),
            TextField(
                "evidence",
                "What shows it?",
                "A letter, a court order, another council's record, and where it is kept",
                lines=3,
            ),
        ]

    def prepare(self) -> None:
        """What is worked out now stands above the choice."""
        if self.known is not None:
            standing = self.known.standing
            now = STATUS_LABELS[standing.status]
            self._status.show_hint(f"Stands now: {now}. {standing.reason}")

    def new_fact(self, values: dict[str, Any]) -> StatusOverride:
        asked_by = self.desk.user.worker_id or self.desk.user.name
        asked = StatusOverride(self.person_id, **values)
        return asked._replace(asked_on=self.desk.day, asked_by=asked_by)


class EndStatusForm(FactForm):
    """The last of a status that a manager agreed to: from which day it is over, and why."""

    kind = "status_overrides"
    title = title_of_change = "End the status that was agreed to"
    save_word = "End it"
    says_saved = "Saved. From that day on, what is worked out stands again."
    check = check_override

    def make_fields(self) -> Sequence[Field]:
        return [
            DateField(
                "end",
                "From which day does it no longer stand?",
                self.today,
                ahead=True,
                hint='Today or a day to come, for example "today" or "3 12"',
            ),
            TextField(
                "reason",
                "Why it stood, and why it ends",
                "Add why it ends to what is there",
                lines=4,
            ),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"end of {super().draft_name(fact)}"

    def gesture(self, values: dict[str, Any]) -> Gesture:
        if self.before is None:
            raise Refused(Problem("", "There is no status to end."))
        after = self.before._replace(**values)
        undo = undo_of_change(stand_again, self.before, after)
        return Gesture(end_status, (self.before, after), self.says_saved, undo)
