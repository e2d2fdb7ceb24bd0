"""Which facts does an entry of the care-leaver list give, and what does it leave open?"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from carelink.exchange.annex_a.codes import SEX
from carelink.exchange.annex_a.entry import Entry
from carelink.exchange.reading import derived_id
from carelink.facts import (
    Activity,
    Allocation,
    Contact,
    Home,
    Person,
    Plan,
    Worker,
)

# How the id of a worker begins who is known by name alone.
BY_NAME = "annex-a:"
_ROLES = (("worker", "social_worker"), ("adviser", "personal_adviser"))


def worker_id(name: str) -> str:
    """The id of a worker known by name alone: the same name is the same worker."""
    return BY_NAME + re.sub(r"\W+", "-", name.casefold()).strip("-")


def person_of(entry: Entry) -> Person:
    """Who they are. A list gives no name, and no day on which they died."""
    return Person(
        person_id=entry.id,
        date_of_birth=entry.born,
        sex=SEX.get(entry.gender, ""),
        gender=entry.gender,
        ethnicity=entry.ethnicity,
        uasc=entry.uasc,
        disability=entry.disability,
        died=True if entry.in_touch == "Died" else None,
        recorded_status=entry.eligibility,
    )


def workers_of(entry: Entry) -> Iterator[Worker]:
    """Those named beside them; the team is taken to be the adviser's, else the worker's."""
    for field, role in _ROLES:
        name = getattr(entry, field)
        if name and worker_id(name) != BY_NAME:
            leads = field == "adviser" or not entry.adviser
            yield Worker(worker_id(name), name, role, entry.team if leads else "")


def facts_of(entry: Entry, listed_on: date, told: date | None) -> Iterator[tuple[str, Any]]:
    """Everything else, each with its kind. `listed_on` is the day the list is taken to speak of.

    The ids hang on what the list itself has `told` of its day, so that they are the same whenever
    it is read.
    """
    for worker in workers_of(entry):
        row = derived_id("annex-a", "allocation", entry.id, worker.worker_id, worker.role)
        yield "allocations", Allocation(entry.id, worker.worker_id, worker.role, row_id=row)
    if entry.reviewed:
        plan = derived_id("annex-a", "plan", entry.id)
        yield "plans", Plan(plan, entry.id, started_on=entry.reviewed)
    if entry.in_touch == "Yes" and entry.contacted:
        contact = derived_id("annex-a", "contact", entry.id, entry.contacted)
        yield "contacts", Contact(contact, entry.id, on=entry.contacted)
    if entry.home:
        suitable = {"Suitable": "1", "Unsuitable": "2"}.get(entry.suitable, "")
        row = derived_id("annex-a", "home", entry.id, entry.home, suitable, told)
        where = Home(entry.id, type=entry.home, suitable=suitable, known_on=listed_on, row_id=row)
        yield "homes", where
    if entry.activity:
        row = derived_id("annex-a", "activity", entry.id, entry.activity, told)
        what = Activity(entry.id, code=entry.activity, known_on=listed_on, row_id=row)
        yield "activities", what
