"""Who is away, who stands in for them, who takes over from whom, and what was rung in about?"""

from datetime import date
from typing import NamedTuple


class Absence(NamedTuple):
    """A worker away; `back_on` is the first day back, empty while it is not known."""

    worker_id: str
    kind: str = ""
    first_on: date | None = None
    back_on: date | None = None
    row_id: str = ""


class Cover(NamedTuple):
    """One worker standing in for another; `back_on` is the first day on which they no longer do."""

    worker_id: str
    cover_id: str
    first_on: date | None = None
    back_on: date | None = None
    reason: str = ""
    row_id: str = ""


class Message(NamedTuple):
    """A message about a young person for the worker they asked for; `time` as `14:05`."""

    message_id: str
    person_id: str
    worker_id: str = ""
    on: date | None = None
    time: str = ""
    caller: str = ""
    words: str = ""
    urgent: bool | None = None
    taken_by: str = ""
    done_on: date | None = None
    done_by: str = ""
    done_words: str = ""


class Handover(NamedTuple):
    """One young person going from one adviser to another, step by step.

    `starts_on` is the first day with the new adviser; it and `joint_visit_on` may lie ahead.
    `told_by` told them, `view_words` is what they said to it.
    """

    handover_id: str
    person_id: str
    from_worker: str = ""
    to_worker: str = ""
    asked_on: date | None = None
    starts_on: date | None = None
    reason: str = ""
    pack_on: date | None = None
    joint_visit_on: date | None = None
    told_on: date | None = None
    told_by: str = ""
    view_words: str = ""
    accepted_on: date | None = None
    accepted_by: str = ""
    withdrawn_on: date | None = None
    withdrawn_why: str = ""


class Pin(NamedTuple):
    """A young person and an adviser who are to stay together, and why."""

    person_id: str
    worker_id: str
    on: date | None = None
    reason: str = ""
    ended_on: date | None = None
    ended_why: str = ""
    row_id: str = ""
