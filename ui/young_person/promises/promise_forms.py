"""Which promise do we make, and how did it come out? The forms of a promise."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from carelink.facts import Promise, Statement
from carelink.voice.checks import check_outcome, check_promise
from carelink.voice.words import SOURCE_LABELS
from db.promising import break_promise, keep_promise, make_promise, put_promise_back
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_NOT_SAID = ("", "Not recorded")


class PromiseForm(FactForm):
    """A promise made or changed; made on something they told us, it carries their words."""

    kind = "promises"
    title = "Make a promise"
    title_of_change = "Change a promise"
    save_word = "Save the promise"
    says_saved = "The promise is kept in the list."
    check = check_promise

    def __init__(
        self, desk: Desk, on: Statement | None = None, parent: QWidget | None = None
    ) -> None:
        self._on = on
        super().__init__(desk, parent)

    def make_fields(self) -> Sequence[Field]:
        sources = [_NOT_SAID, *SOURCE_LABELS.items()]
        return [
            TextField("what", "What do we promise?", "One thing that can be seen to be done"),
            DateField("due_on", "By when?", self.today, ahead=True),
            TextField(
                "said", "What did they say?", "In their words, for: you said, we did", lines=2
            ),
            ChoiceField("source", "Where was it promised?", sources),
        ]

    def draft_name(self, fact: Any) -> str:
        if fact is None and self._on is not None:
            return f"promise on {self._on.statement_id}"
        return super().draft_name(fact)

    def usual(self, name: str) -> Any:
        if self._on is None or self.before is not None:
            return None
        kind = self._on.kind if self._on.kind in SOURCE_LABELS else ""
        return {"said": self._on.words, "source": kind}.get(name)

    def new_fact(self, values: dict[str, Any]) -> Promise:
        return Promise(
            promise_id="",
            person_id=self.person_id,
            made_on=self.desk.day,
            statement_id=self._on.statement_id if self._on else "",
            worker_id=self.desk.user.worker_id,
            **values,
        )

    def gesture(self, values: dict[str, Any]) -> Gesture:
        made = super().gesture(values)
        if self.before is not None:
            return made
        return made._replace(verb=make_promise, args=(self.new_fact(values),))


class KeptForm(FactForm):
    """A promise kept: what we did, on which day, and whether they know."""

    kind = "promises"
    title = title_of_change = "We kept a promise"
    save_word = "Save as kept"
    says_saved = "Kept."
    check = check_outcome

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("did", "What did we do?", "In words for them: you said, we did", lines=2),
            DateField("kept_on", "On which day?", self.today),
            DateField("told_on", "When were they told?", self.today, hint=_IF_TOLD),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"kept {fact.promise_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "kept_on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        args = (self.before, values["kept_on"], values["did"], values["told_on"])
        undo = partial(put_promise_back, before=self.before)
        return Gesture(keep_promise, args, self.says_saved, undo)


class BrokenForm(FactForm):
    """A promise that we cannot keep: said so, why, and what we do instead."""

    kind = "promises"
    title = title_of_change = "We cannot keep a promise"
    save_word = "Save"
    says_saved = "It is kept that we could not, and why."
    check = check_outcome

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("broken_why", "Why can we not keep it?", lines=2),
            TextField("did", "What do we do instead?", lines=2),
            DateField("broken_on", "Since when do we know?", self.today),
            DateField("told_on", "When were they told?", self.today, hint=_IF_TOLD),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"broken {fact.promise_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "broken_on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        said = [values[name] for name in ("broken_on", "broken_why", "did", "told_on")]
        undo = partial(put_promise_back, before=self.before)
        return Gesture(break_promise, (self.before, *said), self.says_saved, undo)


_IF_TOLD = "Leave it empty if they do not know yet: it then waits in the list"
