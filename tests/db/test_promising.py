"""A promise and a statement all the way: made, kept or not, told, and each gesture undone."""

from datetime import date

import pytest

from carelink.errors import ChangedMeanwhile
from carelink.facts import Person, Promise, Statement
from carelink.voice.checks import check_statement
from carelink.voice.said_and_did import SaidAndDid, said_and_did
from db.one_fact import record_fact
from db.promising import (
    answer,
    break_promise,
    keep_promise,
    make_promise,
    put_promise_back,
    put_statement_back,
    tell_of_answer,
    tell_of_promise,
)
from db.store import Store
from db.trail import add
from tests.stores import TODAY, case_of, do, refused

RING = Promise("r1", "p1", what="Ring the landlord", due_on=date(2026, 12, 1))
CARD = Statement("s1", "p1", "challenge_card", TODAY, words="Why is the bus pass so slow?")


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2007, 5, 6))])
    return store


def promise(store: Store) -> Promise:
    return case_of(store).promises[0]


def test_a_promise_is_made_kept_and_told(sam: Store) -> None:
    assert do(sam, make_promise, RING) == "r1"
    made = promise(sam)
    assert made == RING._replace(made_on=TODAY)
    kept = do(sam, keep_promise, made, TODAY, "They rang, and the window is mended")
    assert promise(sam) == kept
    assert (kept.kept_on, kept.did) == (TODAY, "They rang, and the window is mended")
    do(sam, tell_of_promise, kept, TODAY)
    assert promise(sam).told_on == TODAY
    do(sam, put_promise_back, promise(sam), kept)
    do(sam, put_promise_back, kept, made)
    assert promise(sam) == made


def test_a_promise_without_a_day_from_another_system_can_be_kept_too(sam: Store) -> None:
    do(sam, add, "promises", [RING._replace(due_on=None)])
    do(sam, keep_promise, promise(sam), TODAY)
    assert promise(sam).kept_on == TODAY


def test_a_promise_that_cannot_be_kept_says_why_and_what_instead(sam: Store) -> None:
    do(sam, make_promise, RING)
    made = promise(sam)
    assert refused(sam, break_promise, made, TODAY, " ") == ["broken_why"]
    do(sam, break_promise, made, TODAY, "The number is gone", "We write to them")
    broken = promise(sam)
    assert (broken.broken_on, broken.broken_why) == (TODAY, "The number is gone")
    assert broken.did == "We write to them"
    do(sam, put_promise_back, broken, made)
    assert promise(sam) == made


def test_what_they_were_told_of_a_broken_promise_is_not_that_it_was_kept(sam: Store) -> None:
    early = date(2026, 11, 1)
    told = RING._replace(made_on=early, broken_on=early, broken_why="Full", told_on=early)
    do(sam, add, "promises", [told])
    do(sam, keep_promise, told, TODAY)
    assert (promise(sam).kept_on, promise(sam).told_on) == (TODAY, None)


def test_a_day_must_be_given_and_have_been(sam: Store) -> None:
    do(sam, make_promise, RING)
    made, tomorrow = promise(sam), date(2026, 11, 25)
    assert refused(sam, keep_promise, made, None) == ["kept_on"]
    assert refused(sam, keep_promise, made, tomorrow) == ["kept_on"]
    assert refused(sam, break_promise, made, None, "Full") == ["broken_on"]
    assert refused(sam, tell_of_promise, made, TODAY) == ["told_on"]
    assert refused(sam, make_promise, RING) == [""]


def test_someone_elses_change_to_a_promise_is_not_overwritten(sam: Store) -> None:
    do(sam, make_promise, RING)
    made = promise(sam)
    do(sam, keep_promise, made, TODAY)
    with pytest.raises(ChangedMeanwhile) as changed:
        do(sam, break_promise, made, TODAY, "Full")
    assert changed.value.now == promise(sam)
    with pytest.raises(ChangedMeanwhile):
        do(sam, put_promise_back, made, made)


def test_what_they_told_us_is_heard_promised_on_answered_and_told(sam: Store) -> None:
    do(sam, record_fact, "statements", CARD, check_statement)
    promised = RING._replace(statement_id="s1", said=CARD.words, source="challenge_card")
    do(sam, make_promise, promised)
    assert refused(sam, answer, CARD, TODAY, "") == ["answer"]
    assert refused(sam, answer, CARD, None, "Soon") == ["answered_on"]
    answered = do(sam, answer, CARD, TODAY, "It takes a week; we have asked for yours today")
    told = do(sam, tell_of_answer, answered, TODAY)
    assert case_of(sam).statements == (told,)
    assert (told.answered_on, told.told_on) == (TODAY, TODAY)
    do(sam, keep_promise, promise(sam), TODAY, "You have it", TODAY)
    assert said_and_did(case_of(sam), TODAY) == [
        SaidAndDid(CARD.words, "You have it", TODAY, TODAY)
    ]
    do(sam, put_statement_back, told, CARD)
    assert case_of(sam).statements == (CARD,)


def test_someone_elses_answer_is_not_overwritten(sam: Store) -> None:
    do(sam, record_fact, "statements", CARD, check_statement)
    do(sam, answer, CARD, TODAY, "Ours")
    with pytest.raises(ChangedMeanwhile):
        do(sam, answer, CARD, TODAY, "Theirs")
    assert case_of(sam).statements[0].answer == "Ours"
