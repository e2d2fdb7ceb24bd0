"""Which cells are cheapest to hide, so far as is known of what a reader could find out?

A programme of yes and no for each cell, to which what a reader found out is added row by row.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from carelink.disclosure.programme import INF, NEAR, Programme
from carelink.disclosure.puzzle import Puzzle
from carelink.disclosure.reader import Exposed, Mask, OutOfTime

_GIVES = 1e-6


class Master:
    """The cheapest pattern that nothing known so far rules out."""

    def __init__(self, puzzle: Puzzle, small_up_to: int) -> None:
        self._puzzle = puzzle
        self._programme = Programme()
        lows = puzzle.forced.astype(float)
        self._programme.add_columns(list(lows), [1.0] * len(lows), list(puzzle.costs))
        self._programme.make_whole(range(1, len(lows) + 1))
        for terms, low in _rows(puzzle, small_up_to):
            self._programme.add_row([(at + 1, by) for at, by in terms], low, INF)
        self.least = 0.0

    @property
    def seconds(self) -> float:
        """How long the solver has worked."""
        return self._programme.seconds

    def rule_out(self, one: Exposed, hidden: Mask) -> None:
        """A hidden cell of which a reader makes out too much needs others hidden with it."""
        helps = np.flatnonzero((one.gives > _GIVES) & ~hidden)
        self._add([(int(at), 1.0) for at in helps], one.cell, 1.0)
        if one.lacks > NEAR:
            helps = np.flatnonzero(one.gives > _GIVES)
            most = np.minimum(one.gives, one.lacks) / one.lacks
            self._add([(int(at), float(most[at])) for at in helps if at != one.cell], one.cell, 1.0)

    def rule_out_all_of(self, cell: int, hidden: Mask) -> None:
        """Nothing is known but that this cell needs some other hidden with it."""
        self._add([(int(at), 1.0) for at in np.flatnonzero(~hidden)], cell, 1.0)

    def _add(self, terms: list[tuple[int, float]], cell: int, lacks: float) -> None:
        row = [(at + 1, by) for at, by in terms]
        if self._puzzle.forced[cell]:
            self._programme.add_row(row, lacks, INF)
        else:
            self._programme.add_row([*row, (cell + 1, -lacks)], 0.0, INF)

    def cheapest(self, seconds: float, start: Mask | None = None) -> Mask | None:
        """The cheapest pattern; None where there is none.

        Raises: OutOfTime.
        """
        if start is not None:
            self._programme.begin_with([0.0, *start.astype(float)])
        solved = self._programme.least(seconds)
        self.least = max(self.least, solved.least)
        if not solved.proven:
            raise OutOfTime
        return solved.values[1:] > 0.5 if solved.found else None


def _rows(puzzle: Puzzle, small_up_to: int) -> Iterator[tuple[list[tuple[int, float]], float]]:
    """No hidden cell alone in its line, and no line whose hidden parts are few people together."""
    forced = puzzle.forced
    for parts, whole in puzzle.sums:
        members = [*parts, whole] if whole >= 0 else list(parts)
        for at in members:
            rest = [(other, 1.0) for other in members if other != at and _moves(puzzle, other)]
            yield (rest, 1.0) if forced[at] else ([*rest, (at, -1.0)], 0.0)
        if any(forced[at] and 0 < puzzle.counts[at] <= small_up_to for at in parts):
            enough = small_up_to + 1
            terms = [(at, float(min(puzzle.counts[at], enough))) for at in parts]
            if whole >= 0:
                terms.append((whole, float(enough)))
            yield terms, float(enough)


def _moves(puzzle: Puzzle, at: int) -> bool:
    """Whether a cell can differ from its truth at all when it is hidden."""
    return bool(puzzle.falls[at] > 0 or puzzle.rises[at] > 0)


def cost_of(puzzle: Puzzle, hidden: NDArray[np.bool_]) -> float:
    """What the cells cost that are hidden for the sake of others."""
    return float(puzzle.costs[hidden & ~puzzle.forced].sum())
