"""Which keys work everywhere in the window, and which while the worker's side is out of sight?"""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

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
