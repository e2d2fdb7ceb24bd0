"""What was done or decided about a duty?"""

from datetime import date
from typing import NamedTuple


class Event(NamedTuple):
    """Something done on a day that a duty asks for; kinds in words.EVENTS."""

    event_id: str
    person_id: str
    kind: str
    on: date | None = None
    outcome: str = ""
    worker_id: str = ""
    detail: str = ""


class DutyAnswer(NamedTuple):
    """A young person's own `declined`, or a manager's `not_required`, until `ask_again_on`."""

    person_id: str
    duty: str
    answer: str
    on: date | None = None
    reason: str = ""
    decided_by: str = ""
    ask_again_on: date | None = None
    row_id: str = ""


class Snooze(NamedTuple):
    """A line set aside on My week until a day, with the reason; the duty's state is untouched."""

    person_id: str
    duty: str
    on: date | None = None
    until: date | None = None
    reason: str = ""
    worker_id: str = ""
    row_id: str = ""
