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

_ROLES = (("worker", "social_worker"), ("adviser", "personal_adviser"))


def worker_id(name: str) -> str:
    """The id of a worker known by name alone: the same name is the same worker."""
    return "annex-a:" + re.sub(r"\W+", "-", name.casefold()).strip("-")


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
        if name and worker_id(name) != "annex-a:":
            leads = field == "adviser" or not entry.adviser
            yield Worker(worker_id(name), name, role, entry.team if leads else "")


def facts_of(entry: Entry, listed_on: date, dated: bool) -> Iterator[tuple[str, Any]]:
    """Everything else, each with its kind. `listed_on` is the day the list speaks of.

    A list that is not `dated` speaks of the day it is read, and must give the same ids on any.
    """
    day = listed_on if dated else None
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
        row = derived_id("annex-a", "home", entry.id, entry.home, suitable, day)
        where = Home(entry.id, type=entry.home, suitable=suitable, known_on=listed_on, row_id=row)
        yield "homes", where
    if entry.activity:
        row = derived_id("annex-a", "activity", entry.id, entry.activity, day)
        what = Activity(entry.id, code=entry.activity, known_on=listed_on, row_id=row)
        yield "activities", what
