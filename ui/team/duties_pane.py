"""How many of the roll are in each state of every duty?"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.rows import RowsModel
from ui.tables import PlainTable
from ui.team.pane import Pane
from ui.team.team_lines import COUNT_COLUMNS, DutyCount, counts_of

_WIDTHS = (64, 76, 76, 92, 80, 76, 80, 104, 64)


class DutiesPane(Pane):
    """Every duty with its count by state; each row adds up to the roll."""

    word = "Every duty, added up"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.counts: RowsModel[DutyCount] = RowsModel(
            COUNT_COLUMNS, lambda row: row.duty, spoken=lambda row: row.spoken, parent=self
        )
        self._table = PlainTable(self.counts, "Every duty and how many are in each state", _WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        self.setFocusProxy(self._table)

    def refresh(self) -> None:
        if not self.desk.still_reading:
            self.counts.show_rows(counts_of(self.desk.team(), self.desk.rulebook))
