"""A manager's decision: a dated note on the case, refused in words, taken back, its action done."""

from datetime import date, timedelta

import pytest

from carelink.errors import Refused
from carelink.facts import Decision, Person
from db.deciding import action_done, action_open_again, decide, undo_decision
from db.reading import read_case
from db.store import Store
from db.trail import add
from tests.stores import TODAY, USER, do, made_store

SOON = TODAY + timedelta(days=7)
ACTION = Decision(
    *("", "p1", "duty:pa_visit_2m:2026-11-01", None, "action", SOON, "We talked"),
    *("Ring the college", "Naomi Price"),
)


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
    return store


def decisions(store: Store) -> list[Decision]:
    with store.reading() as connection:
        return list(read_case(connection, "p1").decisions)


def test_a_decision_is_dated_and_named_whoever_filled_it_in(sam):
    do(sam, decide, ACTION._replace(on=date(2020, 1, 1), decided_by="Somebody else"))
    (kept,) = decisions(sam)
    assert (kept.on, kept.decided_by) == (TODAY, USER)
    assert kept.decision_id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"about": " "}, ""),
        ({"action": " "}, "action"),
        ({"answer": "accepted", "words": ""}, "words"),
        ({"again_on": None}, "again_on"),
        ({"again_on": TODAY}, "again_on"),
        ({"again_on": TODAY + timedelta(days=93)}, "again_on"),
        ({"words": "a\x00b"}, "words"),
    ],
)
def test_what_does_not_hold_is_said_beside_its_field_and_nothing_is_kept(sam, change, field):
    with pytest.raises(Refused) as refused:
        do(sam, decide, ACTION._replace(**change))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert decisions(sam) == []


def test_three_months_ahead_and_no_word_are_enough(sam):
    do(sam, decide, Decision("", "p1", "k", None, "agreed", TODAY + timedelta(days=92)))
    assert len(decisions(sam)) == 1


def test_only_a_team_manager_decides(tmp_path):
    store = made_store(tmp_path, user="Naomi Price", role="personal_adviser")
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
    with pytest.raises(Refused, match="Only a team manager"):
        do(store, decide, ACTION)
    assert decisions(store) == []
    store.close()


def test_a_decision_is_taken_back_and_its_action_done_and_open_again(sam):
    key = do(sam, decide, ACTION)
    (kept,) = decisions(sam)
    done = do(sam, action_done, kept)
    assert decisions(sam) == [kept._replace(done_on=TODAY)]
    with pytest.raises(Refused, match="no action"):
        do(sam, action_done, done)
    do(sam, action_open_again, done, kept)
    assert decisions(sam) == [kept]
    do(sam, undo_decision, key)
    assert decisions(sam) == []
