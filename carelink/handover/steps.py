"""How far has a handover come, and what is its next step?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Handover, Worker
from carelink.handover.words import NEXT_LABELS, Stands, Step
from carelink.said import counted
from carelink.words import RUNGS, Rung

_SEEN = RUNGS[RUNGS.index(Rung.SEEN) :]


class Progress(NamedTuple):
    """Where a handover stands on a day: what is done, and the first step that is not.

    `days` is how many are left until the first day with the new worker, negative once it has
    gone by; None where no first day is set.
    """

    handover: Handover
    stands: Stands
    done: tuple[Step, ...]
    next: Step | None
    days: int | None

    @property
    def open(self) -> bool:
        """Whether it waits for a step."""
        return self.stands is Stands.OPEN

    @property
    def late(self) -> bool:
        """Whether the first day has come and nobody has accepted."""
        return self.open and self.days is not None and self.days <= 0


def progress_of(
    handover: Handover, day: date, workers: Mapping[str, Worker] | None = None
) -> Progress:
    """Where the handover stands on the day; what is dated later has not happened yet.

    A joint visit counts as booked when its day is set, whether it has come or lies ahead. Where
    the `workers` are given, it is stuck if none of them can take over on the first day.
    """
    steps = {
        Step.PACK: _been(handover.pack_on, day),
        Step.JOINT_VISIT: handover.joint_visit_on is not None,
        Step.TOLD: _been(handover.told_on, day),
        Step.ACCEPTED: _been(handover.accepted_on, day),
    }
    done = tuple(step for step in Step if steps[step])
    stands = _stands(handover, day, accepted=steps[Step.ACCEPTED])
    if stands is Stands.BEGUN and workers is not None and not can_begin(handover, workers):
        stands = Stands.STUCK
    following = next((step for step in Step if not steps[step]), None)
    days = (handover.starts_on - day).days if handover.starts_on else None
    return Progress(handover, stands, done, following if stands is Stands.OPEN else None, days)


def can_begin(handover: Handover, workers: Mapping[str, Worker]) -> bool:
    """Whether somebody else takes over, who works here on the first day."""
    taker = workers.get(handover.to_worker)
    another = handover.to_worker != handover.from_worker
    return another and taker is not None and taker.works_on(handover.starts_on or date.max)


def in_order(
    handovers: Iterable[Handover], day: date, workers: Mapping[str, Worker] | None = None
) -> list[Progress]:
    """Those begun sooner first; one without a first day, before them all: it waits for that."""
    held = [progress_of(handover, day, workers) for handover in handovers]
    return sorted(
        held,
        key=lambda p: (p.handover.starts_on or date.min, p.handover.person_id, p.handover[0]),
    )


def open_on(case: CaseFile, day: date) -> list[Progress]:
    """The handovers of one person that wait for a step, or for their first day, or are stuck."""
    waiting = (Stands.OPEN, Stands.AHEAD, Stands.STUCK)
    found = [p for p in in_order(case.handovers, day, case.workers) if p.stands in waiting]
    return [p for p in found if p.stands is not Stands.STUCK or not _came(case, p.handover)]


def _came(case: CaseFile, handover: Handover) -> bool:
    """Whether it is recorded that the new worker was theirs from the first day on, or later."""
    starts = handover.starts_on or date.min
    return handover.to_worker != handover.from_worker and any(
        given.worker_id == handover.to_worker and (given.end is None or given.end > starts)
        for given in case.allocations
    )


def say_progress(progress: Progress) -> str:
    """How far it has come and what is next, in one line."""
    handover = progress.handover
    if progress.stands is Stands.WITHDRAWN:
        why = f": {handover.withdrawn_why}" if handover.withdrawn_why else ""
        on = f" on {show(handover.withdrawn_on)}" if handover.withdrawn_on else ""
        return f"Withdrawn{on}{why}"
    if progress.stands is Stands.STUCK:
        return (
            f"Accepted, and cannot begin: nobody else who works here takes over on "
            f"{show(handover.starts_on) if handover.starts_on else 'a day'}. Withdraw it and ask "
            "for another"
        )
    if not progress.open:
        on = show(handover.accepted_on) if handover.accepted_on else ""
        return f"Accepted on {on}; {_first_day(progress)}"
    following = NEXT_LABELS[progress.next or Step.ACCEPTED]
    return f"{following} ({len(progress.done)} of {len(Step)} done); {_first_day(progress)}"


def say_visit(handover: Handover, case: CaseFile, day: date) -> str:
    """The visit together: booked for a day, held on it, or its day gone by with no visit noted."""
    on = handover.joint_visit_on
    if on is None:
        return "No visit together is booked"
    if any(c.on == on and c.rung in _SEEN for c in case.contacts):
        return f"A visit on {show(on)} is recorded"
    if on >= day:
        return f"Booked for {on:%A} {show(on)}"
    return f"Was booked for {show(on)}; no visit on that day is recorded"


def say_told(handover: Handover, worker: str) -> str:
    """Who told them, when, and what they said to it."""
    if handover.told_on is None:
        return "They have not been told yet"
    by = f" by {worker}" if worker else "; by whom is not recorded"
    says = f"Told on {show(handover.told_on)}{by}"
    words = handover.view_words.strip()
    return f"{says}. They said: “{words}”" if words else f"{says}. What they said is not recorded"


def _first_day(progress: Progress) -> str:
    starts, days = progress.handover.starts_on, progress.days
    if starts is None or days is None:
        return "no first day is set"
    if days > 0:
        return f"first day {show(starts)}, in {counted(days, 'day')}"
    if progress.open:
        gone = "today" if days == 0 else f"{counted(-days, 'day')} ago"
        return f"the first day was to be {show(starts)}, {gone}"
    return f"theirs since {show(starts)}"


def _stands(handover: Handover, day: date, *, accepted: bool) -> Stands:
    if _been(handover.withdrawn_on, day):
        return Stands.WITHDRAWN
    if not accepted:
        return Stands.OPEN
    begun = handover.starts_on is None or handover.starts_on <= day
    return Stands.BEGUN if begun else Stands.AHEAD


def _been(on: date | None, day: date) -> bool:
    return on is not None and on <= day
