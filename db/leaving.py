"""Can a worker be closed? Only when nothing is theirs any more; else what is left is said."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from carelink.dates import show
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import (
    KINDS,
    Allocation,
    Handover,
    PlanVersion,
    Worker,
)
from carelink.handover.theirs import Bearing, Thing, say_theirs, theirs_of
from carelink.words import MANAGER
from db.plan_rows import author_of
from db.reading import read_workers
from db.tables import DRAFTS, FACTS, USERS
from db.trail import Writing, amend

_MAY_CLOSE = frozenset({MANAGER, "administrator"})
# What is theirs by one column of the row.
_BY_REFERENCE = {"promises": "worker_id", "messages": "worker_id", "covers": "cover_id"}
# By whom it is to be done, as it was typed: the reference or the name, whoever else bears it.
_BY_NAME = {kind: "by_whom" for kind in ("decisions", "meeting_items", "meeting_actions")}


def read_theirs(connection: Connection, worker_id: str, end: date) -> list[Thing]:
    """Everything that would still be this worker's on `end`, the first day they are not here.

    Raises: Refused when there is no such worker.
    """
    workers = read_workers(connection)
    worker = _known(workers, worker_id)
    return theirs_of(worker, _bearing(connection, worker, workers), end, workers)


def close_worker(writing: Writing, before: Worker, end: date | None) -> Worker:
    """End a worker's time here; `end` is the first day they are not. Returns them as they now are.

    Raises: Refused while anything is theirs, with all of it in words; ChangedMeanwhile.
    """
    if author_of(writing).role not in _MAY_CLOSE:
        says = "Only a team manager or an administrator can close a worker."
        raise Refused(Problem("", says))
    if end is None:
        raise Refused(Problem("end", "Give their last day."))
    if before.start is not None and end <= before.start:
        says = f"They began on {show(before.start)}, after that day."
        raise Refused(Problem("end", says))
    things = read_theirs(writing.connection, before.worker_id, end)
    if things:
        said = [Problem("", f"Still theirs: {say_theirs(things)}.")]
        said += [Problem(str(thing.kind), _said(thing)) for thing in things]
        raise Refused(*said)
    return _put(writing, before, before._replace(end=end))


def open_again(writing: Writing, now: Worker, before: Worker) -> Worker:
    """Undo: the worker is here as before.

    Raises: ChangedMeanwhile when someone else has changed them since.
    """
    return _put(writing, now, before)


def _put(writing: Writing, before: Worker, after: Worker) -> Worker:
    if _known(read_workers(writing.connection), before.worker_id) != before:
        raise ChangedMeanwhile("Someone else changed this worker meanwhile. Look again.", None)
    amend(writing, "workers", before.worker_id, {"end": after.end})
    return after


def _known(workers: dict[str, Worker], worker_id: str) -> Worker:
    if worker_id not in workers:
        raise Refused(Problem("worker_id", "Choose one of the team's workers."))
    return workers[worker_id]


def _said(thing: Thing) -> str:
    whose = f"{thing.name}: " if thing.person_id else ""
    return f"{whose}{thing.says}."


def _bearing(connection: Connection, worker: Worker, workers: dict[str, Worker]) -> Bearing:
    called = [name for name in (worker.worker_id, worker.name) if name]
    found = {
        kind: _rows(connection, kind, FACTS[kind].c[column] == worker.worker_id)
        for kind, column in _BY_REFERENCE.items()
    }
    for kind, column in _BY_NAME.items():
        found[kind] = _rows(connection, kind, FACTS[kind].c[column].in_(called))
    handovers = FACTS["handovers"].c
    either = (handovers.from_worker == worker.worker_id) | (handovers.to_worker == worker.worker_id)
    versions = FACTS["plan_versions"].c
    waits = versions.sent_on.is_not(None) & versions.approved_on.is_(None)
    sent: list[PlanVersion] = _rows(connection, "plan_versions", waits)
    taken: list[Handover] = _rows(connection, "handovers", either)
    facts: list[Any] = [*sent, *taken, *(fact for held in found.values() for fact in held)]
    people = {str(getattr(fact, "person_id", "")) for fact in facts} - {""}
    allocations = _allocations(connection, worker.worker_id, people)
    drafts = _drafts(connection, worker.worker_id)
    people |= {a.person_id for a in allocations} | {person for _, person in drafts if person}
    return Bearing(
        names=_names(connection, people),
        allocations=allocations,
        handovers=taken,
        versions=sent,
        drafts=drafts,
        alone=_is_alone(worker, workers),
        **found,
    )


def _rows(connection: Connection, kind: str, which: ColumnElement[bool]) -> list[Any]:
    table, fact = FACTS[kind], KINDS[kind].fact
    wanted = select(*(table.c[field] for field in fact._fields)).where(which)
    key = fact._fields.index(KINDS[kind].key)
    return sorted(map(fact._make, connection.execute(wanted)), key=lambda one: str(one[key]))


def _allocations(connection: Connection, worker_id: str, people: set[str]) -> list[Allocation]:
    """Everybody's who works with whomever this worker works with, or owes something."""
    given = FACTS["allocations"].c
    theirs = select(given.person_id).where(given.worker_id == worker_id)
    which = given.person_id.in_(theirs) | given.person_id.in_(sorted(people))
    return _rows(connection, "allocations", which)


def _names(connection: Connection, people: set[str]) -> dict[str, str]:
    rows = _rows(connection, "people", FACTS["people"].c.person_id.in_(sorted(people)))
    return {person.person_id: person.name for person in rows}


def _drafts(connection: Connection, worker_id: str) -> list[tuple[str, str]]:
    users = select(USERS.c.user_id).where(USERS.c.worker_id == worker_id)
    wanted = select(DRAFTS.c.form, DRAFTS.c.person_id).where(DRAFTS.c.user_id.in_(users))
    return sorted((str(form), str(person or "")) for form, person in connection.execute(wanted))


def _is_alone(worker: Worker, workers: dict[str, Worker]) -> bool:
    """Whether they are a manager and no other is here."""
    managers = [w for w in workers.values() if w.role == MANAGER and w.end is None]
    return worker.role == MANAGER and [w.worker_id for w in managers] == [worker.worker_id]
