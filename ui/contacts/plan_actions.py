"""Actions of the plan that are due: done, not yet, or dropped with the reason. One line each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.facts import PlanAction
from carelink.plan.actions import say_action
from carelink.plan.words import DONE, DROPPED, NOT_YET
from ui.contacts.answers import Answers, actions_said, as_actions
from ui.fields import ChoiceField, Field, TextField
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_4, SPACE_12

_ANSWERS = [(DONE, "Done"), (NOT_YET, "Not yet"), (DROPPED, "Drop")]
_SHOWN = 5


class PlanActions(QWidget):
    """`show_due` asks about these actions; nothing is seen of it while there are none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: dict[str, tuple[str, str]] = {}
        self._rows: dict[str, _ActionRow] = {}
        self._more = label("", "quiet")
        self._held = QVBoxLayout()
        self._held.setSpacing(SPACE_12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(parting_line())
        column.addWidget(label("Actions of the plan", "heading"))
        column.addLayout(self._held)
        column.addWidget(self._more)
        self.hide()

    def fields(self) -> tuple[Field, ...]:
        """Those in view, in the order of the keyboard."""
        return tuple(field for row in self._rows.values() for field in (row.came, row.why))

    def show_due(self, actions: Sequence[PlanAction], day: date) -> None:
        """Ask about these, the longest due first; answers given already stay."""
        shown = list(actions[:_SHOWN])
        if [action.action_id for action in shown] != list(self._rows):
            self._said.update(self._answered())
            self._clear()
            for action in shown:
                row = self._rows[action.action_id] = _ActionRow(action)
                row.show_answer(*self._said.get(action.action_id, ("", "")))
                row.changed.connect(self.changed)
                self._held.addWidget(row)
        for action in shown:
            self._rows[action.action_id].came.show_hint(say_action(action, day))
        more = len(actions) - len(shown)
        self._more.setText(f"{more} more {'stands' if more == 1 else 'stand'} in the plan.")
        self._more.setVisible(more > 0)
        self.setVisible(bool(shown))

    def show_answers(self, answers: Answers) -> None:
        """Put these in place of what was answered."""
        self._said = actions_said(answers.actions)
        for key, row in self._rows.items():
            row.show_answer(*self._said.get(key, ("", "")))

    def add_to(self, answers: Answers) -> Answers:
        given = {**self._said, **self._answered()}
        return answers._replace(actions=as_actions(given))

    def row(self, action_id: str) -> "_ActionRow":
        """The line of one action, for tests."""
        return self._rows[action_id]

    def _answered(self) -> dict[str, tuple[str, str]]:
        return {key: row.answer for key, row in self._rows.items()}

    def _clear(self) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}


class _ActionRow(QWidget):
    """One action: three answers, and the reason where it is dropped."""

    changed = Signal()

    def __init__(self, action: PlanAction) -> None:
        super().__init__()
        name = f"actions.{action.action_id}"
        self.came = ChoiceField(name, action.what, _ANSWERS, across=3)
        self.why = TextField(f"{name}.why", "Why is it dropped?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.came)
        column.addWidget(self.why)
        self.why.hide()
        self.came.changed.connect(self._on_changed)
        self.why.changed.connect(self._on_changed)

    @property
    def answer(self) -> tuple[str, str]:
        """The outcome, and the reason where it is dropped."""
        came = self.came.value()
        return came, self.why.value() if came == DROPPED else ""

    def show_answer(self, came: str, why: str) -> None:
        self.came.set_value(came)
        self.why.set_value(why)
        self.why.setVisible(came == DROPPED)

    def _on_changed(self) -> None:
        self.why.setVisible(self.came.value() == DROPPED)
        self.changed.emit()
