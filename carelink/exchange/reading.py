"""What did a source say? Its rows by kind, the rows refused, and what was not read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from carelink.facts import Provenance

_OURS = UUID("6f5c0b7e-5d5e-5c63-9a53-0c1f4d1f2a11")


class Refusal(NamedTuple):
    """One row that cannot be taken: where it stands, and what to do about it in plain words."""

    file: str
    line: int
    says: str


class Row(NamedTuple):
    """One fact and where it stands. `assumed` fields were not in the source: they only begin one.

    A field that is empty was not said, so it never replaces what is held.
    """

    fact: Any
    file: str
    line: int
    told: Provenance | None = None
    assumed: frozenset[str] = frozenset()


@dataclass
class Reading:
    """All that one source said. `by_nature` are the kinds whose rows came without an id.

    `listed_on` is the day of which a list of today's state speaks. Shape: `rows` by kind, in the
    order of the file.
    """

    kind: str
    rows: dict[str, list[Row]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    by_nature: frozenset[str] = frozenset()
    listed_on: date | None = None

    def add(self, kind: str, row: Row) -> None:
        """One more row of a kind."""
        self.rows.setdefault(kind, []).append(row)

    def refuse(self, file: str, line: int, *says: str) -> None:
        """Leave a row out, with every reason why."""
        self.refused.append(Refusal(file, line, " ".join(says)))


Source = Mapping[str, bytes]


def derived_id(*parts: object) -> str:
    """The id of a row that came without one: the same parts give the same id on any day."""
    return str(uuid5(_OURS, "\x1f".join("" if part is None else str(part) for part in parts)))


def listed(names: Sequence[str]) -> str:
    """Names as they are said: a, b and c."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 row, 2 rows."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
