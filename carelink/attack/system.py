"""What do all these statements together leave open? Whole numbers, and the rows that bind them."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, floor, inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# How often the rows are gone through before the rest is left to the solver.
_ROUNDS = 30
# What a number that ought to be whole may be off by.
_NEAR = 1e-6

Terms = Mapping[int, int]


class Row(NamedTuple):
    """Columns with their factors, and between what they add up to."""

    terms: tuple[tuple[int, int], ...]
    low: float
    high: float


class Contradiction(Exception):
    """No numbers fit all that is said."""


class Moves(NamedTuple):
    """How many people changed their cell, and what came into each cell and went out of it.

    Shape: columns, in the same order: the cell `before` and `after`, `into` it and `out` of it.
    """

    people: int
    before: NDArray[np.int32]
    after: NDArray[np.int32]
    into: NDArray[np.int32]
    out: NDArray[np.int32]

    def filled(self, point: NDArray[np.float64]) -> bool:
        """Sets in and out to what the cells ask for; whether so many people can have done it."""
        change = point[self.after] - point[self.before]
        came, gone = np.maximum(change, 0), np.maximum(-change, 0)
        more = -(-(self.people - came.sum() - gone.sum()) // 2)
        if more > 0:
            # Some came and others went in the same cell: one cell alone may not have room for all.
            room = np.maximum((self.people - came - gone) // 2, 0)
            both = np.minimum(room, np.maximum(more - np.concatenate(([0], room.cumsum()[:-1])), 0))
            came, gone = came + both, gone + both
        point[self.into], point[self.out] = came, gone
        total = came.sum() + gone.sum()
        return bool(max(came.sum(), gone.sum()) <= self.people <= total)


@dataclass
class System:
    """Unknown whole numbers with what is said of them.

    Shape: `lows` and `highs` have the least and the greatest of each column; `rows` bind several;
    `near` has the releases that each column speaks of; `steps` are a cell before and after, the
    totals too. With `leads` every column is another one and `offs` more.
    """

    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    near: list[frozenset[int]] = field(default_factory=list)
    moves: list[Moves] = field(default_factory=list)
    steps: list[tuple[int, int]] = field(default_factory=list)
    leads: NDArray[np.int64] | None = None
    offs: NDArray[np.float64] | None = None

    def add(self, near: Iterable[int], low: float = 0, high: float = inf) -> int:
        """One more unknown number."""
        self.lows.append(low)
        self.highs.append(high)
        self.near.append(frozenset(near))
        return len(self.lows) - 1

    def narrow(self, column: int, low: float, high: float) -> None:
        """One more statement about one number."""
        self.lows[column] = max(self.lows[column], low)
        self.highs[column] = min(self.highs[column], high)

    def bind(self, terms: Iterable[tuple[int, int]], low: float, high: float) -> None:
        """One more statement about several."""
        together: dict[int, int] = {}
        for column, factor in terms:
            together[column] = together.get(column, 0) + factor
        kept = tuple((column, factor) for column, factor in together.items() if factor)
        self.rows.append(Row(kept, low, high))

    def copy(self) -> "System":
        """The same statements, to be added to."""
        return System(
            list(self.lows), list(self.highs), list(self.rows), list(self.near), list(self.moves)
        )

    @property
    def moving(self) -> frozenset[int]:
        """The columns that say what came into a cell and what went out of it."""
        return frozenset(int(at) for one in self.moves for at in (*one.into, *one.out))

    def blocks(self, few: int = 0) -> list[frozenset[int]]:
        """The releases that hardly move by themselves: so few people changed between them."""
        moving = self.moving
        tied = {near for at, near in enumerate(self.near) if at not in moving}
        tied |= {self.near[one.into[0]] for one in self.moves if one.people <= few}
        blocks: list[frozenset[int]] = []
        for near in tied:
            touched = [block for block in blocks if block & near]
            blocks = [block for block in blocks if not block & near]
            blocks.append(frozenset().union(near, *touched))
        return sorted(blocks, key=min)

    def only(self, releases: frozenset[int]) -> "System":
        """What is said of these releases alone."""
        near = self.near
        rows = [row for row in self.rows if all(near[at] <= releases for at, _ in row.terms)]
        moves = [one for one in self.moves if near[one.into[0]] <= releases]
        return System(self.lows, self.highs, rows, near, moves)

    def around(self, point: NDArray[np.float64], releases: frozenset[int]) -> "System":
        """The same with every number but those of these releases as in the point."""
        free = [bool(near & releases) for near in self.near]
        lows = [low if may else at for low, at, may in zip(self.lows, point, free, strict=True)]
        highs = [high if may else at for high, at, may in zip(self.highs, point, free, strict=True)]
        moves = [one for one in self.moves if self.near[one.into[0]] & releases]
        return System(lows, highs, self.rows, self.near, moves)

    def lead(self, column: int) -> int:
        """The column that it goes with."""
        return column if self.leads is None else int(self.leads[column])

    def in_step(self, point: NDArray[np.float64]) -> "System":
        """The same where between the releases all moves are those of the point.

        Each cell then goes with the same cell of the first release, so that one answer does for
        all of them.
        """
        leads = np.arange(len(self.lows))
        for before, after in self.steps:
            one, other = leads[before], leads[after]
            leads[leads == other] = one
        offs = point - point[leads]
        lows, highs = np.array(point), np.array(point)
        firsts = leads == np.arange(len(leads))
        lows[firsts], highs[firsts] = -inf, inf
        np.maximum.at(lows, leads, np.array(self.lows) - offs)
        np.minimum.at(highs, leads, np.array(self.highs) - offs)
        for moves in self.moves:
            for at in (moves.into, moves.out):
                lows[at] = highs[at] = point[at]
        rows: dict[tuple[tuple[int, int], ...], Row] = {}
        for row in self.rows:
            led = _led(row, leads, offs)
            if led.terms:
                other_row = rows.get(led.terms, led)
                low, high = max(led.low, other_row.low), min(led.high, other_row.high)
                rows[led.terms] = Row(led.terms, low, high)
        led_rows = list(rows.values())
        return System(lows.tolist(), highs.tolist(), led_rows, self.near, [], [], leads, offs)

    def as_in(self, point: NDArray[np.float64]) -> dict[int, float]:
        """The moves of a single person as they are in the point: that one must have moved."""
        alone = [one for one in self.moves if one.people == 1]
        return {int(at): point[at] for one in alone for at in (*one.into, *one.out)}

    def fits(self, point: NDArray[np.float64]) -> bool:
        """Whether the point is as all rows and bounds say."""
        if (point < np.array(self.lows)).any() or (point > np.array(self.highs)).any():
            return False
        return all(
            row.low <= sum(by * point[at] for at, by in row.terms) <= row.high for row in self.rows
        )

    def whole(self, point: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """The point in whole numbers, if its cells are whole; what moved is filled in anew."""
        if self.leads is not None and self.offs is not None:
            point = point[self.leads] + self.offs
        nearest = np.rint(point)
        off = np.abs(point - nearest) > _NEAR
        for moves in self.moves:
            off[moves.into] = off[moves.out] = False
        if off.any() or not all(moves.filled(nearest) for moves in self.moves):
            return None
        return nearest

    def propagate(self) -> None:
        """Narrows every number by each row in turn, for as long as that helps.

        Raises: Contradiction where nothing fits.
        """
        touching: list[list[int]] = [[] for _ in self.lows]
        for at, row in enumerate(self.rows):
            for column, _ in row.terms:
                touching[column].append(at)
        if any(low > high for low, high in zip(self.lows, self.highs, strict=True)):
            raise Contradiction
        waiting = deque(range(len(self.rows)))
        queued = set(waiting)
        left = _ROUNDS * (len(self.rows) + 1)
        while waiting and left:
            left -= 1
            at = waiting.popleft()
            queued.discard(at)
            for column in self._narrowed(self.rows[at]):
                for other in touching[column]:
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)

    def _narrowed(self, row: Row) -> list[int]:
        """The columns that this row narrows."""
        ends = [self._ends(column, factor) for column, factor in row.terms]
        least, loose_low = _summed(end[0] for end in ends)
        most, loose_high = _summed(end[1] for end in ends)
        if (not loose_low and least > row.high) or (not loose_high and most < row.low):
            raise Contradiction
        narrowed = []
        for (column, factor), (low, high) in zip(row.terms, ends, strict=True):
            rest_low = _without(least, loose_low, low, -inf)
            rest_high = _without(most, loose_high, high, inf)
            if self._within(column, factor, row.low - rest_high, row.high - rest_low):
                narrowed.append(column)
        return narrowed

    def _ends(self, column: int, factor: int) -> tuple[float, float]:
        one, other = self.lows[column] * factor, self.highs[column] * factor
        return (one, other) if factor > 0 else (other, one)

    def _within(self, column: int, factor: int, low: float, high: float) -> bool:
        """Takes factor times the number to lie from low to high; whether that narrowed it."""
        if factor < 0:
            low, high = -high, -low
        by = abs(factor)
        least = ceil(low / by) if low > -inf else -inf
        most = floor(high / by) if high < inf else inf
        if least <= self.lows[column] and most >= self.highs[column]:
            return False
        self.narrow(column, least, most)
        if self.lows[column] > self.highs[column]:
            raise Contradiction
        return True

    def parts(self) -> list[tuple[list[int], list[Row]]]:
        """The open columns that hang together, with their rows; a settled number links nothing."""
        leads = list(range(len(self.lows)))

        def lead(column: int) -> int:
            while leads[column] != column:
                leads[column] = leads[leads[column]]
                column = leads[column]
            return column

        opened = [
            [column for column, _ in row.terms if self.lows[column] < self.highs[column]]
            for row in self.rows
        ]
        for columns in opened:
            for column in columns[1:]:
                leads[lead(column)] = lead(columns[0])
        found: dict[int, tuple[list[int], list[Row]]] = {}
        for column in range(len(self.lows)):
            if self.lows[column] < self.highs[column]:
                found.setdefault(lead(column), ([], []))[0].append(column)
        for row, columns in zip(self.rows, opened, strict=True):
            if columns:
                found[lead(columns[0])][1].append(self._open(row))
        return list(found.values())

    def _open(self, row: Row) -> Row:
        """The row without what is settled."""
        settled = [(at, by) for at, by in row.terms if self.lows[at] == self.highs[at]]
        away = sum(self.lows[at] * by for at, by in settled)
        kept = tuple((at, by) for at, by in row.terms if self.lows[at] < self.highs[at])
        return Row(kept, row.low - away, row.high - away)


def _summed(ends: Iterable[float]) -> tuple[float, int]:
    """The sum of the ends that there are, and how many have none."""
    total, loose = 0.0, 0
    for end in ends:
        if abs(end) == inf:
            loose += 1
        else:
            total += end
    return total, loose


def _without(total: float, loose: int, end: float, none: float) -> float:
    """The sum of all ends but one; `none` where another has none."""
    if abs(end) == inf:
        return total if loose == 1 else none
    return none if loose else total - end


def _led(row: Row, leads: NDArray[np.int64], offs: NDArray[np.float64]) -> Row:
    """The row in the columns that the others go with."""
    together: dict[int, int] = {}
    for column, factor in row.terms:
        lead = int(leads[column])
        together[lead] = together.get(lead, 0) + factor
    away = sum(factor * float(offs[column]) for column, factor in row.terms)
    terms = tuple(sorted((column, factor) for column, factor in together.items() if factor))
    return Row(terms, row.low - away, row.high - away)
