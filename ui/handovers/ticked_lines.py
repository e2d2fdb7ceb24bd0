"""How are several rows chosen at once? A box before each, ticked by Space or a press on it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.lines import LinesView, ListLine
from ui.look.tokens import SPACE_16, SPACE_24
from ui.rows import ROW

_TICKED, _NOT = "☑ ", "☐ "
# The mark and the box before the words of a row.
_BOX = SPACE_16 + 3 * SPACE_24
# Each row of a group, and each heading, ends its key with the group it belongs to after this.
_OF = " of "


class TickedLines(LinesView):
    """`ticks_changed` fires when a row is ticked or no longer; a heading ticks all of its group.

    Shape: the key of a row is `row_key`'s, of a heading `head_key`'s.
    """

    ticks_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._plain: list[ListLine] = []
        self._ticked: set[str] = set()

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show these; what is ticked stays so while it is here."""
        self._plain = list(lines)
        self._ticked &= {line.key for line in lines if line.state is not None}
        super().show_lines([self._boxed(line) for line in lines])

    def ticked(self) -> list[ListLine]:
        """The rows that are ticked, in the order in which they stand."""
        return [line for line in self._plain if line.key in self._ticked]

    def tick(self, keys: Iterable[str]) -> None:
        """Tick exactly these."""
        self._ticked = set(keys)
        self._show_again()

    def tick_all(self) -> None:
        """Every row there is."""
        self.tick(line.key for line in self._plain if line.state is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = index.data(ROW) if index.isValid() else None
        if isinstance(line, ListLine) and (line.state is None or event.position().x() < _BOX):
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        line = index.data(ROW) if index.isValid() else None
        if not isinstance(line, ListLine):
            return
        keys = {line.key}
        if line.state is None:
            group = line.key
            keys = {one.key for one in self._plain if one.key.endswith(_OF + group)}
        self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
        self._show_again()

    def _show_again(self) -> None:
        self.show_lines(self._plain)
        self.ticks_changed.emit()

    def _boxed(self, line: ListLine) -> ListLine:
        if line.state is None:
            return line
        is_ticked = line.key in self._ticked
        word = f"{line.state_word}{', ticked' if is_ticked else ''}"
        return line._replace(title=(_TICKED if is_ticked else _NOT) + line.title, word=word)


def head_key(group: str) -> str:
    """The key of a group's heading."""
    return f"group {group}"


def row_key(key: str, group: str) -> str:
    """The key of a row that belongs to a group."""
    return f"{key}{_OF}{head_key(group)}"


def own_key(key: str) -> str:
    """The row's own key again, without its group."""
    return key.rsplit(_OF, 1)[0]
