"""When was the meeting held, who led it and who was there? Then all of it is recorded at once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.fields import DateField, TextField
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.meetings.minutes import Typed
from ui.meetings.panel import MeetingPanel


class HoldPanel(MeetingPanel):
    """`typed(said)` fires at each letter, `held` when the meeting is to be recorded."""

    typed = Signal(object)
    held = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Hold this meeting", parent)
        self._filling = False
        self._usual: Typed = {}
        self._title = label("", "heading")
        self._sum = label("", "strong")
        self._already = label("")
        self._already.hide()
        self.on = DateField("on", "On which day?", today)
        self._chair = TextField("chair", "Who led it?")
        self._attended = TextField("attended", "Who was there?", lines=2)
        self._words = TextField("words", "Notes of the meeting", lines=3)
        self.fields = (self.on, self._chair, self._attended, self._words)
        self.button = QPushButton("Hold this meeting")
        self.button.setObjectName("main")
        for part in (self._title, self._sum, self._already, *self.fields, self.general):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_buttons(self.button)
        self.button.clicked.connect(self.held)
        within(self, self.held, *CTRL_ENTER)
        for field in self.fields:
            field.changed.connect(self._on_changed)

    def show_head(self, title: str, says: str, usual: Typed, said: Typed) -> None:
        """What is to be recorded, and what has been typed of it; else what is usual."""
        self._title.setText(title)
        self._sum.setText(says)
        self._usual = usual
        self._filling = True
        for field in self.fields:
            field.set_typed(said.get(field.name, usual.get(field.name, "")))
        self._filling = False
        self.to_top()

    def say_sum(self, says: str) -> None:
        """How the list adds up by now."""
        self._sum.setText(says)

    def say_already(self, says: str) -> None:
        """That the meeting of that day is on record, and what is decided is added to it."""
        self._already.setText(says)
        self._already.setVisible(bool(says))
        word = "Add to this meeting" if says else "Hold this meeting"
        self.button.setText(word)
        self.button.setToolTip(f"{word}: all of it is recorded at once (Ctrl Enter)")
        for field in self.fields[1:]:
            field.setVisible(not says)

    def said(self) -> Typed:
        """What stands in the fields, what is usual left out."""
        typed = {field.name: field.typed for field in self.fields}
        return {name: text for name, text in typed.items() if text != self._usual.get(name, "")}

    def head(self) -> Typed:
        """All that stands in the fields."""
        return {field.name: field.typed for field in self.fields}

    def take_keyboard(self) -> None:
        """To the day."""
        self.on.setFocus()

    def _on_changed(self) -> None:
        if not self._filling:
            self.typed.emit(self.said())
