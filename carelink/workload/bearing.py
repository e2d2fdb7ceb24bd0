"""What does one young person add to the load of whoever works with them? Little is kept of each."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.duties.duty import Duty
from carelink.facts import Worker
from carelink.words import ADVISER, State
from carelink.workload.continuity import Continuity, continuity_of
from carelink.workload.weighing import Reason, Weighed, apart, weigh
from carelink.workload.weights import Weights

AHEAD = timedelta(days=28)
_TO_COME = frozenset({State.ON_TRACK, State.DUE_SOON})


class Due(NamedTuple):
    """A duty that falls due within four weeks of the day."""

    duty: str
    on: date


class Link(NamedTuple):
    """An adviser who was theirs once: from when until when."""

    worker_id: str
    start: date | None
    end: date | None


class Borne(NamedTuple):
    """One person on the roll as the load sees them.

    `advisers` are whose they are on the day, by id: usually one, perhaps none, perhaps two.
    `since` is the first day with the one adviser they have; `past` are those they had before.
    `pinned` is the adviser they are to stay with, and `pin_reason` why; `moving` says that they are
    being handed over already.
    """

    person_id: str
    name: str
    advisers: tuple[str, ...]
    weighed: Weighed
    continuity: Continuity
    due: tuple[Due, ...] = ()
    language: str = ""
    since: date | None = None
    past: tuple[Link, ...] = ()
    pinned: str = ""
    pin_reason: str = ""
    moving: bool = False

    def weight_with(self, worker: Worker | None, weights: Weights) -> float:
        """What they weigh with this adviser: the same, and more where the adviser is far off."""
        further = self.further_with(worker, weights)
        return round(self.weighed.weight + (further.adds if further else 0.0), 2)

    def further_with(self, worker: Worker | None, weights: Weights) -> Reason | None:
        """What the way between them and this adviser adds."""
        return apart(self.weighed.district, worker.district if worker else "", weights)


def borne_of(case: CaseFile, duties: Iterable[Duty], day: date, weights: Weights) -> Borne:
    """What this person adds on the day; for somebody on the roll."""
    advisers = tuple(sorted({given.worker_id for given in case.allocated_on(day, ADVISER)}))
    present = case.adviser_on(day) if len(advisers) == 1 else None
    pin = next((pin for pin in case.pins if pin.ended_on is None), None)
    return Borne(
        person_id=case.person.person_id,
        name=case.person.name,
        advisers=advisers,
        weighed=weigh(case, day, weights),
        continuity=continuity_of(case, day),
        due=_due(duties, day),
        language=case.person.language.strip(),
        since=present.start if present else None,
        past=_past(case, day),
        pinned=pin.worker_id if pin else "",
        pin_reason=pin.reason if pin else "",
        moving=any(not (held.accepted_on or held.withdrawn_on) for held in case.handovers),
    )


def languages_of(worker: Worker) -> frozenset[str]:
    """The languages of a worker, folded for comparing: "Arabic, Tigrinya" is two."""
    parts = worker.languages.replace(";", ",").replace("\n", ",").replace("/", ",").split(",")
    return frozenset(part.strip().casefold() for part in parts if part.strip())


def speaks(worker: Worker, language: str) -> bool | None:
    """Whether the worker speaks it; None where the person asked for none."""
    return language.casefold() in languages_of(worker) if language else None


def _due(duties: Iterable[Duty], day: date) -> tuple[Due, ...]:
    last = day + AHEAD
    found = [
        Due(duty.duty, duty.due_on)
        for duty in duties
        if duty.state in _TO_COME and duty.due_on is not None and day <= duty.due_on <= last
    ]
    return tuple(sorted(found, key=lambda due: (due.on, due.duty)))


def _past(case: CaseFile, day: date) -> tuple[Link, ...]:
    links = [
        Link(given.worker_id, given.start, end)
        for given in case.allocations
        if given.role == ADVISER and (end := case.allocation_end(given)) is not None and end <= day
    ]
    return tuple(sorted(links, key=lambda link: (link.end or date.min, link.worker_id)))
