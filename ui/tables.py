"""How does a real table look? No wall of grid lines, widths set once, the first column roomy."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

ROW_HEIGHT = 34
_FIRST_AT_LEAST = 300


class PlainTable(QTableView):
    """The first column takes what room the others leave; with little room the table scrolls."""

    def __init__(
        self,
        model: QAbstractItemModel,
        name: str,
        widths: Sequence[int],
        parent: QWidget | None = None,
        *,
        first_at_least: int = _FIRST_AT_LEAST,
    ) -> None:
        super().__init__(parent)
        self._first_at_least = first_at_least
        self._others = sum(widths)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_widths(widths)

    def set_widths(self, widths: Sequence[int], first_at_least: int | None = None) -> None:
        """Give each column after the first this width; the first takes what is left."""
        self._others = sum(widths)
        self._first_at_least = first_at_least or self._first_at_least
        for at, width in enumerate(widths, 1):
            self.horizontalHeader().resizeSection(at, width)
        self._fit_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_first()

    def _fit_first(self) -> None:
        room = self.viewport().width() - self._others
        self.horizontalHeader().resizeSection(0, max(room, self._first_at_least))

    def show_whole(self) -> None:
        """As high as its rows, for a short table on a page that scrolls as one."""
        rows = self.model().rowCount() if self.model() else 0
        bars = self.horizontalHeader().sizeHint().height() + 16
        self.setFixedHeight(bars + rows * ROW_HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
