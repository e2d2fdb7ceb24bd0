"""Which decisions of a manager on one case are still open, and which of them have come due?"""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from carelink.facts import Decision
from carelink.oversight.decisions import come_back, is_latest, latest_by_key, stands_on


class StillOpen(NamedTuple):
    """A decision that is still open; `due` when its day has come and its action is not done."""

    decision: Decision
    due: bool


def still_open(decisions: Collection[Decision], day: date) -> list[StillOpen]:
    """Those that have come due first, then those that stand, the next to come back first.

    One that a later decision on the same thing took the place of is no longer open.
    """
    due = come_back(decisions, day)
    latest = latest_by_key(decisions, day)
    standing = [one for one in decisions if stands_on(one, day) and is_latest(one, latest)]
    standing.sort(key=lambda one: (one.again_on or date.max, one.decision_id))
    return [*(StillOpen(one, True) for one in due), *(StillOpen(one, False) for one in standing)]
