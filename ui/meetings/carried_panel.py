"""What came of an action that is carried? Done, or on to another day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.dates import show
from carelink.errors import Problem
from carelink.meetings.pack import Carried
from carelink.names import kept_apart
from ui.fields import DateField, TextField
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.meetings.panel import MeetingPanel


class CarriedPanel(MeetingPanel):
    """`done_asked(words)` and `carry_asked(due_on, words)` fire for the buttons."""

    done_asked = Signal(str)
    carry_asked = Signal(object, str)

    def __init__(
        self, today: Callable[[], date], *, records: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("The chosen action", parent)
        self._what = label("", "heading")
        self._says = label("")
        self.words = TextField("done_words", "What came of it?", lines=3)
        self.due_on = DateField(
            "due_on",
            "If it goes on, by when now?",
            today,
            ahead=True,
            hint='For example "+14", "fri" or "3 12"',
        )
        self.fields = (self.words, self.due_on)
        self.done_button = QPushButton("Done")
        self.carry_button = QPushButton("Carry on")
        self._lay_out(records)

    def show_carried(self, one: Carried) -> None:
        """Show an action; nothing typed about another remains."""
        self._what.setText(one.what)
        set_on = show(one.set_on) if isinstance(one.set_on, date) else one.set_on
        about = [f"About: {kept_apart(one.name)}"] if one.name else []
        who = [f"Who does it: {one.by_whom}", f"Asked for: {set_on}"]
        self._says.setText("\n".join([*about, *who, one.stands]))
        for field in self.fields:
            field.set_typed("")
            field.setEnabled(not one.done)
        self.done_button.setEnabled(not one.done)
        self.carry_button.setEnabled(not one.done)
        self.to_top()

    @property
    def is_typed(self) -> bool:
        """Whether anything is typed of what came of it."""
        return any(field.typed for field in self.fields)

    def take_keyboard(self) -> None:
        """To what came of it."""
        self.words.setFocus()

    def mark_done(self) -> None:
        """Done today, with what was typed of it."""
        if self.done_button.isEnabled():
            self.done_asked.emit(self.words.value())

    def carry_on(self) -> None:
        """On to the day typed; without one the keyboard goes there."""
        wrong = self.due_on.not_understood()
        if wrong is None and self.due_on.value() is None:
            wrong = Problem("due_on", "Give a day after today by which it is to be done.")
        if wrong is not None:
            self.show_problems((wrong,))
        elif self.carry_button.isEnabled():
            self.carry_asked.emit(self.due_on.value(), self.words.value())

    def _lay_out(self, records: bool) -> None:
        for part in (self._what, self._says, *self.fields, self.general):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.done_button.setObjectName("main")
        self.done_button.setToolTip("It is done (1 in the list, Ctrl Enter here)")
        self.carry_button.setToolTip("It goes on to another day (2 in the list)")
        self.add_buttons(self.done_button, self.carry_button)
        self.done_button.clicked.connect(self.mark_done)
        self.carry_button.clicked.connect(self.carry_on)
        within(self, self.mark_done, *CTRL_ENTER)
        for part in (*self.fields, self.done_button, self.carry_button) if not records else ():
            part.hide()
