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
from carelink.figures.targets import Target, target_for
from carelink.release.others_lines import LOW_SAYS, others_lines
from carelink.release.release import Release
from carelink.release.rows import HIDDEN, LOW, NOT_APPLICABLE
from carelink.release.shown import Shown, shown_of

OURS = "Ours"
SAYS = {
    HIDDEN: "hidden, so that nobody can be recognised",
    NOT_APPLICABLE: "does not apply: nobody is in its base",
    LOW: LOW_SAYS,
}
NOT_IN_IT = "not in this release"
NOT_APPROVED = "not yet approved"


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
    known = [one.shown for one in dated if one.shown]
    if not known:
        return Trend(f"{indicator}: no release shows it", (), ceiling=100)
    ours = Series(OURS, tuple(_point(one) for one in dated), ours=True)
    others, ends = others_lines(
        known[0], indicator, age_band or "", comparators or load_comparators()
    )
    target = target_for(targets, indicator, age_band or "", known[-1].population)
    return Trend(
        _title(known[-1], age_band),
        (ours, *others),
        target=target.percent if target else None,
        target_says=target.says if target else "",
        breaks=(*ends, *_breaks(known)),
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
    aside = "" if one.approved else f", {NOT_APPROVED}"
    if one.shown is None:
        return Point(one.at, None, f"{NOT_IN_IT}{aside}")
    row = one.shown.row
    if row.value.isdigit():
        parts = f"({int(row.n):,} of {int(row.of):,})"
        return Point(one.at, float(row.value), f"{row.value}% {parts}{aside}")
    value = 0.0 if row.value == LOW else None
    return Point(one.at, value, f"{SAYS.get(row.value, row.value)}{aside}")


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
