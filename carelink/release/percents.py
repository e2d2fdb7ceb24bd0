"""What per cent do two shown figures make?"""

from decimal import ROUND_HALF_UP, Decimal

LOW = "low"


def percent_of(n: int, base: int) -> str:
    """A whole per cent, halves up; "low" where it is above nought and rounds to nought."""
    whole = (Decimal(100 * n) / base).quantize(Decimal(1), ROUND_HALF_UP)
    return LOW if n and not whole else str(whole)
