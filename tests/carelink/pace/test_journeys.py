"""Whom one journey could see: late or due in ten days, by district, nobody left out."""

from datetime import date

import pytest

from carelink.duties import duties_of
from carelink.pace import seat_of
from carelink.pace.clocks import CONTACT, Seat
from carelink.pace.journeys import (
    NO_HOME,
    NO_POSTCODE,
    NOWHERE,
    PRISON,
    PROTECTED,
    call_of,
    journeys_of,
    say_sum,
    undated_of,
)
from carelink.rulebook import load_rulebook
from tests.people import a_case, a_former_relevant

DAY = date(2026, 11, 24)


def called(home, seen=date(2026, 10, 1), name="Amal"):
    case = a_former_relevant(
        people={"date_of_birth": date(2007, 5, 10), "known_as": name, "person_id": name},
        homes=[{"start": date(2025, 6, 1), "type": "U", **home}] if home is not None else [],
        contacts=[{"on": seen, "rung": "seen"}],
        allocations=[{"worker_id": "W1", "role": "personal_adviser"}],
    )
    return call_of(case, seated(case), DAY)


def seated(case):
    book = load_rulebook()
    return seat_of(case, duties_of(case, book, DAY), book, DAY, DAY)


@pytest.mark.parametrize(
    ("home", "place", "says"),
    [
        ({"postcode": "me4 4tr"}, "ME4", ""),
        ({"postcode": "CT1 1AA", "host_authority": "Canterbury"}, "CT1", "in Canterbury"),
        ({"postcode": "ME4 4TR", "protected": True}, PROTECTED, "Open the file"),
        ({"type": "X", "provider": "HMP Rochester"}, PRISON, "at HMP Rochester has to be booked"),
        ({"type": "S", "postcode": "ME4 4TR"}, NOWHERE, "Agree where to meet"),
        ({"postcode": "ZZ99 3VZ"}, NOWHERE, "Agree where to meet"),
        ({"postcode": "not known"}, NO_POSTCODE, ""),
        (None, NO_HOME, "Ask where they live"),
    ],
)
def test_the_place_is_what_is_known_and_never_a_protected_one(home, place, says):
    call = called(home)
    assert call.place == place
    assert says in call.before_going
    assert call.due_on == date(2026, 11, 26)
    assert call.worker_id == "W1"


def test_who_is_due_later_than_in_ten_days_needs_no_journey_yet():
    assert called({"postcode": "ME4 4TR"}, seen=date(2026, 10, 9)) is not None
    assert called({"postcode": "ME4 4TR"}, seen=date(2026, 10, 10)) is None


def test_who_is_not_owed_a_visit_before_they_turn_18_needs_no_journey_yet():
    case = a_case(
        people={"date_of_birth": date(2008, 11, 30), "uasc": False},
        care_periods=[{"start": date(2019, 6, 1)}],
        contacts=[{"on": date(2026, 9, 1), "rung": "seen"}],
    )
    book = load_rulebook()
    until = date(2026, 12, 31)
    ahead = seat_of(case, duties_of(case, book, DAY), book, DAY, until)
    clock = ahead.clocks[CONTACT]
    assert (clock.owed_from, clock.due_on) == (date(2026, 11, 30), date(2026, 11, 30))
    assert call_of(case, Seat({CONTACT: clock}, {}), DAY) is None
    assert call_of(case, Seat({CONTACT: clock}, {}), date(2026, 11, 30)) is not None


def test_districts_come_by_the_alphabet_and_the_unknown_last_and_all_add_up():
    calls = [
        called(None, name="A"),
        called({"postcode": "ME7 1AA"}, name="B"),
        called({"postcode": "ME4 4TR"}, seen=date(2026, 10, 2), name="C"),
        called({"postcode": "ME4 4TR"}, name="D"),
    ]
    journeys = journeys_of(calls)
    assert [(j.place, [c.name for c in j.calls]) for j in journeys] == [
        ("ME4", ["D", "C"]),
        ("ME7", ["B"]),
        (NO_HOME, ["A"]),
    ]
    assert say_sum(journeys) == (
        "4 late or due within ten days = 3 in 2 districts · 1 whose district is not known"
    )
    assert say_sum(journeys[:1]) == "2 late or due within ten days = 2 in 1 district"
    assert say_sum(()) == "Nobody is late with us or due within ten days."


def test_of_whom_the_day_cannot_be_told_is_said_and_never_left_out():
    unknown = a_case(people={"person_id": "B"}, care_periods=[{"legal_status": "C2"}])
    late = a_former_relevant(contacts=[{"on": date(2026, 1, 5), "rung": "seen"}])
    undated = undated_of([seated(unknown), seated(late)])
    assert [clock.person_id for clock in undated] == ["B"]
    assert say_sum((), len(undated)) == (
        "Nobody is late with us or due within ten days. Of 1 more we cannot tell by which day."
    )
