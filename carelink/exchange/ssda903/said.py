"""What do the files of an SSDA903 return hold, row by row, before it is understood?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# A year, or two that follow each other: 2019-oc3.csv, oc3_2018-19.csv, 201819 oc3.csv.
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:[-_/ ]?(20)?(\d\d))?(?!\d)")


class Label(NamedTuple):
    """The year in a file's name. `certain` when two years are named: then it ends the second."""

    year: int
    certain: bool


class Said(NamedTuple):
    """One row: where it stands, and its cells by column, without spaces around them."""

    file: str
    line: int
    label: Label | None
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """What stands in a column; empty when the file lacks it."""
        return self.cells.get(column, "")

    def code(self, column: str) -> str:
        """A code as the return writes it: in capitals."""
        return self.cell(column).upper()


@dataclass
class Return:
    """Every row of the modules that are read, the oldest year first, and what was not read.

    Shape: `left` holds the columns of which nothing is kept, by module.
    """

    header: list[Said] = field(default_factory=list)
    episodes: list[Said] = field(default_factory=list)
    oc3: list[Said] = field(default_factory=list)
    uasc: list[Said] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left: dict[str, set[str]] = field(default_factory=dict)

    def modules(self) -> Mapping[str, list[Said]]:
        """The rows by the name of their module."""
        return {
            "header": self.header,
            "episodes": self.episodes,
            "oc3": self.oc3,
            "uasc": self.uasc,
        }


def label_of(name: str) -> Label | None:
    """The year that a file's name carries; None when it carries none."""
    for found in _YEAR.finditer(name.rpartition("/")[2]):
        first = int(found[1])
        if found[3] is None:
            return Label(first, certain=False)
        if int(found[3]) == (first + 1) % 100:
            return Label(first + 1, certain=True)
    return None


def in_year_order(names: Iterable[str]) -> Sequence[str]:
    """Files by the year in their names, those without one first."""
    return sorted(names, key=lambda name: ((label_of(name) or Label(0, False)).year, name))
