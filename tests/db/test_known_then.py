"""Is what the store knew at an instant exactly what was read from it then?"""

import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.facts import (
    Absence,
    Activity,
    Contact,
    Decision,
    Handover,
    Home,
    Meeting,
    Person,
    Provenance,
    Worker,
)
from db.known_then import (
    known_then,
    of_the_team_then,
    people_then_and_now,
    read_then,
    seq_at,
    seq_at_end_of,
    seq_of_release,
    then_and_now,
    workers_then,
)
from db.reading import read_cases, read_of_the_team, read_workers, version_of
from db.slots import key_file
from db.store import open_store
from db.trail import add, amend, remove
from tests.releases import recorded
from tests.stores import PASSPHRASE, USER, clock_at, do, made_store

START = datetime(2026, 9, 1, 8, tzinfo=UTC)
# A few people and a few facts, each with the field that is changed in it.
PEOPLE = ("p1", "p2", "p3")
MAKERS = {
    "people": lambda key, who, word: Person(who, word),
    "homes": lambda key, who, word: Home(who, date(2026, 5, 1), type=word, row_id=key),
    "activities": lambda key, who, word: Activity(who, date(2026, 6, 1), None, word, row_id=key),
    "contacts": lambda key, who, word: Contact(key, who, "W1", date(2026, 7, 1), note=word),
    "workers": lambda key, who, word: Worker(key, word, fte=0.5),
    "absences": lambda key, who, word: Absence("W1", word, date(2026, 8, 1), row_id=key),
    "decisions": lambda key, who, word: Decision(key, who, "x", date(2026, 8, 1), word),
    "handovers": lambda key, who, word: Handover(key, who, "W1", "W2", reason=word),
    "meetings": lambda key, who, word: Meeting(key, word, date(2026, 8, 3)),
}
CHANGED = {
    "people": "known_as",
    "homes": "type",
    "activities": "code",
    "contacts": "rung",
    "workers": "name",
    "absences": "kind",
    "decisions": "answer",
    "handovers": "reason",
    "meetings": "kind",
}
OF_A_PERSON = ("homes", "activities", "contacts", "decisions", "handovers")
OF_THE_TEAM = ("absences", "meetings", "workers")
LONG_AGO = Provenance(datetime(2020, 1, 1, tzinfo=UTC), "Their system", "a bundle")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "amend", "amend", "remove", "move"]),
        st.sampled_from([*MAKERS, "people"]),
        st.integers(1, 3),
        st.sampled_from(PEOPLE),
        st.sampled_from("abc"),
        st.integers(0, 2),
    ),
    max_size=20,
)


class Clock:
    """A clock that is put where the test wants it."""

    def __init__(self):
        self.at = START

    def __call__(self):
        return self.at


@pytest.fixture
def clock(store):
    store._clock = Clock()
    return store._clock


def read_now(store):
    """Everything a roll shows, read as the store is now."""
    with store.reading() as connection:
        of_the_team = [read_of_the_team(connection, kind) for kind in OF_THE_TEAM]
        return read_cases(connection), read_workers(connection), of_the_team


def worked_back(store, at):
    """The same as it was at an instant, worked out from the store of today."""
    with store.reading() as connection:
        then = read_then(connection, seq_at(connection, at))
        of_the_team = [of_the_team_then(connection, then, kind) for kind in OF_THE_TEAM]
        return known_then(connection, then), workers_then(connection, then), of_the_team


def take_step(store, doing, kind, number, who, word):
    """One gesture, where it can be made: nothing twice, nobody taken out whose facts stand."""
    key = who if kind == "people" else f"{kind}-{number}"
    with store.writing() as writing:
        there = version_of(writing.connection, kind, key) is not None
        known = {case.person.person_id: case for case in read_cases(writing.connection)}
        needed = kind not in OF_A_PERSON or who in known
        bare = kind != "people" or not any(getattr(known.get(who), k, ()) for k in OF_A_PERSON)
        if doing == "add" and not there and needed:
            # What came with a bundle says when it was recorded elsewhere, and is known from now on.
            told = [LONG_AGO] if number == 1 else None
            add(writing, kind, [MAKERS[kind](key, who, word)], told)
        elif doing == "amend" and there:
            amend(writing, kind, key, {CHANGED[kind]: word})
        elif doing == "move" and there and needed and kind in OF_A_PERSON:
            amend(writing, kind, key, {"person_id": who})
        elif doing == "remove" and there and bare:
            remove(writing, kind, key, "a mistake")


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_what_was_known_is_what_was_read_at_the_time(tmp_path_factory, steps):
    store = made_store(tmp_path_factory.mktemp("then"))
    store._clock = Clock()
    try:
        read = {START: read_now(store)}
        for *step, waits in steps:
            store._clock.at += timedelta(seconds=waits)
            take_step(store, *step)
            read[store._clock.at] = read_now(store)
        for at, known in read.items():
            assert worked_back(store, at) == known
    finally:
        store.close()


