"""At what pace does each adviser see people? What twelve weeks show, for a day they were there.

Somebody who was hardly there in those weeks is taken to have the team's pace, for their hours.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from carelink.pace.presence import Presence

WEEKS_BACK = 12
# With fewer days there than two weeks' there is no pace of one's own to speak of.
_DAYS_ENOUGH = 10


class Act(NamedTuple):
    """One visit or review by a worker on a day; "" where nobody is named."""

    worker_id: str
    on: date


class Pace(NamedTuple):
    """How many an adviser sees on a day they are there. `own`: learnt from their own days.

    `done` in `days` of the last twelve weeks.
    """

    per_day: float
    done: int
    days: int
    own: bool


def paces_of(
    worker_ids: Sequence[str], acts: Iterable[Act], presence: Presence, day: date
) -> Mapping[str, Pace]:
    """Each adviser's pace, by their id."""
    done = Counter(act.worker_id for act in acts)
    days = {
        worker_id: sum(there < day for there in presence.days(worker_id))
        for worker_id in worker_ids
    }
    with_own = [one for one in worker_ids if days[one] >= _DAYS_ENOUGH and presence.hours(one)]
    worked = sum(days[one] * presence.hours(one) for one in with_own)
    of_team = sum(done[one] for one in with_own) / worked if worked else 0.0
    return {
        one: Pace(
            done[one] / days[one] if one in with_own else of_team * presence.hours(one),
            done[one],
            days[one],
            one in with_own,
        )
        for one in worker_ids
    }
