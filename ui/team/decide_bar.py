"""Which answers may a manager give? One button each, always in sight, each with its key."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.oversight.words import ACCEPTED, ACTION, AGREED, DECISION_LABELS
from ui.labels import parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide

# The key of each answer while the list has the keyboard.
KEYS = {"S": AGREED, "A": ACTION, "R": ACCEPTED}
# Short, so that all three stand side by side.
_WORDS = {AGREED: "Seen and agreed", ACTION: "Action…", ACCEPTED: "Accept a reason…"}


class DecideBar(QFrame):
    """`answered(answer)` fires when a button is pressed."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName("What you decide")
        self.buttons: dict[str, QPushButton] = {}
        for key, answer in KEYS.items():
            button = QPushButton(_WORDS[answer])
            button.setAccessibleName(DECISION_LABELS[answer])
            button.setToolTip(f"{DECISION_LABELS[answer]} ({key} in the list)")
            button.clicked.connect(partial(self.answered.emit, answer))
            self.buttons[answer] = button
        buttons = list(self.buttons.values())
        rooms = [button.sizeHint().width() for button in buttons]
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(parting_line())
        column.addWidget(SideBySide(buttons, rooms, gap=SPACE_8, fill=False))
