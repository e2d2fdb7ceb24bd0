"""How have the headline figures gone, release by release, beside their target and the others?

Only what a release has shown is read here, as it was shown: rounded, or hidden. The caseload on a
day and the people around their birthday are two definitions and never one line, and never one
chart. Source: seeds 1N, finding 6.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from carelink.charts import Break, Point, Series, Trend
from carelink.dates import show
from carelink.figures.benchmarks import AREAS, Benchmark, benchmarks_for
from carelink.figures.indicators import INDICATORS
from carelink.figures.long_form import YES
from carelink.figures.populations import BIRTHDAY_COHORT, MEASURES_SAID, SNAPSHOT, year_before
from carelink.figures.rounding import HIDDEN, LOW
from carelink.figures.targets import Target, target_for

OURS = "Ours"
_HIDDEN_SAYS = "hidden: too few people"
_NOT_APPROVED = "not yet approved"


class Kept(NamedTuple):
    """A release as the store keeps it: its day, when prepared, whether approved, its figures.

    Shape: `figures` is the long form; `definitions` one id and version a line, or empty.
    """

    as_at: date
    prepared_at: datetime
    approved: bool
    figures: str
    definitions: str = ""


class Shown(NamedTuple):
    """One headline figure of one release as it was shown, and the version of what it meant."""

    at: date
    percent: str
    n: str
    of: str
    version: int
    approved: bool


def trend_of(
    releases: Iterable[Kept],
    targets: tuple[Target, ...],
    measure: str,
    indicator: str,
    age_band: str,
) -> Trend:
    """One figure over time by one definition; the published ones beside it where they compare."""
    shown = _shown(releases, measure, indicator, age_band)
    lines = [Series(OURS, tuple(_point(one) for one in shown), ours=True)] if shown else []
    if measure == BIRTHDAY_COHORT:
        lines += _published(indicator, age_band)
    target = target_for(targets, indicator, age_band, measure)
    title = next(one.title for one in INDICATORS if one.name == indicator)
    return Trend(
        f"{title}, ages {age_band.replace('-', ' to ')}: {_named(measure)}",
        tuple(lines),
        target=target.percent if target else None,
        target_says=target.says if target else "",
        breaks=tuple(_breaks(f"{indicator}.{measure}", shown)),
        ceiling=100,
    )


def _named(measure: str) -> str:
    heading, _ = MEASURES_SAID[measure]
    return f"{heading[:1].lower()}{heading[1:]}"


def _shown(releases: Iterable[Kept], measure: str, indicator: str, age_band: str) -> list[Shown]:
    """The figure of each release by the day it speaks of; of several of one day the last."""
    found: dict[date, Shown] = {}
    for kept in sorted(releases, key=lambda one: (one.as_at, one.prepared_at)):
        at = kept.as_at if measure == SNAPSHOT else year_before(kept.as_at)[1]
        for row in csv.DictReader(kept.figures.splitlines()):
            named = (row.get("table"), row.get("measure"), row.get("age_band"), row.get(indicator))
            if named == (f"{indicator}_{measure}", "pct", age_band, YES):
                version = _version(kept.definitions, f"{indicator}.{measure}")
                found[at] = Shown(at, row["value"], row["n"], row["of"], version, kept.approved)
    return [found[at] for at in sorted(found)]


def _version(definitions: str, name: str) -> int:
    """The version a release was counted by; the first, before that was kept with it."""
    for line in definitions.splitlines():
        named, _, version = line.partition(" ")
        if named == name and version.isdigit():
            return int(version)
    return 1


def _point(one: Shown) -> Point:
    aside = "" if one.approved else f", {_NOT_APPROVED}"
    if one.percent == HIDDEN:
        return Point(one.at, None, f"{_HIDDEN_SAYS}{aside}")
    value = 0.0 if one.percent == LOW else float(one.percent)
    share = one.percent if one.percent == LOW else f"{one.percent}%"
    return Point(one.at, value, f"{share} ({one.n} of {one.of}){aside}")


def _published(indicator: str, age_band: str) -> Iterator[Series]:
    """A line for each area, by the year to 31 March."""
    benchmarks = benchmarks_for(indicator, age_band)
    for area in reversed(AREAS):
        points = tuple(_published_point(one) for one in benchmarks if one.area == area)
        if points:
            yield Series(f"{area}, published", points)


def _published_point(one: Benchmark) -> Point:
    at = date(one.year, 3, 31)
    if not one.percent.isdigit():
        return Point(at, None, "hidden where it was published")
    return Point(at, float(one.percent), f"{one.percent}%")


def _breaks(name: str, shown: Sequence[Shown]) -> Iterator[Break]:
    """Where the definition of our figure changed."""
    for before, after in pairwise(shown):
        if before.version != after.version:
            says = f"definition {name} is version {after.version}, before {show(after.at)} it was "
            yield Break(after.at, f"{says}version {before.version}")
