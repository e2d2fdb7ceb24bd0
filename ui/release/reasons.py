"""Why does a figure stand as it does in the preview? In words, for a manager alone."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.disclosure import Cell, Mode, Why
from carelink.release.grids import as_shown, cells_in, counts_of, table_named
from ui.release.in_hand import InHand

_HELD, _HIDDEN = "held", "hidden"


class CellShown(NamedTuple):
    """One cell of the preview: what is printed beside the true count, and why."""

    cell: Cell
    printed: str
    counted: int
    mark: str
    why: str
    where: str = ""

    @property
    def says(self) -> str:
        """As it stands in the table: c (3), hidden."""
        return f"{self.printed} ({self.counted:,})" + (f" {self.mark}" if self.mark else "")


class PreviewRow(NamedTuple):
    """One row of the preview, a label and its cells."""

    node: str
    label: str
    depth: int
    cells: tuple[CellShown, ...]


class Preview(NamedTuple):
    """A table as it will be printed, beside the truth; `headers` name the first column too."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[PreviewRow, ...]


def preview_of(in_hand: InHand, name: str, since: str) -> Preview:
    """One table of the frozen set; `since` is the day of the last release, in words."""
    release = in_hand.prepared.release
    assert release is not None
    table = table_named(release, name)
    grid = counts_of(release, table)
    rows = [
        PreviewRow(
            row.node,
            row.label,
            row.depth,
            tuple(
                cell_shown(in_hand, cell, since)._replace(where=f"{row.label}, {header}")
                for header, cell in zip(grid.headers[1:], cells, strict=True)
            ),
        )
        for row, cells in zip(grid.rows, cells_in(release, table), strict=True)
    ]
    return Preview(grid.title, grid.headers, tuple(rows))


def cell_shown(in_hand: InHand, cell: Cell, since: str) -> CellShown:
    """What is printed of a cell, what was counted, and why it is hidden or held."""
    done = in_hand.prepared
    assert done.release is not None
    assert done.protected is not None
    printed = as_shown(done.release.counts[cell])
    why = done.protected.why.get(cell)
    mark = "" if why is None else _HIDDEN if done.protected.shown[cell] is None else _HELD
    return CellShown(cell, printed, done.counts[cell], mark, _why(why, mark, done.mode, since))


def say_cell(one: CellShown) -> str:
    """Everything about one cell, in sentences."""
    printed = "Hidden, printed as c" if one.printed == "c" else f"Printed as {one.printed}"
    return f"{one.where}. {printed}; counted {one.counted:,}. {one.why}"


def _why(why: Why | None, mark: str, mode: Mode, since: str) -> str:
    if why is None:
        return "As counted." if mode is Mode.EXACT else "Rounded so that every line adds up."
    if why is Why.CHANGE:
        if mark == _HIDDEN:
            return f"Would show a change of one or two people since {since}."
        return f"Held as printed before: would show a change of one or two people since {since}."
    return {
        Why.SMALL: "Under the threshold: 1 to 5 are never printed.",
        Why.ONE_CATEGORY: "Would tell of a whole group that all of them are in one category.",
        Why.SMALL_SUM: "What is hidden in its line would be 5 or fewer together.",
        Why.PROTECTS: "Protects another: a hidden figure could be worked out from it.",
    }[why]


def last_release_said(in_hand: InHand, days: Iterable[date]) -> str:
    """The day of the last release before this one, in words."""
    latest = max((day for day in days if day <= in_hand.wish.as_at), default=None)
    return show(latest) if latest else "an earlier release"
