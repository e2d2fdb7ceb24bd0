"""Which lines of others' figures may stand on a chart with ours, and where do they break?

Around their birthday: the areas of the council's list and its neighbours' median. Of a day nobody
publishes anything; what the council's own papers printed is history, on a line of its own.
"""

from collections.abc import Iterator
from datetime import date

from carelink.charts import Break, Point, Series
from carelink.figures.comparators import Comparators
from carelink.figures.populations import BIRTHDAY_COHORT
from carelink.figures.published import (
    COUNCIL_DAY,
    COUNTED_SAID,
    DFE,
    DFE_BEFORE_2018,
    Published,
    published_as,
)
from carelink.release.comparators import NEIGHBOURS, medians_of, parts_said
from carelink.release.rows import HIDDEN, LOW, NOT_APPLICABLE
from carelink.release.shown import Shown

LOW_SAYS = "above nought and under half of one per cent"
_BEGAN = date(2018, 3, 31)


def others_lines(
    shown: Shown, indicator: str, age_band: str, comparators: Comparators
) -> tuple[tuple[Series, ...], tuple[Break, ...]]:
    """The lines beside an indicator as it was shown, and where what was counted otherwise ends."""
    birthday = shown.population == BIRTHDAY_COHORT
    ways = (DFE, DFE_BEFORE_2018) if birthday else (COUNCIL_DAY,)
    lines, ends = [], set()
    for area in (comparators.own, *reversed(comparators.areas)):
        held = comparators.figures_of(area, published_as(indicator), age_band)
        figures = sorted((one for one in held if one.counted in ways), key=lambda one: one.at)
        if figures:
            name = f"{area}, {'published' if birthday else 'council papers'}"
            lines.append(Series(name, tuple(_point(one) for one in figures)))
            ends |= {one.counted for one in figures}
    if birthday:
        lines += _neighbours(comparators, indicator, age_band)
    return tuple(lines), tuple(_breaks(ends, shown))


def _breaks(ways: set[str], first: Shown) -> Iterator[Break]:
    if DFE_BEFORE_2018 in ways:
        yield Break(_BEGAN, f"those were counted {COUNTED_SAID[DFE_BEFORE_2018]}")
    if COUNCIL_DAY in ways:
        yield Break(first.at, f"council papers counted {COUNTED_SAID[COUNCIL_DAY]}")


def _neighbours(comparators: Comparators, indicator: str, age_band: str) -> Iterator[Series]:
    """The neighbours' median by year."""
    points = []
    for one in medians_of(comparators, indicator, age_band):
        if one.at is not None:
            value = None if one.percent == HIDDEN else float(one.percent)
            points.append(Point(one.at, value, f"{one.share}{one.over_said}"))
    if points:
        yield Series(f"{NEIGHBOURS}, published", tuple(points))


def _point(one: Published) -> Point:
    if one.percent == NOT_APPLICABLE:
        return Point(one.at, None, "does not apply")
    if one.shown is None:
        return Point(one.at, None, "hidden where it was published")
    if one.percent == LOW:
        return Point(one.at, 0.0, LOW_SAYS)
    return Point(one.at, float(one.shown), f"{one.percent}%{parts_said(one.n, one.of)}")
