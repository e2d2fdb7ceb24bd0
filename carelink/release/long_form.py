"""What rows do protected tables make? A count for every cell, a per cent for every indicator."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from carelink.disclosure import TOTAL, Cell, Dimension, Mode
from carelink.disclosure.cells import cell_at
from carelink.figures.indicators import Indicator
from carelink.figures.whitelist import FigureTable
from carelink.release.percents import percent_of
from carelink.release.rows import COUNT, HIDDEN, NOT_APPLICABLE, PERCENT, ROUNDED_TO_5, Row

# No per cent is made on a smaller shown base: one person would move it too far.
SMALLEST_BASE = 20
Shown = Mapping[Cell, int | None]


def rows_of(
    tables: Sequence[FigureTable],
    dimensions: Mapping[str, Dimension],
    indicators: Iterable[Indicator],
    shown: Shown,
    mode: Mode,
) -> list[Row]:
    """Every row of the release, table by table: its counts, then its percentages."""
    base = ROUNDED_TO_5 if mode is Mode.ROUNDED else ""
    listed = tuple(indicators)
    rows: list[Row] = []
    for table in tables:
        rows += _counts(table, dimensions, shown, base)
        for indicator in listed:
            if indicator.table == table.name:
                rows += _percents(indicator, table, dimensions, shown)
    return rows


def _counts(
    table: FigureTable, dimensions: Mapping[str, Dimension], shown: Shown, base: str
) -> Iterator[Row]:
    for nodes in product(*(dimensions[name].nodes for name in table.across)):
        at = cell_at((*table.fixed, *zip(table.across, nodes, strict=True)))
        yield Row(table.name, COUNT, _value(shown[at]), at, base if shown[at] is not None else "")


def _percents(
    indicator: Indicator, table: FigureTable, dimensions: Mapping[str, Dimension], shown: Shown
) -> Iterator[Row]:
    """One for every category of the table's other dimension, and for all of them together."""
    name, node = indicator.counted
    if node not in dimensions[name].nodes:
        return
    others = [other for other in table.across if other != name]
    for nodes in product(*(dimensions[other].nodes for other in others)):
        beside = (*table.fixed, *zip(others, nodes, strict=True))
        at, whole = cell_at((*beside, (name, node))), cell_at(beside)
        n, of = shown[at], shown[whole]
        yield Row(
            table.name,
            PERCENT,
            share_of(n, of),
            at,
            pct_of=name,
            n=_value(n),
            of=_value(of),
        )


def share_of(n: int | None, of: int | None) -> str:
    """The per cent two shown figures make, or the symbol that stands in its place."""
    if n is None or of is None:
        return HIDDEN
    if of == 0:
        return NOT_APPLICABLE
    return HIDDEN if of < SMALLEST_BASE else percent_of(n, of)


def total_of(table: FigureTable) -> Cell:
    """The cell of everybody in the table."""
    return cell_at((*table.fixed, *((name, TOTAL) for name in table.across)))


def _value(shown: int | None) -> str:
    return HIDDEN if shown is None else str(shown)
