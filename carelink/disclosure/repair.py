"""What is safe, if not the cheapest? Cells hidden one by one, then those shown that need not be."""

from dataclasses import dataclass

import numpy as np

from carelink.disclosure.master import Master, cost_of
from carelink.disclosure.puzzle import Puzzle
from carelink.disclosure.reader import Exposed, Mask, Reader

_GIVES = 1e-6


class NoneSafe(Exception):
    """However much is hidden, a reader finds out too much."""


@dataclass
class Repair:
    """Makes a pattern safe by the same solving that a reader would do."""

    puzzle: Puzzle
    reader: Reader
    small_up_to: int

    def mended(self, hidden: Mask, master: Master | None = None) -> Mask:
        """The pattern with what is wanting added, cheapest first; then what is needless shown.

        Raises: NoneSafe, OutOfTime.
        """
        hidden = hidden.copy()
        barred = np.zeros(len(hidden), dtype=bool)
        while True:
            self.fill_sums(hidden)
            found = list(self.reader.exposed(hidden))
            if not found:
                return self.pruned(hidden)
            before = hidden.copy()
            for one in found:
                if master is not None:
                    master.rule_out(one, before)
                self._mend(one, before, hidden, barred)

    def _mend(self, one: Exposed, before: Mask, hidden: Mask, barred: Mask) -> None:
        """Hide the cheapest cell that helps, unless one does that is hidden by now; or show it."""
        could = (one.gives > _GIVES) & ~before
        if not hidden[one.cell] or (could & hidden).any():
            return
        helps = np.flatnonzero(could & ~barred)
        if not len(helps):
            if self.puzzle.forced[one.cell]:
                raise NoneSafe
            hidden[one.cell], barred[one.cell] = False, True
            return
        gives = np.minimum(one.gives[helps], max(one.lacks, 1.0))
        hidden[helps[np.argmin(self.puzzle.costs[helps] / gives)]] = True

    def fill_sums(self, hidden: Mask) -> None:
        """Hide the smallest part more of each line whose hidden parts are few people together."""
        counts = self.puzzle.counts
        for parts, whole in self.puzzle.sums:
            if whole >= 0 and hidden[whole]:
                continue
            places = np.array(parts, dtype=int)
            while 0 < counts[places[hidden[places]]].sum() <= self.small_up_to:
                shown = places[~hidden[places]]
                choices = [*shown, whole] if whole >= 0 else list(shown)
                if not choices:
                    raise NoneSafe
                hidden[min(choices, key=lambda at: (self.puzzle.costs[at], at))] = True
                if whole >= 0 and hidden[whole]:
                    break

    def pruned(self, hidden: Mask) -> Mask:
        """The pattern without the cells that are hidden for nothing, dearest first."""
        order = np.argsort(-self.puzzle.costs, kind="stable")
        for at in order[hidden[order] & ~self.puzzle.forced[order]]:
            if hidden[at]:
                without = self._without(hidden, int(at))
                hidden = hidden if without is None else without
        return hidden

    def _without(self, hidden: Mask, at: int) -> Mask | None:
        """The pattern with a cell shown, and those that were hidden for it; None if unsafe."""
        tried = hidden.copy()
        tried[at] = False
        while True:
            if not self._sums_hold(tried):
                return None
            found = next(self.reader.exposed(tried), None)
            if found is None:
                return tried
            if self.puzzle.forced[found.cell]:
                return None
            tried[found.cell] = False

    def _sums_hold(self, hidden: Mask) -> bool:
        counts = self.puzzle.counts
        for parts, whole in self.puzzle.sums:
            if whole >= 0 and hidden[whole]:
                continue
            places = np.array(parts, dtype=int)
            if 0 < counts[places[hidden[places]]].sum() <= self.small_up_to:
                return False
        return True

    def cost(self, hidden: Mask) -> float:
        """What a pattern costs."""
        return cost_of(self.puzzle, hidden)
