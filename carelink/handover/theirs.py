"""What is still a worker's on the day they leave? While anything is, they cannot be closed.

What goes with a young person to the worker after them (a promise, an action, a message, a plan
sent to the manager) is no longer theirs; what they owe by themselves is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.facts import (
    Allocation,
    Cover,
    Decision,
    Handover,
    MeetingAction,
    MeetingItem,
    Message,
    PlanVersion,
    Promise,
    Worker,
)
from carelink.handover.words import KIND_LABELS, Kind
from carelink.said import words_of, worker_told_apart
from carelink.words import ADVISER


class Bearing(NamedTuple):
    """What a store holds that may be one worker's.

    Shape: `allocations` are everybody's who works with the people named here; `names` by person.
    `drafts` are (form, person_id). `alone` says that they are the only manager there is.
    """

    names: Mapping[str, str] = {}
    allocations: Collection[Allocation] = ()
    handovers: Collection[Handover] = ()
    promises: Collection[Promise] = ()
    decisions: Collection[Decision] = ()
    meeting_items: Collection[MeetingItem] = ()
    meeting_actions: Collection[MeetingAction] = ()
    versions: Collection[PlanVersion] = ()
    messages: Collection[Message] = ()
    covers: Collection[Cover] = ()
    drafts: Collection[tuple[str, str]] = ()
    alone: bool = False


class Thing(NamedTuple):
    """One thing that is still theirs, whom it is about (may be empty), and what it is."""

    kind: Kind
    person_id: str
    name: str
    says: str


def theirs_of(
    worker: Worker, bearing: Bearing, end: date, workers: Mapping[str, Worker]
) -> list[Thing]:
    """Everything that would still be this worker's on `end`, the first day they are not here."""
    whose = _Whose(worker, bearing, end)
    kinds = {
        Kind.PEOPLE: _people(whose),
        Kind.HANDOVERS: _handovers(whose, workers),
        Kind.PROMISES: _promises(whose),
        Kind.ACTIONS: _actions(whose),
        Kind.APPROVALS: _approvals(whose),
        Kind.MESSAGES: _messages(whose),
        Kind.COVERS: _covers(whose, workers),
        Kind.DRAFTS: _drafts(whose),
    }
    return [
        Thing(kind, person_id, bearing.names.get(person_id, person_id), says)
        for kind, found in kinds.items()
        for person_id, says in found
    ]


def say_theirs(things: Iterable[Thing]) -> str:
    """How much of each kind: 3 young people, 1 promise to keep; that nothing is, is said."""
    counts = Counter(thing.kind for thing in things)
    said = [f"{counts[kind]:,} {KIND_LABELS[kind][counts[kind] != 1]}" for kind in counts]
    return ", ".join(said) if said else "Nothing is theirs any more"


class _Whose:
    """Whether a thing goes with its young person, or stays with the worker who leaves."""

    def __init__(self, worker: Worker, bearing: Bearing, end: date) -> None:
        self.worker_id = worker.worker_id
        self.called = {worker.worker_id, worker.name} - {""}
        self.bearing = bearing
        self.end = end
        self.goes = {
            (handover.person_id, handover.to_worker)
            for handover in bearing.handovers
            if handover.from_worker == worker.worker_id
            and handover.accepted_on is not None
            and handover.withdrawn_on is None
            and handover.starts_on is not None
            and handover.starts_on <= end
        }
        self.gone_over = {person_id for person_id, _ in self.goes}
        self.had = {a.person_id for a in bearing.allocations if a.worker_id == self.worker_id}
        self.held_by_others = {
            a.person_id
            for a in bearing.allocations
            if a.worker_id != self.worker_id
            and a.role == ADVISER
            and (a.start is None or a.start <= end)
            and (a.end is None or a.end > end)
        }

    def stays(self, person_id: str) -> bool:
        """Whether what is owed to this person does not go to the worker after them."""
        if person_id in self.gone_over:
            return False
        return person_id not in self.had or person_id not in self.held_by_others


_Found = Iterator[tuple[str, str]]


def _people(whose: _Whose) -> _Found:
    for held in whose.bearing.allocations:
        own = held.worker_id == whose.worker_id and (held.end is None or held.end > whose.end)
        if own and held.person_id not in whose.gone_over:
            since = f" since {show(held.start)}" if held.start else ""
            yield held.person_id, f"{words_of(held.role or 'worker')}{since}"


def _handovers(whose: _Whose, workers: Mapping[str, Worker]) -> _Found:
    for one in whose.bearing.handovers:
        if one.withdrawn_on is not None:
            continue
        if one.to_worker == whose.worker_id and _not_begun(whose, one):
            giver = worker_told_apart(one.from_worker, workers) or "nobody"
            yield one.person_id, f"Is to come to them from {giver}"
        elif one.from_worker == whose.worker_id and one.accepted_on is None:
            taker = worker_told_apart(one.to_worker, workers) or "nobody yet"
            yield one.person_id, f"Not yet accepted by {taker}"


def _not_begun(whose: _Whose, one: Handover) -> bool:
    """Whether they have yet to begin with somebody, as far as the allocations tell."""
    return one.accepted_on is None or not any(
        a.person_id == one.person_id and a.worker_id == whose.worker_id
        for a in whose.bearing.allocations
    )


def _promises(whose: _Whose) -> _Found:
    for one in whose.bearing.promises:
        settled = one.kept_on is not None or one.broken_on is not None
        if one.worker_id == whose.worker_id and not settled and whose.stays(one.person_id):
            by = f", by {show(one.due_on)}" if one.due_on else ""
            yield one.person_id, f"{one.what}{by}"


def _actions(whose: _Whose) -> _Found:
    for decided in whose.bearing.decisions:
        owed = decided.action and decided.done_on is None
        if owed and decided.by_whom in whose.called and whose.stays(decided.person_id):
            yield decided.person_id, decided.action
    for item in whose.bearing.meeting_items:
        owed = item.action and item.done_on is None
        if owed and item.by_whom in whose.called and whose.stays(item.person_id):
            yield item.person_id, item.action
    for action in whose.bearing.meeting_actions:
        if action.done_on is None and action.by_whom in whose.called:
            yield "", action.what


def _approvals(whose: _Whose) -> _Found:
    for version in whose.bearing.versions:
        waits = version.sent_on and not version.returned_on and not version.approved_on
        if not waits:
            continue
        sent = f"Plan sent on {show(version.sent_on)}" if version.sent_on else "Plan sent"
        if version.sent_by == whose.worker_id and whose.stays(version.person_id):
            yield version.person_id, sent
        elif whose.bearing.alone:
            yield version.person_id, f"{sent}; there is no other manager to read it"


def _messages(whose: _Whose) -> _Found:
    for one in whose.bearing.messages:
        theirs = one.worker_id == whose.worker_id and one.done_on is None
        if theirs and whose.stays(one.person_id):
            yield one.person_id, " ".join(one.words.split())


def _covers(whose: _Whose, workers: Mapping[str, Worker]) -> _Found:
    for one in whose.bearing.covers:
        lasts = one.back_on is None or one.back_on > whose.end
        if one.cover_id == whose.worker_id and lasts:
            until = f" until {show(one.back_on)}" if one.back_on else ""
            yield "", f"Stands in for {worker_told_apart(one.worker_id, workers)}{until}"


def _drafts(whose: _Whose) -> _Found:
    for form, person_id in whose.bearing.drafts:
        yield person_id, f"Left unfinished: {words_of(form.split(' ')[0]).lower()}"
