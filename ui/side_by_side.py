"""How do several inputs share the width? Side by side while there is room, else below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look.tokens import SPACE_16

_TOP = Qt.AlignmentFlag.AlignTop


class SideBySide(QWidget):
    """Widgets in as many columns of `at_least` pixels as the width has room for.

    With `fill` the columns share all of the width, else they stand at the left.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        at_least: int,
        at_most: int = 9,
        *,
        gap: int = SPACE_16,
        fill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._at_least = at_least
        self._at_most = min(at_most, len(self._widgets))
        self._gap = gap
        self._fill = fill
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._lay_out(self._at_most)

    def minimumSizeHint(self) -> QSize:
        """One column wide: however it stands now, it can stand in less."""
        return QSize(self._at_least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + self._gap) // (self._at_least + self._gap)
        self._lay_out(max(1, min(room, self._at_most)))

    def _lay_out(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(self.columns + 1):
            self._grid.setColumnStretch(column, 0)
        self.columns = columns
        for at, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, at // columns, at % columns, _TOP)
        for column in range(columns) if self._fill else (columns,):
            self._grid.setColumnStretch(column, 1)
