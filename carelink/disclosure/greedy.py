"""What would somebody hide by hand? The next smallest in the line, until nothing is exposed.

For the comparison with the fewest alone; what is released is chosen by `exact`.
"""

from dataclasses import dataclass

import numpy as np

from carelink.disclosure.frozen import Frozen
from carelink.disclosure.master import cost_of
from carelink.disclosure.primary import primary_of, totals_of
from carelink.disclosure.puzzle import Puzzle, puzzles_of
from carelink.disclosure.reader import Mask, OutOfTime, Reader
from carelink.disclosure.repair import NoneSafe, Repair
from carelink.disclosure.unsafe import Unsafe


@dataclass(frozen=True)
class ByHand:
    """How many cells are hidden in all, and what those cost that were hidden for others' sake."""

    hidden: int
    cost: float
    seconds: float


def by_hand(frozen: Frozen) -> ByHand:
    """The next smallest cell of an exposed cell's line is hidden, line by line, until all is safe.

    Raises: Unsafe where nothing is left to hide, or the time is over.
    """
    totals = totals_of(frozen)
    primary = {cell: why for cell, why in primary_of(frozen).items() if cell not in totals}
    hidden, cost, seconds = len(primary), 0.0, 0.0
    for puzzle in puzzles_of(frozen, primary):
        reader = Reader(puzzle, frozen.limits.values, frozen.limits.seconds - seconds)
        try:
            mask = _hidden(puzzle, reader, Repair(puzzle, reader, frozen.limits.small_up_to))
        except (NoneSafe, OutOfTime):
            raise Unsafe("Nothing is left that could be hidden by hand.") from None
        hidden += int((mask & ~puzzle.forced).sum())
        cost, seconds = cost + cost_of(puzzle, mask), seconds + reader.seconds
    return ByHand(hidden, cost, seconds)


def _hidden(puzzle: Puzzle, reader: Reader, repair: Repair) -> Mask:
    mask = puzzle.forced.copy()
    while True:
        repair.fill_sums(mask)
        one = next(reader.exposed(mask), None)
        if one is None:
            return mask
        mask[_next_smallest(puzzle, mask, one.cell)] = True


def _next_smallest(puzzle: Puzzle, hidden: Mask, cell: int) -> int:
    """The smallest shown cell of a line with it; where all of its lines are hidden, of any other.

    Raises: NoneSafe where all is hidden.
    """
    beside = {at for parts, whole in puzzle.sums for at in (*parts, whole)} - {-1}
    near = {at for row in puzzle.sums if cell in (*row[0], row[1]) for at in (*row[0], row[1])}
    for among in (near, beside):
        shown = [at for at in among if at >= 0 and not hidden[at]]
        if shown:
            return min(shown, key=lambda at: (int(puzzle.counts[at]), at))
    if hidden.all():
        raise NoneSafe
    return int(np.flatnonzero(~hidden)[0])
