"""Who has no adviser, or soon will have none? The one function that every start and list asks."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.said import counted
from carelink.words import ADVISER


class Why(StrEnum):
    """How somebody comes to be without an adviser."""

    NEVER = "never"  # nobody has been allocated
    ENDED = "ended"  # the allocation ended and no other began
    LEFT = "left"  # the adviser left, and the allocation was never ended
    LEAVES = "leaves"  # there is one today, whose last day is known, and nobody follows


class Orphan(NamedTuple):
    """Somebody without an adviser since `on` (None: never had one), or from then on."""

    person_id: str
    name: str
    why: Why
    on: date | None = None
    worker_id: str = ""
    worker: str = ""

    @property
    def today(self) -> bool:
        """Whether they have no adviser today; else it lies ahead."""
        return self.why is not Why.LEAVES


def orphan_of(case: CaseFile, day: date) -> Orphan | None:
    """Whether somebody on the roll has no adviser on the day, or nobody after the one they have.

    Who is on the roll is for the caller to say: an adviser is owed to nobody else.
    """
    if has_died(case.person):
        return None
    if case.adviser_on(day) is not None:
        return _soon(case, day)
    advisers = [a for a in case.allocations if a.role == ADVISER]
    over = [(end, a) for a in advisers if (end := case.allocation_end(a)) and end <= day]
    if not over:
        return _orphan(case, Why.NEVER)
    end, last = max(over, key=lambda one: one[0])
    left = last.end is None or last.end > end
    return _orphan(case, Why.LEFT if left else Why.ENDED, end, last.worker_id)


def in_order(orphans: Iterable[Orphan]) -> list[Orphan]:
    """Those without an adviser today first, and of them who has waited longest."""
    return sorted(orphans, key=lambda o: (not o.today, o.on or date.min, o.name.casefold()))


def say_orphan(orphan: Orphan, day: date) -> str:
    """In one sentence."""
    if orphan.on is None:
        return "No personal adviser has been allocated"
    on, ahead = show(orphan.on), orphan.on > day
    if ahead:
        return f"{orphan.worker} is their adviser until {on}, and nobody follows"
    days = counted((day - orphan.on).days, "day")
    if orphan.why is Why.LEFT:
        return f"No personal adviser for {days}: {orphan.worker} left on {on}"
    return f"No personal adviser for {days}, since {on}"


def say_orphans(orphans: Iterable[Orphan]) -> str:
    """How many there are, for the message bar; empty where nobody is without an adviser."""
    held = list(orphans)
    now = sum(orphan.today for orphan in held)
    soon = len(held) - now
    people = ("young person has", "young people have")[now != 1]
    said = [f"{now:,} {people} no personal adviser."] if now else []
    if soon:
        said.append(f"{soon:,} soon will have none{'' if now else ': an adviser is leaving'}.")
    return " ".join(said)


def _soon(case: CaseFile, day: date) -> Orphan | None:
    """One whose adviser ends on a day that is known, with nobody from that day on."""
    worker_id, at = "", day
    while (held := case.adviser_on(at)) is not None:
        end = case.allocation_end(held)
        if end is None:
            return None
        worker_id, at = held.worker_id, end
    return None if _goes_over(case, at) else _orphan(case, Why.LEAVES, at, worker_id)


def _goes_over(case: CaseFile, by: date) -> bool:
    """Whether somebody has accepted them from that day or before."""
    return any(
        handover.accepted_on is not None
        and handover.withdrawn_on is None
        and handover.starts_on is not None
        and handover.starts_on <= by
        for handover in case.handovers
    )


def _orphan(case: CaseFile, why: Why, on: date | None = None, worker_id: str = "") -> Orphan:
    person = case.person
    worker = case.worker_name(worker_id) if worker_id else ""
    return Orphan(person.person_id, person.name, why, on, worker_id, worker)
