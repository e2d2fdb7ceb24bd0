"""How does a list of today's state meet what is held, and what of it is news?

A list says how things stand, not what happened. What is held already and says the same stays; a
newer plan date is a review once a plan is held; what a worker recorded is never put aside.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from carelink.case import covers, latest_started
from carelink.exchange.annex_a.facts_of import BY_NAME, worker_id
from carelink.exchange.reading import Reading, Row, derived_id
from carelink.facts import Allocation, PlanReview

Held = Mapping[str, Mapping[str, Any]]
_SAME = {"homes": ("type", "suitable"), "activities": ("code",)}


def settle_annex_a(reading: Reading, held: Held) -> Reading:
    """The reading with only what is news beside what is held."""
    rows = dict(reading.rows)
    if not rows:
        return reading
    names = _names(rows.get("workers", []), held)
    rows["workers"] = [row for row in rows.get("workers", []) if row.fact.worker_id not in names]
    rows["allocations"] = list(_allocations(reading, names, held))
    rows["contacts"] = list(_contacts(rows.get("contacts", []), held))
    for kind in _SAME:
        rows[kind] = list(_states(kind, rows.get(kind, []), held))
    plans, reviews = _plans(rows.get("plans", []), held)
    return replace(reading, rows={**rows, "plans": plans, "plan_reviews": reviews})


def _by_person(held: Mapping[str, Any]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for fact in held.values():
        found[fact.person_id].append(fact)
    return found


def _names(workers: list[Row], held: Held) -> Mapping[str, str]:
    """The ids of the list's workers whom we know already under another, by their one name."""
    known: dict[str, list[str]] = defaultdict(list)
    for worker in held["workers"].values():
        known[worker_id(worker.name)].append(worker.worker_id)
    return {
        row.fact.worker_id: known[row.fact.worker_id][0]
        for row in workers
        if len(known[row.fact.worker_id]) == 1
        and known[row.fact.worker_id][0] != row.fact.worker_id
    }


def _allocations(reading: Reading, names: Mapping[str, str], held: Held) -> Iterator[Row]:
    """Who works with whom, where a worker has not said otherwise; an earlier list's word ends."""
    mine = _by_person(held["allocations"])
    day = reading.listed_on or date.max
    for row in reading.rows.get("allocations", []):
        listed: Allocation = row.fact
        listed = listed._replace(worker_id=names.get(listed.worker_id, listed.worker_id))
        now = [
            one for one in mine[listed.person_id] if one.role == listed.role and _covers(one, day)
        ]
        if any(one.worker_id == listed.worker_id for one in now):
            continue
        if not all(_came_from_a_list(one) for one in now):
            continue
        for one in now:
            yield row._replace(fact=one._replace(end=day))
        if listed.row_id in held["allocations"]:
            again = derived_id("annex-a", "allocation", *listed[:3], day)
            listed = listed._replace(row_id=again)
        yield row._replace(fact=listed)


def _covers(allocation: Allocation, day: date) -> bool:
    begun = allocation.start is None or allocation.start <= day
    return begun and (allocation.end is None or allocation.end > day)


def _came_from_a_list(held: Allocation) -> bool:
    return held.start is None and held.worker_id.startswith(BY_NAME)


def _contacts(rows: list[Row], held: Held) -> Iterator[Row]:
    """The latest contact, unless one is held on that day already."""
    if not rows:
        return
    days = {(contact.person_id, contact.on) for contact in held["contacts"].values()}
    for row in rows:
        if (row.fact.person_id, row.fact.on) not in days:
            yield row


def _states(kind: str, rows: list[Row], held: Held) -> Iterator[Row]:
    """Homes or activities, unless what is held for that day says the same."""
    by_person = _by_person(held[kind])
    for row in rows:
        if row.fact.row_id in held[kind]:
            continue
        now = latest_started(
            fact for fact in by_person[row.fact.person_id] if covers(fact, row.fact.known_on)
        )
        if now is None or any(getattr(now, f) != getattr(row.fact, f) for f in _SAME[kind]):
            yield row


def _plans(rows: list[Row], held: Held) -> tuple[list[Row], list[Row]]:
    """The plan's date as the plan's start, or as a review once a plan is held.

    A date older than the newest held is no news.
    """
    plans, reviews = _by_person(held["plans"]), _by_person(held["plan_reviews"])
    new, reviewed = [], []
    for row in rows:
        person, day = row.fact.person_id, row.fact.started_on
        mine = plans[person]
        if not mine:
            new.append(row)
        elif day > max(_plan_days(mine, reviews[person]), default=date.min):
            running = [plan for plan in mine if plan.ended_on is None] or mine
            plan = max(running, key=lambda one: (one.started_on or date.min, one.plan_id))
            review = PlanReview(
                derived_id("annex-a", "review", person, day), person, plan.plan_id, held_on=day
            )
            reviewed.append(row._replace(fact=review))
    return new, reviewed


def _plan_days(plans: list[Any], reviews: list[Any]) -> Iterator[date]:
    for plan in plans:
        yield from (day for day in (plan.started_on, plan.approved_on) if day)
    yield from (review.held_on for review in reviews if review.held_on)
