"""How does a release lie in a spreadsheet? Sheet by sheet, as plain values for any kind of file.

Numbers are whole numbers and symbols are words; there is nothing to reckon and nothing out of
sight. All of it comes from the release alone.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from carelink.dates import show
from carelink.release.about_tables import definition_lines, under_table
from carelink.release.grids import (
    Grid,
    counts_of,
    indicator_named,
    percents_of,
    symbols_in,
)
from carelink.release.release import Release

Value = int | str
_LONGEST_NAME = 31
_NUMBERS = frozenset({"value", "n", "of"})


class Block(NamedTuple):
    """One table on a sheet: what it is called, its headers, its rows. Every row is as long."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class Sheet(NamedTuple):
    """One sheet: its name, its heading, lines below it, its tables, and notes below those."""

    name: str
    heading: str
    says: tuple[str, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def sheets_of(release: Release) -> tuple[Sheet, ...]:
    """What the release says of itself, a sheet for each table, definitions, the long form."""
    tables = [_of_table(release, *pair) for pair in enumerate(release.said["tables"], 1)]
    sheets = [_about(release), *tables, _definitions(release), _long_form(release)]
    return tuple(sheets)


def title_said(release: Release) -> str:
    """What every file of the release calls itself."""
    return f"Figures for the {release.audience}, as at {show(release.as_at)}"


def as_value(text: str) -> Value:
    """A figure as a number where it is one: 1,240 and 64% are, c and low are not."""
    plain = text.replace(",", "").removesuffix("%")
    return int(plain) if plain.isascii() and plain.isdigit() else text


def _about(release: Release) -> Sheet:
    said = release.said
    periods = tuple(one["says"] for one in said["period"].values())
    rows: list[tuple[Value, ...]] = [
        ("As at", show(release.as_at)),
        ("For", release.audience),
        ("Hash of figures.csv (SHA-256)", release.hash),
        *(("Period", says) for says in dict.fromkeys(periods)),
        *(("Protection", says) for says in said["protection"]),
        ("Attack on this release", said.get("attack_says", "Not attacked.")),
        *(("Symbol", says) for says in symbols_in(_grids(release))),
    ]
    contents = Block(
        "Tables",
        ("Sheet", "Table", "Theme", "Period"),
        tuple(
            (_sheet_name(at, one), one["title"], _theme(release, one), one["period"])
            for at, one in enumerate(said["tables"], 1)
        ),
    )
    return Sheet(
        "About", title_said(release), (), (Block("", ("What", "Says"), tuple(rows)), contents)
    )


def _of_table(release: Release, at: int, table: Mapping[str, Any]) -> Sheet:
    counts = counts_of(release, table)
    shares = [percents_of(release, indicator_named(release, one)) for one in table["indicators"]]
    says = (_theme(release, table),)
    blocks = (_block("Numbers", counts), *(_block(one.title, one) for one in shares))
    notes = (*under_table(release, table), *symbols_in((counts, *shares)))
    return Sheet(_sheet_name(at, table), table["title"], says, blocks, notes)


def _block(title: str, grid: Grid) -> Block:
    rows = tuple(
        ("\u2003" * row.depth + row.label, *map(as_value, row.values)) for row in grid.rows
    )
    return Block(title, grid.headers, rows)


def _definitions(release: Release) -> Sheet:
    rows = tuple(
        (one["title"], one["id"], int(one["version"]), about, says)
        for one in release.said["definitions"]
        for about, says in definition_lines(one)
    )
    headers = ("Figure", "Definition", "Version", "About", "What holds")
    return Sheet("Definitions", "What each figure means", (), (Block("", headers, rows),))


def _long_form(release: Release) -> Sheet:
    headers, *rows = csv.reader(io.StringIO(release.figures))
    numbers = [name in _NUMBERS for name in headers]
    values = tuple(
        tuple(as_value(one) if n else one for one, n in zip(row, numbers, strict=True))
        for row in rows
    )
    says = ("One figure a row, as in figures.csv; a blank category is summed over.",)
    return Sheet("Long form", "The figures, one a row", says, (Block("", tuple(headers), values),))


def _grids(release: Release) -> Iterator[Grid]:
    for table in release.said["tables"]:
        yield counts_of(release, table)
        for name in table["indicators"]:
            yield percents_of(release, indicator_named(release, name))


def _theme(release: Release, table: Mapping[str, Any]) -> str:
    named = {one["id"]: one["title"] for one in release.said["themes"]}
    return str(named[table["theme"]])


def _sheet_name(at: int, table: Mapping[str, Any]) -> str:
    """A name that any spreadsheet takes: numbered, and cut after a word."""
    plain = "".join(" " if one in "[]:*?/\\" else one for one in table["title"])
    name = f"{at} {' '.join(plain.split())}"
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME + 1].rpartition(" ")[0].rstrip(" ,;")[:_LONGEST_NAME]
