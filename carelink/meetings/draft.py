"""What does a list hold before anybody sees it? Everything that may betray somebody is marked."""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.meetings.marked import Cell

NAMES, DAYS, TYPED = "names", "days", "typed"


class DraftColumn(NamedTuple):
    """A column as it is drafted; `only` says what it holds nothing but: names, days, typed words.

    Such a column is left out whole where these may not be seen. Numbers are whole, or `pence`.
    """

    title: str
    share: int = 2
    only: str = ""
    pence: bool = False


class DraftRow(NamedTuple):
    """Somebody on the list: their case, the cells, and why they are here."""

    case: CaseFile
    cells: tuple[Cell, ...]
    because: Cell


class DraftGroup(NamedTuple):
    """A part of the list; `empty` is said where nobody stands in it."""

    title: str
    rows: tuple[DraftRow, ...]
    empty: str = ""


class DraftAction(NamedTuple):
    """An action of an earlier meeting; `case` is None for one about nobody in particular."""

    case: CaseFile | None
    item_id: str
    what: Cell
    by_whom: Cell
    set_on: Cell
    due_on: Cell
    done: bool
    times: int
    stands: Cell


class DraftDecision(NamedTuple):
    """What the last meeting decided about somebody."""

    case: CaseFile
    item_id: str
    says: Cell


class Draft(NamedTuple):
    """A whole pack before anybody sees it; `said` has no name and no day but those of the list."""

    kind: str
    said: str
    columns: tuple[DraftColumn, ...]
    groups: tuple[DraftGroup, ...]
    notes: tuple[Cell, ...] = ()
    worker_id: str = ""
    about: Cell = ""
    actions: tuple[DraftAction, ...] = ()
    decisions: tuple[DraftDecision, ...] = ()
    last: date | None = None
