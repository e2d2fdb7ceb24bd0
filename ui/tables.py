"""How does a real table look? No wall of grid lines, widths set once."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

_ROW_HEIGHT = 34


def table_of(
    model: QAbstractItemModel, name: str, widths: Sequence[int], parent: QWidget | None = None
) -> QTableView:
    """A table whose first column takes what room is left; `widths` are the other columns'."""
    table = QTableView(parent)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setAlternatingRowColors(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setMinimumSectionSize(48)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for at, width in enumerate(widths, 1):
        header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(at, width)
    return table


def show_whole(table: QTableView) -> None:
    """As high as its rows, for a short table on a page that scrolls as one."""
    rows = table.model().rowCount() if table.model() else 0
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows * _ROW_HEIGHT + 4)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
