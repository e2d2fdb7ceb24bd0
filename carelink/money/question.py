"""Whom is it asked of, on which day, and what of their file is asked for more than once?"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.facts import Activity, Entitlement, Home
from carelink.money.entry import Entry, Opening
from carelink.money.reached import spent_from
from carelink.reasons import Because
from carelink.status import Standing, StatusHistory, history_of
from carelink.words import Status

LONG_AGO = date.min


class Window(NamedTuple):
    """A time that something is open; `end` is the first day it no longer is, None: no end."""

    start: date
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day and (self.end is None or day < self.end)

    def within(self, other: "Window") -> "Window | None":
        """What both have in common; None where that is nothing."""
        start = max(self.start, other.start)
        if self.end is None or (other.end is not None and other.end < self.end):
            end = other.end
        else:
            end = self.end
        return None if end is not None and end <= start else Window(start, end)


class Occasion(NamedTuple):
    """What a qualifying event came to: the windows it opened, and why, or what is missing.

    `missing` names a fact without which it cannot be told; `awaited` says that the event has not
    happened and may.
    """

    windows: tuple[Window, ...]
    because: Because = ()
    missing: str = ""
    awaited: bool = False


class Question:
    """One case file on one day: what the events of the catalogue look up in it."""

    def __init__(self, case: CaseFile, day: date) -> None:
        self.case = up_to(case, day)
        self.day = day
        self.history: StatusHistory = history_of(self.case)
        self.born = case.person.date_of_birth
        self._openings: dict[Opening, tuple[Window, ...]] = {}
        self._doing: dict[frozenset[str], list[Activity]] = {}

    @cached_property
    def standing(self) -> Standing:
        """The legal status on the day."""
        return self.history.standing(self.day)

    @cached_property
    def home(self) -> Home | None:
        """Where they live on the day."""
        return self.case.home_on(self.day)

    @cached_property
    def activity(self) -> Activity | None:
        """What they work at or learn on the day."""
        return self.case.activity_on(self.day)

    @cached_property
    def tenancies(self) -> list[Home]:
        """The homes for which they are liable themselves, the first first."""
        held = [home for home in self.case.homes if home.tenancy in ("own", "joint")]
        return sorted(held, key=lambda home: begun(home) or date.min)

    @cached_property
    def steps(self) -> dict[str, list[Entitlement]]:
        """The steps recorded of each entitlement, in date order; those without a date first."""
        listed: dict[str, list[Entitlement]] = {}
        for step in self.case.entitlements:
            listed.setdefault(step.entitlement, []).append(step)
        for steps in listed.values():
            steps.sort(key=lambda step: step.on or date.min)
        return listed

    def spent_from(self, entry: Entry) -> int:
        """What was spent from its grant less what was given back, in pence."""
        if not entry.ledger or not self.case.spending:
            return 0
        lines = (line for line in self.case.spending if line.entitlement == entry.entitlement)
        return spent_from(lines)

    def turned(self, age: int) -> date:
        """That birthday; asked only where the date of birth is known."""
        assert self.born is not None
        return birthday(self.born, age)

    def doing(self, codes: frozenset[str]) -> list[Activity]:
        """What they did or do of these kinds of work or learning, in date order."""
        if codes not in self._doing:
            kept = [activity for activity in self.case.activities if activity.code in codes]
            self._doing[codes] = sorted(kept, key=lambda activity: begun(activity) or date.min)
        return self._doing[codes]

    def windows_of(self, opening: Opening) -> tuple[Window, ...]:
        """When status, age and law allow it, by what is known today; the past counts too."""
        if opening not in self._openings:
            ages = Window(self.turned(opening.age_from), self.turned(opening.age_before))
            allowed = Window(opening.law_from or LONG_AGO, opening.law_until).within(ages)
            self._openings[opening] = (
                common([allowed], _runs_of(self.history, opening.statuses)) if allowed else ()
            )
        return self._openings[opening]


def common(some: Iterable[Window], others: Iterable[Window]) -> tuple[Window, ...]:
    """The times that one of each side have in common."""
    others = tuple(others)
    return tuple(
        [both for one in some for other in others if (both := one.within(other)) is not None]
    )


def begun(fact: Home | Activity) -> date | None:
    """The day it began, or a day on which it is known to have been so."""
    return fact.start or fact.known_on


def _runs_of(history: StatusHistory, statuses: frozenset[Status]) -> Iterable[Window]:
    start: date | None = None
    for first, status in history.runs:
        if status in statuses:
            start = start or first
        elif start is not None:
            yield Window(start, first)
            start = None
    if start is not None:
        yield Window(start)
