"""What keeps them safe: flags with their dates, and times they were missing."""

from datetime import date
from typing import NamedTuple


class SafetyFlag(NamedTuple):
    """A flag set with a tool and a plan; it runs out unless it is reviewed.

    `level` is the council's own level, shown as its text; `set_by_role` is checked.
    """

    flag_id: str
    person_id: str
    kind: str = ""
    level: str = ""
    concerns: str = ""
    set_on: date | None = None
    set_by: str = ""
    set_by_role: str = ""
    tool: str = ""
    tool_on: date | None = None
    plan_on: date | None = None
    review_on: date | None = None
    expires_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""


class MissingEpisode(NamedTuple):
    """A time missing; times of day as `21:40`, empty where only the day is known."""

    person_id: str
    missing_on: date | None = None
    missing_time: str = ""
    found_on: date | None = None
    found_time: str = ""
    interview_offered_on: date | None = None
    interviewed_on: date | None = None
    interviewed_time: str = ""
    interviewed_by: str = ""
    detail: str = ""
    row_id: str = ""
