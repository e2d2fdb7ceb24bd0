"""How does one duty go on? The rate today, each week, on its lowest day, and what it rests on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from carelink.charts import Point, Series, Trend
from carelink.facts import Absence, Worker
from carelink.pace.clocks import CONTACT, REVIEW, VISIT, Clock
from carelink.pace.keeping_up import Keeping
from carelink.pace.projecting import Projection
from carelink.pace.speed import Pace

CALLED: Mapping[str, str] = {
    CONTACT: "eight-week contact",
    VISIT: "two-month visit",
    REVIEW: "six-month plan review",
}
# What answers each duty: one of them, and several.
ACTS: Mapping[str, tuple[str, str]] = {
    CONTACT: ("visit", "visits"),
    VISIT: ("visit at home", "visits at home"),
    REVIEW: ("review", "reviews"),
}
_WEEK = 7


class Rate(NamedTuple):
    """How many of those it is owed to are in time on a day."""

    on: date
    in_time: int
    owed: int

    @property
    def share(self) -> float | None:
        """The share in time, 0 to 1; None where nobody is owed it."""
        return self.in_time / self.owed if self.owed else None

    @property
    def said(self) -> str:
        """The rate as it is read, with what it rests on: 71.1% (118 of 166)."""
        if self.share is None:
            return "nobody is owed it"
        return f"{percent(self.share)} ({self.in_time:,} of {self.owed:,})"


class Outlook(NamedTuple):
    """One duty's way to the day `until`, and all that it rests on."""

    duty: str
    clocks: Sequence[Clock]
    paces: Mapping[str, Pace]
    projection: Projection
    keeping: Keeping
    target: int
    workers: Mapping[str, Worker]
    absences: tuple[Absence, ...]

    @property
    def today(self) -> Rate:
        """As it stands."""
        return self.at(0)

    @property
    def last(self) -> Rate:
        """On the last day looked at."""
        return self.at(len(self.projection.owed) - 1)

    @property
    def lowest(self) -> Rate:
        """On the first of its lowest days; today's where nobody is owed it."""
        rates = [self.at(place) for place in range(len(self.projection.owed))]
        known = [rate for rate in rates if rate.share is not None]
        return min(known, key=lambda rate: rate.share or 0, default=rates[0])

    @property
    def weeks(self) -> tuple[Rate, ...]:
        """Today, each week on, and the last day."""
        length = len(self.projection.owed)
        return tuple(self.at(place) for place in (*range(0, length - 1, _WEEK), length - 1))

    @property
    def called(self) -> str:
        """What the duty is called in a sentence."""
        return CALLED[self.duty]

    def at(self, place: int) -> Rate:
        """The rate so many days on."""
        held = self.projection
        return Rate(held.on(place), held.in_time[place], held.owed[place])


def percent(share: float) -> str:
    """A share in per cent with one place, so that it is not rounded up to a target."""
    return f"{share * 100:.1f}".removesuffix(".0") + "%"


def trend_of(outlook: Outlook) -> Trend:
    """The weeks as a line with the target across."""
    points = tuple(
        Point(rate.on, None if rate.share is None else rate.share * 100, rate.said)
        for rate in outlook.weeks
    )
    return Trend(
        f"In time with the {outlook.called}, at the present pace",
        (Series("At the present pace", points, ours=True),),
        target=outlook.target,
        target_says=f"Target {outlook.target}%",
        ceiling=104,
    )
