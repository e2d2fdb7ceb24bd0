"""What does each published sign say of the true count behind it?"""

import re
from collections.abc import Mapping
from math import inf
from typing import NamedTuple

from carelink.attack.reading import Percent

# A held figure may lie farther from the truth than a fresh one, and is published as held.
_HELD_BY = 6
_ROUNDED = re.compile(r"(\d+)(a?)")
_WHOLE = re.compile(r"\d{1,3}(,\d{3})+|\d+")
_DECIMAL = re.compile(r"(\d+)(?:\.(\d+))?")


class Said(NamedTuple):
    """What a sign says: from where to where, and whether the figure is to be protected.

    Shape: `number` is the figure as shown, None for a symbol; `exact` whether it is the truth.
    """

    low: float
    high: float
    number: int | None
    exact: bool
    hidden: bool


def number_of(shown: str) -> int | None:
    """The whole number that is shown, or None."""
    return int(shown.replace(",", "")) if _WHOLE.fullmatch(shown) else None


def said_by(shown: str, base: str, *, held: bool, may_be_nought: bool) -> Said:
    """What a published count says. A sign that nobody knows is taken for a hidden figure."""
    number = number_of(shown)
    if number is None:
        symbol = shown.strip("[]").lower()
        if symbol == "z":
            return Said(0, 0, None, True, False)
        if symbol in ("k", "low"):
            return Said(1, 4, None, False, True)
        least = 1 if symbol == "c" and not may_be_nought else 0
        return Said(least, inf, None, False, True)
    rounded = _ROUNDED.fullmatch(base)
    by = int(rounded[1]) if rounded else 1
    if by <= 1:
        return Said(number, number, number, True, False)
    if held:
        return Said(max(0, number - _HELD_BY), number + _HELD_BY, number, False, False)
    if rounded and rounded[2]:
        return Said(max(0, number - by + 1), number + by - 1, number, False, False)
    return Said(max(0, number - by // 2), number + (by - 1) // 2, number, False, False)


class Share(NamedTuple):
    """A per cent of true counts: low/per <= n/of < high/per, with n the part and of the whole."""

    low: int
    high: int
    per: int


def share_of(percent: Percent, shown: Mapping[tuple[tuple[str, str], ...], str]) -> Share | None:
    """What a per cent says beyond the two figures it may have been made from; None for nothing."""
    n = number_of(percent.n or shown.get(percent.at, ""))
    of = number_of(percent.of or shown.get(percent.whole, ""))
    if percent.shown in ("low", "k"):
        if n is not None and of and 0 < 200 * n < of:
            return None
        return Share(0, 1, 200)
    figure = _DECIMAL.fullmatch(percent.shown)
    if figure is None:
        return None
    scale = 10 ** len(figure[2] or "")
    value = int(figure[1] + (figure[2] or ""))
    if n is not None and of and value == (200 * scale * n + of) // (2 * of):
        return None
    return Share(2 * value - 1, 2 * value + 1, 200 * scale)
