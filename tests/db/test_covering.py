"""Absences, covers and messages written, changed, answered and taken back."""

from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import Absence, Cover, Message, Person, Worker
from db.covering import (
    answer_message,
    change_absence,
    change_cover,
    put_message_back,
    put_team_fact_back,
    record_absence,
    record_cover,
    take_message,
    take_message_back,
)
from db.reading import read_of_the_team
from db.trail import add
from tests.stores import TODAY, USER, case_of, do, made_store

SICK = Absence("W1", "sickness", TODAY)
COVER = Cover("W1", "W2", TODAY, date(2026, 12, 1))
RANG = Message("", "p1", "W1", None, "14:05", "Amal", "Please ring me")


@pytest.fixture
def store(tmp_path):
    made = made_store(tmp_path)
    with made.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi"), Worker("W2", "Tom")])
        add(writing, "people", [Person("p1", "Amal")])
    yield made
    made.close()


def held(store, kind):
    with store.reading() as connection:
        return read_of_the_team(connection, kind)


def test_an_absence_is_recorded_altered_and_each_is_undone(store):
    row_id = do(store, record_absence, SICK)
    (now,) = held(store, "absences")
    assert now == SICK._replace(row_id=row_id)
    back = now._replace(back_on=date(2026, 11, 27))
    do(store, change_absence, now, back)
    with pytest.raises(ChangedMeanwhile):
        do(store, change_absence, now, back)
    do(store, put_team_fact_back, "absences", back, now)
    assert held(store, "absences") == [now]
    do(store, put_team_fact_back, "absences", now, None)
    assert held(store, "absences") == []


def test_a_cover_is_recorded_and_altered(store):
    row_id = do(store, record_cover, COVER)
    now = COVER._replace(row_id=row_id)
    longer = now._replace(back_on=date(2026, 12, 8))
    do(store, change_cover, now, longer)
    assert held(store, "covers") == [longer]
    with pytest.raises(Refused):
        do(store, record_cover, COVER._replace(cover_id="W1"))


def test_a_message_is_taken_today_by_whoever_is_at_the_desk_answered_and_put_back(store):
    message_id = do(store, take_message, RANG)
    (taken,) = case_of(store).messages
    assert (taken.on, taken.taken_by, taken.message_id) == (TODAY, USER, message_id)
    done = do(store, answer_message, taken, TODAY, "Rang back")
    assert (done.done_on, done.done_by, done.done_words) == (TODAY, USER, "Rang back")
    do(store, put_message_back, done, taken)
    assert case_of(store).messages == (taken,)
    do(store, take_message_back, message_id)
    assert case_of(store).messages == ()


def test_a_message_needs_words_and_its_answer_a_day(store):
    with pytest.raises(Refused):
        do(store, take_message, RANG._replace(words=""))
    do(store, take_message, RANG)
    (taken,) = case_of(store).messages
    for on in (None, date(2026, 11, 25)):
        with pytest.raises(Refused) as said:
            do(store, answer_message, taken, on)
        assert [problem.field for problem in said.value.problems] == ["done_on"]
