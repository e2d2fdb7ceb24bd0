"""How do we keep in touch, what did they tell us, and what did we promise?"""

from datetime import date
from typing import NamedTuple


class Contact(NamedTuple):
    """A contact on a day and how far it got; a visit is a contact at `seen` or above."""

    contact_id: str
    person_id: str
    worker_id: str = ""
    on: date | None = None
    rung: str = ""
    begun_by: str = ""
    note: str = ""
    alone: bool | None = None
    worry: str = ""
    next_on: date | None = None


class Confirmation(NamedTuple):
    """What a contact found of one subject (`home`, `activity`, `money`, `health`) we hold."""

    person_id: str
    contact_id: str
    subject: str
    answer: str = ""
    row_id: str = ""


class Promise(NamedTuple):
    """Something we said we would do for them, by when, and the day it was kept."""

    promise_id: str
    person_id: str
    contact_id: str = ""
    what: str = ""
    made_on: date | None = None
    due_on: date | None = None
    kept_on: date | None = None
    source: str = ""
    statement_id: str = ""
    said: str = ""
    did: str = ""
    told_on: date | None = None
    broken_on: date | None = None
    broken_why: str = ""
    worker_id: str = ""


class Statement(NamedTuple):
    """What a young person told us: a challenge card, Mind of My Own, a complaint, a compliment.

    `stage` is a complaint's; `told_on` the day the answer reached the young person.
    """

    statement_id: str
    person_id: str
    kind: str = ""
    on: date | None = None
    theme: str = ""
    words: str = ""
    to_whom: str = ""
    respond_by: date | None = None
    answered_on: date | None = None
    answer: str = ""
    stage: str = ""
    told_on: date | None = None
