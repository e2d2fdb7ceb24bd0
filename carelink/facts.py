"""What is known of a young person, one class a kind of fact, named as in the open bundle.

Named tuples and not frozen dataclasses, because a roll of 3,000 people is read as some 150,000 of
them and a named tuple is made three times as fast. An empty text and None both mean: not known.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple


class Person(NamedTuple):
    """Who the young person is. `died` says that they have died where the day is not known."""

    person_id: str
    known_as: str = ""
    legal_name: str = ""
    date_of_birth: date | None = None
    date_of_death: date | None = None
    sex: str = ""
    gender: str = ""
    pronouns: str = ""
    ethnicity: str = ""
    uasc: bool | None = None
    disability: bool | None = None
    nhs_number: str = ""
    responsible_authority: str = ""
    care_order_now: bool | None = None
    died: bool | None = None
    recorded_status: str = ""

    @property
    def name(self) -> str:
        """The name they use, else their legal name, else the council's reference."""
        return self.known_as or self.legal_name or self.person_id


class CarePeriod(NamedTuple):
    """A period looked after; `end` is the day that status ceased and is not counted."""

    person_id: str
    start: date | None = None
    end: date | None = None
    legal_status: str = ""
    short_break: bool | None = None
    reason_ceased: str = ""
    row_id: str = ""


class Circumstance(NamedTuple):
    """Something that bears on legal status for a time; kinds in words.CIRCUMSTANCES."""

    person_id: str
    kind: str
    start: date | None = None
    end: date | None = None
    detail: str = ""
    row_id: str = ""


class Worker(NamedTuple):
    """Someone who works with young people here; `end` is the first day they no longer did."""

    worker_id: str
    name: str = ""
    role: str = ""
    team: str = ""
    fte: float | None = None
    start: date | None = None
    end: date | None = None


class Allocation(NamedTuple):
    """Who works with whom, in which role, from when until when (the end is not counted)."""

    person_id: str
    worker_id: str
    role: str = ""
    start: date | None = None
    end: date | None = None
    row_id: str = ""


class Contact(NamedTuple):
    """A contact on a day and how far it got; a visit is a contact at `seen` or above."""

    contact_id: str
    person_id: str
    worker_id: str = ""
    on: date | None = None
    rung: str = ""
    begun_by: str = ""
    note: str = ""
    alone: bool | None = None
    worry: str = ""
    next_on: date | None = None


class Assessment(NamedTuple):
    """An assessment (`needs`, `health`, `dental`, ...); not done until `completed_on`."""

    person_id: str
    kind: str
    completed_on: date | None = None
    row_id: str = ""


class Plan(NamedTuple):
    """A pathway plan and its dates; `contact_every_days` is agreed with the young person."""

    plan_id: str
    person_id: str
    started_on: date | None = None
    approved_on: date | None = None
    copy_given_on: date | None = None
    contact_every_days: int | None = None
    ended_on: date | None = None


class PlanReview(NamedTuple):
    """A review of the plan; asked for and not held is a request still open."""

    review_id: str
    person_id: str
    plan_id: str = ""
    asked_on: date | None = None
    asked_by: str = ""
    held_on: date | None = None


class Event(NamedTuple):
    """Something done on a day that a duty asks for; kinds in words.EVENTS."""

    event_id: str
    person_id: str
    kind: str
    on: date | None = None
    outcome: str = ""
    worker_id: str = ""
    detail: str = ""


class DutyAnswer(NamedTuple):
    """A young person's own `declined`, or a manager's `not_required`, until `ask_again_on`."""

    person_id: str
    duty: str
    answer: str
    on: date | None = None
    reason: str = ""
    decided_by: str = ""
    ask_again_on: date | None = None
    row_id: str = ""


