"""What we promised, whether there is a worry, and when the next contact is."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.contacts.answers import Answers
from ui.fields import ChoiceField, DateField, Field, TextField
from ui.look.tokens import SPACE_16
from ui.side_by_side import SideBySide

_WORRY = [("no", "No"), ("yes", "Yes")]
_BY = 'For example "fri", "+7" or "3 12"'


class WorryAndNext(QWidget):
    """Two lines for promises, the worry your manager reads, and the day offered for the next."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.promise = TextField("promise", "I promised", "What we will do, in a few words")
        self.promise_by = DateField("promise_by", "By when", today, hint=_BY, ahead=True)
        self.promise_2 = TextField("promise_2", "And also", "If there was a second promise")
        self.promise_2_by = DateField("promise_2_by", "By when", today, hint=_BY, ahead=True)
        self.worry = ChoiceField("worry", "Is there a worry?", _WORRY, across=2)
        self.worry_text = TextField(
            "worry_text", "What is the worry?", "Your manager sees it on Team", lines=3
        )
        self.next_on = DateField(
            "next_on", "Next contact", today, hint="Offered; change it freely", ahead=True
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_16)
        whole.addWidget(SideBySide((self.promise, self.promise_by), at_least=350))
        whole.addWidget(SideBySide((self.promise_2, self.promise_2_by), at_least=350))
        for asked in (self.worry, self.worry_text, self.next_on):
            whole.addWidget(asked)
        for field in self.fields():
            field.changed.connect(self._on_changed)
        self._on_changed()

    def fields(self) -> tuple[Field, ...]:
        return (
            self.promise,
            self.promise_by,
            self.promise_2,
            self.promise_2_by,
            self.worry,
            self.worry_text,
            self.next_on,
        )

    def show_answers(self, answers: Answers) -> None:
        self.promise.set_value(answers.promise)
        self.promise_by.set_typed(answers.promise_by)
        self.promise_2.set_value(answers.promise_2)
        self.promise_2_by.set_typed(answers.promise_2_by)
        self.worry.set_value(answers.worry)
        self.worry_text.set_value(answers.worry_text)
        self.next_on.set_typed(answers.next_on)

    def add_to(self, answers: Answers) -> Answers:
        return answers._replace(
            promise=self.promise.value(),
            promise_by=self.promise_by.typed,
            promise_2=self.promise_2.value(),
            promise_2_by=self.promise_2_by.typed,
            worry=self.worry.value(),
            worry_text=self.worry_text.value(),
            next_on=self.next_on.typed,
        )

    def _on_changed(self) -> None:
        self.worry_text.setVisible(self.worry.value() == "yes")
        self.changed.emit()
