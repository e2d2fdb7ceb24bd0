"""What is asked of the numbers, and what is known of it so far?"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from carelink.attack.system import System, Terms

Point = NDArray[np.float64]


@dataclass
class Form:
    """A sum of numbers of which somebody asks how far it goes.

    Shape: `enough` values are all that need be shown, None asks for both ends, and nobody asks
    below `down_to` or above `up_to`; `low` and `high` are what nothing can go beyond, `seen_low`
    and `seen_high` what was met in whole numbers that fit.
    """

    terms: Terms
    enough: int | None = None
    down_to: float = -inf
    up_to: float = inf
    low: float = -inf
    high: float = inf
    seen_low: float = inf
    seen_high: float = -inf

    @property
    def values(self) -> float:
        """How many values it keeps: as many as were met where those are enough."""
        return self.seen_high - self.seen_low + 1 if self.wide else self.high - self.low + 1

    @property
    def wide(self) -> bool:
        """Whether as many values as are enough were met."""
        return self.enough is not None and self.seen_high - self.seen_low + 1 >= self.enough


class Forms:
    """All that is asked, side by side, so that one point is told to all of it."""

    def __init__(self, system: System, forms: Sequence[Form]) -> None:
        self.terms = [form.terms for form in forms]
        self._columns = np.array([c for form in forms for c in form.terms], dtype=np.int64)
        self._factors = np.array([f for form in forms for f in form.terms.values()], dtype=float)
        self._starts = np.cumsum([0, *(len(form.terms) for form in forms)])[:-1]
        enough = (inf if form.enough is None else form.enough for form in forms)
        self._enough = np.array(list(enough), dtype=float)
        self._down_to = np.array([form.down_to for form in forms], dtype=float)
        self._up_to = np.array([form.up_to for form in forms], dtype=float)
        lows, highs = np.array(system.lows, dtype=float), np.array(system.highs, dtype=float)
        up, down = np.maximum(self._factors, 0), np.minimum(self._factors, 0)
        self.low = self._summed(lows, up, highs, down)
        self.high = self._summed(highs, up, lows, down)
        self.seen_low = np.full(len(forms), inf)
        self.seen_high = np.full(len(forms), -inf)

    def _summed(self, one: Point, by: Point, other: Point, other_by: Point) -> Point:
        if not len(self._starts):
            return np.zeros(0)
        with np.errstate(invalid="ignore"):
            ends = np.where(by != 0, one[self._columns] * by, other[self._columns] * other_by)
        return np.add.reduceat(ends, self._starts)

    def at(self, point: Point) -> Point:
        """What each sum is there."""
        if not len(self._starts):
            return np.zeros(0)
        return np.add.reduceat(self._factors * point[self._columns], self._starts)

    def meet(self, point: Point) -> None:
        """Whole numbers that fit all that is said."""
        values = np.rint(self.at(point))
        np.minimum(self.seen_low, values, out=self.seen_low)
        np.maximum(self.seen_high, values, out=self.seen_high)

    def lacks(self, which: NDArray[np.intp], way: int) -> NDArray[np.bool_]:
        """Of these, whose greatest (way 1) or least (way -1) is still to be found."""
        wide: NDArray[np.bool_] = (
            self.seen_high[which] - self.seen_low[which] + 1 >= self._enough[which]
        )
        if way > 0:
            asked = np.minimum(self.high[which], self._up_to[which])
            return np.asarray(~wide & (self.seen_high[which] < asked))
        asked = np.maximum(self.low[which], self._down_to[which])
        return np.asarray(~wide & (self.seen_low[which] > asked))

    def tell(self, forms: Sequence[Form]) -> None:
        """Says what was found to those who asked."""
        for at, form in enumerate(forms):
            form.low, form.high = float(self.low[at]), float(self.high[at])
            form.seen_low, form.seen_high = float(self.seen_low[at]), float(self.seen_high[at])
