"""What does the manager decide? Seen and agreed, an action by a day, or a reason accepted."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.errors import Problem
from carelink.facts import Decision
from carelink.oversight.words import ACCEPTED, ACTION, AGREED, COMES_BACK, DECISION_LABELS
from carelink.wording import Wording
from ui.fields import DateField, TextField, show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8

_DAY_ASKS = {
    AGREED: "Look again on",
    ACTION: "To be done by",
    ACCEPTED: "Accepted until",
}


class DecideForm(QWidget):
    """`decided(decision)` fires with what was chosen; whoever owns it records it or says why.

    `edited` fires whenever something is typed.
    """

    decided = Signal(object)
    edited = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date.min
        self._answer = AGREED
        self._filling = False
        self._heading = label("", "strong")
        self.action = TextField("action", "What is to be done?")
        self.by_whom = TextField("by_whom", "By whom?")
        self.again_on = DateField(
            "again_on", _DAY_ASKS[AGREED], lambda: self._day, ahead=True, hint='"fri", "+7", "3 12"'
        )
        self.words = TextField("words", "Your note", "Kept on the case with your name", lines=2)
        for text in (self.action, self.words):
            text.heed(wording)
        self.save_button = QPushButton("Record the decision")
        self.save_button.setObjectName("main")
        self.save_button.setToolTip("Record the decision (Ctrl Enter)")
        self._rest = label("", "problem")
        self._rest.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(parting_line())
        column.addWidget(self._heading)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self._rest)
        column.addWidget(self.save_button)
        for field in self._fields:
            field.changed.connect(self._on_changed)
        self.save_button.clicked.connect(self.submit)
        within(self, self.submit, *CTRL_ENTER)

    @property
    def _fields(self) -> tuple[TextField, TextField, DateField, TextField]:
        return self.action, self.by_whom, self.again_on, self.words

    def start(self, day: date, adviser: str) -> None:
        """Ask anew about somebody else; nothing typed before remains."""
        self._day = day
        self._filling = True
        for field in (self.action, self.words):
            field.set_value("")
        self.by_whom.set_value(adviser)
        self.show_problems(())
        self._turn_to(AGREED)
        self._filling = False

    @property
    def typed(self) -> dict[str, str]:
        """What somebody has begun to write; empty where there is nothing to lose."""
        if not (self.action.value() or self.words.value()):
            return {}
        return {"answer": self._answer, **{field.name: field.typed for field in self._fields}}

    def go_on_with(self, typed: Mapping[str, str]) -> None:
        """What was typed stands there again."""
        self._filling = True
        self._turn_to(typed.get("answer") or AGREED)
        for field in self._fields:
            field.set_typed(typed.get(field.name, ""))
        self._filling = False

    def agree(self) -> None:
        """Seen and agreed, to be looked at again after the usual time."""
        self._turn_to(AGREED)
        self.submit()

    def choose(self, answer: str) -> None:
        """Choose an answer and put the keyboard where it asks first."""
        self._turn_to(answer)
        (self.action if answer == ACTION else self.words).setFocus()

    def submit(self) -> None:
        """Hand over what was chosen; a day that is not understood is said beside it."""
        problem = self.again_on.not_understood()
        if problem is not None:
            self.show_problems((problem,))
            return
        acts = self._answer == ACTION
        self.decided.emit(
            Decision(
                "",
                "",
                answer=self._answer,
                again_on=self.again_on.value(),
                words=self.words.value(),
                action=self.action.value() if acts else "",
                by_whom=self.by_whom.value() if acts else "",
            )
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What is wrong, each beside its field."""
        rest = show_problems(self._fields, problems)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))

    def _on_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _turn_to(self, answer: str) -> None:
        """The fields of this answer, and the day on which it usually comes back."""
        self._answer = answer
        self._heading.setText(DECISION_LABELS[answer])
        for field in (self.action, self.by_whom):
            field.setVisible(answer == ACTION)
        self.again_on.ask(_DAY_ASKS[answer])
        if self._day > date.min:
            self.again_on.set_value(self._day + COMES_BACK[answer])
