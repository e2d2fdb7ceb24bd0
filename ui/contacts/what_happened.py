"""What happened: how far the contact got, when, who began it, and whether they were seen alone."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.words import RUNG_LABELS, RUNGS, Rung
from ui.contacts.answers import Answers
from ui.fields import ChoiceField, DateField, Field
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_16
from ui.side_by_side import SideBySide

# The highest first, each with its key.
LADDER = tuple(reversed(RUNGS))
_SEEN = frozenset({Rung.SEEN, Rung.SEEN_AT_HOME})
_BEGUN = [("worker", "I did"), ("young_person", "They did")]
_ALONE = [("yes", "Yes"), ("no", "No")]


class WhatHappened(QWidget):
    """`changed` fires on any change; `rung_key(n)` answers the keys 1 to 5."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        rungs = [(str(rung), f"{key}  {RUNG_LABELS[rung]}") for key, rung in enumerate(LADDER, 1)]
        self.rung = ChoiceField("rung", "What happened", rungs, "Keys 1 to 5", across=5)
        self.on = DateField("on", "When", today)
        self.late = label("", "quiet")
        self.late.hide()
        self.begun_by = ChoiceField("begun_by", "Who began it", _BEGUN, across=2)
        self.alone = ChoiceField("alone", "Seen alone", _ALONE, across=2)
        when = QWidget()
        column = QVBoxLayout(when)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.on)
        column.addWidget(self.late)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_16)
        whole.addWidget(self.rung)
        whole.addWidget(SideBySide((when, self.begun_by, self.alone), at_least=230))
        for field in self.fields():
            field.changed.connect(self._on_changed)

    def fields(self) -> tuple[Field, ...]:
        return (self.rung, self.on, self.begun_by, self.alone)

    def rung_key(self, number: int) -> None:
        """Choose the rung whose key was pressed."""
        button = self.rung.button(str(LADDER[number - 1]))
        button.setChecked(True)
        button.setFocus()

    def show_answers(self, answers: Answers) -> None:
        self.rung.set_value(answers.rung)
        self.on.set_typed(answers.on)
        self.begun_by.set_value(answers.begun_by)
        self.alone.set_value(answers.alone)

    def add_to(self, answers: Answers) -> Answers:
        return answers._replace(
            rung=self.rung.value(),
            on=self.on.typed,
            begun_by=self.begun_by.value(),
            alone=self.alone.value(),
        )

    def _on_changed(self) -> None:
        day = self.on.value()
        days = (self._today() - day).days if day else 0
        self.late.setText(
            f"Recorded {days} day{'' if days == 1 else 's'} after" if days > 0 else ""
        )
        self.late.setVisible(days > 0)
        self.alone.setVisible(self.rung.value() in ("", *_SEEN))
        self.changed.emit()
