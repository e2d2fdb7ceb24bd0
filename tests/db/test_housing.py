"""What do a move, a judgement and an arrangement to stay put write, and what does undoing leave?"""

from dataclasses import replace
from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile
from carelink.exchange import Reading, Row
from carelink.facts import Circumstance, Contact, Home, HousingStep, Person, Suitability, Worker
from carelink.home.checks import check_staying_put, check_step
from db.housing import (
    change_home,
    judge_suitability,
    put_home_back,
    record_move,
    undo_judgement,
    undo_move,
)
from db.intake import take_in
from db.one_fact import record_fact
from db.recording import Note, record_note
from db.trail import add
from db.undoing import undo_note
from tests.stores import case_of, do, refused

FIRST = Home("p1", date(2025, 5, 6), None, "Z", "1", True, row_id="H1")


@pytest.fixture
def sam(store):
    """Sam, 19, staying put with Ann since turning 18."""
    held = Circumstance("p1", "staying_put", date(2025, 5, 6), None, "Ann", "S1")
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6))])
        add(writing, "workers", [Worker("w1", "Jo")])
        add(writing, "homes", [FIRST])
        add(writing, "circumstances", [held])
    return store


def a_move(**more):
    return Home(**{"person_id": "p1", "start": date(2026, 11, 20), "type": "U", **more})


def test_a_move_ends_the_home_before_it_and_staying_put_with_the_carer(sam):
    before = case_of(sam)
    home_id = do(sam, record_move, a_move(postcode="me44tr."))
    case = case_of(sam)
    assert [home.end for home in case.homes] == [date(2026, 11, 20), None]
    assert case.homes[1].postcode == "ME4 4TR"
    assert case.circumstances[0].end == date(2026, 11, 20)

    do(sam, undo_move, home_id, before)
    assert case_of(sam) == before


def test_the_note_ends_staying_put_as_a_move_does_and_undoing_lets_it_go_on(sam):
    before = case_of(sam)
    contact = Contact("c1", "p1", "w1", date(2026, 11, 20), "seen", "worker")
    note = Note(contact, home=a_move(row_id="H2"))
    do(sam, record_note, note)
    assert case_of(sam).circumstances[0].end == date(2026, 11, 20)
    do(sam, undo_note, note, before)
    assert case_of(sam) == before


def test_moving_back_to_the_carer_records_staying_put_in_the_same_gesture(sam):
    do(sam, record_move, a_move())
    before = case_of(sam)
    home_id = do(sam, record_move, a_move(type="Z", start=date(2026, 11, 23)), "Ann and Lee")
    held = case_of(sam).circumstances
    assert [(one.start, one.end, one.detail) for one in held] == [
        (date(2025, 5, 6), date(2026, 11, 20), "Ann"),
        (date(2026, 11, 23), None, "Ann and Lee"),
    ]
    do(sam, undo_move, home_id, before)
    assert case_of(sam) == before


def test_a_move_that_cannot_be_leaves_nothing_behind(sam):
    before = case_of(sam)
    assert refused(sam, record_move, a_move(type="X", suitable="1")) == ["suitable"]
    early = a_move(start=date(2024, 1, 1))
    assert refused(sam, record_move, early) == ["end"]
    assert refused(sam, record_move, a_move(type="Z"), "Ann") == ["start"]
    assert case_of(sam) == before


def test_another_first_day_moves_the_end_of_the_home_before(sam):
    do(sam, record_move, a_move(row_id="H2"))
    now = case_of(sam).homes[1]
    later = now._replace(start=date(2026, 11, 22), support_level="standard")
    do(sam, change_home, now, later)
    assert [(home.start, home.end) for home in case_of(sam).homes] == [
        (date(2025, 5, 6), date(2026, 11, 22)),
        (date(2026, 11, 22), None),
    ]
    do(sam, put_home_back, later, now)
    assert [home.end for home in case_of(sam).homes] == [date(2026, 11, 20), None]


def test_a_home_changed_meanwhile_carries_what_stands_now(sam):
    (home,) = case_of(sam).homes
    do(sam, change_home, home, home._replace(provider="Ann Smith"))
    with pytest.raises(ChangedMeanwhile) as changed:
        do(sam, change_home, home, home._replace(provider="Ann Jones"))
    assert changed.value.now.provider == "Ann Smith"


def a_judgement(**more):
    limbs = {"needs_met": True, "landlord_suitable": True, "wishes_considered": True}
    said = {"person_id": "p1", "home_id": "H1", "on": date(2026, 11, 23), "worker_id": "w1"}
    told = {"suitable": True, "reasons": "Safe and near college.", "oc3": "1"}
    return Suitability(**{**said, **told, **limbs, **more})


def test_a_judgement_is_the_check_too_and_says_the_home_suitable_or_not(sam):
    (before,) = case_of(sam).homes
    judged = a_judgement(oc3="2", oc3_reasons="A risk from next door.")
    row_id = do(sam, judge_suitability, judged)
    case = case_of(sam)
    (event,) = case.events
    assert (event.kind, event.on, event.outcome) == (
        "suitability_check",
        date(2026, 11, 23),
        "yes",
    )
    assert case.homes[0].suitable == "2"
    do(sam, undo_judgement, row_id, before)
    assert case_of(sam) == replace(case, events=(), suitability=(), homes=(before,))


def test_an_older_judgement_typed_late_does_not_speak_for_the_home(sam):
    do(sam, judge_suitability, a_judgement())
    late = a_judgement(on=date(2026, 3, 1), suitable=False, oc3="2")
    do(sam, judge_suitability, late)
    case = case_of(sam)
    assert case.homes[0].suitable == "1"
    assert len(case.events_of("suitability_check")) == 2


def test_a_judgement_that_cannot_be_is_refused_and_nothing_is_written(sam):
    do(sam, record_move, a_move(type="X", suitable="2", row_id="H2"))
    before = case_of(sam)
    assert refused(sam, judge_suitability, a_judgement(home_id="H2")) == ["oc3"]
    assert refused(sam, judge_suitability, a_judgement(needs_met=False)) == ["needs_met"]
    assert case_of(sam) == before


def test_steps_and_arrangements_are_recorded_once(sam):
    bid = HousingStep("p1", "bid", date(2026, 11, 1), "waiting", "Flat 2")
    do(sam, record_fact, "housing_steps", bid, check_step)
    assert case_of(sam).housing_steps[0].detail == "Flat 2"
    fit = bid._replace(outcome="fit")
    assert refused(sam, record_fact, "housing_steps", fit, check_step) == ["outcome"]
    again = Circumstance("p1", "staying_put", date(2026, 1, 1), None, "Lee")
    assert refused(sam, record_fact, "circumstances", again, check_staying_put) == ["start"]


@pytest.mark.parametrize(
    ("home", "judged", "words"),
    [
        (
            a_move(type="X", row_id="H2"),
            a_judgement(home_id="H2"),
            "cannot be recorded as suitable",
        ),
        (a_move(row_id="H2"), a_judgement(home_id="H2", needs_met=False), "limb (a)"),
    ],
)
def test_a_judgement_that_cannot_be_is_left_out_of_an_import_and_said(sam, home, judged, words):
    reading = Reading("bundle")
    reading.add("homes", Row(home, "homes.csv", 2))
    reading.add("suitability", Row(judged._replace(row_id="J1"), "suitability.csv", 2))
    taken = do(sam, take_in, reading)
    assert taken.imported == 1
    assert [words in refusal.says for refusal in taken.refused] == [True]
