"""What will be done? The box in which an action is written, reworded, split or dropped."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from carelink.errors import Problem
from carelink.facts import PlanAction
from ui.fields import DateField, Field, TextField, show_problems
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide
from ui.young_person.plan.gestures import CHANGE, DROP, EDIT, NEW, SPLIT_UP, Entry

_DAY = 'Such as "3 5 27", "fri" or "+14"'
_ASKS = {
    NEW: ("What will be done next?", "One thing that can be seen to be done"),
    EDIT: ("What will be done?", "Other words for one of last time make it a new action"),
    CHANGE: ("What will be done instead?", "In place of what was not done last time"),
    SPLIT_UP: ("Which smaller steps?", "One on each line, two at least"),
    DROP: ("Why is it dropped?", "In words they could read"),
}
_WORDS = {
    NEW: "Add the action",
    EDIT: "Change the action",
    CHANGE: "Put this in its place",
    SPLIT_UP: "Split it",
    DROP: "Drop it",
}


class ActionBox(QFrame):
    """`done` fires when its button is pressed, `changed` at every letter."""

    done = Signal()
    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setAccessibleName("An action")
        self._about: PlanAction | None = None
        self._mode = NEW
        self._usual_who = ""
        self._heading = label("", "strong")
        self.what = TextField("what", "What", lines=2)
        self.by_whom = TextField("by_whom", "Who does it?")
        self.due_on = DateField("due_on", "By when?", today, hint=_DAY, ahead=True)
        self.add = QPushButton()
        self.leave = QPushButton("Leave it")
        self._who_and_when = SideBySide((self.by_whom, self.due_on), at_least=150)
        self._lay_out()
        self.add.clicked.connect(self.done)
        self.leave.clicked.connect(self.empty)
        for field in self.fields:
            field.changed.connect(self.changed)

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self.what, self.by_whom, self.due_on)

    @property
    def entry(self) -> Entry | None:
        """What stands in the box; None while it says nothing."""
        made = Entry(
            self._mode,
            self._about,
            self.what.value(),
            self.by_whom.value(),
            self.due_on.value(),
        )
        return made if made.says_something else None

    @property
    def not_understood(self) -> Problem | None:
        """The day, where what was typed is none."""
        return self.due_on.not_understood()

    def offer_people(self, names: Sequence[str]) -> None:
        """Who may do it: names to choose from; the first stands there to begin with."""
        self._usual_who = names[0] if names else ""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if isinstance(self.by_whom.input, QLineEdit):
            self.by_whom.input.setCompleter(completer)

    def empty(self) -> None:
        """An empty box for a new action."""
        self._show(NEW, None, "", self._usual_who, None)

    def take(self, mode: str, action: PlanAction) -> None:
        """Reword, split or drop this one."""
        what = action.what if mode in (EDIT, CHANGE) else ""
        due = action.due_on if mode == EDIT else None
        self._show(mode, action, what, action.by_whom or self._usual_who, due)
        self.what.setFocus()

    def typed(self) -> dict[str, str]:
        """What a draft keeps of the box; nothing while it says nothing."""
        if self.entry is None:
            return {}
        about = self._about.action_id if self._about else ""
        held = {field.name: field.typed for field in self.fields}
        return {"mode": self._mode, "about": about, **held}

    def put_back(self, content: Mapping[str, str], about: PlanAction | None) -> None:
        """What a draft kept."""
        mode = content.get("mode", NEW) if about is not None else NEW
        self._show(mode, about, content.get("what", ""), content.get("by_whom", ""), None)
        self.due_on.set_typed(content.get("due_on", ""))

    def show_problems(self, problems: Sequence[Problem]) -> str:
        """Each beside its field; gives back the rest."""
        return show_problems(self.fields, problems)

    def _show(
        self, mode: str, about: PlanAction | None, what: str, who: str, due_on: date | None
    ) -> None:
        self._mode, self._about = mode, about
        asks, hint = _ASKS[mode]
        self._heading.setText(f"{asks} “{about.what}”" if about and mode != EDIT else asks)
        self.what.show_hint(hint)
        self.what.input.setAccessibleName(asks)
        self.what.set_value(what)
        self.by_whom.set_value(who)
        self.due_on.set_value(due_on)
        self.add.setText(_WORDS[mode])
        self._who_and_when.setVisible(mode != DROP)
        self.leave.setVisible(mode != NEW)
        for field in self.fields:
            field.show_problem("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._heading)
        column.addWidget(self.what)
        column.addWidget(self._who_and_when)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self.add)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
