"""What of a home, a judgement, a step or staying put is refused, and beside which field?"""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Circumstance, Home, HousingStep, Suitability
from carelink.home.checks import (
    check_home,
    check_staying_put,
    check_step,
    check_suitability,
    contradiction,
)
from carelink.home.words import STEPS
from tests.people import a_case

TODAY = date(2026, 11, 24)
CASE = a_case(
    people={"date_of_birth": date(2007, 5, 10)},
    homes=[
        {"start": date(2025, 5, 10), "end": date(2026, 3, 1), "type": "D", "row_id": "H1"},
        {"start": date(2026, 3, 1), "end": date(2026, 6, 1), "type": "X", "row_id": "H2"},
        {"start": date(2026, 6, 1), "type": "U", "suitable": "1", "row_id": "H3"},
    ],
)


def a_home(**more):
    return Home(**{"person_id": "A1", "start": TODAY, "type": "U", "row_id": "new", **more})


def a_judgement(**more):
    said = {"person_id": "A1", "home_id": "H3", "on": TODAY, "suitable": True, "reasons": "Safe."}
    limbs = {"needs_met": True, "landlord_suitable": True, "wishes_considered": True}
    return Suitability(**{**said, **limbs, "oc3": "1", **more})


def problems(check, fact, case=CASE):
    with pytest.raises(Refused) as refused:
        check(case, fact, TODAY)
    return [tuple(problem) for problem in refused.value.problems]


def fields(check, fact, case=CASE):
    return [field for field, _ in problems(check, fact, case)]


@pytest.mark.parametrize("postcode", ["me44tr.", "ME4 4TR", "sw1a 1aa", "M1 1AA", "b33 8th"])
def test_a_postcode_is_taken_however_it_is_spaced(postcode):
    check_home(CASE, a_home(postcode=postcode), TODAY)


@pytest.mark.parametrize("postcode", ["ME4", "ME4 4T", "44TR ME", "ME4 4CR", "unknown", "12345"])
def test_what_is_no_postcode_is_refused_in_words(postcode):
    said = problems(check_home, a_home(postcode=postcode))
    assert said == [
        ("postcode", f'"{postcode}" is not a postcode. It is written like ME4 4TR.'),
    ]


@pytest.mark.parametrize(
    "home", [a_home(postcode="ZZ99 3VZ"), a_home(type="S", postcode="ME4 4TR")]
)
def test_no_fixed_home_is_a_kind_of_home_and_no_postcode(home):
    says = "Leave the postcode empty: no fixed home and address not known are kinds of home."
    assert problems(check_home, home) == [("postcode", says)]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"support_level": "huge"}, ["support_level"]),
        ({"support_hours": 169.0}, ["support_hours"]),
        ({"support_hours": -1.0}, ["support_hours"]),
        ({"expected_end": date(2026, 11, 23)}, ["expected_end"]),
        ({"support_until": date(2026, 11, 23)}, ["support_until"]),
        ({"host_offer": "Free leisure"}, ["host_authority"]),
        ({"address": "12 High\x00 Street"}, ["address"]),
        ({"type": ""}, ["type"]),
        ({"start": None}, ["start"]),
    ],
)
def test_each_mistake_is_refused_beside_its_field(more, wrong):
    assert fields(check_home, a_home(**more)) == wrong


@pytest.mark.parametrize(
    "more",
    [
        {"support_level": "intensive", "support_hours": 56.0, "support_until": date(2027, 1, 1)},
        {"host_authority": "Kent", "host_offer": "Free leisure"},
        {"type": "", "placement": "U4"},
        {"start": None, "known_on": date(2026, 11, 1)},
        {"expected_end": date(2027, 6, 1), "type": "X", "suitable": "2"},
    ],
)
def test_what_can_be_so_is_taken(more):
    check_home(CASE, a_home(**more), TODAY)


def test_moving_in_while_they_are_recorded_elsewhere_is_refused_in_words():
    home = a_home(start=date(2026, 4, 1), end=date(2026, 6, 1))
    says = 'They are recorded at "In custody" until 1 June 2026. Change that first.'
    assert problems(check_home, home) == [("start", says)]


def test_a_home_put_in_before_a_later_one_must_end_by_then():
    before_all = a_home(start=date(2025, 1, 1))
    assert set(fields(check_home, before_all)) == {"end"}
    assert "from 10 May 2025: give the day" in problems(check_home, before_all)[0][1]
    check_home(CASE, before_all._replace(end=date(2025, 5, 10)), TODAY)
    assert fields(check_home, before_all._replace(end=date(2025, 5, 11))) == ["end"]


