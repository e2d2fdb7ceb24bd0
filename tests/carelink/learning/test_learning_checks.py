"""Which facts of work and learning may be recorded? Activities by code: tests/carelink."""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Activity, EducationPlan, LearningLevel, Opportunity
from carelink.learning.checks import (
    check_activity,
    check_education_plan,
    check_level,
    check_opportunity,
)
from tests.people import a_case

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)
CASE = a_case(activities=[{"start": date(2020, 9, 1), "code": "F3", "row_id": "V1"}])


def fields(check, fact):
    with pytest.raises(Refused) as refused:
        check(CASE, fact, TODAY)
    assert all(problem.says.endswith(".") for problem in refused.value.problems)
    return [problem.field for problem in refused.value.problems]


def an_activity(**more):
    return Activity(**{"person_id": "A1", "start": TODAY, "code": "F5", **more})


def test_few_hours_are_taken_whatever_the_code():
    check_activity(CASE, an_activity(hours=1), TODAY)
    check_activity(CASE, an_activity(code="P5", hours=40), TODAY)
    check_activity(CASE, an_activity(hours=168), TODAY)


def test_what_stands_in_the_way_and_what_we_do_next_are_taken():
    step = {"next_step": "Ring the college.", "next_step_on": TOMORROW}
    check_activity(CASE, an_activity(barrier="travel", **step), TODAY)
    check_activity(CASE, an_activity(next_step="Ring the college."), TODAY)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"hours": 0}, "hours"),
        ({"hours": 169}, "hours"),
        ({"barrier": "lazy"}, "barrier"),
        ({"next_step_on": TOMORROW}, "next_step"),
        ({"detail": "A\x00"}, "detail"),
        ({"evidence": "A\x00"}, "evidence"),
        ({"next_step": "A\x00"}, "next_step"),
        ({"end": date(2026, 11, 23)}, "end"),
        ({"code": "F3"}, "code"),
        ({"code": "P3"}, "code"),
    ],
)
def test_an_activity_that_cannot_be_is_told(more, wrong):
    assert fields(check_activity, an_activity(**more)) == [wrong]


def test_what_was_recorded_by_an_old_code_may_still_be_ended():
    held = CASE.activities[0]
    check_activity(CASE, held._replace(end=date(2021, 3, 1)), TODAY)
    assert fields(check_activity, held._replace(code="P3")) == ["code"]


def test_a_level_says_in_what_which_and_since_when():
    check_level(CASE, LearningLevel("A1", "english", "level_1", TODAY), TODAY)
    check_level(CASE, LearningLevel("A1", "maths", "none", TODAY), TODAY)
    assert fields(check_level, LearningLevel("A1")) == ["subject", "level", "on"]
    unreadable = LearningLevel("A1", "maths", "none", TODAY, evidence="A\x00")
    assert fields(check_level, unreadable) == ["evidence"]


def test_an_education_plan_looks_ahead_of_the_day_it_was_held():
    plan = EducationPlan("A1", "pep", TODAY, TOMORROW, TOMORROW)
    check_education_plan(CASE, plan, TODAY)
    assert fields(check_education_plan, plan._replace(next_on=TODAY, ends_on=TODAY)) == [
        "next_on",
        "ends_on",
    ]
    undated = EducationPlan("A1", "iep", next_on=TODAY, ends_on=TODAY)
    assert fields(check_education_plan, undated) == ["kind", "held_on"]
    check_education_plan(CASE, EducationPlan("A1", "pep", TODAY), TODAY)
    assert fields(check_education_plan, plan._replace(detail="A\x00")) == ["detail"]


def test_an_opportunity_goes_in_order():
    one = Opportunity("A1", "job", "Kitchen hand", date(2026, 11, 1))
    check_opportunity(CASE, one, TODAY)
    early = date(2026, 10, 31)
    assert fields(check_opportunity, one._replace(applied_on=early)) == ["applied_on"]
    assert fields(check_opportunity, one._replace(outcome="started")) == ["outcome_on"]
    assert fields(check_opportunity, one._replace(outcome="", outcome_on=early)) == ["outcome_on"]
    assert fields(check_opportunity, Opportunity("A1")) == ["kind", "what", "told_on"]
    late = one._replace(told_on=TOMORROW, applied_on=TOMORROW)
    assert fields(check_opportunity, late) == ["told_on", "applied_on"]
    same_day = {"applied_on": one.told_on, "outcome": "started", "outcome_on": one.told_on}
    check_opportunity(CASE, one._replace(**same_day), TODAY)
    undated = one._replace(told_on=None, applied_on=early, outcome_on=early)
    assert fields(check_opportunity, undated) == ["told_on"]
    ahead = one._replace(outcome="started", outcome_on=TOMORROW)
    assert fields(check_opportunity, ahead) == ["outcome_on"]
    assert fields(check_opportunity, one._replace(outcome="won", outcome_on=TODAY)) == ["outcome"]
    assert fields(check_opportunity, one._replace(what="A\x00")) == ["what"]
