"""What did a manager return of late, that the adviser and the file are to say?"""

from datetime import date, timedelta
from typing import NamedTuple

from carelink.approvals.limits import Limits
from carelink.approvals.said import say_subject
from carelink.approvals.words import AGREED, HOME, RETURNED
from carelink.case import CaseFile, has_died
from carelink.facts import Approval


class Returned(NamedTuple):
    """One answer that came back, and what it was about in one line."""

    approval: Approval
    says: str
    by: str


def returned_of(case: CaseFile, limits: Limits, day: date) -> tuple[Returned, ...]:
    """What came back and is still to be heeded on the day, the latest answer first.

    It is shown for four weeks unless the council says otherwise; that an emergency home was not
    agreed to, for as long as they live there. What a manager agreed to after all is not shown.
    """
    if not case.approvals or has_died(case.person):
        return ()
    last = _last_answers(case, day)
    first = day - timedelta(days=limits.returned_shown_for_days)
    home = case.home_on(day)
    shown = [
        answer
        for answer in last.values()
        if answer.answer == RETURNED
        and answer.on is not None
        and (first < answer.on or _is_of(answer, HOME, home.row_id if home else ""))
    ]
    shown.sort(key=lambda answer: (answer.on or date.min, answer.approval_id), reverse=True)
    return tuple(
        Returned(a, say_subject(case, a.subject, a.subject_id), case.worker_name(a.decided_by))
        for a in shown
    )


def is_agreed(case: CaseFile, subject: str, subject_id: str, day: date) -> bool:
    """Whether a manager has agreed to it by the day: the last answer counts."""
    answer = _last_answers(case, day).get((subject, subject_id))
    return answer is not None and answer.answer == AGREED


def _last_answers(case: CaseFile, day: date) -> dict[tuple[str, str], Approval]:
    given = [answer for answer in case.approvals if answer.on is not None and answer.on <= day]
    given.sort(key=lambda answer: (answer.on or date.min, answer.approval_id))
    return {(answer.subject, answer.subject_id): answer for answer in given}


def _is_of(answer: Approval, subject: str, subject_id: str) -> bool:
    return (answer.subject, answer.subject_id) == (subject, subject_id)
