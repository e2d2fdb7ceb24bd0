"""How does the keyboard leaf from matter to matter? Ctrl and an arrow, at the end of what is typed.

Within a text Ctrl and an arrow go on moving by a word, as everywhere; where the text ends, or in
anything that is no text, they turn the page.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.keys import within

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_CTRL = Qt.KeyboardModifier.ControlModifier


class Leafing(QObject):
    """`turned(by)` fires when the next page (1) or the one before (-1) is asked for."""

    turned = Signal(int)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        within(page, self._on, "Ctrl+Right")
        within(page, self._back, "Ctrl+Left")
        for kind in (QLineEdit, QPlainTextEdit):
            for text in page.findChildren(kind):
                text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()), 0)
            ctrl = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _CTRL
            if by and ctrl and _at_end(watched, by):
                self.turned.emit(by)
                return True
        return super().eventFilter(watched, event)

    def _on(self) -> None:
        self.turned.emit(1)

    def _back(self) -> None:
        self.turned.emit(-1)


def _at_end(text: QObject, by: int) -> bool:
    """Whether there is nothing further on in this direction."""
    if isinstance(text, QLineEdit):
        return text.cursorPosition() == (len(text.text()) if by > 0 else 0)
    if isinstance(text, QPlainTextEdit):
        cursor = text.textCursor()
        return cursor.atEnd() if by > 0 else cursor.atStart()
    return False
