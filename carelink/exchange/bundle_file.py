"""Which column of a bundle's file is which, and how is each of its cells read?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from carelink.exchange.columns import COLUMNS, ENDING, PROVENANCE
from carelink.exchange.decoding import Broken, cannot_read
from carelink.exchange.reading import counted, listed
from carelink.exchange.values import Read, Unfit, reader_of, shown
from carelink.facts import KINDS, Provenance

_NO_DAY: dict[str, None] = {"": None}


@dataclass
class BundleFile:
    """One file of the bundle, its header understood.

    `plan` has one entry for each field of the fact: how to read it and from which cell.
    `required` are the fields that no row may leave empty, by their place in the plan; `longest`
    says of each column how many characters a cell may have.
    """

    name: str
    kind: str
    header: list[str]
    fields: list[str]
    plan: list[tuple[Read, int]]
    required: list[tuple[int, str]]
    ending: list[tuple[Read, int]]
    longest: dict[str, int]
    notes: list[str] = field(default_factory=list)

    @property
    def makes_ids(self) -> bool:
        """Whether the file has no column for its rows' own ids."""
        return KINDS[self.kind].key not in self.header

    def told(self, cells: list[str]) -> Provenance | None:
        """Where the row says it came from; None when the file has no such columns.

        Raises: Unfit.
        """
        if not self.ending:
            return None
        at, who, origin = (read(cells[place]) for read, place in self.ending)
        return Provenance(cast(datetime | None, at), cast(str, who), cast(str, origin))

    def unfit(self, cells: list[str]) -> Iterator[str]:
        """What is wrong with each cell that cannot be read."""
        for read, place in (*self.plan, *self.ending):
            try:
                read(cells[place])
            except Unfit as unfit:
                yield str(unfit)


def open_file(
    name: str, kind: str, rows: Iterator[tuple[int, list[str] | Broken]], today: date
) -> BundleFile:
    """Read the header row of a file and make its plan.

    Raises: Refused when a column that no row can do without is missing, or one is there twice.
    """
    header = _header(name, rows)
    columns = COLUMNS[kind]
    known = [column.name for column in columns]
    needed = [column.name for column in columns if column.required]
    missing = [column for column in needed if column not in header]
    if missing:
        more = "the column" if len(missing) == 1 else "the columns"
        raise cannot_read(name, f"it lacks {more} {listed(missing)}; add what is missing.")
    file = BundleFile(
        name,
        kind,
        header,
        known,
        [_place(reader_of(column, today), column.name, header) for column in columns],
        [(place, column.name) for place, column in enumerate(columns) if column.required],
        [_place(reader_of(column, today), column.name, header) for column in ENDING]
        if any(column in header for column in PROVENANCE)
        else [],
        {column.name: column.longest for column in columns},
    )
    if strange := [column for column in header if column not in (*known, *PROVENANCE)]:
        what = counted(len(strange), "column")
        file.notes.append(f"{name} has {what} not read: {listed([shown(n) for n in strange])}.")
    return file


def _header(name: str, rows: Iterator[tuple[int, list[str] | Broken]]) -> list[str]:
    _, cells = next(rows, (0, []))
    if isinstance(cells, Broken) or not cells:
        raise cannot_read(name, "its first row is not a row of column names.")
    header = ["_".join(cell.lower().split()) for cell in cells]
    while header and not header[-1]:
        header.pop()
    twice = sorted({column for column in header if header.count(column) > 1})
    if twice:
        raise cannot_read(name, f"it has the column {listed([shown(n) for n in twice])} twice.")
    return header


def _place(read: Read, column: str, header: list[str]) -> tuple[Read, int]:
    """How to read a column and where it stands; one that is absent reads as not known."""
    if column in header:
        return read, header.index(column)
    nothing = read("")
    return (lambda _: nothing), 0
