"""Hands for the tests of screens: they press and type as a worker does, and count it.

A click is one press of the mouse, of Enter or of a shortcut. Typed text is not counted, nor is
Tab, which moves on as typing does; Tabs are counted by themselves.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# A layout in a layout comes to rest only after a turn of the loop for each.
_TURNS = 6
_PLAIN = Qt.KeyboardModifier.NoModifier


class Fingers:
    """Counts in `clicks` and `tabs` what it does to the widgets."""

    def __init__(self) -> None:
        self.clicks = 0
        self.tabs = 0

    def press(self, widget: QWidget) -> None:
        """One press of the mouse in the middle of it, when the screen has come to rest."""
        for _ in range(_TURNS):
            QApplication.processEvents()
        assert widget.isVisible(), f"{widget.accessibleName()} is not in sight"
        assert widget.height(), f"{widget.accessibleName()} has no place on the screen"
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """One press of Enter or of a shortcut, wherever the keyboard is."""
        self.clicks += 1
        QTest.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        """Letters of any script into whatever has the keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._focused(), QKeyEvent(kind, 0, _PLAIN, letter))

    def tab(self, times: int = 1) -> None:
        """On to the next field."""
        for _ in range(times):
            self.tabs += 1
            QTest.keyClick(self._focused(), Qt.Key.Key_Tab)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused
