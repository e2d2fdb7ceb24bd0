"""Who could be seen on one journey? Whoever is due soon, by where they live.

Only places and days: no map, and no address that is protected. Source: differentiator D28.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Home
from carelink.home.postcode import is_postcode, normalised, stands_for_nowhere
from carelink.pace.clocks import CONTACT, VISIT, Clock, Seat
from carelink.said import counted

WITHIN = timedelta(days=10)
PRISON = "In custody"
PROTECTED = "The address is protected"
NOWHERE = "No fixed home"
NO_POSTCODE = "No postcode is recorded"
NO_HOME = "No home is recorded"
_LAST = (PRISON, NOWHERE, PROTECTED, NO_POSTCODE, NO_HOME)
_NOT_HOME = frozenset("SR")


class Call(NamedTuple):
    """Somebody to be seen by `due_on`, where they live, and what to see to before going."""

    person_id: str
    name: str
    worker_id: str
    due_on: date
    place: str
    before_going: str = ""


class Journey(NamedTuple):
    """Those who live in one postcode district, or who share what is known of where they are."""

    place: str
    calls: tuple[Call, ...]


def call_of(case: CaseFile, seat: Seat, day: date) -> Call | None:
    """The visit that is late or due within ten days; None where there is none."""
    clocks = [seat.clocks[duty] for duty in (CONTACT, VISIT) if duty in seat.clocks]
    due = [c.due_on for c in clocks if c.due_on is not None and c.owed_from <= day]
    if not due or min(due) > day + WITHIN:
        return None
    place, before_going = _place(case.home_on(day))
    person = case.person
    return Call(person.person_id, person.name, clocks[0].worker_id, min(due), place, before_going)


def journeys_of(calls: Iterable[Call]) -> tuple[Journey, ...]:
    """By district in the order of the alphabet, then those whose district is not known."""
    by_place: dict[str, list[Call]] = {}
    for call in calls:
        by_place.setdefault(call.place, []).append(call)
    return tuple(
        Journey(place, tuple(sorted(by_place[place], key=_first_due)))
        for place in sorted(by_place, key=_in_order)
    )


def undated_of(seats: Iterable[Seat]) -> tuple[Clock, ...]:
    """Who is owed a visit and of whom we cannot tell by which day, by name."""
    found = []
    for seat in seats:
        clocks = [seat.clocks[duty] for duty in (CONTACT, VISIT) if duty in seat.clocks]
        if clocks and all(clock.due_on is None for clock in clocks):
            found.append(clocks[0])
    return tuple(sorted(found, key=lambda clock: (clock.name.casefold(), clock.person_id)))


def say_sum(journeys: Sequence[Journey], undated: int = 0) -> str:
    """How many are to be seen, how they add up, and of how many more the day cannot be told."""
    more = f"Of {undated:,} more we cannot tell by which day." if undated else ""
    number = sum(len(journey.calls) for journey in journeys)
    if not number:
        return f"Nobody is late with us or due within ten days. {more}".rstrip()
    places = [journey for journey in journeys if journey.place not in _LAST]
    known = sum(len(journey.calls) for journey in places)
    says = (
        f"{number:,} late or due within ten days = {known:,} in {counted(len(places), 'district')}"
    )
    rest = number - known
    parts = [says, f"{rest:,} whose district is not known" if rest else "", more]
    return " · ".join(part for part in parts if part)


def _place(home: Home | None) -> tuple[str, str]:
    if home is None:
        return NO_HOME, "Ask where they live"
    if home.type == "X":
        where = f" at {home.provider}" if home.provider else ""
        return PRISON, f"A visit{where} has to be booked days ahead"
    if home.protected:
        return PROTECTED, "Open the file for the address"
    if home.type in _NOT_HOME or stands_for_nowhere(home.postcode):
        return NOWHERE, "Agree where to meet"
    far = f"Outside our area, in {home.host_authority}: plan the way" if home.host_authority else ""
    if not is_postcode(home.postcode):
        return NO_POSTCODE, far
    return normalised(home.postcode).partition(" ")[0], far


def _in_order(place: str) -> tuple[int, str]:
    return (_LAST.index(place) + 1 if place in _LAST else 0), place


def _first_due(call: Call) -> tuple[date, str, str]:
    return call.due_on, call.name.casefold(), call.person_id
