"""The case file of one young person: their facts in date order, and the look-ups duties ask for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from carelink.facts import (
    Activity,
    Allocation,
    Approval,
    Assessment,
    CarePeriod,
    Circumstance,
    Confirmation,
    Contact,
    Decision,
    DutyAnswer,
    EducationPlan,
    Entitlement,
    Event,
    Handover,
    HealthItem,
    Home,
    HousingStep,
    Immigration,
    LearningLevel,
    MeetingItem,
    Message,
    MissingEpisode,
    Opportunity,
    Person,
    Pin,
    Plan,
    PlanAction,
    PlanMatter,
    PlanReview,
    PlanVersion,
    Promise,
    SafetyFlag,
    Saving,
    SkillRating,
    Snooze,
    Spending,
    Statement,
    StatusOverride,
    Suitability,
    Supporter,
    Worker,
)
from carelink.words import ADVISER, RUNGS, Rung

_Lasting = TypeVar("_Lasting", Home, Activity)
_RUNGS_UP_TO: dict[str, tuple[Rung, ...]] = {
    **{rung: RUNGS[: place + 1] for place, rung in enumerate(RUNGS)},
    Rung.UNKNOWN: RUNGS[: RUNGS.index(Rung.MESSAGE_ANSWERED) + 1],
}
_AWARDED = ("granted", "received")


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
    statements: tuple[Statement, ...] = ()
    spending: tuple[Spending, ...] = ()
    decisions: tuple[Decision, ...] = ()
    approvals: tuple[Approval, ...] = ()
    status_overrides: tuple[StatusOverride, ...] = ()
    handovers: tuple[Handover, ...] = ()
    pins: tuple[Pin, ...] = ()
    # Read when one file is opened, and left out of a whole roll: no duty asks for them.
    supporters: tuple[Supporter, ...] = ()
    plan_versions: tuple[PlanVersion, ...] = ()
    plan_matters: tuple[PlanMatter, ...] = ()
    plan_actions: tuple[PlanAction, ...] = ()
    suitability: tuple[Suitability, ...] = ()
    housing_steps: tuple[HousingStep, ...] = ()
    learning_levels: tuple[LearningLevel, ...] = ()
    education_plans: tuple[EducationPlan, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    skill_ratings: tuple[SkillRating, ...] = ()
    health_items: tuple[HealthItem, ...] = ()
    savings: tuple[Saving, ...] = ()
    safety_flags: tuple[SafetyFlag, ...] = ()
    missing_episodes: tuple[MissingEpisode, ...] = ()
    messages: tuple[Message, ...] = ()
    meeting_items: tuple[MeetingItem, ...] = ()
    workers: Mapping[str, Worker] = field(default_factory=dict, compare=False, repr=False)
    # What has been worked out once for this file, by name: never more than the facts above say.
    worked_out: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def contact_days(self) -> Mapping[str, list[date]]:
        """The days of contacts by the rung they satisfy, each list in date order."""
        days: dict[str, list[date]] = {rung: [] for rung in RUNGS}
        for contact in self.contacts:
            on = contact.on
            if on is not None:
                for rung in _RUNGS_UP_TO[contact.rung]:
                    days[rung].append(on)
        return days

    def last_contact(self, rung: str) -> date | None:
        """The latest day of a contact at this rung or above; None when there has been none."""
        days = self.contact_days[rung]
        return days[-1] if days else None

    @cached_property
    def last_of_unknown_rung(self) -> date | None:
        """The latest contact of which it is not recorded how far it got."""
        return max((c.on for c in self.contacts if not c.rung and c.on), default=None)

    def contact_on(self, rung: Rung, day: date) -> Contact | None:
        """The contact of that day that got furthest, if at this rung or above."""
        enough = RUNGS[RUNGS.index(rung) :]
        of_the_day = [c for c in self.contacts if c.on == day and c.rung in enough]
        return max(of_the_day, key=lambda c: enough.index(Rung(c.rung)), default=None)

    def contacts_between(self, rung: str, first: date, last: date) -> list[date]:
        """The days of contacts at this rung or above from first to last, both counted."""
        days = self.contact_days[rung]
        return days[bisect_left(days, first) : bisect_right(days, last)]

    def contacts_since(self, rung: str, first: date) -> list[date]:
        """The days of contacts at this rung or above on or after `first`."""
        days = self.contact_days[rung]
        return days[bisect_left(days, first) :]

    @cached_property
    def reviews_held(self) -> list[date]:
        """The days on which plan reviews were held, in order."""
        return sorted(review.held_on for review in self.plan_reviews if review.held_on)

    @cached_property
    def needs_assessed(self) -> list[date]:
        """The days on which a needs assessment was completed, in order."""
        return sorted(
            a.completed_on for a in self.assessments if a.kind == "needs" and a.completed_on
        )

    def events_of(self, kind: str) -> list[Event]:
        """Events of one kind, in date order."""
        return self._events.get(kind, [])

    def awards_of(self, entitlement: str) -> list[date]:
        """The days on which an entitlement was granted or received, in order."""
        return self._awards.get(entitlement, [])

    def is_returned(self, subject: str, subject_id: str, day: date) -> bool:
        """Whether a manager had returned this by the day: then it no longer holds."""
        return any(
            answer.subject == subject
            and answer.subject_id == subject_id
            and answer.answer == "returned"
            and answer.on is not None
            and answer.on <= day
            for answer in self.approvals
        )

    @cached_property
    def _events(self) -> dict[str, list[Event]]:
        listed: dict[str, list[Event]] = {}
        for event in sorted((e for e in self.events if e.on), key=lambda e: e.on or date.min):
            listed.setdefault(event.kind, []).append(event)
        return listed

    @cached_property
    def _awards(self) -> dict[str, list[date]]:
        listed: dict[str, list[date]] = {}
        for step in self.entitlements:
            if step.on and step.stage in _AWARDED:
                listed.setdefault(step.entitlement, []).append(step.on)
        for days in listed.values():
            days.sort()
        return listed

    def adviser_on(self, day: date) -> Allocation | None:
        """The personal adviser's allocation that covers the day; of several, the latest."""
        advisers = self.allocated_on(day, ADVISER)
        return max(advisers, key=lambda given: given.start or date.min, default=None)

    def allocated_on(self, day: date, role: str = "") -> list[Allocation]:
        """Everybody allocated to them on the day, in this role alone if it is named.

        Of advisers that is one, or none, or by mistake more than one.
        """
        return [
            given
            for given in self.allocations
            if role in ("", given.role)
            and (given.start is None or given.start <= day)
            and ((end := self.allocation_end(given)) is None or day < end)
        ]

    def adviser_name(self, day: date) -> str:
        """The name of the personal adviser on the day; empty when there is none."""
        held = self.adviser_on(day)
        return self.worker_name(held.worker_id) if held else ""

    def worker_name(self, worker_id: str) -> str:
        """The worker's name; their reference where no name is known."""
        worker = self.workers.get(worker_id)
        return (worker.name if worker else "") or worker_id

    def allocation_end(self, allocation: Allocation) -> date | None:
        """The first day it was no longer so: its own end or the worker's, the earlier."""
        worker = self.workers.get(allocation.worker_id)
        ends = [end for end in (allocation.end, worker and worker.end) if end]
        return min(ends, default=None)

    def home_on(self, day: date) -> Home | None:
        """The home that covers the day; where several do, the one with the latest start."""
        return latest_started(home for home in self.homes if covers(home, day))

    def activity_on(self, day: date) -> Activity | None:
        """The work or learning that covers the day; where several do, the latest start."""
        return latest_started(activity for activity in self.activities if covers(activity, day))


def has_died(person: Person) -> bool:
    """Whether they have died: nothing is due to them and nothing reminds of it."""
    return bool(person.date_of_death or person.died)


def covers(fact: Home | Activity, day: date) -> bool:
    """Whether a home or activity holds on the day; the end is the first day it did not."""
    first = fact.start or fact.known_on
    return (first is None or first <= day) and (fact.end is None or day < fact.end)


def latest_started(facts: Iterable[_Lasting]) -> _Lasting | None:
    """Of several, the one that began last; one with an unknown beginning counts as the oldest."""
    return max(facts, key=lambda fact: fact.start or fact.known_on or date.min, default=None)
