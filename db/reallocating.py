"""How is a what-if applied? All of it as one change, which one undo takes back.

It asks for handovers and moves nobody by itself: each begins when the new adviser accepts.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import uuid4

from carelink.errors import Problem, Refused
from carelink.facts import Handover, Worker
from carelink.reallocation.proposing import Move
from carelink.reallocation.scenario import NEW
from carelink.workload.checks import check_worker
from db.handing_over import ask_handovers, unask_handovers
from db.one_fact import AT_ONCE
from db.reading import read_cases, read_rows
from db.team_facts import record_team_fact
from db.trail import Writing, remove


class Applied(NamedTuple):
    """What was written: the handovers as they were asked for, and the worker who was new."""

    handovers: tuple[Handover, ...]
    worker_id: str = ""

    @property
    def people(self) -> list[str]:
        """Whom it was about."""
        return [one.person_id for one in self.handovers]


def apply_moves(
    writing: Writing,
    moves: Sequence[Move],
    starts_on: date,
    reason: str,
    starter: Worker | None = None,
) -> Applied:
    """Ask for a handover for each move, from one day on; a starter is written down with them.

    Raises: Refused when nobody would move, or somebody's adviser is no longer the one the proposal
    was worked out from, or they have been pinned meanwhile; nothing is then kept.
    """
    if not moves:
        raise Refused(Problem("", "Nobody would move, so there is nothing to apply."))
    _check_still_so(writing, moves)
    new = _begin(writing, starter, starts_on) if starter is not None else ""
    asked = [
        Handover(
            handover_id=uuid4().hex,
            person_id=move.person_id,
            from_worker=move.from_worker,
            to_worker=new if move.to_worker == NEW else move.to_worker,
            asked_on=writing.today,
            starts_on=starts_on,
            reason=reason,
        )
        for move in moves
    ]
    ask_handovers(writing, asked)
    return Applied(tuple(asked), new)


def undo_moves(writing: Writing, applied: Applied) -> list[str]:
    """Take all of it back, the new worker too. Returns whom it was about.

    Raises: Refused, naming them, when somebody has been accepted or taken further meanwhile;
    nothing is then taken back.
    """
    asked = {one.handover_id: one for one in applied.handovers}
    now = {
        fact.handover_id: fact
        for fact, _ in read_rows(writing.connection, "handovers")
        if fact.handover_id in asked
    }
    changed = [one.person_id for key, one in asked.items() if now.get(key) != one]
    if changed:
        names = _names(writing, changed)
        says = f"This can no longer be undone: the handover of {names} has been taken further"
        raise Refused(Problem("", f"{says}. Withdraw the others under Handovers."))
    unask_handovers(writing, asked)
    if applied.worker_id:
        remove(writing, "workers", applied.worker_id, AT_ONCE)
    return applied.people


def _begin(writing: Writing, starter: Worker, starts_on: date) -> str:
    """Whoever begins is written down, unless they are known already."""
    if starter.worker_id != NEW:
        return starter.worker_id
    new = starter._replace(worker_id=uuid4().hex, start=starts_on)
    return record_team_fact(writing, "workers", new, check_worker)


def _check_still_so(writing: Writing, moves: Sequence[Move]) -> None:
    """Each is still with the adviser they are to go from, and with nobody else."""
    asked = {move.person_id: move for move in moves}
    problems = []
    for case in read_cases(writing.connection, list(asked)):
        move = asked.pop(case.person.person_id)
        present = case.adviser_on(writing.today)
        name = case.person.name
        if (present.worker_id if present else "") != move.from_worker:
            problems.append(Problem("", f"{name} has another adviser by now. Work it out again."))
        pinned = [pin.worker_id for pin in case.pins if pin.ended_on is None]
        if move.from_worker in pinned:
            problems.append(Problem("", f"{name} is pinned. Let the pin go, or leave them out."))
    if asked:
        problems.append(Problem("", "Somebody is no longer in the store. Work it out again."))
    if problems:
        raise Refused(*problems)


def _names(writing: Writing, person_ids: Sequence[str]) -> str:
    """A few of their names, and how many more."""
    named = [case.person.name for case in read_cases(writing.connection, person_ids)]
    few, more = named[:3], len(named) - 3
    return ", ".join(few) + (f" and {more} more" if more > 0 else "")
