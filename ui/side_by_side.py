"""How do several inputs share the width? Side by side while there is room, else below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.tokens import SPACE_16

_TOP = Qt.AlignmentFlag.AlignTop


class SideBySide(QWidget):
    """Widgets in as many columns of `at_least` pixels as the width has room for."""

    def __init__(
        self,
        widgets: Sequence[QWidget],
        at_least: int,
        at_most: int = 9,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._at_least = at_least
        self._at_most = min(at_most, len(self._widgets))
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE_16)
        self._lay_out(self._at_most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + SPACE_16) // (self._at_least + SPACE_16)
        self._lay_out(max(1, min(room, self._at_most)))

    def _lay_out(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 0)
        self.columns = columns
        for at, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, at // columns, at % columns, _TOP)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.setMinimumWidth(0)
