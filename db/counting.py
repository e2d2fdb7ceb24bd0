"""How is everybody counted for a release without a whole roll of case files in memory?"""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from carelink.figures.counting import Counting
from carelink.figures.seats import OF_THE_FILE
from db.reading import read_cases, read_people

if TYPE_CHECKING:
    from carelink.money.catalogue import Catalogue
    from carelink.rulebook import Rulebook

_READ_AT_ONCE = 250


def count_everybody(
    connection: Connection, rulebook: "Rulebook", catalogue: "Catalogue", as_at: date
) -> Counting:
    """Everybody in the store as they stood on the day; the cases are read in parts and let go."""
    counting = Counting(rulebook, as_at, catalogue)
    everyone = [person.person_id for person in read_people(connection)]
    for first in range(0, len(everyone), _READ_AT_ONCE):
        for case in read_cases(
            connection, everyone[first : first + _READ_AT_ONCE], also=OF_THE_FILE
        ):
            counting.take(case)
    return counting
