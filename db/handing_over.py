"""How does a young person go from one adviser to another? Step by step, several people at once.

Each verb takes the handovers as they were read and gives back what `put_handovers_back` undoes.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from carelink.case import CaseFile
from carelink.dates import runs_on
from carelink.errors import Problem, Refused
from carelink.facts import Allocation, Handover
from carelink.handover.checks import (
    check_acceptance,
    check_handover,
    check_step,
    check_withdrawal,
    held_by,
)
from carelink.handover.steps import can_begin
from carelink.words import ADVISER, MANAGER
from db.one_fact import AT_ONCE, Check, as_it_was, change_fact, record_fact
from db.plan_rows import author_of
from db.reading import read_case, read_workers
from db.tables import FACTS
from db.trail import Writing, add, amend, remove


class Gone(NamedTuple):
    """What a gesture did: each handover before and after, and the allocations it changed.

    Shape: an allocation before is None where the one after is new.
    """

    handovers: tuple[tuple[Handover, Handover], ...]
    allocations: tuple[tuple[Allocation | None, Allocation], ...] = ()

    @property
    def people(self) -> list[str]:
        """Whom it was about."""
        return [after.person_id for _, after in self.handovers]


def ask_handovers(writing: Writing, handovers: Sequence[Handover]) -> list[str]:
    """Ask for young people to go from one worker to another; returns the ids.

    Raises: Refused with every problem of the first that cannot be; then none is asked for.
    """
    asked = []
    for handover in handovers:
        one = handover._replace(asked_on=handover.asked_on or writing.today)
        with_name = _named(check_handover, several=len(handovers) > 1)
        asked.append(record_fact(writing, "handovers", one, with_name))
    return asked


def unask_handovers(writing: Writing, handover_ids: Iterable[str]) -> None:
    """Undo: they were not meant to be asked for.

    Raises: ChangedMeanwhile when one of them is gone.
    """
    for handover_id in handover_ids:
        remove(writing, "handovers", handover_id, AT_ONCE)


def give_packs(writing: Writing, handovers: Sequence[Handover], on: date | None) -> Gone:
    """Record the day the new worker was given each person's pack.

    Raises: Refused for a day that has not been; ChangedMeanwhile.
    """
    _given("pack_on", on, "Give the day the pack was given.")
    return _step(writing, handovers, lambda one: one._replace(pack_on=on))


def book_visits(writing: Writing, handovers: Sequence[Handover], on: date | None) -> Gone:
    """Record the day for which a visit together is booked; it may lie ahead.

    Raises: Refused without a day; ChangedMeanwhile.
    """
    _given("joint_visit_on", on, "Give the day of the visit together.")
    return _step(writing, handovers, lambda one: one._replace(joint_visit_on=on))


def tell_them(
    writing: Writing, handovers: Sequence[Handover], on: date | None, by: str, words: str = ""
) -> Gone:
    """Record that the young person was told, by whom, and what they said; no words keep the last.

    Raises: Refused for a day that has not been or without who told them; ChangedMeanwhile.
    """
    _given("told_on", on, "Give the day they were told.")

    def told(one: Handover) -> Handover:
        return one._replace(told_on=on, told_by=by, view_words=words or one.view_words)

    return _step(writing, handovers, told)


def go_through(writing: Writing, before: Handover, after: Handover) -> Gone:
    """Record several steps of one handover at once: the visit together, and what they said.

    Raises: Refused with every problem at once; ChangedMeanwhile.
    """
    return _step(writing, [before], lambda _: after)


def accept_handovers(
    writing: Writing,
    handovers: Sequence[Handover],
    on: date | None,
    starts_on: date | None = None,
) -> Gone:
    """Accept them, as the new worker or a manager; who begins today or before begins now.

    `starts_on`, where given, is their first day in place of the one that was asked for.

    Raises: Refused with every problem at once, also where a day without an adviser would be left;
    ChangedMeanwhile.
    """
    author = author_of(writing)
    for one in handovers:
        if author.role != MANAGER and one.to_worker not in author.names:
            says = "Only the new worker or a team manager can accept."
            raise Refused(Problem("", says))

    def accepted(one: Handover) -> Handover:
        first = starts_on or one.starts_on
        return one._replace(accepted_on=on, accepted_by=author.name, starts_on=first)

    gone = _change(writing, handovers, accepted, check_acceptance)
    began = [_begin(writing, after) for _, after in gone.handovers if _due(after, writing.today)]
    return gone._replace(allocations=tuple(change for changes in began for change in changes))


def withdraw_handovers(
    writing: Writing, handovers: Sequence[Handover], why: str, on: date | None = None
) -> Gone:
    """Withdraw them with a reason; whoever they are with goes on.

    Raises: Refused without a reason or when the new worker has begun; ChangedMeanwhile.
    """

    def withdrawn(one: Handover) -> Handover:
        return one._replace(withdrawn_on=on or writing.today, withdrawn_why=why)

    return _change(writing, handovers, withdrawn, check_withdrawal)


def put_handovers_back(writing: Writing, gone: Gone) -> list[str]:
    """Undo: the handovers and the allocations stand as they did. Returns whom it was about.

    Raises: ChangedMeanwhile when someone else has changed one since; nothing is then undone.
    """
    for before, after in reversed(gone.allocations):
        if before is None:
            remove(writing, "allocations", after.row_id, AT_ONCE)
        else:
            change_fact(writing, "allocations", after, before, as_it_was)
    for was, now in gone.handovers:
        change_fact(writing, "handovers", now, was, as_it_was)
    return gone.people


def read_due(connection: Connection, day: date) -> list[Handover]:
    """The accepted handovers whose first day has come and whose allocations do not say so yet.

    One that came in with a bundle and names nobody who could take over does not begin: they stay
    with whom they have.
    """
    table = FACTS["handovers"]
    ready = (
        select(*(table.c[field] for field in Handover._fields))
        .where(table.c.accepted_on.is_not(None), table.c.withdrawn_on.is_(None))
        .where(table.c.starts_on <= day)
        .order_by(table.c.starts_on, table.c.handover_id)
    )
    workers = read_workers(connection)
    accepted = [
        handover
        for row in connection.execute(ready)
        if can_begin(handover := Handover._make(row), workers)
    ]
    if not accepted:
        return []
    given = FACTS["allocations"]
    people = {handover.person_id for handover in accepted}
    theirs = select(*(given.c[field] for field in Allocation._fields)).where(
        given.c.person_id.in_(people)
    )
    allocations: dict[str, list[Allocation]] = {}
    for row in connection.execute(theirs):
        allocations.setdefault(row.person_id, []).append(Allocation._make(row))
    return [one for one in accepted if not _has_begun(one, allocations.get(one.person_id, []))]


def take_effect(writing: Writing) -> list[str]:
    """Begin every accepted handover whose first day has come; returns whom it was about.

    Done at each start of the program and each new day; whoever has begun is left alone.
    """
    due = read_due(writing.connection, writing.today)
    for handover in due:
        _begin(writing, handover)
    return [handover.person_id for handover in due]


def _begin(writing: Writing, handover: Handover) -> list[tuple[Allocation | None, Allocation]]:
    """End what the worker before was to them, and let the new one be it, from one day."""
    starts = handover.starts_on
    assert starts is not None
    case = read_case(writing.connection, handover.person_id)
    changes: list[tuple[Allocation | None, Allocation]] = []
    before = held_by(case, handover.from_worker, starts) or _last(case, handover.from_worker)
    role = (before.role if before else "") or ADVISER
    left = case.workers[handover.from_worker].end if handover.from_worker in case.workers else None
    for held in case.allocations:
        if held.worker_id == handover.from_worker and held.role == role and _is_open(held, starts):
            ended = held._replace(end=min(starts, left or starts))
            amend(writing, "allocations", held.row_id, {"end": ended.end})
            changes.append((held, ended))
    if not _is_theirs(case, handover.to_worker, role, starts):
        new = Allocation(handover.person_id, handover.to_worker, role, starts)
        (row_id,) = add(writing, "allocations", [new])
        changes.append((None, new._replace(row_id=row_id)))
    return changes


def _is_open(held: Allocation, day: date) -> bool:
    """Whether it began before the day and lasts beyond it."""
    return (held.start is None or held.start < day) and (held.end is None or held.end > day)


def _last(case: CaseFile, worker_id: str) -> Allocation | None:
    """What somebody who has left was to them last."""
    own = [a for a in case.allocations if a.worker_id == worker_id]
    return max(own, key=lambda a: (a.role == ADVISER, a.start or date.min), default=None)


def _is_theirs(case: CaseFile, worker_id: str, role: str, day: date) -> bool:
    return any(
        held.worker_id == worker_id and held.role == role and runs_on(held.start, held.end, day)
        for held in case.allocations
    )


def _has_begun(one: Handover, allocations: Iterable[Allocation]) -> bool:
    """Whether the new worker was theirs on the first day, and the one before no longer.

    Where the new worker has been theirs from a later day, somebody has recorded how it went.
    """
    starts = one.starts_on or date.min
    if any(a.worker_id == one.to_worker and a.start and a.start > starts for a in allocations):
        return True
    held = [a for a in allocations if a.end is None or a.end > starts]
    roles = {
        a.role
        for a in held
        if a.worker_id == one.to_worker and (a.start is None or a.start <= starts)
    }
    return bool(roles) and not any(
        a.worker_id == one.from_worker and a.role in roles and (a.start is None or a.start < starts)
        for a in held
    )


def _due(handover: Handover, today: date) -> bool:
    return handover.starts_on is not None and handover.starts_on <= today


def _step(
    writing: Writing, handovers: Sequence[Handover], change: Callable[[Handover], Handover]
) -> Gone:
    return _change(writing, handovers, change, check_step)


def _change(
    writing: Writing,
    handovers: Sequence[Handover],
    change: Callable[[Handover], Handover],
    check: Check,
) -> Gone:
    """Change each from what was read; all of them or none."""
    changed = []
    for before in handovers:
        after = change(before)
        if after != before:
            named = _named(check, several=len(handovers) > 1)
            change_fact(writing, "handovers", before, after, named)
        changed.append((before, after))
    return Gone(tuple(changed))


def _named(check: Check, *, several: bool) -> Check:
    """The check, saying whom a problem is about where several are checked at once."""
    if not several:
        return check

    def checked(case: CaseFile, fact: Handover, today: date) -> None:
        try:
            check(case, fact, today)
        except Refused as refused:
            name = case.person.name
            said = [Problem(p.field, f"{name}: {p.says}") for p in refused.problems]
            raise Refused(*said) from None

    return checked


def _given(field: str, day: date | None, says: str) -> None:
    if day is None:
        raise Refused(Problem(field, says))