class Home(NamedTuple):
    """Where they live or lived. With no `start`, `known_on` is a day they are known there."""

    person_id: str
    start: date | None = None
    end: date | None = None
    type: str = ""
    suitable: str = ""
    provided_by_authority: bool | None = None
    postcode: str = ""
    provider: str = ""
    tenancy: str = ""
    placement: str = ""
    emergency: bool | None = None
    known_on: date | None = None
    row_id: str = ""


class Activity(NamedTuple):
    """Work or learning by OC3 code. With no `start`, `known_on` is a day it is known for."""

    person_id: str
    start: date | None = None
    end: date | None = None
    code: str = ""
    known_on: date | None = None
    row_id: str = ""


class Immigration(NamedTuple):
    """A grant of leave and when it runs out; `applied_on` is the application for what follows."""

    person_id: str
    leave_type: str = ""
    granted_on: date | None = None
    expires_on: date | None = None
    applied_on: date | None = None
    reference: str = ""
    row_id: str = ""


class Entitlement(NamedTuple):
    """One step with one entitlement: told, applied, granted, received or refused; whole pence."""

    person_id: str
    entitlement: str
    stage: str = ""
    on: date | None = None
    amount_pence: int | None = None
    row_id: str = ""


class Snooze(NamedTuple):
    """A line set aside on My week until a day, with the reason; the duty's state is untouched."""

    person_id: str
    duty: str
    on: date | None = None
    until: date | None = None
    reason: str = ""
    worker_id: str = ""
    row_id: str = ""


class Confirmation(NamedTuple):
    """What a contact found of one subject (`home`, `activity`, `money`, `health`) we hold."""

    person_id: str
    contact_id: str
    subject: str
    answer: str = ""
    row_id: str = ""


class Promise(NamedTuple):
    """Something we said we would do for them, by when, and the day it was kept."""

    promise_id: str
    person_id: str
    contact_id: str = ""
    what: str = ""
    made_on: date | None = None
    due_on: date | None = None
    kept_on: date | None = None


class Provenance(NamedTuple):
    """When a fact was recorded (None: the source does not say), by whom, and where it came from."""

    recorded_at: datetime | None
    recorded_by: str
    origin: str


class Kind(NamedTuple):
    """How one kind of fact is kept: its class, its id, and what tells rows apart without one."""

    fact: type[NamedTuple]
    key: str
    natural: tuple[str, ...]


# By table name, which is also the bundle's file name. Order: what others point at comes first.
KINDS: Mapping[str, Kind] = {
    "people": Kind(Person, "person_id", ("person_id",)),
    "workers": Kind(Worker, "worker_id", ("worker_id",)),
    "care_periods": Kind(CarePeriod, "row_id", ("person_id", "start")),
    "circumstances": Kind(Circumstance, "row_id", ("person_id", "kind", "start")),
    "allocations": Kind(Allocation, "row_id", ("person_id", "worker_id", "role", "start")),
    "contacts": Kind(Contact, "contact_id", ("contact_id",)),
    "assessments": Kind(Assessment, "row_id", ("person_id", "kind", "completed_on")),
    "plans": Kind(Plan, "plan_id", ("plan_id",)),
    "plan_reviews": Kind(PlanReview, "review_id", ("review_id",)),
    "events": Kind(Event, "event_id", ("event_id",)),
    "duty_answers": Kind(DutyAnswer, "row_id", ("person_id", "duty", "on")),
    "homes": Kind(Home, "row_id", ("person_id", "start", "known_on")),
    "activities": Kind(Activity, "row_id", ("person_id", "start", "known_on")),
    "immigration": Kind(Immigration, "row_id", ("person_id", "leave_type", "granted_on")),
    "entitlements": Kind(Entitlement, "row_id", ("person_id", "entitlement", "stage", "on")),
    "snoozes": Kind(Snooze, "row_id", ("person_id", "duty", "on")),
    "confirmations": Kind(Confirmation, "row_id", ("person_id", "contact_id", "subject")),
    "promises": Kind(Promise, "promise_id", ("promise_id",)),
}
