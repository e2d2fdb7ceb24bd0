"""What have others published of the same thing, and does it compare with ours?

A published figure that was hidden is never read as nought, and a median says over how many it is.
"""

from collections.abc import Iterable
from datetime import date
from statistics import median
from typing import NamedTuple

from carelink.dates import show
from carelink.figures.comparators import Comparators, load_comparators
from carelink.figures.populations import BIRTHDAY_COHORT
from carelink.figures.published import (
    COUNCIL_DAY,
    COUNTED_SAID,
    DFE,
    DFE_BEFORE_2018,
    Published,
    published_as,
)
from carelink.release.release import Release
from carelink.release.rows import HIDDEN
from carelink.release.shown import age_of, shown_of

NOT_HELD = "not held"
NEIGHBOURS = "Neighbours' median"
# What was counted another way is read over time, never beside a figure of today.
_HISTORY = (COUNCIL_DAY, DFE_BEFORE_2018)
COMPARES, WITH_CARE = "counted alike", "counted another way: compare with care"


class Comparator(NamedTuple):
    """A published per cent beside one of ours, as it was printed.

    Shape: `percent` is a whole number (a median may end in .5), `c`, `low`, `z` or NOT_HELD; `n`
    and `of` are blank where they were not published; `over` of `listed` councils make a median.
    """

    area: str
    at: date | None
    percent: str
    n: str
    of: str
    source: str
    counted: str
    alike: bool
    over: int = 1
    listed: int = 1

    @property
    def year(self) -> int | None:
        """The year whose 31 March the figure speaks of; None where nothing is held."""
        return self.at.year if self.at else None

    @property
    def share(self) -> str:
        """The per cent as it is read: 54%, hidden, low, not held."""
        if self.percent == HIDDEN:
            return "hidden"
        return f"{self.percent}%" if self.percent[:1].isdigit() else self.percent

    @property
    def says(self) -> str:
        """The figure in words: England: 54% (20,760 of 38,440), year to 31 March 2025."""
        if self.at is None:
            return f"{self.area}: {self.share}"
        parts = parts_said(self.n, self.of)
        return f"{self.area}: {self.share}{parts}{self.over_said}, to {show(self.at)}"

    @property
    def over_said(self) -> str:
        """Over how many a median is; nothing for a figure of one area."""
        if self.listed == 1:
            return ""
        if self.over == self.listed:
            return f", of all {self.listed}"
        return f", {self.over} of {self.listed} are shown"

    @property
    def sourced(self) -> str:
        """The figure in words with its source and how it was counted."""
        if self.at is None:
            return f"{self.says}."
        return f"{self.says} ({self.source}), counted {self.counted}."

    @property
    def compares(self) -> str:
        """Whether it may be read beside ours, in words."""
        return COMPARES if self.alike else WITH_CARE


def beside(
    release: Release,
    indicator: str,
    age_band: str | None = None,
    comparators: Comparators | None = None,
) -> tuple[Comparator, ...]:
    """What others published of an indicator, as at the release's day; empty if nobody publishes it.

    Ours as published comes first, then the areas of the list, then the neighbours' median.
    """
    ours = shown_of(release, indicator, age_band)
    if ours is None:
        return ()
    listed = comparators or load_comparators()
    name, band = published_as(indicator), age_band or ""
    alike = ours.population == BIRTHDAY_COHORT
    found: list[Comparator] = []
    for area in (listed.own, *listed.areas):
        one = _latest(listed.figures_of(area, name, band), release.as_at)
        found.append(_comparator(one, alike) if one else _not_held(area))
    if listed.neighbours:
        every = [
            _latest(listed.figures_of(a, name, band), release.as_at) for a in listed.neighbours
        ]
        found.append(_median(listed.model, every, alike))
    return tuple(found) if any(one.at for one in found) else ()


def of_other_ages(
    release: Release, indicator: str, comparators: Comparators | None = None
) -> tuple[Comparator, ...]:
    """What was published by age of an indicator that we do not divide by age.

    The areas of the list with their ages: England, ages 19 to 20. Never counted as ours is.
    """
    ours = shown_of(release, indicator)
    if ours is None or age_of(ours.beside):
        return ()
    listed, name = comparators or load_comparators(), published_as(indicator)
    areas = (listed.own, *listed.areas)
    held = [one for one in listed.figures if one.indicator == name and one.area in areas]
    found = []
    for band in sorted({one.age_band for one in held if one.age_band}):
        for area in areas:
            one = _latest((one for one in held if one[1:3] == (area, band)), release.as_at)
            if one is not None:
                ages = f"ages {band.replace('-', ' to ')}" if "-" in band else f"age {band}"
                found.append(_comparator(one, alike=False)._replace(area=f"{area}, {ages}"))
    return tuple(found)


def medians_of(comparators: Comparators, indicator: str, age_band: str) -> tuple[Comparator, ...]:
    """The neighbours' median of every year in which one of them is held."""
    name = published_as(indicator)
    every = [
        one
        for area in comparators.neighbours
        for one in comparators.figures_of(area, name, age_band)
        if one.counted not in _HISTORY
    ]
    by_area = {(one.area, one.at): one for one in every}
    return tuple(
        _median(comparators.model, [by_area.get((a, at)) for a in comparators.neighbours], True)
        for at in sorted({one.at for one in every})
    )


def _latest(figures: Iterable[Published], by: date) -> Published | None:
    """The latest figure that speaks of a day up to `by`, of those counted as others are today."""
    known = (one for one in figures if one.at <= by and one.counted not in _HISTORY)
    return max(known, key=lambda one: one.at, default=None)


def _comparator(one: Published, alike: bool) -> Comparator:
    return Comparator(
        one.area,
        one.at,
        one.percent,
        one.n,
        one.of,
        one.source,
        COUNTED_SAID[one.counted],
        alike and one.counted == DFE,
    )


def _not_held(area: str) -> Comparator:
    return Comparator(area, None, NOT_HELD, "", "", "", "", alike=False)


def _median(model: str, every: list[Published | None], alike: bool) -> Comparator:
    """The median of the neighbours' latest year; hidden where half of them or more are hidden.

    Those that are hidden are the small ones, so a median of a few would read too high.
    """
    at = max((one.at for one in every if one), default=None)
    if at is None:
        return _not_held(NEIGHBOURS)
    of_the_year = [one for one in every if one and one.at == at]
    shown = [one.shown for one in of_the_year if one.shown is not None]
    enough = 2 * len(shown) > len(every)
    percent = f"{median(shown):g}" if enough else HIDDEN
    first = _comparator(of_the_year[0], alike)
    return first._replace(
        area=NEIGHBOURS,
        percent=percent,
        n="",
        of="",
        source=f"{model}: {first.source}",
        over=len(shown),
        listed=len(every),
    )


def parts_said(n: str, of: str) -> str:
    """The two published figures of a per cent, where both were; else nothing."""
    return f" ({int(n):,} of {int(of):,})" if n.isdigit() and of.isdigit() else ""
