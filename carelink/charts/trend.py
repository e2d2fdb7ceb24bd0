"""What does a trend show? Our figure over time beside its target and others, and where it breaks.

Two figures under different definitions are not comparable: no line is drawn across a break.
Source: seeds 1N, finding 6.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.charts.chart import Told, number, sentence
from carelink.dates import show


class Point(NamedTuple):
    """A figure on a day; None is not known or not shown, and `says` is then why.

    `says` is also what the table reads for a known value, such as "78% (129 of 166)".
    """

    at: date
    value: float | None
    says: str = ""


class Series(NamedTuple):
    """One line of a trend: ours, or one to compare with. Shape: the points by day."""

    name: str
    points: tuple[Point, ...]
    ours: bool = False


class Break(NamedTuple):
    """The first day from which the figure means something else, and what changed."""

    at: date
    says: str


class Trend(NamedTuple):
    """A figure over time. `floor` and `ceiling` are the ends of the scale; None fits the values."""

    title: str
    series: tuple[Series, ...]
    unit: str = "%"
    target: float | None = None
    target_says: str = ""
    breaks: tuple[Break, ...] = ()
    floor: float | None = 0
    ceiling: float | None = None


def told_of_trend(trend: Trend) -> Told:
    """The trend's figures by day, newest last, and its course in words."""
    days = sorted({point.at for line in trend.series for point in line.points})
    by_line = [{point.at: point for point in line.points} for line in trend.series]
    headers = ("Day", *(line.name for line in trend.series))
    rows = [
        (show(day), *(_cell(points.get(day), trend.unit) for points in by_line)) for day in days
    ]
    notes = tuple(
        f"Figures from {show(parting.at)} are not comparable with those before: {parting.says}."
        for parting in trend.breaks
    )
    alt = sentence([trend.title, *_course(trend), *notes])
    return Told(alt, headers, tuple(rows), notes)


def runs_of(line: Series, breaks: tuple[Break, ...]) -> Iterator[tuple[tuple[date, float], ...]]:
    """The stretches of the line that may be joined: parted at gaps and where a break begins."""
    run: list[tuple[date, float]] = []
    for point in line.points:
        if run and (point.value is None or _parted(run[-1][0], point.at, breaks)):
            yield tuple(run)
            run = []
        if point.value is not None:
            run.append((point.at, point.value))
    if run:
        yield tuple(run)


def _parted(before: date, after: date, breaks: tuple[Break, ...]) -> bool:
    return any(before < parting.at <= after for parting in breaks)


def _cell(point: Point | None, unit: str) -> str:
    if point is None:
        return "–"
    return point.says or number(point.value, unit)


def _course(trend: Trend) -> Iterator[str]:
    if not trend.series:
        yield "Nothing is known to draw"
    for line in trend.series:
        known = [point for point in line.points if point.value is not None]
        if not known:
            yield f"{line.name}: no figure is known"
            continue
        first, last = known[0], known[-1]
        if first is last:
            yield f"{line.name}: {number(last.value, trend.unit)} on {show(last.at)}"
            continue
        yield (
            f"{line.name}: from {number(first.value, trend.unit)} on {show(first.at)}"
            f" to {number(last.value, trend.unit)} on {show(last.at)}"
        )
        gaps = len(line.points) - len(known)
        if gaps:
            yield f"{gaps} {'figure is' if gaps == 1 else 'figures are'} not known or not shown"
    if trend.target is not None:
        yield trend.target_says or f"Target {number(trend.target, trend.unit)}"
