"""How is a table walked cell by cell? The printed figure beside the true one, arrows between."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from ui.grid_table import INDENT
from ui.release.reasons import CellShown, Preview, say_cell
from ui.rows import ROW
from ui.tables import PlainTable

Index = QModelIndex | QPersistentModelIndex
_AROUND = 32
_FIRST, _LEAST = 240, 180
_NOWHERE = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """The cells of one table; the first column names the row."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.preview.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.preview.headers)

    def cell(self, index: Index) -> CellShown | None:
        """The cell at a place; None for a row's name."""
        if not index.isValid() or not index.column():
            return None
        return self.preview.rows[index.row()].cells[index.column() - 1]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, cell = self.preview.rows[index.row()], self.cell(index)
        if role == int(Qt.ItemDataRole.DisplayRole):
            return f"{INDENT * row.depth}{row.label}" if cell is None else cell.says
        if role == ROW:
            return cell
        if role in (int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)):
            return row.label if cell is None else say_cell(cell)
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and cell is not None:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return self.preview.headers[section]
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and section:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class PreviewTable(PlainTable):
    """`walked(cell)` fires when the keyboard has come to another cell."""

    walked = Signal(object)

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        measure = parent.fontMetrics().horizontalAdvance
        widths = [
            max(measure(text) for text in (header, *(row.cells[at].says for row in preview.rows)))
            + _AROUND
            for at, header in enumerate(preview.headers[1:])
        ]
        model = PreviewModel(preview)
        super().__init__(model, preview.title, widths, parent, first_at_least=_FIRST)
        model.setParent(self)
        self.cells = model
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setMinimumHeight(_LEAST)
        self.selectionModel().currentChanged.connect(self._on_walked)

    def chosen(self) -> CellShown | None:
        """The cell the keyboard is on."""
        return self.cells.cell(self.currentIndex())

    def start(self) -> None:
        """Put the keyboard on the first cell that is hidden or held, else on the first."""
        if not self.go_to_next():
            self.setCurrentIndex(self.cells.index(0, 1))

    def go_to_next(self) -> bool:
        """On to the next hidden or held cell; whether there is one further on."""
        at = self.currentIndex()
        after = (at.row(), at.column()) if at.isValid() else (-1, -1)
        for row, held in enumerate(self.cells.preview.rows):
            for column, cell in enumerate(held.cells, 1):
                if cell.mark and (row, column) > after:
                    self.setCurrentIndex(self.cells.index(row, column))
                    return True
        return False

    def _on_walked(self, now: QModelIndex) -> None:
        self.walked.emit(self.cells.cell(now))
