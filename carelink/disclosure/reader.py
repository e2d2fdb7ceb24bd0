"""How much can a reader find out about hidden figures? Their least and greatest possible values."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from carelink.disclosure.programme import INF, NEAR, Programme, Solved
from carelink.disclosure.puzzle import Puzzle

Mask = NDArray[np.bool_]
# So many points that fit are kept; the oldest go first.
_POINTS = 4000


class Exposed(NamedTuple):
    """A hidden cell with too few possible values, and what would have to be hidden with it.

    Shape: `gives` is by how much each cell, were it hidden, would widen what is possible at most;
    `lacks` how much is wanting in all, the cells that are hidden anyway counted on neither side.
    """

    cell: int
    gives: NDArray[np.float64]
    lacks: float


class OutOfTime(Exception):
    """The time allowed for the solver is used up."""


class Reader:
    """Somebody who holds everything that is shown, and solves for what is not."""

    def __init__(self, puzzle: Puzzle, values: int, seconds: float) -> None:
        self.puzzle = puzzle
        self.needs = values - 1
        self.left = seconds
        self._lp = _programme(puzzle)
        self._whole: Programme | None = None
        many = len(puzzle.cells)
        # Points of whole people that fitted some pattern: they prove what is possible, also later.
        self._points = np.zeros((_POINTS, many), dtype=np.float32)
        self._moves = np.zeros((_POINTS, many), dtype=np.float32)
        self._met = 0
        self._high = self._low = np.zeros(many, dtype=np.float32)

    @property
    def seconds(self) -> float:
        """How long the solver has worked."""
        return self._lp.seconds + (self._whole.seconds if self._whole else 0.0)

    def exposed(self, hidden: Mask) -> Iterator[Exposed]:
        """Every hidden cell of which a reader can make out too much, with what is wanting."""
        self._hide(self._lp, hidden)
        for cell in self._unsettled(hidden):
            high = self._far(self._lp, cell, -1.0)
            if np.floor(-high.cost + NEAR) >= self.needs:
                continue
            low = self._far(self._lp, cell, 1.0)
            width = np.floor(-high.cost + NEAR) + np.floor(-low.cost + NEAR)
            if width < self.needs:
                yield self._wanting(cell, high, low)

    def pinned_in_whole_numbers(self, hidden: Mask) -> Iterator[int]:
        """Hidden cells that have enough possible values only if people could be divided."""
        if self._whole is None:
            self._whole = _programme(self.puzzle)
            self._whole.make_whole(range(1, len(self.puzzle.cells) + 1))
        self._hide(self._whole, hidden)
        for cell in self._unsettled(hidden):
            high = self._far(self._whole, cell, -1.0)
            low = self._far(self._whole, cell, 1.0)
            if round(-high.cost - low.cost) < self.needs:
                yield cell

    def _far(self, programme: Programme, cell: int, sign: float) -> Solved:
        """How far a cell can go up (-1) or down (1); what is met on the way is kept."""
        programme.price({cell + 1: sign})
        solved = programme.least(self.left - self.seconds)
        if not solved.found or not solved.proven:
            raise OutOfTime
        self._keep(solved.values[1:])
        return solved

    def _keep(self, values: NDArray[np.float64]) -> None:
        """A point that fits, if it is one of whole people."""
        near = np.round(values).astype(np.float32)
        if np.abs(values - near).max(initial=0.0) > NEAR * 10:
            return
        place = self._met % _POINTS
        self._points[place], self._moves[place] = near, near != 0
        self._met += 1
        self._high, self._low = np.maximum(self._high, near), np.minimum(self._low, near)

    def _unsettled(self, hidden: Mask) -> Iterator[int]:
        """Hidden cells that no kept point shows to be safe, those first that must be hidden."""
        fits = self._moves[: self._met] @ (~hidden).astype(np.float32) == 0
        points = self._points[: self._met][fits]
        self._high, self._low = points.max(axis=0, initial=0.0), points.min(axis=0, initial=0.0)
        forced = self.puzzle.forced
        doubtful = np.flatnonzero(hidden & (self._high - self._low < self.needs))
        for cell in sorted(doubtful.tolist(), key=lambda at: (not forced[at], at)):
            if self._high[cell] - self._low[cell] < self.needs:
                yield cell

    def _hide(self, programme: Programme, hidden: Mask) -> None:
        lows = np.where(hidden, -self.puzzle.falls, 0.0)
        tops = np.where(hidden, self.puzzle.rises, 0.0)
        programme.bound(range(1, len(hidden) + 1), lows, tops)

    def _wanting(self, cell: int, high: Solved, low: Solved) -> Exposed:
        """What both answers prove, whatever else is hidden: a cell's slope says what it gives."""
        gives = np.zeros(len(self.puzzle.cells))
        lacks = float(self.needs)
        for solved in (high, low):
            slopes = solved.slopes[1:]
            down, up = slopes > NEAR, slopes < -NEAR
            gives[down] += slopes[down] * self.puzzle.falls[down]
            gives[up] += -slopes[up] * self.puzzle.rises[up]
            for at, (_, over) in enumerate(self.puzzle.slack, len(self.puzzle.adds_up)):
                lacks -= abs(solved.duals[at]) * over
        lacks -= float(gives[self.puzzle.forced].sum())
        gives[self.puzzle.forced] = 0.0
        return Exposed(cell, gives, lacks)


def _programme(puzzle: Puzzle) -> Programme:
    made = Programme()
    made.set("presolve", "off")
    made.add_columns([0.0] * len(puzzle.cells), [0.0] * len(puzzle.cells))
    for row in puzzle.adds_up:
        made.add_row([(at + 1, by) for at, by in row], 0.0, 0.0)
    for row, over in puzzle.slack:
        made.add_row([(at + 1, by) for at, by in row], -INF, over)
    return made
