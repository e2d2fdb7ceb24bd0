"""What must be known before going on with this form? A line on top, with what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12

Act = tuple[str, Callable[[], None]]


class Notice(QFrame):
    """Stays until it is cleared or another takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName("Notice")
        self._says = label("", "strong")
        self._acts: dict[QObject, Callable[[], None]] = {}
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_8)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self._says)
        column.addLayout(self._buttons)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._says.text()

    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done about it, as it stands there."""
        return tuple(act for act in self._acts if isinstance(act, QPushButton))

    def say(self, text: str, *acts: Act) -> None:
        """Say it, with a button for each thing that can be done about it."""
        self.clear()
        self._says.setText(text)
        for word, then in acts:
            button = QPushButton(word)
            button.clicked.connect(self._on_pressed)
            self._acts[button] = then
            self._buttons.addWidget(button)
        if acts:
            self._buttons.addStretch(1)
        self.show()

    def clear(self) -> None:
        self.hide()
        self._acts.clear()
        while (item := self._buttons.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()

    def _on_pressed(self) -> None:
        then = self._acts.get(self.sender())
        if then is not None:
            then()
