"""The case file of one young person: their facts in date order, and the look-ups duties ask for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from carelink.facts import (
    Activity,
    Allocation,
    Assessment,
    CarePeriod,
    Circumstance,
    Confirmation,
    Contact,
    DutyAnswer,
    Entitlement,
    Event,
    Home,
    Immigration,
    Person,
    Plan,
    PlanReview,
    Promise,
    Snooze,
    Worker,
)
from carelink.words import RUNGS, Rung

_Lasting = TypeVar("_Lasting", Home, Activity)
_RUNGS_UP_TO: Mapping[str, tuple[Rung, ...]] = {
    rung: RUNGS[: place + 1] for place, rung in enumerate(RUNGS)
}


@dataclass(frozen=True)
class CaseFile:
    """Everything known of one young person; `workers` are all the team's, by id.

    Shape: each group of facts is a tuple in any order; contacts are in date order.
    """

    person: Person
    care_periods: tuple[CarePeriod, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    contacts: tuple[Contact, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    plans: tuple[Plan, ...] = ()
    plan_reviews: tuple[PlanReview, ...] = ()
    events: tuple[Event, ...] = ()
    duty_answers: tuple[DutyAnswer, ...] = ()
    homes: tuple[Home, ...] = ()
    activities: tuple[Activity, ...] = ()
    immigration: tuple[Immigration, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    promises: tuple[Promise, ...] = ()
    workers: Mapping[str, Worker] = field(default_factory=dict, compare=False)

    @cached_property
    def contact_days(self) -> Mapping[str, list[date]]:
        """The days of contacts by the rung they satisfy, each list in date order."""
        days: dict[str, list[date]] = {rung: [] for rung in RUNGS}
        for contact in self.contacts:
            if contact.on is not None:
                for rung in _RUNGS_UP_TO.get(contact.rung, ()):
                    days[rung].append(contact.on)
        for listed in days.values():
            listed.sort()
        return days

    def last_contact(self, rung: str) -> date | None:
        """The latest day of a contact at this rung or above; None when there has been none."""
        days = self.contact_days[rung]
        return days[-1] if days else None

    def contacts_between(self, rung: str, first: date, last: date) -> list[date]:
        """The days of contacts at this rung or above from first to last, both counted."""
        days = self.contact_days[rung]
        return days[bisect_left(days, first) : bisect_right(days, last)]

    def contacts_since(self, rung: str, first: date) -> list[date]:
        """The days of contacts at this rung or above on or after `first`."""
        days = self.contact_days[rung]
        return days[bisect_left(days, first) :]

    def home_on(self, day: date) -> Home | None:
        """The home that covers the day; where several do, the one with the latest start."""
        return latest_started(home for home in self.homes if covers(home, day))

    def activity_on(self, day: date) -> Activity | None:
        """The work or learning that covers the day; where several do, the latest start."""
        return latest_started(activity for activity in self.activities if covers(activity, day))


def covers(fact: Home | Activity, day: date) -> bool:
    """Whether a home or activity holds on the day; the end is the first day it did not."""
    first = fact.start or fact.known_on
    return (first is None or first <= day) and (fact.end is None or day < fact.end)


def latest_started(facts: Iterable[_Lasting]) -> _Lasting | None:
    """Of several, the one that began last; one with an unknown beginning counts as the oldest."""
    return max(facts, key=lambda fact: fact.start or fact.known_on or date.min, default=None)
