"""What stands at the head of a theme? Its headline figures, beside what they are read against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from carelink.charts import Bar, Bars, Trend, told
from carelink.dates import show
from carelink.figures.comparators import Comparators
from carelink.figures.published import published_as
from carelink.figures.targets import Target, target_for
from carelink.papers.blocks import Block, Heading, Para, ParaKind, Table
from carelink.papers.pictures import picture_of_bars, picture_of_trend
from carelink.release.comparators import Comparator, beside
from carelink.release.direction import direction
from carelink.release.headlines import Headline, headlines_of
from carelink.release.release import Release
from carelink.release.shown import shown_of
from carelink.release.trend import Kept, trend_of

_BARS_A_PICTURE = 15
_RELEASES_SHOWN = 4
_YEARS = 6
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Beside:
    """A release with what it is read against: those before it, targets, what others published."""

    release: Release
    earlier: tuple[Release, ...]
    targets: tuple[Target, ...]
    comparators: Comparators

    @cached_property
    def headlines(self) -> tuple[Headline, ...]:
        """Every headline figure of the release, by theme."""
        return headlines_of(self.release)

    @cached_property
    def others(self) -> dict[tuple[str, str], tuple[Comparator, ...]]:
        """What others published, by indicator and age band; only where somebody did."""
        anywhere = {(one.indicator, one.age_band) for one in self.comparators.figures}
        return {
            (one.name, one.age_band): beside(
                self.release, one.name, one.age_band or None, self.comparators
            )
            for one in self.headlines
            if one.of and (published_as(one.name), one.age_band) in anywhere
        }

    @cached_property
    def before(self) -> Release | None:
        """The last release of an earlier day."""
        found = [one for one in self.earlier if one.as_at < self.release.as_at]
        return max(found, key=lambda one: one.as_at, default=None)

    @cached_property
    def in_order(self) -> list[Kept]:
        """All of them, this one last. A release of the ledger is read as the ledger has it."""
        every = (*self.earlier, self.release)
        return [Kept(one, _FIRST + timedelta(at), True) for at, one in enumerate(every)]


def headline_blocks(held: Beside, theme: str) -> Iterator[Block]:
    """The headline figures of a theme: a table, bars, and what they are read against."""
    headlines = _headlines(held, theme)
    if not headlines:
        return
    for period in dict.fromkeys(one.period for one in headlines):
        rows = tuple(_row(held, one) for one in headlines if one.period == period)
        headers = ("Figure", "Shown", "Since the last release")
        yield Table(headers, rows, f"Headline figures: {period}", shares=(6, 3, 5))
        yield Para(f"Counted: {period}. As at {show(held.release.as_at)}.", ParaKind.SMALL)
    whole = [one for one in headlines if one.of and not one.age_band]
    for first in range(0, len(whole), _BARS_A_PICTURE):
        yield picture_of_bars(_bars(whole[first : first + _BARS_A_PICTURE]))
    yield from _read_against(held, [one for one in headlines if one.of])


def _headlines(held: Beside, theme: str) -> list[Headline]:
    """Those of all ages; those of one age where something is published or meant for them."""
    return [
        one
        for one in held.headlines
        if one.theme == theme and (not one.age_band or _others(held, one) or _target(held, one))
    ]


def _read_against(held: Beside, shares: list[Headline]) -> Iterator[Block]:
    """Targets and others' published figures, a column for each area, beside ours."""
    found = {one: _others(held, one) for one in shares}
    areas = dict.fromkeys(each.area for every in found.values() for each in every)
    rows = tuple(
        (one.title, one.percent, *_against(held, one, found[one], list(areas)))
        for one in shares
        if found[one] or _target(held, one)
    )
    if not rows and shares:
        yield Para("Nobody publishes these figures, and no target is set for them.", ParaKind.SMALL)
    if not rows:
        return
    headers = ("Figure", "Ours", "Target", *areas, "Counted")
    wide = (9, 2, 2, *(3 for _ in areas), 3)
    yield Table(headers, rows, "Beside targets and what others published", shares=wide)
    every = [each for others in found.values() for each in others if each.at]
    over = [one for one in every if one.over < one.listed]
    for says in (
        *dict.fromkeys(target.says for one in shares if (target := _target(held, one))),
        *(
            [f"Published figures: {'; '.join(dict.fromkeys(e.source for e in every))}."]
            * bool(every)
        ),
        *(["A median says over how many neighbours it is where some are hidden."] * bool(over)),
        "Alike: counted as ours are. With care: counted another way.",
    ):
        yield Para(says, ParaKind.SMALL)


