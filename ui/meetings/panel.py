"""What has every panel beside the list of a meeting? A scroll of its own, and a foot of buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from carelink.errors import Problem
from ui.fields import Field, show_problems
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16


class MeetingPanel(QFrame):
    """A panel with fields. Put what it shows into `body`, its buttons in with `add_buttons`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(name)
        self.setMinimumWidth(280)
        self.fields: tuple[Field, ...] = ()
        self.general = label("", "problem")
        self.general.hide()
        inner = QWidget()
        inner.setObjectName("clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self.body.setSpacing(SPACE_8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._foot.setSpacing(SPACE_8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(parting_line())
        column.addLayout(self._foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """The buttons at the foot, from the left."""
        for button in buttons:
            self._foot.addWidget(button)
        self._foot.addStretch(1)

    def to_top(self) -> None:
        """Show it from its top, nothing said to be wrong."""
        self._scroll.verticalScrollBar().setValue(0)
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, the rest above the buttons."""
        rest = show_problems(self.fields, problems)
        self.general.setText(rest)
        self.general.setVisible(bool(rest))
        first = next((field for field in self.fields if field.problem), None)
        if first is not None:
            self._scroll.ensureWidgetVisible(first)


class SaysPanel(MeetingPanel):
    """A panel that only says something."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._head = label("", "heading")
        self._says = label("")
        self.body.addWidget(self._head)
        self.body.addWidget(self._says)
        self.body.addStretch(1)

    def show_words(self, heading: str, says: str) -> None:
        """Say this in place of what was said."""
        self._head.setText(heading)
        self._says.setText(says)
