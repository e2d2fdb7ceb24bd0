"""What changed in the figures since a pack, without the whole roll in memory? For managers alone.

One reading of the store holds all of it, so that what was known then, what is known now of the
same day and what is so now are of one moment.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from carelink.changes import Comparing, Comparison
from carelink.errors import Problem, Refused
from carelink.figures.seats import OF_THE_FILE
from carelink.words import MANAGER

if TYPE_CHECKING:
    from ui.desk import Desk

MAY_COMPARE = frozenset({MANAGER})
_READ_AT_ONCE = 250


class Since(NamedTuple):
    """Since when: the day a pack speaks of and its hash; a day alone, as known when it ended."""

    day: date
    hash: str = ""


class HowFar(NamedTuple):
    """How many people have been compared, of how many."""

    done: int
    of: int


def compare(desk: "Desk", since: Since, after: date) -> Iterator[HowFar | Comparison]:
    """How far it has come, again and again, and the comparison last; any thread.

    Raises: Refused for whoever is no manager, and where the store knows no such pack.
    """
    from db.known_then import (
        people_then_and_now,
        read_then,
        seq_at_end_of,
        seq_of_release,
        then_and_now,
        touched_of,
    )
    from db.releases import seats_of

    _check_manager(desk)
    comparing = Comparing(desk.rulebook, since.day, after, desk.catalogue)
    with desk.store.reading() as connection:
        if since.hash:
            seq = seq_of_release(connection, since.hash)
            if seq is None:
                raise Refused(Problem("since", "No pack with this hash was prepared here."))
        else:
            seq = seq_at_end_of(connection, since.day)
        then = read_then(connection, seq)
        everyone = people_then_and_now(connection, then)
        for first in range(0, len(everyone), _READ_AT_ONCE):
            some = everyone[first : first + _READ_AT_ONCE]
            for was, now in then_and_now(connection, then, some, OF_THE_FILE):
                known = now or was
                assert known is not None
                touched = (
                    () if was is now else touched_of(then, known.person.person_id, now, OF_THE_FILE)
                )
                comparing.take(was, now, touched)
            yield HowFar(first + len(some), len(everyone))
        kept = seats_of(connection, since.hash) if since.hash else None
    yield comparing.done(kept)


def _check_manager(desk: "Desk") -> None:
    if desk.user.role not in MAY_COMPARE:
        says = "What changed, person by person, is for the team manager alone."
        raise Refused(Problem("role", says))
