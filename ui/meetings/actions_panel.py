"""What does the meeting ask for that is about nobody in particular? Each with who and by when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from carelink.meetings.rhythm import next_offered
from ui.fields import DateField, TextField
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.look.tokens import SPACE_8
from ui.meetings.minutes import Typed, say_action
from ui.meetings.panel import MeetingPanel
from ui.side_by_side import SideBySide

_SHOWN = 30


class ActionsPanel(MeetingPanel):
    """`typed(said)` fires at each letter, `added(said)` for one more, `taken_out(place)`."""

    typed = Signal(object)
    added = Signal(object)
    taken_out = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Actions about nobody in particular", parent)
        self._today = today
        self._filling = False
        self._listed: list[QWidget] = []
        self._head = label("Actions about nobody in particular", "heading")
        self._none = label("None is written down yet.", "quiet")
        what = TextField("what", "What is to be done?")
        by_whom = TextField("by_whom", "Who does it?")
        due_on = DateField("due_on", "By when?", today, ahead=True)
        self.fields = (what, by_whom, due_on)
        self.add_button = QPushButton("Add this action")
        for part in (self._head, self._none, *self.fields, self.general):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_button.setObjectName("main")
        self.add_button.setToolTip("Add this action (Ctrl Enter)")
        self.add_buttons(self.add_button)
        self.add_button.clicked.connect(self.add)
        within(self, self.add, *CTRL_ENTER)
        for field in self.fields:
            field.changed.connect(self._on_changed)

    def show_actions(self, actions: Sequence[Typed], adding: Typed) -> None:
        """The actions there are, each with a button to take it out, and what is being typed."""
        for old in self._listed:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._listed = [self._row(place, said) for place, said in enumerate(actions[:_SHOWN])]
        for at, row in enumerate(self._listed, 2):
            self.body.insertWidget(at, row)
        self._none.setVisible(not actions)
        if len(actions) > _SHOWN:
            self._none.setText(f"{len(actions) - _SHOWN} more are kept and not shown here.")
            self._none.show()
        self._filling = True
        for field in self.fields:
            field.set_typed(adding.get(field.name, ""))
        self._filling = False
        self.to_top()

    def take_keyboard(self) -> None:
        """To what is to be done."""
        self.fields[0].setFocus()

    def add(self) -> None:
        """One more action, whole or not: what is missing is said when the meeting is held."""
        said = {field.name: field.typed for field in self.fields if field.typed}
        if said.get("what"):
            self.added.emit(said)
        self.take_keyboard()

    def _row(self, place: int, said: Typed) -> QWidget:
        says = say_action(said, self._today())
        button = QPushButton("Take out")
        button.setAccessibleName(f"Take out: {says}")
        button.setProperty("place", place)
        button.clicked.connect(self._on_taken_out)
        return SideBySide((label(says), button), (240, 96), 2, gap=SPACE_8)

    def _on_taken_out(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.taken_out.emit(int(pressed.property("place")))

    def _on_changed(self) -> None:
        if self._filling:
            return
        what, _, due_on = self.fields
        if self.sender() is what and len(what.typed) == 1 and not due_on.typed:
            self._filling = True
            due_on.set_typed(f"{next_offered(self._today()):%-d %B %Y}")
            self._filling = False
        self.typed.emit({field.name: field.typed for field in self.fields if field.typed})
