"""What must hold before something is asked of a manager, or a manager's answer is recorded?"""

from collections.abc import Collection
from datetime import date

from carelink.agreed_status import FROM_AGE, MAY_STAND
from carelink.approvals.said import facts_about
from carelink.approvals.words import APPROVAL_LABELS, RETURNED, STATUS, SUBJECT_LABELS
from carelink.case import CaseFile, has_died
from carelink.dates import birthday, show
from carelink.errors import Problem
from carelink.facts import Approval, StatusOverride
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems
from carelink.status import status_of

_NOT_OF_A_CASE = (
    "A status can stand only for somebody who lives and whose date of birth is recorded."
)


def check_override(case: CaseFile, asked: StatusOverride, today: date) -> None:
    """A status in place of the one worked out: which, from when, why, and what shows it."""
    problems = one_of("status", asked.status, MAY_STAND, "Choose the status that is to stand.")
    problems += day_that_has_been("start", asked.start, today, "start")
    problems += [] if problems else _age_problems(case, asked)
    if asked.start and asked.end and asked.end <= asked.start:
        problems.append(Problem("end", "The end must be after the start."))
    for field, says in (
        ("reason", "Say why the status that is worked out is not right."),
        ("evidence", "Say what shows it: a letter, a court order, another council's record."),
    ):
        text = getattr(asked, field)
        problems += text_problems(field, text)
        if not text.strip():
            problems.append(Problem(field, says))
    if not problems and _is_so_already(case, asked, today):
        problems.append(Problem("status", "This is the status that stands already."))
    if not problems and _is_asked_already(case, asked):
        says = "The same status from the same day has been asked for and not answered yet."
        problems.append(Problem("status", says))
    if any((a.subject, a.subject_id) == (STATUS, asked.row_id) for a in case.approvals):
        problems.append(
            Problem("", "This has been answered. Ask anew for what is to be otherwise.")
        )
    refuse_if(problems)


def check_approval(case: CaseFile, approval: Approval, today: date) -> None:
    """A manager's answer: to something that is there, agreed or returned; returned says why."""
    problems = one_of("subject", approval.subject, SUBJECT_LABELS, "This is nothing to agree to.")
    problems += one_of("answer", approval.answer, APPROVAL_LABELS, "Agree to it or return it.")
    problems += day_that_has_been("on", approval.on, today, "answer")
    problems += text_problems("words", approval.words)
    if approval.answer == RETURNED and not approval.words.strip():
        problems.append(Problem("words", "Say why it comes back and what is to be done instead."))
    known = {fact.row_id for fact in facts_about(case, approval.subject)}
    if approval.subject_id not in known:
        problems.append(Problem("", "What waited is no longer there."))
    same = (approval.subject, approval.subject_id)
    if any((held.subject, held.subject_id) == same for held in case.approvals):
        problems.append(Problem("", "This has been answered already."))
    refuse_if(problems)


def says_own(
    names: Collection[str], asked_by: Collection[str], recorded_by: Collection[str]
) -> str:
    """Why somebody of these names may not answer this themselves; empty when they may."""
    if set(names) & set(asked_by):
        return "You asked for this yourself. Somebody else has to answer it."
    if set(names) & set(recorded_by):
        return "You recorded this yourself. Somebody else has to answer it."
    return ""


def _age_problems(case: CaseFile, asked: StatusOverride) -> list[Problem]:
    born = case.person.date_of_birth
    if born is None or has_died(case.person):
        return [Problem("", _NOT_OF_A_CASE)]
    assert asked.start is not None
    first = birthday(born, FROM_AGE.get(next(s for s in MAY_STAND if s == asked.status), 16))
    if asked.start < first:
        return [Problem("start", f"This status can begin on {show(first)} at the earliest.")]
    if asked.start >= birthday(born, 25):
        says = f"They turned 25 on {show(birthday(born, 25))}; no status can begin after that."
        return [Problem("start", says)]
    return []


def _is_so_already(case: CaseFile, asked: StatusOverride, today: date) -> bool:
    assert asked.start is not None
    days = (asked.start, today)
    return all(status_of(case, day).status == asked.status for day in days)


def _is_asked_already(case: CaseFile, asked: StatusOverride) -> bool:
    answered = {held.subject_id for held in case.approvals if held.subject == STATUS}
    return any(
        (held.status, held.start) == (asked.status, asked.start)
        and held.row_id not in {asked.row_id, *answered}
        for held in case.status_overrides
    )
