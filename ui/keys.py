"""Which keys work where? All through the window, or while the keyboard is within one part of it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

# Enter among the letters and Enter among the numbers.
CTRL_ENTER = ("Ctrl+Return", "Ctrl+Enter")
# Keys that work also while the worker's side is out of sight.
_ALWAYS = frozenset({"Esc", "F9", "Ctrl+L"})


class WindowKeys:
    """The shortcuts of a window, by their keys."""

    def __init__(self, window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
        self._shortcuts = {key: QShortcut(QKeySequence(key), window) for key in keys}
        for key, then in keys.items():
            self._shortcuts[key].activated.connect(then)

    def allow(self, *, all_of_them: bool) -> None:
        """All of them, or only those that reach nothing of the worker's side."""
        for key, shortcut in self._shortcuts.items():
            shortcut.setEnabled(all_of_them or key in _ALWAYS)


class UndoPast(QObject):
    """Ctrl Z in a field where nothing was typed undoes what the window offers to undo.

    Qt's fields take the key for themselves even when they have nothing to take back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            if undoes and not _has_something_to_undo(watched):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit | QPlainTextEdit):
            entered.installEventFilter(self)


def _has_something_to_undo(field: QObject) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable()
    return isinstance(field, QLineEdit) and field.isUndoAvailable()


def within(part: QWidget, then: Any, *keys: str) -> None:
    """While the keyboard is in this part, each of the keys calls `then`, a slot or a signal."""
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), part)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(then)
