"""What did they tell us, and what do we answer? The forms of a statement."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from carelink.dates import show
from carelink.facts import Statement
from carelink.voice.checks import check_answer, check_statement
from carelink.voice.statements import answer_by, latest_by_law
from carelink.voice.words import STAGE_LABELS, STATEMENT_LABELS, THEME_LABELS
from db.promising import answer, put_statement_back
from ui.desk import Desk
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.young_person.fact_form import FactForm
from ui.young_person.gesture import Gesture

_BY = 'For example "3 5 26" or "fri"'


class StatementForm(FactForm):
    """What they told us, in their own words, and by when we answer."""

    kind = "statements"
    title = "Record what they told us"
    title_of_change = "Change what they told us"
    save_word = "Save"
    says_saved = "What they told us is recorded."
    check = check_statement

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for field in self.fields:
            if field.name in ("kind", "on", "stage"):
                field.changed.connect(self._say_by_when)

    def make_fields(self) -> Sequence[Field]:
        themes = [("", "Not one of these"), *THEME_LABELS.items()]
        self._kind = ChoiceField("kind", "What is it?", list(STATEMENT_LABELS.items()), across=4)
        self._stage = ChoiceField(
            "stage", "At which stage is the complaint?", [("", "Not known"), *STAGE_LABELS.items()]
        )
        self._told = DateField("on", "On which day?", self.today)
        self._by = DateField("respond_by", "By when do we answer?", self.today, ahead=True)
        return [
            self._kind,
            TextField("words", "What did they tell us?", "In their own words", lines=4),
            self._told,
            TextField("to_whom", "To whom is it addressed?"),
            ChoiceField(
                "theme", "What is it about?", themes, "The promises of the Charter for Care Leavers"
            ),
            self._stage,
            self._by,
        ]

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "on" and self.before is None else None

    def prepare(self) -> None:
        self._say_by_when()

    def values(self) -> dict[str, Any]:
        values = super().values()
        return values if values["kind"] == "complaint" else {**values, "stage": ""}

    def _say_by_when(self) -> None:
        """A complaint has its day by law; nobody has to work it out."""
        complaint = self._kind.value() == "complaint"
        self._stage.setVisible(complaint)
        told = Statement("", "", self._kind.value(), self._told.value(), stage=self._stage.value())
        by, by_law = answer_by(told)
        latest = latest_by_law(told)
        if by and by_law and latest:
            says = f"Law says {show(by)}, if you leave this empty; {show(latest)} at the latest"
        elif self._kind.value() == "compliment":
            says = "Leave it empty if no answer is asked for"
        else:
            says = _BY
        self._by.show_hint(says)


class AnswerForm(FactForm):
    """Our answer to what they told us, and whether they have it."""

    kind = "statements"
    title = title_of_change = "Answer what they told us"
    save_word = "Save the answer"
    says_saved = "The answer is recorded."
    check = check_answer

    def make_fields(self) -> Sequence[Field]:
        return [
            TextField("answer", "What do we answer?", "In words for them", lines=4),
            DateField("answered_on", "On which day?", self.today),
            DateField(
                "told_on",
                "When did they have the answer?",
                self.today,
                hint="Leave it empty if they do not have it yet: it then waits in the list",
            ),
        ]

    def draft_name(self, fact: Any) -> str:
        return f"answer {fact.statement_id}"

    def usual(self, name: str) -> Any:
        return self.desk.day if name == "answered_on" else None

    def gesture(self, values: dict[str, Any]) -> Gesture:
        args = (self.before, values["answered_on"], values["answer"], values["told_on"])
        undo = partial(put_statement_back, before=self.before)
        return Gesture(answer, args, self.says_saved, undo)
