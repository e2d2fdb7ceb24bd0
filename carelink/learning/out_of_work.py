"""Since when have they not been in work or learning? Through every change of the reason for it."""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Activity
from carelink.words import NOT_IN_WORK_OR_LEARNING


class Out(NamedTuple):
    """The first day without work or learning; `at_least` where it may have been earlier.

    `since` is None where no day at all is recorded.
    """

    since: date | None
    at_least: bool = False


def out_since(case: CaseFile, day: date) -> Out | None:
    """Back from the day over times without work or learning that follow on one another.

    None where the day itself is not such a time.
    """
    now = case.activity_on(day)
    if now is None or now.code not in NOT_IN_WORK_OR_LEARNING:
        return None
    first = now
    while first.start is not None:
        since = first.start
        before = [one for one in case.activities if _runs_into(one, since)]
        if not before:
            return Out(since)
        first = min(before, key=_began)
    return Out(first.known_on, at_least=True)


def _runs_into(one: Activity, since: date) -> bool:
    """Whether it began before the day without work or learning, and reached it."""
    out = one.code in NOT_IN_WORK_OR_LEARNING
    return out and _began(one) < since and one.end is not None and one.end >= since


def _began(one: Activity) -> date:
    return one.start or one.known_on or date.min
