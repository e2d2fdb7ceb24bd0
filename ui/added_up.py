"""What does everybody on the desk come to together? Kept up to date case by case; no Qt.

A manager's page must follow a change at once: what a person added is taken away and put in anew,
and nobody else is looked at.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from carelink.approvals.waiting import Waiting, longest_first
from carelink.in_order import InOrder
from carelink.money.unclaimed import Unclaimed, added, less
from carelink.oversight.alarms import Alarm
from carelink.team import Sums
from ui.held import Held


class AddedUp:
    """The sums and lists of everybody. Read them, and `put` whoever has changed.

    Shape: `alarms` in the order a manager reads them, `decided` the number of things decided and
    not due again; `waiting` what waits for a manager beside plans, the longest wait first.
    """

    def __init__(self, everybody: Iterable[tuple[str, Held]] = ()) -> None:
        self.sums = Sums()
        self.unclaimed = Unclaimed()
        self.decided = 0
        self._alarms: InOrder[Alarm] = InOrder(_place_of)
        self._waiting: InOrder[Waiting] = InOrder(longest_first)
        self._held: dict[str, Held] = {}
        for person_id, held in everybody:
            self.put(person_id, held)

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        return self._alarms.rows()

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        return self._waiting.rows()

    def put(self, person_id: str, held: Held | None) -> None:
        """From now on this is what is known of the person; None for somebody put away."""
        before = self._held.pop(person_id, None)
        if before is not None:
            self._alarms.take_out(before.alarms.open)
            self._waiting.take_out(before.waiting)
            self.decided -= before.alarms.decided
            self.unclaimed = less(self.unclaimed, before.unclaimed)
        if held is not None:
            self._held[person_id] = held
            self._alarms.put_in(held.alarms.open)
            self._waiting.put_in(held.waiting)
            self.decided += held.alarms.decided
            self.unclaimed = added((self.unclaimed, held.unclaimed))
        self.sums.put(person_id, held.part if held else None)


def _place_of(alarm: Alarm) -> tuple[tuple[int, date, str], str, tuple[Any, ...]]:
    """Its order, and then who and what, so that no two alarms have one place."""
    return alarm.order, alarm.person_id, alarm.keys
