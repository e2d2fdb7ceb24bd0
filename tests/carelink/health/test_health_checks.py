"""Which lines of the passport, and which steps with it, may be recorded?"""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Assessment, Event, HealthItem, Person
from carelink.health.checks import (
    check_health_assessment,
    check_health_item,
    check_line_over,
    check_nhs_number,
    check_passport_step,
    superseded_by,
)
from tests.people import a_case

TODAY = date(2026, 11, 24)
CASE = a_case(
    people={"date_of_birth": date(2008, 5, 10), "nhs_number": "9434765919"},
    workers=[{"worker_id": "N1", "name": "Grace Okafor", "role": "nurse"}],
    allocations=[{"worker_id": "N1", "role": "nurse", "start": date(2024, 6, 1)}],
    assessments=[{"kind": "health", "completed_on": date(2026, 2, 1), "row_id": "S1"}],
    health_items=[
        {"part": "gp", "answer": "recorded", "says": "Marlowe Park", "on": date(2026, 5, 3)},
        {"part": "allergies", "answer": "recorded", "says": "Nuts", "on": date(2026, 5, 3)},
        {"part": "conditions", "answer": "none", "on": date(2026, 5, 3)},
        {"part": "assessments", "answer": "recorded", "shared": True, "on": date(2026, 5, 3)},
        {"part": "dentist", "answer": "recorded", "says": "From another council", "on": None},
    ],
)


def an_item(**more):
    said = {"person_id": "A1", "part": "medicines", "answer": "recorded", "says": "Inhaler"}
    return HealthItem(**{**said, "on": TODAY, **more})


def problems(check, fact, case=CASE):
    with pytest.raises(Refused) as refused:
        check(case, fact, TODAY)
    return [tuple(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"answer": "none", "says": ""},
        {"answer": "not_known", "says": ""},
        {"answer": "declined", "says": "", "next_on": date(2027, 5, 24)},
        {"part": "gp", "says": "Delce surgery"},
        {"part": "gp", "answer": "none", "says": ""},
        {"part": "nhs_number", "says": "", "shared": True},
        {"part": "nurse", "says": "", "shared": True},
        {"part": "conditions", "says": "Asthma"},
        {"next_on": date(2027, 1, 1), "until": date(2027, 1, 1)},
        {"ended_on": TODAY},
        {"part": "gp", "says": "The one before", "on": date(2026, 5, 2), "ended_on": TODAY},
        {"part": "allergies", "answer": "none", "says": "", "ended_on": TODAY},
        {"part": "conditions", "answer": "not_known", "says": ""},
        {"part": "assessments", "says": "", "shared": False},
        {"part": "dentist", "says": "Delce dental"},
    ],
)
def test_a_line_that_can_be_so_is_taken(more):
    check_health_item(CASE, an_item(**more), TODAY)


@pytest.mark.parametrize(
    ("more", "field", "says"),
    [
        ({"on": None}, "on", "Give the day of the answer."),
        ({"on": None, "until": TODAY}, "on", "Give the day of the answer."),
        ({"on": date(2026, 11, 25)}, "on", "The day of the answer must be today or in the past."),
        ({"part": "teeth"}, "part", "Choose which part it belongs to."),
        ({"answer": ""}, "answer", "Choose what they said."),
        ({"says": " "}, "says", "Write what is known."),
        (
            {"part": "nhs_number", "says": "9434765919"},
            "says",
            "The number itself stands with who they are.",
        ),
        (
            {"answer": "declined"},
            "next_on",
            "Choose the day to ask again, within twelve months of the answer.",
        ),
        (
            {"answer": "declined", "next_on": date(2027, 11, 25)},
            "next_on",
            "Choose the day to ask again, within twelve months of the answer.",
        ),
        ({"until": date(2026, 1, 1)}, "until", "The end is before the day of the answer."),
        ({"next_on": date(2026, 1, 1)}, "next_on", "The next day is before the day of the answer."),
        (
            {"part": "allergies", "answer": "none"},
            "answer",
            '"Nuts" is recorded here. If that is over, say so there first.',
        ),
        (
            {"part": "nhs_number", "answer": "not_known", "says": ""},
            "answer",
            '"943 476 5919" is recorded here. If that is over, say so there first.',
        ),
        (
            {"part": "nurse", "answer": "none", "says": ""},
            "answer",
            '"Grace Okafor" is recorded here. If that is over, say so there first.',
        ),
        ({"part": "allergies", "says": "Nuts"}, "says", "This is recorded already."),
        (
            {"part": "gp", "on": date(2026, 5, 2)},
            "on",
            "What is recorded now is from 3 May 2026. Give that day or a later one.",
        ),
        ({"says": "A\x00B"}, "says", "The text holds a control character; take it out."),
    ],
)
def test_a_line_that_cannot_be_is_told_beside_its_field(more, field, says):
    assert (field, says) in problems(check_health_item, an_item(**more))


