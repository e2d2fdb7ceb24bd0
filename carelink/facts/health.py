"""What does the health passport hold?"""

from datetime import date
from typing import NamedTuple


class HealthItem(NamedTuple):
    """One line of the health passport; `answer` says whether it is known, none, or declined.

    `shared` is their consent to show this line to others; `next_on` looks ahead, `until` is when
    it stops (a service, a medicine).
    """

    person_id: str
    part: str = ""
    answer: str = ""
    says: str = ""
    on: date | None = None
    next_on: date | None = None
    until: date | None = None
    ended_on: date | None = None
    shared: bool | None = None
    source: str = ""
    row_id: str = ""
