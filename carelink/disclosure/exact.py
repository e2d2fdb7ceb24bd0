"""What is shown when every figure is exact and some are hidden? The fewest that leave none exposed.

Small figures are hidden, and others with them until a reader who puts all lines of all tables
together is left with enough possible values for each hidden one. A master programme chooses the
cheapest cells to hide; a reader's programme finds what could still be made out, and tells it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from carelink.disclosure.cells import Cell
from carelink.disclosure.frozen import Frozen, Limits
from carelink.disclosure.master import Master, cost_of
from carelink.disclosure.primary import primary_of, totals_of
from carelink.disclosure.programme import NEAR
from carelink.disclosure.protected import Mode, Protected, Why
from carelink.disclosure.puzzle import Puzzle, puzzles_of
from carelink.disclosure.reader import Mask, OutOfTime, Reader
from carelink.disclosure.repair import NoneSafe, Repair
from carelink.disclosure.unsafe import Unsafe

_TOO_FEW = "So few people are in this that nothing can be shown of them."
_NONE_SAFE = "However many figures are hidden, some could still be worked out from those shown."
_OUT_OF_TIME = "No safe way of hiding figures was found in the time allowed."


def exact(frozen: Frozen) -> Protected:
    """Exact figures with the fewest and least costly of them hidden.

    Raises: Unsafe where no pattern is safe, or none was found in time.
    """
    primary = primary_of(frozen)
    totals = totals_of(frozen)
    if any(why is Why.SMALL and cell in totals for cell, why in primary.items()):
        raise Unsafe(_TOO_FEW)
    primary = {cell: why for cell, why in primary.items() if cell not in totals}
    hidden: dict[Cell, Why] = dict(primary)
    cost = least = seconds = 0.0
    for puzzle in puzzles_of(frozen, primary):
        limits = frozen.limits._replace(seconds=frozen.limits.seconds - seconds)
        found = hide(puzzle, limits)
        hidden |= _why(frozen, puzzle, found.hidden, primary)
        cost, least = cost + found.cost, least + found.least
        seconds += found.seconds
    return Protected(
        Mode.EXACT,
        {cell: None if cell in hidden else frozen.counts[cell] for cell in frozen.cells},
        {cell: hidden[cell] for cell in frozen.cells if cell in hidden},
        proven=cost - least <= NEAR * max(cost, 1.0),
        gap=max(0.0, cost - least) / cost if cost - least > NEAR * max(cost, 1.0) else 0.0,
        cost=cost,
        seconds=seconds,
    )


def _why(
    frozen: Frozen, puzzle: Puzzle, hidden: Mask, primary: Mapping[Cell, Why]
) -> dict[Cell, Why]:
    """Why each further cell is hidden: its line's hidden sum was small, or another needs it."""
    further = {puzzle.cells[at] for at in np.flatnonzero(hidden & ~puzzle.forced)}
    few: set[Cell] = set()
    for line in frozen.lines:
        first = [cell for cell in line.parts if cell in primary]
        if line.whole not in primary and 0 < frozen.sum_of(first) <= frozen.limits.small_up_to:
            few.update(line.parts)
    return {cell: Why.SMALL_SUM if cell in few else Why.PROTECTS for cell in further}


@dataclass(frozen=True)
class Found:
    """A safe pattern of a puzzle, what it costs, and what none can cost less than."""

    hidden: Mask
    cost: float
    least: float
    seconds: float


def hide(puzzle: Puzzle, limits: Limits) -> Found:
    """The cheapest safe pattern, or at the time's end the cheapest found.

    Raises: Unsafe where there is none, or none was found in time.
    """
    search = _Search(puzzle, limits)
    try:
        search.start()
    except NoneSafe:
        raise Unsafe(_NONE_SAFE) from None
    except OutOfTime:
        raise Unsafe(_OUT_OF_TIME) from None
    try:
        search.improve()
    except OutOfTime:
        if search.cost == float("inf"):
            raise Unsafe(_OUT_OF_TIME) from None
        search.least = min(max(search.least, search.master.least), search.cost)
    return Found(search.best, search.cost, search.least, search.seconds)


class _Search:
    """A safe pattern to begin with, then patterns from below until one of them is safe."""

    def __init__(self, puzzle: Puzzle, limits: Limits) -> None:
        self.puzzle, self.limits = puzzle, limits
        self.reader = Reader(puzzle, limits.values, limits.seconds)
        self.master = Master(puzzle, limits.small_up_to)
        self.repair = Repair(puzzle, self.reader, limits.small_up_to)
        self.best: Mask = puzzle.forced
        self.cost = float("inf")
        self.least = 0.0

    @property
    def seconds(self) -> float:
        return self.reader.seconds + self.master.seconds

    def start(self) -> None:
        """A safe pattern, whatever it costs; one that is safe only for parts of people is none."""
        hidden = self.repair.mended(self.puzzle.forced, self.master)
        if self._safe(hidden):
            self._take(hidden)

    def improve(self) -> None:
        """The cheapest pattern not ruled out, until it is safe or as dear as the best one."""
        while True:
            self.reader.left = self.limits.seconds - self.master.seconds
            hidden = self.master.cheapest(self.limits.seconds - self.seconds)
            if hidden is None:
                raise Unsafe(_NONE_SAFE)
            self.least = max(self.least, min(self.master.least, self.cost))
            if cost_of(self.puzzle, hidden) >= self.cost - NEAR:
                self.least = self.cost
                return
            if self._safe(hidden):
                self._take(hidden)
                self.least = self.cost
                return

    def _safe(self, hidden: Mask) -> bool:
        found = list(self.reader.exposed(hidden))
        for one in found:
            self.master.rule_out(one, hidden)
        if found:
            return False
        pinned = list(self.reader.pinned_in_whole_numbers(hidden))
        for cell in pinned:
            self.master.rule_out_all_of(cell, hidden)
        return not pinned

    def _take(self, hidden: Mask) -> None:
        cost = cost_of(self.puzzle, hidden)
        if cost < self.cost:
            self.best, self.cost = hidden, cost