def test_a_copy_of_the_store_taken_at_the_time_says_the_same(store, clock, tmp_path):
    do(store, add, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 3), uasc=False)])
    do(store, add, "homes", [Home("p1", date(2026, 5, 1), type="U", suitable="1", row_id="h")])
    do(store, add, "contacts", [Contact("c", "p1", "W1", date(2026, 8, 1), "seen")])
    store.close()
    copy = tmp_path / "copy.store"
    shutil.copy(store.path, copy)
    shutil.copy(key_file(store.path), key_file(copy))
    again = open_store(store.path, user=USER, passphrase=PASSPHRASE, clock=clock)
    clock.at += timedelta(days=40)
    do(again, amend, "homes", "h", {"suitable": "2", "support_hours": 1.5, "trial": True})
    do(again, remove, "contacts", "c", "another's")
    do(again, add, "people", [Person("p2", "Alex")])
    taken = open_store(copy, user=USER, passphrase=PASSPHRASE, clock=clock_at(date(2026, 9, 1)))
    assert worked_back(again, START) == read_now(taken)
    assert worked_back(again, clock.at) == read_now(again) != read_now(taken)
    again.close()
    taken.close()


def test_what_was_recorded_elsewhere_long_ago_became_known_when_it_was_taken_in(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    clock.at += timedelta(days=10)
    visit = Contact("c", "p1", "W1", date(2019, 12, 31), "seen")
    do(store, add, "contacts", [visit], [LONG_AGO])
    (before,), *_ = worked_back(store, START)
    (after,), *_ = worked_back(store, clock.at)
    assert (before.contacts, after.contacts) == ((), (visit,))


def test_gestures_of_one_second_are_told_apart_by_their_place_in_the_trail(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    with store.reading() as connection:
        between = seq_at(connection, START)
    do(store, amend, "people", "p1", {"known_as": "Sami"})
    with store.reading() as connection:
        (was,) = known_then(connection, read_then(connection, between))
        (now,) = known_then(connection, read_then(connection, seq_at(connection, START)))
    assert (was.person.known_as, now.person.known_as) == ("Sam", "Sami")


def test_a_clock_put_back_does_not_tear_what_was_known(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    clock.at -= timedelta(hours=3)
    do(store, amend, "people", "p1", {"known_as": "Sami"})
    known = read_now(store)
    assert worked_back(store, clock.at) == known


def test_nothing_was_known_before_the_first_row(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    assert worked_back(store, START - timedelta(days=1)) == ([], {}, [[], [], []])


def test_the_end_of_a_day_is_midnight_here_and_not_in_greenwich(store, clock):
    clock.at = datetime(2026, 9, 1, 22, 30, tzinfo=UTC)
    do(store, add, "people", [Person("p1", "Sam")])
    clock.at = datetime(2026, 9, 1, 23, 30, tzinfo=UTC)
    do(store, add, "people", [Person("p2", "Alex")])
    with store.reading() as connection:
        then = read_then(connection, seq_at_end_of(connection, date(2026, 9, 1)))
        assert [case.person.person_id for case in known_then(connection, then)] == ["p1"]
        assert people_then_and_now(connection, then) == ["p1", "p2"]
        assert next(then_and_now(connection, then, ["p2"]))[0] is None


def test_a_release_has_its_place_in_the_trail(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    release = recorded(store)
    do(store, add, "people", [Person("p2", "Alex")])
    with store.reading() as connection:
        seq = seq_of_release(connection, release.hash)
        known = known_then(connection, read_then(connection, seq))
        assert [case.person.person_id for case in known] == ["p1"]
        assert seq_of_release(connection, "another") is None


def test_who_touched_a_fact_last_and_what_it_was_first(store, clock):
    do(store, add, "people", [Person("p1", "Sam")])
    clock.at += timedelta(days=1)
    do(store, amend, "people", "p1", {"known_as": "Sami"})
    clock.at += timedelta(days=1)
    do(store, amend, "people", "p1", {"known_as": "Samira"})
    with store.reading() as connection:
        touched = read_then(connection, seq_at(connection, START)).touched["people"]["p1"]
    assert (touched.was.known_as, touched.who) == ("Sam", USER)
    assert touched.at == START + timedelta(days=2)
