"""What does writing work, learning and skills leave in the store, and does taking back?"""

from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import Activity, Opportunity, Person, SkillRating
from db.learning import (
    end_activity,
    rate_skill,
    start_opportunity,
    turn_to,
    undo_end,
    undo_rating,
    undo_start,
    undo_turn,
)
from db.store import Store
from db.trail import add
from tests.stores import TODAY, case_of, do

SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6))])
        add(writing, "activities", [Activity("p1", SEPTEMBER, code="F2", row_id="a1")])
        told = Opportunity("p1", "job", "Kitchen hand", date(2026, 11, 2), row_id="o1")
        add(writing, "opportunities", [told])
    return store


def test_a_change_ends_what_was_before_and_taking_back_opens_it(sam: Store) -> None:
    before = case_of(sam)
    new = Activity("p1", TODAY, code="G4", barrier="health", next_step="See the GP together")
    written = do(sam, turn_to, new)
    assert {a.code: a.end for a in case_of(sam).activities} == {"F2": TODAY, "G4": None}
    do(sam, undo_turn, written)
    assert case_of(sam) == before


def test_something_may_be_over_without_anything_after_it(sam: Store) -> None:
    (held,) = case_of(sam).activities
    for end in (date(2026, 11, 25), date(2026, 8, 31)):
        with pytest.raises(Refused) as refused:
            do(sam, end_activity, held, end)
        assert [problem.field for problem in refused.value.problems] == ["end"]
    after = do(sam, end_activity, held, date(2026, 10, 1))
    assert case_of(sam).activity_on(TODAY) is None
    do(sam, undo_end, held, after)
    assert case_of(sam).activity_on(TODAY) == held
    do(sam, end_activity, held, date(2026, 10, 1))
    with pytest.raises(ChangedMeanwhile):
        do(sam, end_activity, held, date(2026, 10, 1))


def test_an_opportunity_that_started_is_typed_once(sam: Store) -> None:
    before = case_of(sam)
    (told,) = before.opportunities
    began = told._replace(outcome="started", outcome_on=TODAY)
    work = Activity("p1", TODAY, code="P5", detail=told.what)
    started = do(sam, start_opportunity, told, began, work)
    case = case_of(sam)
    assert case.opportunities == (began,)
    assert case.activity_on(TODAY) == work._replace(row_id=started.activity.row_id)
    do(sam, undo_start, started)
    assert case_of(sam) == before


def test_an_opportunity_that_cannot_start_leaves_nothing(sam: Store) -> None:
    before = case_of(sam)
    (told,) = before.opportunities
    began = told._replace(outcome="started", outcome_on=TODAY)
    with pytest.raises(Refused):
        do(sam, start_opportunity, told, began, Activity("p1", TODAY, code="F3"))
    assert case_of(sam) == before


def test_a_second_rating_of_the_day_takes_the_place_of_the_first(sam: Store) -> None:
    said = SkillRating("p1", "laundry", "young_person", TODAY, "not_yet", "Never tried")
    first = do(sam, rate_skill, said)
    second = do(sam, rate_skill, said._replace(rating="with_help", evidence="", tried=True))
    (held,) = case_of(sam).skill_ratings
    assert held == said._replace(rating="with_help", tried=True, row_id=first.row_id)
    do(sam, undo_rating, second)
    assert case_of(sam).skill_ratings == (said._replace(row_id=first.row_id),)
    do(sam, undo_rating, first)
    assert case_of(sam).skill_ratings == ()


def test_both_sides_and_other_days_are_kept_apart(sam: Store) -> None:
    said = SkillRating("p1", "laundry", "young_person", TODAY, "not_yet")
    for other in ({}, {"by": "worker"}, {"on": SEPTEMBER}, {"skill": "budget"}):
        do(sam, rate_skill, said._replace(**other))
    assert len(case_of(sam).skill_ratings) == 4


def test_a_rating_that_says_nothing_is_refused(sam: Store) -> None:
    with pytest.raises(Refused):
        do(sam, rate_skill, SkillRating("p1", "laundry", "worker", TODAY))
