"""What was changed elsewhere while a form stood open? Both texts, and one press to take theirs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12

_LEAD = "Someone else changed this while you had it open. Yours is below and is not lost."


class Difference(NamedTuple):
    """One field changed on both sides: what it asks, what stands there now, what we typed."""

    name: str
    asks: str
    theirs: str
    ours: str


class MeanwhilePanel(QFrame):
    """`show_differences` fills it; `take(name)` is called for the one whose button is pressed."""

    def __init__(self, take: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName("Changed meanwhile")
        self._take = take
        self._names: dict[QObject, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        self._column.setSpacing(SPACE_8)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """One for each difference, in their order."""
        return tuple(button for button in self._names if isinstance(button, QPushButton))

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Say each; none at all hides the panel."""
        self.clear()
        if not differences:
            return
        self._column.addWidget(label(_LEAD, "strong"))
        for differs in differences:
            self._column.addWidget(label(f"{differs.asks}: theirs", "quiet"))
            self._column.addWidget(label(differs.theirs or "Nothing"))
            self._column.addWidget(label(f"{differs.asks}: yours", "quiet"))
            self._column.addWidget(label(differs.ours or "Nothing"))
            button = QPushButton("Use theirs")
            button.setAccessibleName(f"Use theirs: {differs.asks}")
            button.clicked.connect(self._on_taken)
            self._names[button] = differs.name
            self._column.addWidget(button)
        self.show()

    def clear(self) -> None:
        self.hide()
        self._names.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_taken(self) -> None:
        button = self.sender()
        name = self._names.get(button)
        if name is not None and isinstance(button, QPushButton):
            self._take(name)
            button.setText("Theirs is used")
            button.setEnabled(False)