def test_a_change_of_something_else_is_not_held_up_by_an_overlap_from_elsewhere():
    twice = a_case(
        homes=[
            {"start": date(2026, 1, 1), "end": date(2026, 8, 1), "type": "D", "row_id": "H1"},
            {"start": date(2026, 6, 1), "type": "U", "row_id": "H2"},
        ]
    )
    check_home(twice, twice.homes[1]._replace(provider="Moat"), TODAY)
    moved = twice.homes[1]._replace(start=date(2026, 7, 1))
    assert fields(check_home, moved, twice) == ["start"]


def test_a_judgement_in_law_and_for_the_return_are_two_answers():
    check_suitability(CASE, a_judgement(), TODAY)
    differs = a_judgement(oc3="2")
    assert fields(check_suitability, differs) == ["oc3_reasons"]
    check_suitability(CASE, differs._replace(oc3_reasons="At risk from a neighbour."), TODAY)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"needs_met": False}, ["needs_met"]),
        ({"landlord_suitable": None}, ["landlord_suitable"]),
        ({"suitable": None}, ["suitable"]),
        ({"reasons": " "}, ["reasons"]),
        ({"oc3": ""}, ["oc3"]),
        ({"home_id": "H9"}, ["home_id"]),
        ({"on": date(2026, 5, 31)}, ["on"]),
        ({"on": date(2026, 11, 25)}, ["on"]),
    ],
)
def test_a_judgement_that_cannot_stand_is_refused_beside_its_field(more, wrong):
    assert fields(check_suitability, a_judgement(**more)) == wrong


def test_a_limb_left_open_and_one_answered_no_are_told_apart():
    judged = a_judgement(needs_met=None, landlord_suitable=False)
    assert problems(check_suitability, judged) == [
        ("needs_met", "Answer this before you call it suitable."),
        ("landlord_suitable", contradiction(CASE.homes[2], judged)),
    ]


def test_not_suitable_may_leave_limbs_open():
    judged = a_judgement(suitable=False, oc3="2", needs_met=False, landlord_suitable=None)
    check_suitability(CASE, judged, TODAY)


def test_a_prison_can_be_judged_but_never_as_suitable_for_the_return():
    judged = a_judgement(home_id="H2", on=date(2026, 4, 1))
    says = '"In custody" cannot be recorded as suitable.'
    assert problems(check_suitability, judged) == [("oc3", says)]
    assert contradiction(CASE.homes[1], judged) == says
    assert contradiction(CASE.homes[2], judged) == ""
    against = a_judgement(landlord_suitable=False)
    assert "limb (b)" in contradiction(CASE.homes[2], against)
    assert contradiction(CASE.homes[2], against._replace(suitable=False, oc3="2")) == ""


@pytest.mark.parametrize("kind", STEPS)
def test_every_step_can_come_out_as_it_says_and_not_otherwise(kind):
    for outcome in ("", *STEPS[kind].outcomes):
        check_step(CASE, HousingStep("A1", kind, TODAY, outcome), TODAY)
    assert fields(check_step, HousingStep("A1", kind, TODAY, "no such")) == ["outcome"]


def test_a_step_needs_its_kind_and_a_day_that_has_been():
    assert fields(check_step, HousingStep("A1", "dance", date(2026, 11, 25))) == ["on", "kind"]


def test_staying_put_begins_at_18_with_a_named_carer_and_one_at_a_time():
    held = Circumstance("A1", "staying_put", date(2025, 5, 10), None, "Ann", "S1")
    check_staying_put(CASE, held, TODAY)
    assert fields(check_staying_put, held._replace(detail=" ")) == ["detail"]
    assert fields(check_staying_put, held._replace(start=None)) == ["start"]
    early = problems(check_staying_put, held._replace(start=date(2025, 5, 9)))
    assert early == [("start", "Staying put begins at 18, on 10 May 2025 or later.")]
    others = {"start": date(2025, 1, 1), "row_id": "S0"}
    running = a_case(circumstances=[{"kind": "staying_put", **others}])
    assert fields(check_staying_put, held, running) == ["start"]
    check_staying_put(running, held._replace(row_id="S0"), TODAY)
    over = a_case(circumstances=[{"kind": "staying_put", **others, "end": held.start}])
    check_staying_put(over, held, TODAY)
    later = {**others, "start": date(2025, 6, 1)}
    next_one = a_case(circumstances=[{"kind": "staying_put", **later}])
    check_staying_put(next_one, held._replace(end=date(2025, 6, 1)), TODAY)
    assert fields(check_staying_put, held._replace(end=date(2025, 6, 2)), next_one) == ["start"]
    undated = a_case(circumstances=[{"kind": "staying_put", "end": date(2025, 5, 11)}])
    assert fields(check_staying_put, held, undated) == ["start"]
    assert fields(check_staying_put, held._replace(start=None), undated) == ["start", "start"]
    check_staying_put(a_case(circumstances=[{"kind": "adopted", **others}]), held, TODAY)
