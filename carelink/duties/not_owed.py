"""Why a duty is not owed to somebody of this status, and the day it begins where that is known."""

from datetime import date

from carelink.dates import birthday
from carelink.reasons import Because
from carelink.rulebook import Rule
from carelink.status import StatusHistory
from carelink.words import STATUS_LABELS, Status

_BECOMES_FORMER_RELEVANT = frozenset({Status.ELIGIBLE, Status.RELEVANT})


class NotOwed:
    """The reasons for one person on one day; each is made once and serves every duty like it."""

    def __init__(self, status: Status, history: StatusHistory, day: date) -> None:
        self._status = status
        self._history = history
        self._day = day
        self._made: dict[Status | None, Because] = {}

    def because(self, rule: Rule) -> Because:
        """The reason in parts."""
        next_status = self._next_status(rule)
        if next_status not in self._made:
            label = STATUS_LABELS[self._status]
            says = f"Not owed to someone whose status is: {label[:1].lower()}{label[1:]}."
            begins = self._begins_on(next_status)
            self._made[next_status] = (says, " It begins on ", begins, ".") if begins else (says,)
        return self._made[next_status]

    def _next_status(self, rule: Rule) -> Status | None:
        """The status they will come to, by time alone, that the duty is owed to."""
        if self._status in _BECOMES_FORMER_RELEVANT and Status.FORMER_RELEVANT in rule.applies_to:
            return Status.FORMER_RELEVANT
        if self._status is Status.FORMER_RELEVANT and Status.OFFER_21_TO_25 in rule.applies_to:
            return Status.OFFER_21_TO_25
        if self._status is Status.NOT_YET_ELIGIBLE and Status.ELIGIBLE in rule.applies_to:
            return Status.ELIGIBLE
        return None

    def _begins_on(self, next_status: Status | None) -> date | None:
        born = self._history.born
        if born is None or next_status is None:
            return None
        if next_status is Status.ELIGIBLE:
            prescribed = self._history.care.days_prescribed(self._history.b14)
            ahead = (on for on in prescribed if self._day < on < self._history.b18)
            return next(ahead, None)
        begins = birthday(born, 18 if next_status is Status.FORMER_RELEVANT else 21)
        # A programme or a request that runs past 21 leads elsewhere, and nobody knows how long.
        return begins if self._history.standing(begins).status is next_status else None
