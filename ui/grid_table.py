"""How does a published table stand on the screen? As a real table, indented as it adds up."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from carelink.release.grids import Grid, GridRow
from ui.rows import Column, RowsModel
from ui.tables import PlainTable

INDENT = "\u2003"
_FIRST = 240
_AROUND = 32


def grid_table(grid: Grid, parent: QWidget | None = None) -> PlainTable:
    """A table of its own height, one composed sentence a row for a screen reader."""
    columns = [Column(grid.headers[0], _label)]
    columns += [_figure(at, header) for at, header in enumerate(grid.headers[1:])]
    model: RowsModel[GridRow] = RowsModel(
        columns,
        lambda row: row.node,
        spoken=lambda row: spoken_row(grid.headers[1:], row),
        tip=lambda row: row.label,
    )
    model.show_rows(grid.rows)
    table = PlainTable(model, grid.title, widths_of(grid, parent), first_at_least=_FIRST)
    table.setParent(parent)
    model.setParent(table)
    table.show_whole()
    return table


def widths_of(grid: Grid, measured_by: QWidget | None) -> list[int]:
    """Room for the widest of each column after the first."""
    if measured_by is None:
        return [120] * (len(grid.headers) - 1)
    measure = measured_by.fontMetrics().horizontalAdvance
    return [
        max(measure(text) for text in (header, *(row.values[at] for row in grid.rows))) + _AROUND
        for at, header in enumerate(grid.headers[1:])
    ]


def spoken_row(headers: Sequence[str], row: GridRow) -> str:
    """A row as one sentence: its name, then each column with its figure."""
    said = (f"{header} {value}" for header, value in zip(headers, row.values, strict=True))
    return f"{row.label}: {', '.join(said)}"


def _label(row: GridRow) -> str:
    return f"{INDENT * row.depth}{row.label}"


def _figure(at: int, header: str) -> Column:
    return Column(header, lambda row: row.values[at], right=True)
