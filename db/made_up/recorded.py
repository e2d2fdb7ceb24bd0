"""When was each made-up fact recorded, and by whom? The evening of its day, or a few days on."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints
from zlib import crc32

from carelink.facts import KINDS, Allocation, Provenance
from db.made_up.team import FIRST_MANAGER

ORIGIN = "demo"
# Days that look ahead say nothing about when they were written down.
_AHEAD = {
    *("expires_on", "ask_again_on", "until", "due_on", "next_on", "date_of_birth"),
    *("support_until", "expected_end", "next_step_on", "respond_by", "ends_on", "review_on"),
    *("again_on", "first_on", "back_on", "starts_on", "joint_visit_on"),
}
# Kinds recorded by whom the fact itself names; the rest by the adviser of the day.
_BY_WHOM = {
    "contacts": "worker_id",
    "events": "worker_id",
    "snoozes": "worker_id",
    "approvals": "decided_by",
    "status_overrides": "asked_by",
}
_DAYS_LATER = (0, 0, 0, 0, 0, 0, 1, 1, 2, 3)
_Advisers = Mapping[str, list[tuple[date, str]]]


def recorded(roll: Mapping[str, Sequence[Any]], as_at: date) -> dict[str, list[Provenance]]:
    """The provenance of every fact of a roll: never later than the evening before the day.

    Shape: by kind, in the order of the facts.
    """
    advisers = _advisers(roll["allocations"])
    known_from = _known_from(roll)
    eve = as_at - timedelta(days=1)
    said: dict[str, list[Provenance]] = {}
    for kind, facts in roll.items():
        places, worker, key = _places(kind)
        rows = said[kind] = []
        for fact in facts:
            days = [day for place in places if (day := fact[place]) is not None and day <= eve]
            person = getattr(fact, "person_id", "")
            of = getattr(fact, "contact_id", "") or getattr(fact, "version_id", "") or person
            day = max(days) if days else known_from.get(of, eve)
            who = fact[worker] if worker is not None else ""
            rows.append(_evening(fact[key], day, eve, who or _adviser_on(advisers, person, day)))
    return said


def _places(kind: str) -> tuple[list[int], int | None, int]:
    """Where in a fact of this kind its days stand, its worker, and its id."""
    fact = KINDS[kind].fact
    said = get_type_hints(fact)
    fields = list(fact._fields)
    days = [
        place
        for place, name in enumerate(fields)
        if said[name] == date | None and name not in _AHEAD
    ]
    who = _BY_WHOM.get(kind)
    return days, fields.index(who) if who else None, fields.index(KINDS[kind].key)


def _evening(key: str, day: date, eve: date, who: str) -> Provenance:
    """Between four and eight on the day, or up to three days later; the same for ever."""
    drawn = crc32(key.encode())
    day = min(day + timedelta(days=_DAYS_LATER[drawn % 10]), eve)
    hour, minute = 16 + drawn // 10 % 4, drawn // 40 % 60
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return Provenance(at, who, ORIGIN)


def _advisers(allocations: Sequence[Allocation]) -> _Advisers:
    """Who worked with each person, by the day they began."""
    held: dict[str, list[tuple[date, str]]] = {}
    for allocation in allocations:
        if allocation.start is not None:
            began = (allocation.start, allocation.worker_id)
            held.setdefault(allocation.person_id, []).append(began)
    for listed in held.values():
        listed.sort()
    return held


def _adviser_on(advisers: _Advisers, person_id: str, day: date) -> str:
    who = FIRST_MANAGER
    for start, worker_id in advisers.get(person_id, ()):
        if start > day:
            break
        who = worker_id
    return who


def _known_from(roll: Mapping[str, Sequence[Any]]) -> dict[str, date]:
    """The first day anything is known of a person, and the day of each contact and version."""
    days: dict[str, date] = {contact.contact_id: contact.on for contact in roll["contacts"]}
    days |= {version.version_id: version.begun_on for version in roll["plan_versions"]}
    for kind in ("allocations", "care_periods", "homes"):
        for fact in roll[kind]:
            if fact.start is not None:
                known = days.get(fact.person_id)
                days[fact.person_id] = min(fact.start, known) if known else fact.start
    return days
