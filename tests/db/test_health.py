"""What does writing the passport leave in the store, and does taking back leave nothing?"""

from datetime import date
from typing import Any

import pytest

from carelink.duties import duties_of
from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import CarePeriod, Event, HealthItem, Person
from carelink.health.copies import copy_of
from carelink.rulebook import load_rulebook
from carelink.words import State
from db.health import (
    decline_passport,
    discuss_passport,
    end_health_line,
    give_passport,
    prepare_passport,
    record_health_line,
    record_nhs_number,
    share_line,
    share_part,
    undo_health_line,
    undo_line_change,
    undo_step,
)
from db.store import Store
from db.trail import add
from tests.stores import TODAY, case_of, do

RULES = load_rulebook()
# Nineteen on the day: the history should have been in her hands a year ago.
BORN = date(2007, 11, 1)


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=BORN, uasc=False)])
        period = CarePeriod("p1", date(2018, 1, 1), date(2025, 11, 1), "C2", row_id="k1")
        add(writing, "care_periods", [period])
    return store


def duty_of(store: Store) -> Any:
    owed = {duty.duty: duty for duty in duties_of(case_of(store), RULES, TODAY)}
    return owed["health_history_18"]


def an_item(part: str, says: str, on: date = TODAY, **more: Any) -> HealthItem:
    return HealthItem("p1", part, "recorded", says, on, **more)


def a_step(on: date = TODAY, **more: Any) -> Event:
    return Event("", "p1", "", on, **more)


def test_a_new_surgery_ends_the_old_one_and_taking_back_opens_it(sam: Store) -> None:
    do(sam, record_health_line, an_item("gp", "Marlowe Park", date(2026, 5, 3)))
    before = case_of(sam)
    written = do(sam, record_health_line, an_item("gp", "Delce surgery"))
    held = {item.says: item.ended_on for item in case_of(sam).health_items}
    assert held == {"Marlowe Park": TODAY, "Delce surgery": None}
    do(sam, undo_health_line, written)
    assert case_of(sam) == before


def test_a_line_that_cannot_be_is_refused_and_nothing_kept(sam: Store) -> None:
    with pytest.raises(Refused):
        do(sam, record_health_line, an_item("allergies", " "))
    assert case_of(sam).health_items == ()


def test_a_line_is_over_from_a_day_and_stays_as_history(sam: Store) -> None:
    do(sam, record_health_line, an_item("medicines", "Inhaler", date(2026, 5, 3)))
    (item,) = case_of(sam).health_items
    with pytest.raises(Refused):
        do(sam, end_health_line, item, date(2026, 5, 2))
    do(sam, end_health_line, item, TODAY)
    assert case_of(sam).health_items[0].ended_on == TODAY
    with pytest.raises(ChangedMeanwhile):
        do(sam, end_health_line, item, TODAY)


def test_sharing_is_line_by_line(sam: Store) -> None:
    do(sam, record_health_line, an_item("medicines", "Inhaler"))
    do(sam, record_health_line, an_item("medicines", "Iron tablets"))
    first, second = case_of(sam).health_items
    changed = do(sam, share_line, first, True)
    shared = {item.row_id: item.shared for item in case_of(sam).health_items}
    assert shared == {first.row_id: True, second.row_id: None}
    do(sam, undo_line_change, changed)
    assert set(case_of(sam).health_items) == {first, second}


def test_sharing_what_stands_elsewhere_is_kept_once(sam: Store) -> None:
    first = do(sam, share_part, "p1", "nhs_number", True)
    second = do(sam, share_part, "p1", "nhs_number", False)
    (item,) = case_of(sam).health_items
    assert (item.part, item.says, item.shared) == ("nhs_number", "", False)
    do(sam, undo_line_change, second)
    do(sam, undo_line_change, first)
    assert case_of(sam).health_items == ()


def test_the_nhs_number_stands_with_who_they_are(sam: Store) -> None:
    before = case_of(sam).person
    with pytest.raises(Refused):
        do(sam, record_nhs_number, before, "999 123 4567")
    do(sam, record_nhs_number, before, " 943 476 5919 ")
    assert case_of(sam).person == before._replace(nhs_number="9434765919")
    with pytest.raises(ChangedMeanwhile):
        do(sam, record_nhs_number, before, "9990000018")


def test_only_giving_it_ends_what_we_owe(sam: Store) -> None:
    do(sam, prepare_passport, a_step())
    do(sam, discuss_passport, a_step())
    assert duty_of(sam).state is State.OVERDUE
    given = do(sam, give_passport, a_step(detail="In the folder"), discussed=True)
    assert duty_of(sam).state is State.ON_TRACK
    kinds = [event.kind for event in case_of(sam).events if event.event_id in given.events]
    assert sorted(kinds) == ["health_history_discussed", "health_history_given"]
    do(sam, undo_step, given)
    assert duty_of(sam).state is State.OVERDUE


def test_a_second_copy_renews_the_first(sam: Store) -> None:
    do(sam, give_passport, a_step(date(2026, 5, 3)))
    do(sam, record_health_line, an_item("gp", "Delce surgery", date(2026, 6, 1)))
    assert copy_of(case_of(sam), TODAY).changed == ("GP surgery",)
    do(sam, give_passport, a_step())
    copy = copy_of(case_of(sam), TODAY)
    assert (copy.given_on, copy.last_copy_on, copy.changed) == (date(2026, 5, 3), TODAY, ())


def test_a_copy_given_before_16_is_not_the_one_owed(sam: Store) -> None:
    do(sam, give_passport, a_step(date(2023, 10, 31)))
    assert duty_of(sam).state is State.OVERDUE
    do(sam, give_passport, a_step())
    assert duty_of(sam).state is State.ON_TRACK


def test_choosing_not_to_have_it_is_kept_with_the_day_we_ask_again(sam: Store) -> None:
    again = date(2027, 2, 1)
    with pytest.raises(Refused):
        do(sam, decline_passport, a_step(), "", again)
    assert case_of(sam).events == ()
    declined = do(sam, decline_passport, a_step(), "Not now", again)
    copy = copy_of(case_of(sam), TODAY)
    assert (copy.declined_on, copy.ask_again_on) == (TODAY, again)
    assert duty_of(sam).state is State.OVERDUE
    do(sam, undo_step, declined)
    assert (case_of(sam).events, case_of(sam).duty_answers) == ((), ())
