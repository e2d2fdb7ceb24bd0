"""Why set this line aside, and until when? The reason and the day are both asked for."""

import uuid
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.errors import Problem
from carelink.facts import Snooze
from ui.fields import DateField, TextField, show_problems
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12


class SnoozeForm(QWidget):
    """`asked(snooze)` fires with what was typed; the owner records it or shows what is wrong."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._about = ("", "")
        self.reason = TextField("reason", "Why can this wait?", "The duty itself stays as it is")
        self.until = DateField(
            "until", "Until", today, ahead=True, hint='For example "fri", "+7" or "3 12"'
        )
        self._general = label("", "problem")
        self._general.hide()
        save = QPushButton("Snooze this line")
        save.setObjectName("main")
        save.clicked.connect(self.submit)
        back = QPushButton("Keep it")
        back.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(save)
        row.addWidget(back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for part in (self.reason, self.until, self._general):
            column.addWidget(part)
        column.addLayout(row)

    def start(self, person_id: str, duty: str) -> None:
        """Ask anew; nothing typed for somebody else remains."""
        self._about = (person_id, duty)
        self.reason.set_value("")
        self.until.set_typed("")
        self.show_problems(())
        self.reason.setFocus()

    def submit(self) -> None:
        problem = self.until.not_understood()
        if problem is not None:
            self.show_problems((problem,))
            return
        person_id, duty = self._about
        self.asked.emit(
            Snooze(
                person_id=person_id,
                duty=duty,
                on=self._today(),
                until=self.until.value(),
                reason=self.reason.value(),
                row_id=str(uuid.uuid4()),
            )
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        rest = show_problems((self.reason, self.until), problems)
        self._general.setText(rest)
        self._general.setVisible(bool(rest))
