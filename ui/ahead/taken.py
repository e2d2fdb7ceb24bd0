"""What does the page about what is to come keep of each case? Little, taken once a day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.forecast import Lived, Want, lived_of, want_of
from carelink.pace import Seat, seat_of
from carelink.pace.journeys import Call, call_of
from carelink.rulebook import Rulebook

if TYPE_CHECKING:
    from ui.desk import Desk

# As far as one may look ahead.
MOST_AHEAD = timedelta(weeks=26)
_READ_AT_ONCE = 250
STEPS = ("housing_steps",)


class Taken(NamedTuple):
    """One person: over the years, the home wanted, the clocks that run, the visit that is due."""

    lived: Lived
    want: Want | None
    seat: Seat
    call: Call | None


def take(case: CaseFile, rulebook: Rulebook, day: date) -> Taken:
    """What is kept of this case for the day."""
    duties = duties_of(case, rulebook, day)
    seat = seat_of(case, duties, rulebook, day, day + MOST_AHEAD)
    lived = lived_of(case, day)
    want = want_of(case, day) if lived.on_roll else None
    return Taken(lived, want, seat, call_of(case, seat, day))


def take_all(desk: "Desk", person_ids: Iterable[str]) -> Iterator[dict[str, Taken]]:
    """Some at a time, so that no roll of cases lies in memory; any thread."""
    waiting, day = list(person_ids), desk.day
    for first in range(0, len(waiting), _READ_AT_ONCE):
        cases = desk.read(waiting[first : first + _READ_AT_ONCE], also=STEPS)
        yield {case.person.person_id: take(case, desk.rulebook, day) for case in cases}
