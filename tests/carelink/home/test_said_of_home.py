"""What is said of the home they live in: nothing missing is passed over in silence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.facts import Home
from carelink.home.address import HIDDEN, address_shown, full_address
from carelink.home.custody import custody_of, say_custody
from carelink.home.history import begun, gaps, in_order, overlaps
from carelink.home.judgement import not_weighed, say_judgement, say_oc3
from carelink.home.postcode import is_postcode, normalised
from carelink.home.steps import say_bidding, say_preparation, waiting_steps
from carelink.home.support import say_package, say_staying_put
from carelink.said import say_home, say_kind
from carelink.timeline import timeline_of
from tests.people import a_case

TODAY = date(2026, 11, 24)


def says(lines):
    return [" ".join(filter(None, line)) for line in lines]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("me44tr.", "ME4 4TR"),
        (" sw1a1aa ", "SW1A 1AA"),
        ("M1  1aa", "M1 1AA"),
        ("ec1a-1bb", "EC1A 1BB"),
        ("the boat", "the boat"),
        ("", ""),
    ],
)
def test_a_postcode_is_kept_as_it_is_written(typed, written):
    assert normalised(typed) == written
    assert normalised(written) == written


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_postcode_or_kept_as_typed(typed):
    kept = normalised(typed)
    assert is_postcode(kept) == is_postcode(typed)
    assert kept == typed.strip() or is_postcode(kept)


def test_a_protected_address_is_in_no_line_anybody_reads():
    home = Home(
        *("A1", date(2026, 1, 1), None, "U", "1", True, "ME4 4TR"),
        address="12 High Street",
        protected=True,
    )
    case = a_case(homes=[home._asdict()])
    lines = [say_home(home), address_shown(home), *(row.says for row in timeline_of(case))]
    assert [line for line in lines if "ME4" in line or "High" in line] == []
    assert address_shown(home) == HIDDEN
    assert full_address(home) == "12 High Street, ME4 4TR"
    assert address_shown(home._replace(protected=False)) == "12 High Street, ME4 4TR"
    assert address_shown(Home("A1")) == "Address not recorded"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 1), "To be stepped down by 1 January 2027, in 92 days"),
        (date(2026, 12, 4), "in 28 days: plan it with them now"),
        (date(2027, 1, 1), "today: plan it with them now"),
        (date(2027, 1, 13), "We are 12 days late with stepping it down, due 1 January 2027"),
    ],
)
def test_the_step_down_of_a_package_is_counted(day, words):
    home = Home("A1", support_level="enhanced", support_hours=7.5, support_until=date(2027, 1, 1))
    line = say_package(home, day)
    assert line.says == "Enhanced support, 7.5 hours a week"
    assert line.beneath.endswith(words)


def test_what_is_missing_of_a_package_is_said():
    assert say_package(Home("A1"), TODAY).says == "No support package recorded"
    line = say_package(Home("A1", support_hours=2), TODAY)
    assert line.says == "Level not recorded, 2 hours a week"
    assert line.beneath == "No day is set for stepping it down"


def in_custody(**more):
    home = {"start": date(2026, 6, 1), "type": "X", "suitable": "2", **more}
    return {"homes": [home]}


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        (
            in_custody(),
            [
                "Release The expected day is not recorded Ask the prison or the probation officer",
                "Plan for release Not agreed yet Due 28 days before release, which has no day",
            ],
        ),
        (
            in_custody(expected_end=date(2026, 12, 22)),
            [
                "Release Expected on 22 December 2026, in 28 days",
                "Plan for release Not agreed yet due 24 November 2026",
            ],
        ),
        (
            in_custody(expected_end=date(2026, 12, 10)),
            [
                "Release Expected on 10 December 2026, in 16 days",
                "Plan for release We are 12 days late with it due 12 November 2026",
            ],
        ),
        (
            in_custody(expected_end=date(2026, 11, 21)),
            [
                "Release Expected, and not recorded: 21 November 2026 was 3 days ago"
                " Find out where they are",
                "Plan for release We are 31 days late with it due 24 October 2026",
            ],
        ),
    ],
)
def test_release_is_counted_down_to_and_the_plan_for_it_is_due_before(more, lines):
    assert says(say_custody(a_case(**more), TODAY)) == lines


def test_a_plan_agreed_in_this_custody_counts_and_one_from_before_does_not():
    steps = [
        {"kind": "release_plan", "outcome": "agreed", "on": date(2026, 5, 1)},
        {"kind": "release_plan", "outcome": "begun", "on": date(2026, 11, 1)},
    ]
    case = a_case(housing_steps=steps, **in_custody())
    assert custody_of(case, TODAY).plan_agreed_on is None
    steps.append({"kind": "release_plan", "outcome": "agreed", "on": date(2026, 11, 2)})
    assert custody_of(a_case(housing_steps=steps, **in_custody()), TODAY).plan_agreed_on == date(
        2026, 11, 2
    )
    assert custody_of(a_case(homes=[{"start": date(2026, 1, 1), "type": "U"}]), TODAY) is None


def test_staying_put_says_the_carer_and_the_day_it_ends():
    born = {"date_of_birth": date(2007, 5, 10)}
    held = {"kind": "staying_put", "start": date(2025, 5, 10), "detail": "Ann and Lee"}
    told = says(say_staying_put(a_case(people=born, circumstances=[held]), TODAY))
    assert told == [
        "Staying put With Ann and Lee Since 10 May 2025, until 10 May 2028, when they turn 21: "
        "in 533 days"
    ]
    missing = a_case(people=born, homes=[{"start": date(2025, 5, 10), "type": "Z"}])
    assert "no arrangement is recorded" in says(say_staying_put(missing, TODAY))[0]
    over = a_case(circumstances=[{**held, "end": date(2026, 1, 1)}])
    assert says(say_staying_put(over, TODAY)) == [
        "Stayed put With Ann and Lee from 10 May 2025 until 1 January 2026"
    ]


def a_judged_case(**more):
    home = {"start": date(2026, 6, 1), "type": "U", "suitable": "2", "row_id": "H1"}
    judged = {"home_id": "H1", "on": date(2026, 6, 3), "suitable": True, "safety": "Locks", **more}
    return a_case(homes=[home], suitability=[judged])


def test_a_home_never_judged_says_so_and_what_was_not_weighed_is_named():
    bare = a_case(homes=[{"start": date(2026, 6, 1), "type": "U", "row_id": "H1"}])
    assert says(say_judgement(bare, bare.homes[0])) == [
        "In law Not judged yet Nothing is recorded under Schedule 2.",
        "For the return Not recorded",
    ]
    case = a_judged_case()
    missing = not_weighed(case.suitability[0])
    assert len(missing) == 9
    assert "safety" not in missing
    told = says(say_judgement(case, case.homes[0]))
    assert "Weighed 1 of 10 matters Not yet: facilities and services" in " ".join(told)


def test_the_return_may_differ_from_the_law_and_that_is_said():
    case = a_judged_case()
    assert say_oc3(case.homes[0], case.suitability[0]) == "Not suitable, otherwise than in law"
    assert say_oc3(case.homes[0], None) == "Not suitable"


def test_what_was_never_done_towards_a_home_is_said():
    assert says(say_bidding(a_case())) == ["Homechoice Not registered, as far as we know"]
    assert says(say_preparation(a_case())) == [
        "Preparation No tenancy preparation recorded",
        "Choice No choice of home recorded",
        "Visited before No visit before a move recorded",
        "Rent guarantor Not asked for",
    ]


def test_a_session_they_could_not_come_to_is_none_they_had():
    steps = [
        {"kind": "tenancy_preparation", "on": date(2026, 9, 1), "outcome": "took_part"},
        {"kind": "tenancy_preparation", "on": date(2026, 11, 1), "outcome": "not_able"},
        {"kind": "homechoice_registered", "on": date(2026, 6, 1), "outcome": "done"},
        {"kind": "bid", "on": date(2026, 7, 1), "outcome": "not_this_time"},
    ]
    case = a_case(housing_steps=steps)
    assert says(say_preparation(case))[0] == (
        "Preparation Took part in 1 of 2 sessions last: Was not able to come"
    )
    assert says(say_bidding(case)) == [
        "Homechoice Registered 1 June 2026",
        "Priority Not recorded",
        "Bids and offers 1 bid, 0 offers",
    ]


def test_a_home_while_looked_after_is_named_by_its_own_code():
    assert say_kind(Home("A1", placement="U4")) == "Foster home"
    assert say_kind(Home("A1", type="D", placement="H5")) == "Semi-independent home with support"
    assert say_kind(Home("A1")) == "Kind of home not known"


def test_what_waits_for_an_answer_is_said_with_how_long():
    steps = [
        {"kind": "bid", "on": date(2026, 11, 1), "outcome": "not_this_time"},
        {"kind": "bid", "on": date(2026, 11, 12), "outcome": "waiting"},
        {"kind": "rent_guarantor", "on": date(2026, 10, 1), "outcome": "asked"},
        {"kind": "rent_guarantor", "on": date(2026, 10, 9), "outcome": "granted"},
    ]
    assert says(waiting_steps(a_case(housing_steps=steps), TODAY)) == [
        "Waiting to hear Bid for a home since 12 November 2026, 12 days"
    ]


_days = st.dates(date(2024, 1, 1), date(2027, 1, 1))
_homes = st.lists(st.tuples(_days, st.one_of(st.none(), _days)), max_size=5)


@given(_homes)
def test_every_day_has_a_home_or_lies_in_a_gap_and_twice_is_an_overlap(stays):
    rows = [
        {"start": min(start, end or start), "end": end and max(start, end), "type": "U"}
        for start, end in stays
    ]
    case = a_case(homes=rows)
    day = date(2026, 11, 24)
    found = gaps(case, day)
    first = begun(in_order(case)[0]) if rows else None
    for asked in (date(2025, 2, 3), date(2026, 5, 5), day):
        at_home = [h for h in case.homes if begun(h) <= asked and (not h.end or asked < h.end)]
        in_gap = [g for g in found if g.start <= asked and (g.end is None or asked < g.end)]
        if first is not None and first <= asked:
            assert bool(at_home) != bool(in_gap)
        if len(at_home) > 1:
            both = overlaps(case)
            assert any(o.start <= asked and (not o.end or asked < o.end) for o in both)
