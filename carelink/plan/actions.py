"""Which actions of the plan are open, and which are to be asked about now?"""

from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import PlanAction
from carelink.plan.version import WholeVersion, current_version, has_ended, open_version
from carelink.plan.words import DONE, DROPPED, ENDED, NOT_YET

# Asked about in a note when due within this time, so that nobody hears of it only when it is late.
_ASKED_FROM = timedelta(days=14)
ANSWERS = (DONE, NOT_YET, DROPPED)


class ActionAnswer(NamedTuple):
    """What was found of one action: done, not yet, or dropped with the reason in `words`."""

    action_id: str
    outcome: str
    words: str = ""


def open_actions(case: CaseFile) -> list[PlanAction]:
    """The actions of the version that holds of which nothing has come yet, the longest due first.

    One that the next version has reworded or split goes on until that version is approved.
    """
    current = current_version(case)
    if current is None:
        return []
    following = open_version(case)
    waiting = [a for a in current.actions if not has_ended(a) or _goes_on(a, following)]
    return sorted(waiting, key=lambda action: (action.due_on or date.max, action.action_id))


def actions_to_ask(case: CaseFile, day: date) -> list[PlanAction]:
    """Those a note asks about: late, due within two weeks, or with no day to be done by."""
    last = day + _ASKED_FROM
    return [a for a in open_actions(case) if a.due_on is None or a.due_on <= last]


def is_late(action: PlanAction, day: date) -> bool:
    """Whether the day it was to be done by has passed."""
    return action.due_on is not None and action.due_on < day


def say_action(action: PlanAction, day: date) -> str:
    """By whom and by when, and how long that is past: Naomi Price, by 3 May 2026, 12 days ago."""
    who = action.by_whom or "nobody named"
    if action.due_on is None:
        return f"{who}, no date set"
    days = (day - action.due_on).days
    ago = f", {days} {'day' if days == 1 else 'days'} ago" if days > 0 else ""
    return f"{who}, by {show(action.due_on)}{ago}"


def _goes_on(action: PlanAction, following: WholeVersion | None) -> bool:
    """Whether its new words stand in a version that does not hold yet."""
    if following is None or action.outcome not in ENDED - {DONE, DROPPED}:
        return False
    return any(later.from_action == action.action_id for later in following.actions)
