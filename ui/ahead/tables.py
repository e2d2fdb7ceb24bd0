"""How do figures of what is to come stand in a table? As given, each row one sentence aloud."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.labels import label
from ui.look.tokens import SPACE_4
from ui.rows import ROW, Column, RowsModel
from ui.tables import PlainTable

_LEAST_FIRST = 180
_MOST_FIRST = 400
_LEAST, _AROUND = 20, 32


class Row(NamedTuple):
    """One row: its place, what its cells say, and whom it is about ("" for nobody)."""

    at: int
    cells: tuple[str, ...]
    about: str = ""


class GivenTable(QWidget):
    """A table under its heading. `person_opened` fires when a row about somebody is opened.

    With no rows, `empty` is said in place of the table.
    """

    person_opened = Signal(str)

    def __init__(
        self, title: str, headers: Sequence[str], *, numbers: bool, empty: str = ""
    ) -> None:
        super().__init__()
        self._headers = tuple(headers)
        self._numbers = numbers
        self._empty = label(empty, "quiet")
        self._title = label(title, "heading")
        self.model: RowsModel[Row] = RowsModel(
            [Column(name, _cell(at), right=numbers and at > 0) for at, name in enumerate(headers)],
            lambda row: row.at,
            spoken=self._spoken,
            parent=self,
        )
        self.table = PlainTable(
            self.model, title, [_AROUND] * (len(headers) - 1), first_at_least=_LEAST_FIRST
        )
        self.table.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for part in (self._title, self._empty, self.table):
            column.addWidget(part)
        self.show_rows([])

    def show_rows(self, rows: Sequence[Sequence[str]], about: Sequence[str] | None = None) -> None:
        """Show these cells; `about` has whom each row is about."""
        whom = about or [""] * len(rows)
        self.model.show_rows([Row(at, tuple(cells), whom[at]) for at, cells in enumerate(rows)])
        measure = self.fontMetrics().horizontalAdvance
        first, *others = [
            max(_LEAST, *map(measure, _longest([name, *(row[at] for row in rows)]))) + _AROUND
            for at, name in enumerate(self._headers)
        ]
        self.table.set_widths(others, min(max(first, _LEAST_FIRST), _MOST_FIRST))
        self.table.show_whole()
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows and bool(self._empty.text()))

    def chosen(self) -> str:
        """Whom the row with the keyboard is about."""
        row = self.table.currentIndex().data(ROW)
        return row.about if row is not None and self.table.hasFocus() else ""

    def _spoken(self, row: Row) -> str:
        named = zip(self._headers[1:], row.cells[1:], strict=True)
        parts = [f"{name} {cell}".strip() for name, cell in named if cell]
        return ", ".join([row.cells[0], *parts])

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.about:
            self.person_opened.emit(row.about)


def _cell(at: int) -> Callable[[Row], str]:
    return lambda row: row.cells[at]


def _longest(texts: list[str]) -> list[str]:
    """Those that may be the widest: to measure thousands would hold up the screen."""
    return sorted(texts, key=len)[-5:]
