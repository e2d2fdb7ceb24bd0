"""What bears on legal status: time looked after, and what was so for a while?"""

from datetime import date
from typing import NamedTuple


class CarePeriod(NamedTuple):
    """A period looked after; `end` is the day that status ceased and is not counted."""

    person_id: str
    start: date | None = None
    end: date | None = None
    legal_status: str = ""
    short_break: bool | None = None
    reason_ceased: str = ""
    row_id: str = ""


class Circumstance(NamedTuple):
    """Something that bears on legal status for a time; kinds in words.CIRCUMSTANCES."""

    person_id: str
    kind: str
    start: date | None = None
    end: date | None = None
    detail: str = ""
    row_id: str = ""


class Immigration(NamedTuple):
    """A grant of leave and when it runs out; `applied_on` is the application for what follows."""

    person_id: str
    leave_type: str = ""
    granted_on: date | None = None
    expires_on: date | None = None
    applied_on: date | None = None
    reference: str = ""
    row_id: str = ""
