"""What is to be protected? The frozen set: tables, true counts, and what was shown before."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from carelink.disclosure.cells import Cell, Dimension, Line, Table, cells_of, lines_of


class Limits(NamedTuple):
    """What counts as safe. Source: the Department for Education's files, where 6 is first shown.

    Units: `small_up_to` and `values` whole numbers of people and of possible values, `base` what is
    rounded to, `within` how far a rounded figure may lie from the truth, `hold_up_to` how many
    changed people still hold a line, `seconds` how long a solver may take.
    """

    small_up_to: int = 5
    values: int = 5
    base: int = 5
    within: int = 4
    hold_up_to: int = 2
    seconds: float = 60.0


class _Frozen(NamedTuple):
    tables: tuple[Table, ...]
    dimensions: Mapping[str, Dimension]
    counts: Mapping[Cell, int]
    at_most: tuple[tuple[tuple[Cell, ...], Cell], ...] = ()
    last: Mapping[Cell, int | None] = {}
    held: frozenset[Cell] = frozenset()
    key: bytes = b""
    limits: Limits = Limits()


class Frozen(_Frozen):
    """A set of tables as at a day, from one count of the same people.

    Shape: `counts` has the true count of every cell of `cells`; `at_most` are pairs of cells that
    together are never more than another one; `last` is what the last release showed of a cell
    (None: hidden, a cell not shown then is absent); `held` are the cells of lines in which so few
    people's records changed since an earlier release that a change would point at them; `key` is a
    secret that settles which way a figure is rounded.
    """

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, once."""
        return cells_of(self.tables, self.dimensions)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every way in which the cells add up, once."""
        return lines_of(self.tables, self.dimensions)

    def sum_of(self, cells: Iterable[Cell]) -> int:
        """The true count of several cells together."""
        return sum(self.counts[cell] for cell in cells)
