"""What is one thing that happened, whichever subject tells it?"""

from datetime import date
from typing import NamedTuple


class Happened(NamedTuple):
    """One thing on a day: its group, what it was, who did it, and the words kept of it.

    `row_id` stays the same as long as the fact does, so that a list keeps its place. A thing
    without a day is told as well.
    """

    row_id: str
    on: date | None
    group: str
    says: str
    who: str = ""
    note: str = ""
    worry: str = ""
