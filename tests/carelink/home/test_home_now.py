"""The card of the home now, and what the timeline tells of homes: nothing missing is left out."""

from datetime import date

from carelink.home.history import ends_of_move
from carelink.home.now import home_now
from carelink.home.support import say_staying_put
from carelink.timeline import timeline_of
from tests.people import a_case

TODAY = date(2026, 11, 24)
BORN = {"date_of_birth": date(2007, 5, 10)}


def lines(case):
    return {line.about: (line.says, line.beneath) for line in home_now(case, TODAY)}


def a_home(**more):
    return a_case(people=BORN, homes=[{"start": date(2026, 6, 1), "type": "Y", **more}])


def test_a_home_of_which_little_is_known_says_so():
    told = lines(a_case(homes=[{"known_on": date(2026, 6, 1)}]))
    assert told["Lives now"] == ("Kind of home not known", "")
    assert told["Since"] == ("known on 1 June 2026, start not known", "")
    assert told["Address"] == ("Address not recorded", "")
    assert told["Provider"] == ("Name not recorded. Not recorded by whom", "")
    assert told["Terms"] == ("Tenancy not recorded", "")
    assert told["Support"] == ("No support package recorded", "")


def test_everything_recorded_of_a_home_is_there():
    told = lines(
        a_home(
            emergency=True,
            trial=True,
            moved_why="Wanted to",
            host_authority="Kent",
            expected_end=date(2026, 12, 6),
            end=date(2027, 1, 1),
        )
    )
    assert told["Since"] == ("1 June 2026", "176 days, until 1 January 2027")
    assert told["Emergency"] == ("Found in an emergency", "")
    assert told["Trial stay"] == ("They are trying this home out", "")
    assert told["Why they moved"] == ("Wanted to", "")
    assert told["Outside our area"] == (
        "In Kent",
        "What that council offers them is not recorded",
    )
    assert told["Expected to leave"] == ("6 December 2026, in 12 days", "")
    past = lines(a_home(expected_end=date(2026, 11, 12)))
    assert past["Expected to leave"] == ("12 November 2026, 12 days ago", "")


def test_what_the_return_does_not_take_is_said_where_the_home_is():
    case = a_case(
        people={"date_of_birth": date(2008, 12, 1)},
        homes=[{"start": date(2026, 6, 1), "type": "T"}],
    )
    assert "rule 347" in lines(case)["For the return"][0]


def test_no_home_now_says_since_when_and_a_prison_has_no_landlord():
    over = a_case(homes=[{"start": date(2026, 1, 1), "end": date(2026, 11, 12), "type": "D"}])
    assert lines(over)["Lives now"][1] == "Nothing recorded since 12 November 2026, 12 days"
    prison = lines(a_home(type="X", suitable="2", expected_end=date(2026, 11, 24)))
    assert prison["Release"] == ("Expected on 24 November 2026, today", "")
    assert not {"Provider", "Terms", "Support", "Address"} & set(prison)


def test_staying_close_is_said_to_be_no_law_yet():
    told = lines(a_home())["Staying close"]
    assert told[0] == "Not yet law"
    assert "no day has been set" in told[1]


def test_staying_put_without_a_date_of_birth_or_past_21_is_said():
    held = {"kind": "staying_put", "start": date(2025, 5, 10), "detail": "Ann"}
    unknown = say_staying_put(a_case(circumstances=[held]), TODAY)[0]
    assert unknown.beneath == "Since 10 May 2025. Ends at 21; date of birth not recorded"
    grown = a_case(people={"date_of_birth": date(2005, 5, 10)}, circumstances=[held])
    assert "ended on 10 May 2026, when they turned 21" in say_staying_put(grown, TODAY)[0].beneath
    bare = a_case(people=BORN, circumstances=[{**held, "detail": "", "start": None}])
    assert say_staying_put(bare, TODAY)[0].says == "The carer is not recorded"


def test_a_move_without_a_day_ends_nothing():
    case = a_home(row_id="H1")
    assert ends_of_move(case, case.homes[0]._replace(start=None, row_id="H2")) == {}


def test_the_timeline_tells_of_judgements_steps_flags_and_times_missing():
    case = a_case(
        people=BORN,
        workers=[{"worker_id": "W1", "name": "Naomi Price"}],
        suitability=[
            {"on": date(2026, 6, 3), "suitable": True, "oc3": "1", "worker_id": "W1"},
            {"on": date(2026, 6, 2), "suitable": True, "oc3": "2"},
        ],
        housing_steps=[
            {"kind": "bid", "on": date(2026, 7, 1), "outcome": "waiting", "detail": "Flat 3"},
            {"kind": "other", "on": date(2026, 6, 30)},
        ],
        safety_flags=[
            {
                "kind": "online",
                "level": "medway_2017_1",
                "set_on": date(2026, 8, 1),
                "ended_on": date(2026, 9, 1),
                "ended_why": "Over",
            }
        ],
        missing_episodes=[
            {
                "missing_on": date(2026, 10, 1),
                "missing_time": "18:00",
                "found_on": date(2026, 10, 2),
                "found_time": "09:00",
            }
        ],
    )
    assert [(row.group, row.says) for row in timeline_of(case)] == [
        ("Safety", "Back, at 9am"),
        ("Safety", "Whereabouts unknown, since 6pm"),
        ("Safety", "Flag ended, harm online: Over"),
        ("Safety", "Flag set: harm online. Category 1: at risk (Medway 2017)"),
        ("Home", "Bid for a home: waiting to hear. Flat 3"),
        ("Home", "Other"),
        ("Home", "The home was judged: suitable"),
        ("Home", "The home was judged: suitable in law; for the return, not suitable"),
    ]
    assert timeline_of(case)[6].who == "Naomi Price"
