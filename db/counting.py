"""How is everybody counted for a release without a whole roll of case files in memory?"""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from carelink.figures.counting import Counting
from db.reading import read_cases, read_people

if TYPE_CHECKING:
    from carelink.money.catalogue import Catalogue
    from carelink.rulebook import Rulebook

_READ_AT_ONCE = 250
# What only one young person's file shows, and some figure asks of everybody.
_ALSO = ("health_items",)


def count_everybody(
    connection: Connection, rulebook: "Rulebook", catalogue: "Catalogue", as_at: date
) -> Counting:
    """Everybody in the store as they stood on the day; the cases are read in parts and let go."""
    counting = Counting(rulebook, as_at, catalogue)
    everyone = [person.person_id for person in read_people(connection)]
    for first in range(0, len(everyone), _READ_AT_ONCE):
        for case in read_cases(connection, everyone[first : first + _READ_AT_ONCE], also=_ALSO):
            counting.take(case)
    return counting
