"""What is read for the packs of meetings? The roll, the facts of the team, and what they ask for.

A roll leaves out what only one young person's file shows. A pack needs a little of that of
everybody: those kinds alone are read with it, all at once.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from carelink.meetings.asked import Asked, TeamFacts
from carelink.meetings.packs import needs_of
from carelink.money.catalogue import Catalogue
from carelink.rulebook import Rulebook
from db.reading import read_cases, read_of_the_team, read_workers


def read_for_packs(
    connection: Connection,
    kinds: Iterable[str],
    rulebook: Rulebook,
    catalogue: Catalogue,
    day: date,
) -> Asked:
    """Everything from which the packs of these kinds are worked out on the day."""
    return Asked(
        read_cases(connection, also=needs_of(kinds)),
        TeamFacts(
            workers=read_workers(connection),
            meetings=tuple(read_of_the_team(connection, "meetings")),
            actions=tuple(read_of_the_team(connection, "meeting_actions")),
            absences=tuple(read_of_the_team(connection, "absences")),
        ),
        rulebook,
        catalogue,
        day,
    )
