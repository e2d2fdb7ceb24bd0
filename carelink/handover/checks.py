"""What must hold before a handover is asked for, taken a step further, accepted or withdrawn?"""

from collections.abc import Mapping
from datetime import date

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Allocation, Handover, Worker
from carelink.handover.steps import can_begin
from carelink.problems import day_that_has_been, not_ahead, refuse_if, text_problems
from carelink.words import ADVISER


def check_handover(case: CaseFile, handover: Handover, today: date) -> None:
    """A handover: to whom, from when, and nothing that would leave a day without an adviser.

    Raises: Refused with every problem at once.
    """
    problems = _who(case, handover, today)
    problems += not_ahead("asked_on", handover.asked_on, today, "asking")
    if handover.starts_on is None:
        problems.append(Problem("starts_on", "Give the first day with the new worker."))
    problems += text_problems("reason", handover.reason)
    others = [
        other
        for other in case.handovers
        if other.handover_id != handover.handover_id
        and other.accepted_on is None
        and other.withdrawn_on is None
        and other.from_worker == handover.from_worker
    ]
    if others:
        problems.append(Problem("", "A handover is under way already; withdraw that one first."))
    refuse_if([*problems, *no_day_between(case, handover, today)])


def check_step(case: CaseFile, handover: Handover, today: date) -> None:
    """A step further: days that have been, but for the visit together, which may lie ahead.

    Raises: Refused with every problem at once.
    """
    problems = not_ahead("pack_on", handover.pack_on, today, "pack")
    problems += not_ahead("told_on", handover.told_on, today, "telling")
    if handover.told_on is not None and not handover.told_by:
        problems.append(Problem("told_by", "Choose who told them."))
    if handover.told_on is None and handover.view_words.strip():
        problems.append(Problem("told_on", "Give the day they were told."))
    asked, visit = handover.asked_on, handover.joint_visit_on
    if asked is not None and visit is not None and visit < asked:
        says = f"The visit together is before the handover was asked for ({show(asked)})."
        problems.append(Problem("joint_visit_on", says))
    problems += text_problems("view_words", handover.view_words)
    if handover.withdrawn_on is not None:
        problems.append(Problem("", "This handover has been withdrawn."))
    refuse_if(problems)


def check_acceptance(case: CaseFile, handover: Handover, today: date) -> None:
    """Accepted on a day that has been, so that no day is left without an adviser.

    Raises: Refused with every problem at once.
    """
    problems = day_that_has_been("accepted_on", handover.accepted_on, today, "acceptance")
    asked, accepted = handover.asked_on, handover.accepted_on
    if asked is not None and accepted is not None and accepted < asked:
        says = f"The day is before the handover was asked for ({show(asked)})."
        problems.append(Problem("accepted_on", says))
    if handover.withdrawn_on is not None:
        problems.append(Problem("", "This handover has been withdrawn."))
    if handover.starts_on is None:
        problems.append(Problem("starts_on", "Give the first day with the new worker."))
    problems += _who(case, handover, today)
    refuse_if([*problems, *no_day_between(case, handover, today)])


def check_withdrawal(case: CaseFile, handover: Handover, today: date) -> None:
    """Withdrawn with a reason, while nobody has begun with them.

    Raises: Refused with every problem at once.
    """
    problems = not_ahead("withdrawn_on", handover.withdrawn_on, today, "withdrawal")
    if not handover.withdrawn_why.strip():
        problems.append(Problem("withdrawn_why", "Say why it is withdrawn."))
    problems += text_problems("withdrawn_why", handover.withdrawn_why)
    starts = handover.starts_on
    begun = handover.accepted_on is not None and starts is not None and starts <= today
    if begun and can_begin(handover, case.workers):
        says = "The new worker has begun. Ask for a handover back instead."
        problems.append(Problem("", says))
    refuse_if(problems)


def held_by(case: CaseFile, worker_id: str, day: date) -> Allocation | None:
    """What this worker is to them on the day or after: their adviser before anything else."""
    own = [
        a
        for a in case.allocations
        if a.worker_id == worker_id and ((end := case.allocation_end(a)) is None or day < end)
    ]
    return max(own, key=lambda a: (a.role == ADVISER, a.start or date.min), default=None)


def no_day_between(case: CaseFile, handover: Handover, today: date) -> list[Problem]:
    """A first day by which the adviser before has not yet gone; already gone: today at latest."""
    starts = handover.starts_on
    if starts is None:
        return []
    held = held_by(case, handover.from_worker, today) if handover.from_worker else None
    if held is not None:
        if held.start is not None and starts <= held.start:
            since = show(held.start)
            says = f"The worker before began on {since}; the first day must be after that."
            return [Problem("starts_on", says)]
        end = case.allocation_end(held)
        if end is None or starts <= end:
            return []
        return [Problem("starts_on", _gap(end))]
    if case.adviser_on(today) is None and starts > today:
        return [Problem("starts_on", _gap(today))]
    return []


def _may_take(worker: Worker | None, day: date) -> bool:
    """Whether somebody works here on the day and so can take a young person over."""
    return worker is not None and worker.works_on(day)


def _gap(end: date) -> str:
    return f"They would have no adviser from {show(end)}: choose that day or one before."


def _who(case: CaseFile, handover: Handover, today: date) -> list[Problem]:
    problems = []
    workers: Mapping[str, Worker] = case.workers
    starts = handover.starts_on or today
    if has_died(case.person):
        problems.append(Problem("", "They have died. Nobody takes over."))
    if not _may_take(workers.get(handover.to_worker), starts):
        says = "Choose a worker who is here on the first day."
        problems.append(Problem("to_worker", says))
    if handover.to_worker and handover.to_worker == handover.from_worker:
        problems.append(Problem("to_worker", "They are with this worker already."))
    if handover.from_worker:
        if not any(a.worker_id == handover.from_worker for a in case.allocations):
            problems.append(Problem("from_worker", "This worker has never been theirs."))
    elif (held := case.adviser_on(today)) is not None:
        name = case.worker_name(held.worker_id)
        problems.append(Problem("from_worker", f"They have an adviser: {name}."))
    return problems