def test_a_new_surgery_takes_the_place_of_the_one_before():
    new = an_item(part="gp", says="Delce surgery")
    assert [held.says for held in superseded_by(CASE, new)] == ["Marlowe Park"]


def test_a_second_allergy_stands_beside_the_first():
    assert superseded_by(CASE, an_item(part="allergies", says="Penicillin")) == []


def test_a_first_condition_ends_that_there_are_none():
    ended = superseded_by(CASE, an_item(part="conditions", says="Asthma"))
    assert [held.answer for held in ended] == ["none"]


def test_what_is_over_already_takes_the_place_of_nothing():
    past = an_item(part="gp", says="Old surgery", on=date(2026, 6, 1), ended_on=date(2026, 7, 1))
    assert superseded_by(CASE, past) == []
    assert superseded_by(CASE, past._replace(on=None, ended_on=None)) == []


def test_a_line_that_is_changed_does_not_take_its_own_place():
    assert superseded_by(CASE, CASE.health_items[0]._replace(says="Marlowe Park, room 2")) == []


def test_a_line_ends_on_a_day_that_has_been_and_not_before_it_began():
    line = an_item(on=date(2026, 5, 3))
    check_line_over(CASE, line._replace(ended_on=date(2026, 5, 3)), TODAY)
    assert problems(check_line_over, line) == [("ended_on", "Give the day of the end.")]
    assert problems(check_line_over, line._replace(ended_on=date(2026, 5, 2))) == [
        ("ended_on", "The end is before the day of the answer.")
    ]
    assert problems(check_line_over, line._replace(ended_on=date(2026, 11, 25))) == [
        ("ended_on", "The day of the end must be today or in the past.")
    ]


def test_an_nhs_number_may_be_left_out_and_must_be_one():
    check_nhs_number(CASE, Person("A1"), TODAY)
    check_nhs_number(CASE, Person("A1", nhs_number="943 476 5919"), TODAY)
    assert problems(check_nhs_number, Person("A1", nhs_number="999 123 4567")) == [
        ("nhs_number", "999 123 4567 is the example printed on forms, and nobody's number.")
    ]


def test_an_assessment_is_recorded_once():
    new = Assessment("A1", "health", date(2026, 2, 2))
    check_health_assessment(CASE, new, TODAY)
    again = new._replace(completed_on=date(2026, 2, 1))
    assert [field for field, _ in problems(check_health_assessment, again)] == ["completed_on"]
    check_health_assessment(CASE, again._replace(row_id="S1"), TODAY)
    other = new._replace(kind="needs", completed_on=None)
    assert [field for field, _ in problems(check_health_assessment, other)] == [
        "completed_on",
        "kind",
    ]


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ({"kind": "suitability_check"}, ["kind"]),
        ({"on": None}, ["on"]),
        ({"on": date(2026, 11, 25)}, ["on"]),
        ({"outcome": "yes"}, ["outcome"]),
        ({"kind": "health_history_refreshed"}, ["kind"]),
    ],
)
def test_a_step_that_cannot_be_is_told(more, fields):
    step = Event("E1", "A1", "health_history_given", TODAY, "done")
    check_passport_step(CASE, step, TODAY)
    found = problems(check_passport_step, step._replace(**more))
    assert [field for field, _ in found] == fields


def test_a_fresh_copy_comes_after_one_that_was_given():
    first = a_case(events=[{"event_id": "E1", "kind": "health_history_given", "on": TODAY}])
    step = Event("E2", "A1", "health_history_refreshed", TODAY, "done")
    check_passport_step(first, step, TODAY)
    assert [field for field, _ in problems(check_passport_step, step)] == ["kind"]
    undated = step._replace(on=None)
    assert [field for field, _ in problems(check_passport_step, undated)] == ["on", "kind"]


def test_a_line_may_be_changed_where_it_stands():
    for held in (item for item in CASE.health_items if item.on):
        check_health_item(CASE, held._replace(until=date(2027, 1, 1), shared=True), TODAY)
