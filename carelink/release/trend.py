"""How has each indicator gone, release by release, beside its target and what others published?

Only what a release showed is read here, as it was shown. One line is one definition: where that
changed, or the way figures are shown, a break is marked and no line crosses it. What was counted
another way stands on a line of its own, or not at all. Source: seeds 1N, finding 6.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from carelink.charts import Break, Point, Series, Trend
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
from carelink.figures.targets import Target, target_for
from carelink.release.comparators import NEIGHBOURS, medians_of, parts_said
from carelink.release.release import Release
from carelink.release.rows import HIDDEN, LOW, NOT_APPLICABLE
from carelink.release.shown import Shown, shown_of

OURS = "Ours"
# Nobody counts whom we hold on a day but we: what the council's own papers said is history.
_LINES = {
    DFE: "{area}, published",
    DFE_BEFORE_2018: "{area}, published before 2018",
    COUNCIL_DAY: "{area}, council papers",
}
_SAYS = {
    HIDDEN: "hidden, so that nobody can be recognised",
    NOT_APPLICABLE: "does not apply: nobody is in its base",
    LOW: "above nought and under half of one per cent",
}
_NOT_IN_IT = "not in this release"
_NOT_APPROVED = "not yet approved"


class Kept(NamedTuple):
    """A release as it is kept: when it was prepared, and whether another person approved it."""

    release: Release
    prepared_at: datetime
    approved: bool


class Dated(NamedTuple):
    """What one release showed of an indicator by the day it speaks of; None if nothing."""

    at: date
    shown: Shown | None
    approved: bool


def trend_of(
    releases: Iterable[Kept],
    targets: tuple[Target, ...],
    indicator: str,
    age_band: str | None = None,
    comparators: Comparators | None = None,
) -> Trend:
    """One indicator over time, of one age band or of everybody."""
    dated = _dated(list(releases), indicator, age_band)
    last = next((one.shown for one in reversed(dated) if one.shown), None)
    if last is None:
        return Trend(f"{indicator}: no release shows it", (), ceiling=100)
    lines = [Series(OURS, tuple(_point(one) for one in dated), ours=True)]
    others = list(_published(last, indicator, age_band, comparators or load_comparators()))
    known = [one.shown for one in dated if one.shown]
    target = target_for(targets, indicator, age_band or "", last.population)
    return Trend(
        _title(last, age_band),
        tuple(lines + [line for _, line in others]),
        target=target.percent if target else None,
        target_says=target.says if target else "",
        breaks=(*_began({way for way, _ in others}, known[0]), *_breaks(known)),
        ceiling=100,
    )


def indicators_of(releases: Iterable[Kept]) -> tuple[tuple[str, str, str], ...]:
    """Every indicator of these releases as its theme, name and title, those of the latest first."""
    latest_first = sorted(releases, key=lambda one: one.release.as_at, reverse=True)
    found: dict[str, tuple[str, str, str]] = {}
    for kept in latest_first:
        for one in kept.release.said["indicators"]:
            found.setdefault(one["name"], (one["theme"], one["name"], one["title"]))
    return tuple(found.values())


def current(releases: Iterable[Kept]) -> list[Kept]:
    """The releases by their day, each day's last correction alone.

    What waits for approval never takes the place of what was approved.
    """
    by_day: dict[date, Kept] = {}
    for kept in sorted(releases, key=lambda one: (one.approved, one.prepared_at)):
        by_day[kept.release.as_at] = kept
    return [by_day[day] for day in sorted(by_day)]


def _dated(releases: Sequence[Kept], indicator: str, age_band: str | None) -> list[Dated]:
    """What each release showed, by the day it speaks of; of several of one day the last."""
    found: dict[date, Dated] = {}
    gaps: list[Dated] = []
    for kept in current(releases):
        shown = shown_of(kept.release, indicator, age_band)
        if shown is None:
            gaps.append(Dated(kept.release.as_at, None, kept.approved))
        else:
            found[shown.at] = Dated(shown.at, shown, kept.approved)
    # Before the first release that showed it, nothing is missing.
    first = min(found, default=date.max)
    for gap in gaps:
        if gap.at > first:
            found.setdefault(gap.at, gap)
    return [found[at] for at in sorted(found)]


def _title(shown: Shown, age_band: str | None) -> str:
    return f"{shown.title}, ages {age_band.replace('-', ' to ')}" if age_band else shown.title


def _point(one: Dated) -> Point:
    aside = "" if one.approved else f", {_NOT_APPROVED}"
    if one.shown is None:
        return Point(one.at, None, f"{_NOT_IN_IT}{aside}")
    row = one.shown.row
    if row.value.isdigit():
        parts = f"({int(row.n):,} of {int(row.of):,})"
        return Point(one.at, float(row.value), f"{row.value}% {parts}{aside}")
    value = 0.0 if row.value == LOW else None
    return Point(one.at, value, f"{_SAYS.get(row.value, row.value)}{aside}")


def _began(ways: set[str], first: Shown) -> Iterator[Break]:
    """Where what was counted another way ends, and the counting of today begins."""
    if DFE_BEFORE_2018 in ways:
        yield Break(date(2018, 3, 31), f"those were counted {COUNTED_SAID[DFE_BEFORE_2018]}")
    if COUNCIL_DAY in ways:
        yield Break(first.at, f"council papers counted {COUNTED_SAID[COUNCIL_DAY]}")


def _breaks(shown: Sequence[Shown]) -> Iterator[Break]:
    """Where our figure came to mean something else, or to be shown in another way."""
    for before, after in pairwise(shown):
        if says := _broken(before, after):
            yield Break(after.at, says)


def _broken(before: Shown, after: Shown) -> str:
    if before.definition != after.definition:
        return f"it is counted by {after.definition}, before that by {before.definition}"
    if before.version != after.version:
        says = f"definition {after.definition} is version {after.version}, before "
        return f"{says}{show(after.at)} it was version {before.version}"
    if before.mode != after.mode:
        return f"figures are {after.mode}, before that they were {before.mode}"
    if before.beside != after.beside:
        return "its table is divided in another way"
    return ""


def _published(
    last: Shown, indicator: str, age_band: str | None, comparators: Comparators
) -> Iterator[tuple[str, Series]]:
    """A line for each area and each way of counting that may stand on a chart with ours."""
    birthday = last.population == BIRTHDAY_COHORT
    ways = (DFE, DFE_BEFORE_2018) if birthday else (COUNCIL_DAY,)
    band = age_band or ""
    for area in (comparators.own, *reversed(comparators.areas)):
        figures = comparators.figures_of(area, published_as(indicator), band)
        for way in ways:
            points = tuple(_published_point(one) for one in figures if one.counted == way)
            if points:
                yield way, Series(_LINES[way].format(area=area), points)
    if birthday:
        for line in _neighbours(comparators, indicator, band):
            yield DFE, line


def _neighbours(comparators: Comparators, indicator: str, band: str) -> Iterator[Series]:
    """The neighbours' median by year, where it may stand beside ours."""
    points = []
    for one in medians_of(comparators, indicator, band):
        if one.at is not None:
            value = None if one.percent == HIDDEN else float(one.percent)
            points.append(Point(one.at, value, f"{one.share}{one.over_said}"))
    if points:
        yield Series(f"{NEIGHBOURS}, published", tuple(points))


def _published_point(one: Published) -> Point:
    if one.shown is None:
        says = (
            "does not apply" if one.percent == NOT_APPLICABLE else "hidden where it was published"
        )
        return Point(one.at, None, says)
    if one.percent == LOW:
        return Point(one.at, 0.0, _SAYS[LOW])
    return Point(one.at, float(one.shown), f"{one.percent}%{parts_said(one.n, one.of)}")
