"""The figures as one row each: the form a program reads and the hash is taken over."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from carelink.disclosure.cells import Cell, cell_at

FIRST_COLUMNS = ("release", "table", "measure", "pct_of", "value", "base", "n", "of")
COUNT, PERCENT = "count", "pct"
HIDDEN, LOW, NOT_APPLICABLE = "c", "low", "z"
# Rounded so that the parts add up, each to a multiple of 5 beside the truth.
ROUNDED_TO_5 = "5a"


class Row(NamedTuple):
    """One published figure, every field as it is written.

    Shape: `value` is a whole number or a symbol; `at` are the categories of its cell; `n` and `of`
    are the shown figures a percentage was made from, `pct_of` the dimensions summed over in `of`.
    """

    table: str
    measure: str
    value: str
    at: Cell
    base: str = ""
    pct_of: str = ""
    n: str = ""
    of: str = ""


def write_rows(as_at: str, rows: Iterable[Row], dimensions: Sequence[str]) -> str:
    """The long form as text; the same rows give the same text."""
    out = io.StringIO()
    written = csv.DictWriter(out, (*FIRST_COLUMNS, *dimensions), restval="", lineterminator="\n")
    written.writeheader()
    for row in rows:
        fields = {name: getattr(row, name) for name in FIRST_COLUMNS if name != "release"}
        written.writerow({"release": as_at, **fields, **dict(row.at)})
    return out.getvalue()


def read_rows(figures: str, total_labels: Iterable[str]) -> list[Row]:
    """The rows of a long form; a category with a total's label is summed over.

    Raises: ValueError where the text is not a long form.
    """
    totals = frozenset(total_labels)
    read = csv.DictReader(io.StringIO(figures))
    header = tuple(read.fieldnames or ())
    if header[: len(FIRST_COLUMNS)] != FIRST_COLUMNS:
        raise ValueError("The figures do not begin with the columns of the long form.")
    dimensions = header[len(FIRST_COLUMNS) :]
    return [_row(fields, dimensions, totals) for fields in read]


def _row(fields: dict[str, str], dimensions: Sequence[str], totals: frozenset[str]) -> Row:
    at = cell_at((name, fields[name]) for name in dimensions if fields[name] not in totals)
    named = {name: fields[name] for name in FIRST_COLUMNS if name != "release"}
    return Row(at=at, **named)
