"""How do the tables of a theme stand in the pack? Counts, then per cents, what they mean below."""

from collections.abc import Iterator, Mapping
from typing import Any

from carelink.papers.blocks import Block, Heading, Para, ParaKind, Table
from carelink.release.about_tables import under_table
from carelink.release.grids import (
    Grid,
    GridRow,
    counts_of,
    indicator_named,
    percents_of,
    symbols_in,
    tables_of,
)
from carelink.release.release import Release

_WIDE = 4  # columns; a wider table gives its first one more room


def tables_in(release: Release, theme: str) -> Iterator[Block]:
    """Every table of a theme, one below the other; nothing where it has none."""
    for table in tables_of(release, theme):
        yield from _table(release, table)


def _table(release: Release, table: Mapping[str, Any]) -> Iterator[Block]:
    counts = counts_of(release, table)
    shares = [percents_of(release, indicator_named(release, one)) for one in table["indicators"]]
    yield Heading(table["title"], 2)
    rows = tuple((_label(row), *row.values) for row in counts.rows)
    wide = (5, *(2 for _ in counts.headers[1:])) if len(counts.headers) > _WIDE else ()
    yield Table(counts.headers, rows, "Numbers", shares=wide)
    if shares:
        yield _shares(shares)
    for says in under_table(release, table):
        yield Para(says, ParaKind.SMALL)
    for symbol in symbols_in((counts, *shares)):
        yield Para(symbol, ParaKind.SMALL)


def _shares(shares: list[Grid]) -> Table:
    """The per cents of all indicators of a table in one."""
    if len(shares) == 1:
        rows = tuple((_label(row), *row.values) for row in shares[0].rows)
        return Table(shares[0].headers, rows, shares[0].title)
    columns = list(dict.fromkeys(row.label for one in shares for row in one.rows))
    rows = tuple((one.title, *_across(one, columns)) for one in shares)
    wide = (5, *(3 for _ in columns))
    caption = "Percentages, with the number (n) of all (N) that each was made from"
    return Table(("Figure", *columns), rows, caption, shares=wide)


def _across(one: Grid, columns: list[str]) -> Iterator[str]:
    """An indicator's per cents in one row, each with the two figures it was made from."""
    said = {row.label: row.values for row in one.rows}
    for label in columns:
        percent, n, of = said.get(label, ("", "", ""))
        yield f"{percent} ({n} of {of})" if percent else "–"


def _label(row: GridRow) -> str:
    """A category below another is set in by its depth."""
    return "\u2003" * row.depth + row.label
