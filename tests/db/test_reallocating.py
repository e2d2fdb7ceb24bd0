"""A what-if writes nothing until it is applied; then all of it, and one undo takes it all back."""

from dataclasses import replace
from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Pin, Worker
from carelink.reallocation.proposing import Move, propose
from carelink.reallocation.scenario import NEW, Leaver
from carelink.workload.load import workload_of
from carelink.workload.weights import load_weights
from db.handing_over import accept_handovers
from db.pinning import pin, undo_pin, undo_unpin, unpin
from db.reading import read_rows, read_workers
from db.reallocating import apply_moves, undo_moves
from tests.desks import AHMED, AMAL, HANNA, made_desk
from tests.stores import case_of, do

SOON = date(2026, 12, 7)
MOVES = (Move(AMAL, "W1", "W2"), Move(AHMED, "W1", "W2"))
WHY = "Naomi Price leaves, from 7 December 2026"


@pytest.fixture
def store(tmp_path):
    desk = made_desk(tmp_path)
    yield desk.store
    desk.store.close()


def handovers(store):
    with store.reading() as connection:
        return [fact for fact, _ in read_rows(connection, "handovers")]


def test_working_it_out_writes_nothing(tmp_path):
    desk = made_desk(tmp_path)
    desk.store.close()
    before = desk.store.path.read_bytes()
    load = desk_load(desk)
    made = propose(load, Leaver("W1", SOON), load_weights())
    assert len(made.moves) == 3
    assert desk.store.path.read_bytes() == before


def desk_load(desk):
    """The load of the desk's people, with hours for both advisers."""
    borne = [desk.held(one.person_id).borne for one in desk.people()]
    workers = {key: one._replace(fte=1.0) for key, one in desk.workers().items()}
    return workload_of([one for one in borne if one], workers, desk.day, load_weights())


def test_applied_there_is_one_handover_each_and_no_allocation_has_moved(store):
    before = case_of(store, AMAL)
    applied = do(store, apply_moves, MOVES, SOON, WHY)
    assert sorted(applied.people) == sorted([AMAL, AHMED])
    assert sorted(handovers(store)) == sorted(applied.handovers)
    (one,) = case_of(store, AMAL).handovers
    assert (one.from_worker, one.to_worker, one.starts_on) == ("W1", "W2", SOON)
    assert (one.asked_on, one.reason, one.accepted_on) == (date(2026, 11, 24), WHY, None)
    assert replace(case_of(store, AMAL), handovers=()) == before


def test_one_undo_takes_all_of_it_back(store):
    before = [case_of(store, who) for who in (AMAL, AHMED, HANNA)]
    applied = do(store, apply_moves, MOVES, SOON, WHY)
    do(store, undo_moves, applied)
    assert handovers(store) == []
    assert [case_of(store, who) for who in (AMAL, AHMED, HANNA)] == before


def test_what_was_accepted_meanwhile_cannot_be_undone_and_nothing_is(store):
    applied = do(store, apply_moves, MOVES, SOON, WHY)
    first = applied.handovers[0]
    do(store, accept_handovers, [first], date(2026, 11, 24))
    now = handovers(store)
    with pytest.raises(Refused, match="the handover of Amal Haddad has been taken further"):
        do(store, undo_moves, applied)
    assert handovers(store) == now


def test_a_starter_is_written_down_with_it_and_goes_with_the_undo(store):
    starter = Worker(NEW, "Ana Bell", "personal_adviser", "", 0.8)
    applied = do(store, apply_moves, [Move(AMAL, "W1", NEW)], SOON, "Ana begins", starter)
    with store.reading() as connection:
        ana = read_workers(connection)[applied.worker_id]
    assert ana == Worker(applied.worker_id, "Ana Bell", "personal_adviser", "", 0.8, SOON)
    assert case_of(store, AMAL).handovers[0].to_worker == applied.worker_id
    do(store, undo_moves, applied)
    with store.reading() as connection:
        assert set(read_workers(connection)) == {"W1", "W2"}


@pytest.mark.parametrize(
    ("moves", "says"),
    [
        ((), "nothing to apply"),
        ((Move(AMAL, "W2", "W1"),), "Amal Haddad has another adviser by now"),
        ((MOVES[0], Move("GONE", "W1", "W2")), "no longer in the store"),
        ((MOVES[0], Move(AHMED, "W1", "W9")), "Ali|علي"),
    ],
)
def test_what_no_longer_holds_is_said_and_none_of_it_is_kept(store, moves, says):
    with pytest.raises(Refused, match=says):
        do(store, apply_moves, moves, SOON, WHY)
    assert handovers(store) == []


def test_a_pin_set_meanwhile_is_not_broken(store):
    do(store, pin, Pin(AMAL, "W1", reason="They trust each other"))
    with pytest.raises(Refused, match="Amal Haddad is pinned"):
        do(store, apply_moves, MOVES, SOON, WHY)
    assert handovers(store) == []


def test_a_pin_has_a_reason_and_is_let_go_with_one(store):
    with pytest.raises(Refused, match="Say why they are to stay together"):
        do(store, pin, Pin(AMAL, "W1"))
    with pytest.raises(Refused, match="Only the adviser somebody has now"):
        do(store, pin, Pin(AMAL, "W2", reason="x"))
    row_id = do(store, pin, Pin(AMAL, "W1", reason="They trust each other"))
    with pytest.raises(Refused, match="pinned already"):
        do(store, pin, Pin(AMAL, "W1", reason="again"))
    (held,) = case_of(store, AMAL).pins
    assert (held.row_id, held.on) == (row_id, date(2026, 11, 24))
    with pytest.raises(Refused, match="no longer has to stay together"):
        do(store, unpin, held, " ")
    after = do(store, unpin, held, "They asked for a change")
    assert case_of(store, AMAL).pins == (after,)
    assert after.ended_on == date(2026, 11, 24)
    do(store, undo_unpin, after, held)
    assert case_of(store, AMAL).pins == (held,)
    do(store, undo_pin, row_id)
    assert case_of(store, AMAL).pins == ()
