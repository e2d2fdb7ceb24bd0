"""How a count is made safe to show: rounded to the nearest 5, or hidden on a small base.

Until the full disclosure control comes, this is all the protection there is, so only the headline
indicators are published. Whatever is shown later (a percentage, a total) is made from these.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

ROUNDED_TO = 5
SMALLEST_BASE = 20
HIDDEN = "c"
LOW = "low"


class Shown(NamedTuple):
    """A count, what is left of its base, and the base, all rounded so that they add up."""

    n: int
    remainder: int

    @property
    def base(self) -> int:
        """The shown base: the two shown parts together, never the true one."""
        return self.n + self.remainder

    @property
    def percent(self) -> str:
        """The whole per cent that the two shown figures make."""
        return percent_of(self.n, self.base)


def protect(n: int, remainder: int) -> Shown | None:
    """What may be shown of two true counts; None when the base is too small to show anything."""
    if n + remainder < SMALLEST_BASE:
        return None
    return Shown(nearest(n), nearest(remainder))


def nearest(count: int) -> int:
    """The nearest multiple of 5, halves up."""
    return (2 * count + ROUNDED_TO) // (2 * ROUNDED_TO) * ROUNDED_TO


def percent_of(n: int, base: int) -> str:
    """A whole per cent, halves up; "low" where it is above nought and rounds to nought."""
    whole = (Decimal(100 * n) / base).quantize(Decimal(1), ROUND_HALF_UP)
    return LOW if n and not whole else str(whole)
