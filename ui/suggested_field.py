"""How is free text asked where a few answers are usual? A text with words to put in by a press."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from ui.fields import TextField
from ui.look.tokens import SPACE_8
from ui.side_by_side import SideBySide

_ROOM = 24


class SuggestedField(TextField):
    """Free text; each button puts its words in: in place of a single line, else after the rest."""

    def __init__(
        self,
        name: str,
        asks: str,
        suggestions: Sequence[str],
        hint: str = "",
        *,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, asks, hint, lines=lines, parent=parent)
        self._adds = lines > 1
        self.buttons = [QPushButton(words) for words in suggestions]
        for button in self.buttons:
            button.setAccessibleName(f"{asks} Put in: {button.text()}")
            button.clicked.connect(self._on_pressed)
        rooms = [button.sizeHint().width() + _ROOM for button in self.buttons]
        held = SideBySide(self.buttons, rooms, gap=SPACE_8, fill=False)
        self._column.insertWidget(self._column.indexOf(self.input) + 1, held)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        words = next(button.text() for button in self.buttons if button is pressed)
        if not self._adds:
            self.set_value(words)
        elif words not in self.value():
            self.set_value(f"{self.value()} {words}".strip())
