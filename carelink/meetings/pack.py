"""What is the pack of one meeting? Who is on its list and why, what is carried, what was decided.

A pack is a finished value: every word in it may be read by its audience.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

# What stands in one cell: words, a whole number or a day. A fact that is missing is words too.
Value = str | int | date


class Column(NamedTuple):
    """A column of the list; `share` says how wide it is against the others.

    Its numbers are whole ones, or money in whole pence.
    """

    title: str
    share: int = 2
    pence: bool = False


class Row(NamedTuple):
    """One young person on the list: as many cells as there are columns, and why they are here.

    `name` is what this audience may call them; `person_id` is empty where it may not know them.
    """

    person_id: str
    name: str
    cells: tuple[Value, ...]
    reason: str


class Group(NamedTuple):
    """One part of the list under its heading; `empty` is said where nobody stands in it."""

    title: str
    rows: tuple[Row, ...]
    empty: str = ""


class Carried(NamedTuple):
    """An action of an earlier meeting: still open, or done since the last one.

    One of `item_id` (about a young person) and `action_id` (about nobody in particular) is given,
    unless the audience may not know. `times` is how many meetings since have found it open.
    """

    item_id: str
    action_id: str
    person_id: str
    name: str
    what: str
    by_whom: str
    set_on: Value
    due_on: Value
    done: bool
    times: int
    stands: str


class Decided(NamedTuple):
    """What the last meeting decided about one young person."""

    item_id: str
    person_id: str
    name: str
    says: str


class Pack(NamedTuple):
    """One meeting's pack on a day, for one audience.

    `said` says how the list comes out of the roll. `last` is the day of the last meeting of the
    kind, None when none is recorded. `worker_id` is whose supervision it is, `about` their name.
    """

    kind: str
    title: str
    as_at: date
    audience: str
    said: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    carried: tuple[Carried, ...] = ()
    decided: tuple[Decided, ...] = ()
    notes: tuple[str, ...] = ()
    last: date | None = None
    worker_id: str = ""
    about: str = ""

    @property
    def rows(self) -> Iterator[Row]:
        """Every row of every group, in order; somebody may stand in more than one group."""
        return (row for group in self.groups for row in group.rows)

    @property
    def people(self) -> list[str]:
        """Who is on the list, each once, in order; nobody where the audience may not know."""
        return list(dict.fromkeys(row.person_id for row in self.rows if row.person_id))
