"""One duty owed to one person on a day: its state, its date, and why."""

from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.reasons import Because, in_words
from carelink.words import LATE, Basis, State


class Duty(NamedTuple):
    """A duty and the one state it is in. `due_on` is the last day in time; late begins after it.

    `last_on` is the latest day of anything that satisfies it.
    """

    person_id: str
    duty: str
    state: State
    due_on: date | None
    last_on: date | None
    basis: Basis
    source: str
    because: Because

    @property
    def reason(self) -> str:
        """Why, in words: what was counted from what, and the day it is due by."""
        due = f" Due by {show(self.due_on)}." if self.due_on else ""
        return in_words(self.because) + due

    @property
    def is_late(self) -> bool:
        """Whether the last day in time has passed."""
        return self.state in LATE