def _against(
    held: Beside, one: Headline, others: tuple[Comparator, ...], areas: list[str]
) -> tuple[str, ...]:
    target = _target(held, one)
    by_area = {each.area: each for each in others}
    said = [_published(by_area.get(area)) for area in areas]
    reads = dict.fromkeys("alike" if one.alike else "with care" for one in others if one.at)
    return f"{target.percent}%" if target else "none", *said, "; ".join(reads) or "–"


def _published(one: Comparator | None) -> str:
    """A published per cent with the year to 31 March that it speaks of."""
    if one is None:
        return "–"
    if not one.year:
        return one.share
    over = f", {one.over} of {one.listed}" if one.over < one.listed else ""
    return f"{one.share} ({one.year}{over})"


def _target(held: Beside, one: Headline) -> Target | None:
    return target_for(held.targets, one.name, one.age_band, one.population)


def over_time(held: Beside, theme: str) -> Iterator[Block]:
    """The shares of a theme release by release; a chart where something stands beside one."""
    shares = [one for one in _headlines(held, theme) if one.of]
    days = sorted({one.as_at: one for one in held.earlier}.items())[-_RELEASES_SHOWN:]
    if shares and days:
        yield Heading("Release by release", 2)
        every = [*(one for _, one in days), held.release]
        headers = ("Figure", *(show(one.as_at) for one in every))
        rows = tuple((one.title, *(_then(each, one) for each in every)) for one in shares)
        wide = (7, *(3 for _ in every))
        yield Table(headers, rows, "Per cent, as each release showed it", shares=wide)
    for one in shares:
        yield from _chart(held, one)


def _chart(held: Beside, one: Headline) -> Iterator[Block]:
    """The course of one figure where others' stand beside it; its figures as a table below."""
    trend = _trend(held, one)
    known = [sum(point.value is not None for point in line.points) for line in trend.series]
    beside_ours = len(trend.series) > 1 or trend.target is not None
    # A chart of single points says no more than the table above.
    if not beside_ours or max(known, default=0) < 2:
        return
    says = told(trend)
    yield picture_of_trend(trend)
    yield Table(says.headers, says.rows, f"{trend.title}: the figures of the chart")
    for note in says.notes:
        yield Para(note, ParaKind.SMALL)


def _trend(held: Beside, one: Headline) -> Trend:
    """Its course over the last years; what lies before them is read in the benchmarks."""
    trend = trend_of(held.in_order, held.targets, one.name, one.age_band or None, held.comparators)
    first = held.release.as_at.replace(year=held.release.as_at.year - _YEARS, day=1)
    lines = (
        line._replace(points=tuple(point for point in line.points if point.at >= first))
        for line in trend.series
    )
    breaks = tuple(parting for parting in trend.breaks if parting.at > first)
    return trend._replace(series=tuple(line for line in lines if line.points), breaks=breaks)


def _row(held: Beside, one: Headline) -> tuple[str, str, str]:
    if not one.of:
        return one.title, one.n, "–"
    moved = direction(held.release, held.before, one.name, one.age_band or None)
    shown = f"{one.percent} ({one.of_whom})"
    return one.title, shown, moved or "nothing to compare with"


def _others(held: Beside, one: Headline) -> tuple[Comparator, ...]:
    return held.others.get((one.name, one.age_band), ())


def _bars(shares: list[Headline]) -> Bars:
    bars = tuple(
        Bar(
            one.title,
            float(one.percent[:-1]) if one.percent.endswith("%") else None,
            f"{one.percent} ({one.of_whom})",
        )
        for one in shares
    )
    return Bars("Headline figures as bars", "Per cent", bars, "%")


def _then(release: Release, one: Headline) -> str:
    """What a release showed of this figure; a dash where it was not in it."""
    shown = shown_of(release, one.name, one.age_band or None)
    if shown is None:
        return "–"
    return f"{shown.row.value}%" if shown.row.value.isdigit() else shown.row.value
