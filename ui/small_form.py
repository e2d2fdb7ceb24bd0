"""How are a few things asked in a panel? Fields, a button, and what is wrong beside each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.errors import Problem
from ui.fields import DateField, Field, show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12


class SmallForm(QWidget):
    """A few fields and a button. `asked(values)` fires when all is understood, `closed` when left.

    Shape: `values` is a mapping from the field's name to what it means.
    """

    asked = Signal(object)
    closed = Signal()

    def __init__(
        self,
        title: str,
        save: str,
        fields: Sequence[Field],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.fields = tuple(fields)
        self.heading = label(title, "heading")
        self.about = label("", "quiet")
        self.general = label("", "problem")
        self.general.hide()
        self.save_button = QPushButton(save)
        self.save_button.setObjectName("main")
        self.save_button.setToolTip(f"{save} (Ctrl Enter)")
        self.close_button = QPushButton("Close")
        self.save_button.clicked.connect(self.submit)
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.save_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for part in (self.heading, self.about, *self.fields, self.general):
            column.addWidget(part)
        column.addLayout(row)
        within(self, self.submit, *CTRL_ENTER)
        if self.fields:
            self.setFocusProxy(self.fields[0])

    def start(self, about: str, values: dict[str, Any]) -> None:
        """Ask anew: `about` says for whom; nothing typed before remains."""
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.show_problems(())
        for field in self.fields:
            held: Any = field
            held.set_value(values.get(field.name, None if isinstance(field, DateField) else ""))
        self.setFocus()

    def submit(self) -> None:
        """Hand over what was typed, unless something in it is not understood."""
        wrong = [problem for field in self.fields if (problem := field.not_understood())]
        if wrong:
            self.show_problems(wrong)
            return
        values: dict[str, Any] = {}
        for field in self.fields:
            held: Any = field
            values[field.name] = held.value()
        self.asked.emit(values)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, the rest above the button."""
        rest = show_problems(self.fields, problems)
        self.general.setText(rest)
        self.general.setVisible(bool(rest))
