"""From one adviser to another: each step undoable, and no day without an adviser."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import Allocation, Contact, Handover, Person, Worker
from db.handing_over import (
    accept_handovers,
    ask_handovers,
    book_visits,
    give_packs,
    go_through,
    put_handovers_back,
    read_due,
    take_effect,
    tell_them,
    unask_handovers,
    withdraw_handovers,
)
from db.recording import link_user
from db.trail import add
from tests.stores import TODAY, case_of, clock_at, do, made_store

PA = "personal_adviser"
SINCE = date(2025, 3, 1)
FIRST = date(2026, 12, 1)
ASKED = Handover("", "p1", "W1", "W2", None, FIRST, "Naomi leaves")


@pytest.fixture
def store(tmp_path):
    made = made_store(tmp_path)
    with made.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi", PA), Worker("W2", "Tom", PA)])
        add(writing, "people", [Person("p1", "Amal"), Person("p2", "Bela")])
        add(writing, "allocations", [Allocation(p, "W1", PA, SINCE) for p in ("p1", "p2")])
    yield made
    made.close()


def asked(store, *handovers):
    ids = do(store, ask_handovers, handovers or [ASKED])
    people = [h.person_id for h in handovers] or ["p1"]
    held = {h.handover_id: h for person in people for h in case_of(store, person).handovers}
    return [held[handover_id] for handover_id in ids]


def advisers(store, person_id="p1"):
    return [
        (a.worker_id, a.start, a.end)
        for a in sorted(case_of(store, person_id).allocations, key=lambda a: a.start)
    ]


def test_asked_for_with_the_day_of_asking_and_taken_back(store):
    (handover,) = asked(store)
    assert (handover.asked_on, handover.starts_on) == (TODAY, FIRST)
    do(store, unask_handovers, [handover.handover_id])
    assert case_of(store).handovers == ()


def test_each_step_is_kept_for_several_people_and_undone_as_one(store):
    both = asked(store, ASKED, ASKED._replace(person_id="p2"))
    gone = do(store, give_packs, both, TODAY)
    assert gone.people == ["p1", "p2"]
    visited = do(store, book_visits, [after for _, after in gone.handovers], date(2026, 11, 28))
    told = do(store, tell_them, [a for _, a in visited.handovers], TODAY, "W1", "All right")
    for person in ("p1", "p2"):
        (now,) = case_of(store, person).handovers
        assert (now.pack_on, now.joint_visit_on) == (TODAY, date(2026, 11, 28))
        assert (now.told_on, now.told_by, now.view_words) == (TODAY, "W1", "All right")
    do(store, put_handovers_back, told)
    assert case_of(store, "p2").handovers[0].told_on is None
    assert case_of(store, "p2").handovers[0].joint_visit_on == date(2026, 11, 28)


def test_told_again_without_words_keeps_what_they_said(store):
    gone = do(store, tell_them, asked(store), TODAY, "W1", "I like him")
    do(store, tell_them, [gone.handovers[0][1]], TODAY, "W2")
    assert case_of(store).handovers[0].view_words == "I like him"


def test_several_steps_of_one_are_one_gesture(store):
    (before,) = asked(store)
    after = before._replace(joint_visit_on=FIRST, told_on=TODAY, told_by="W1")
    do(store, go_through, before, after)
    assert case_of(store).handovers == (after,)


def test_accepted_on_a_day_to_come_nothing_changes_until_that_day(store):
    do(store, accept_handovers, asked(store), TODAY)
    assert advisers(store) == [("W1", SINCE, None)]
    assert do(store, take_effect) == []

    store._clock = clock_at(FIRST + timedelta(days=3))
    assert do(store, take_effect) == ["p1"]
    assert advisers(store) == [("W1", SINCE, FIRST), ("W2", FIRST, None)]
    assert do(store, take_effect) == []
    assert advisers(store) == [("W1", SINCE, FIRST), ("W2", FIRST, None)]


def test_accepted_on_its_day_it_begins_at_once_and_is_undone_whole(store):
    gone = do(store, accept_handovers, asked(store, ASKED._replace(starts_on=TODAY)), TODAY)
    assert advisers(store) == [("W1", SINCE, TODAY), ("W2", TODAY, None)]
    do(store, put_handovers_back, gone)
    assert advisers(store) == [("W1", SINCE, None)]
    assert case_of(store).handovers[0].accepted_on is None


def test_the_first_day_may_be_chosen_when_it_is_accepted(store):
    do(store, accept_handovers, asked(store), TODAY, date(2026, 11, 20))
    assert advisers(store) == [("W1", SINCE, date(2026, 11, 20)), ("W2", date(2026, 11, 20), None)]


def test_what_somebody_else_changed_meanwhile_is_left_as_it_is(store):
    (before,) = asked(store)
    do(store, give_packs, [before], TODAY)
    with pytest.raises(ChangedMeanwhile):
        do(store, book_visits, [before], FIRST)
    assert case_of(store).handovers[0].joint_visit_on is None


def test_withdrawn_with_a_reason_while_nobody_has_begun(store):
    (before,) = asked(store)
    assert refused(store, withdraw_handovers, [before], " ") == ["withdrawn_why"]
    do(store, withdraw_handovers, [before], "She stays after all")
    assert case_of(store).handovers[0].withdrawn_on == TODAY
    begun = do(store, accept_handovers, asked(store, ASKED._replace(starts_on=TODAY)), TODAY)
    assert refused(store, withdraw_handovers, [begun.handovers[0][1]], "Too late") == [""]


@pytest.mark.parametrize("taker", ["W9", "", "W1"])
def test_one_that_cannot_begin_leaves_them_where_they_are_and_may_be_withdrawn(store, taker):
    stuck = Handover("H9", "p1", "W1", taker, SINCE, TODAY, accepted_on=TODAY)
    with store.writing() as writing:
        add(writing, "handovers", [stuck])
    before = advisers(store)
    assert do(store, take_effect) == []
    assert advisers(store) == before
    do(store, withdraw_handovers, [stuck], "Nobody can take over")
    assert case_of(store).handovers[0].withdrawn_on == TODAY


def refused(store, verb, *given):
    before = case_of(store)
    with pytest.raises(Refused) as said:
        do(store, verb, *given)
    assert case_of(store) == before
    return [problem.field for problem in said.value.problems]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"to_worker": "W9"}, ["to_worker"]),
        ({"to_worker": ""}, ["to_worker"]),
        ({"to_worker": "W1"}, ["to_worker"]),
        ({"starts_on": None}, ["starts_on"]),
        ({"starts_on": SINCE}, ["starts_on"]),
        ({"from_worker": ""}, ["from_worker"]),
        ({"from_worker": "W2", "to_worker": "W1"}, ["from_worker"]),
        ({"asked_on": FIRST}, ["asked_on"]),
    ],
)
def test_what_cannot_be_asked_for_is_said_beside_its_field(store, changes, fields):
    assert refused(store, ask_handovers, [ASKED._replace(**changes)]) == fields


def test_one_at_a_time_and_whose_problem_it_is_is_said_where_there_are_several(store):
    asked(store)
    assert refused(store, ask_handovers, [ASKED]) == [""]
    wrong = ASKED._replace(person_id="p2", to_worker="W9")
    with pytest.raises(Refused, match="Bela: Choose a worker who is here"):
        do(store, ask_handovers, [wrong, ASKED._replace(person_id="p2")])
    assert case_of(store, "p2").handovers == ()


def test_nobody_takes_over_from_a_day_on_which_the_one_before_has_gone(store):
    with store.writing() as writing:
        add(writing, "workers", [Worker("W3", "Jo", PA, end=date(2026, 11, 30))])
        add(writing, "people", [Person("p3", "Cai")])
        add(writing, "allocations", [Allocation("p3", "W3", PA, SINCE)])
    going = Handover("", "p3", "W3", "W2", None, FIRST)
    with pytest.raises(Refused, match="no adviser from 30 November 2026"):
        do(store, ask_handovers, [going])
    (taken,) = asked(store, going._replace(starts_on=date(2026, 11, 30)))
    with pytest.raises(Refused, match="no adviser from 30 November"):
        do(store, accept_handovers, [taken], TODAY, FIRST)
    do(store, accept_handovers, [taken], TODAY)


def test_somebody_who_has_none_is_taken_over_from_today_at_the_latest(store):
    with store.writing() as writing:
        add(writing, "people", [Person("p3", "Cai"), Person("p4", "Didi")])
        add(writing, "workers", [Worker("W3", "Jo", PA, end=date(2026, 10, 1))])
        add(writing, "allocations", [Allocation("p4", "W3", PA, SINCE, row_id="L4")])
    with pytest.raises(Refused, match="no adviser from 24 November"):
        do(store, ask_handovers, [Handover("", "p3", "", "W2", None, FIRST)])
    handovers = asked(
        store,
        Handover("", "p3", "", "W2", None, TODAY),
        Handover("", "p4", "W3", "W2", None, TODAY),
    )
    do(store, accept_handovers, handovers, TODAY)
    assert advisers(store, "p3") == [("W2", TODAY, None)]
    assert advisers(store, "p4") == [("W3", SINCE, date(2026, 10, 1)), ("W2", TODAY, None)]


def test_of_two_advisers_one_takes_over_alone_and_is_not_written_twice(store):
    with store.writing() as writing:
        add(writing, "allocations", [Allocation("p1", "W2", PA, date(2026, 1, 5))])
    do(store, accept_handovers, asked(store, ASKED._replace(starts_on=TODAY)), TODAY)
    assert advisers(store) == [("W1", SINCE, TODAY), ("W2", date(2026, 1, 5), None)]
    assert do(store, take_effect) == []


def test_what_the_worker_before_was_to_them_the_new_one_becomes(store):
    with store.writing() as writing:
        add(writing, "workers", [Worker("N1", "Ann", "nurse"), Worker("N2", "Ben", "nurse")])
        add(writing, "allocations", [Allocation("p1", "N1", "nurse", SINCE)])
    do(store, accept_handovers, asked(store, Handover("", "p1", "N1", "N2", None, TODAY)), TODAY)
    case = case_of(store)
    assert [a.worker_id for a in case.allocations if a.role == "nurse" and not a.end] == ["N2"]
    assert case.adviser_on(TODAY).worker_id == "W1"


def test_on_from_one_to_the_next_the_first_is_not_begun_again(store):
    with store.writing() as writing:
        add(writing, "workers", [Worker("W3", "Jo", PA)])
    do(store, accept_handovers, asked(store, ASKED._replace(starts_on=TODAY)), TODAY)
    store._clock = clock_at(FIRST)
    onwards = Handover("", "p1", "W2", "W3", None, FIRST)
    do(store, ask_handovers, [onwards])
    latest = [h for h in case_of(store).handovers if h.to_worker == "W3"]
    do(store, accept_handovers, latest, FIRST)
    assert do(store, take_effect) == []
    assert advisers(store)[-1] == ("W3", FIRST, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"to_worker": "W1"},
        {"to_worker": ""},
        {"to_worker": "W404"},
        {"to_worker": "W3"},
    ],
)
def test_what_came_in_with_nobody_to_take_over_leaves_them_with_whom_they_have(store, changes):
    gone = ASKED._replace(handover_id="h", starts_on=TODAY, accepted_on=TODAY, asked_on=SINCE)
    with store.writing() as writing:
        add(writing, "workers", [Worker("W3", "Jo", PA, end=date(2026, 1, 1))])
        add(writing, "handovers", [gone._replace(**changes)])
    assert do(store, take_effect) == []
    assert advisers(store) == [("W1", SINCE, None)]


def test_what_was_recorded_of_a_later_first_day_is_not_begun_anew(store):
    gone = Handover("h", "p1", "W1", "W2", SINCE, date(2025, 5, 1), accepted_on=SINCE)
    with store.writing() as writing:
        add(writing, "handovers", [gone])
        held = Allocation("p1", "W2", PA, date(2025, 5, 6), date(2025, 9, 1))
        add(writing, "allocations", [held])
    assert do(store, take_effect) == []
    assert advisers(store) == [("W1", SINCE, None), ("W2", date(2025, 5, 6), date(2025, 9, 1))]


def test_only_the_new_worker_or_a_manager_accepts(tmp_path):
    made = made_store(tmp_path, role=PA)
    with made.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi", PA), Worker("W2", "Tom", PA)])
        add(writing, "people", [Person("p1", "Amal")])
        add(writing, "allocations", [Allocation("p1", "W1", PA, SINCE)])
        link_user(writing, "W1")
    handovers = asked(made)
    with pytest.raises(Refused, match="Only the new worker or a team manager"):
        do(made, accept_handovers, handovers, TODAY)
    do(made, link_user, "W2")
    do(made, accept_handovers, handovers, TODAY)
    assert case_of(made).handovers[0].accepted_by == "W2"
    made.close()


def test_accepting_on_a_day_to_come_or_before_it_was_asked_is_sent_back(store):
    handovers = asked(store)
    assert refused(store, accept_handovers, handovers, FIRST) == ["accepted_on"]
    assert refused(store, accept_handovers, handovers, None) == ["accepted_on"]
    assert refused(store, accept_handovers, handovers, date(2026, 11, 1)) == ["accepted_on"]


def test_a_step_needs_its_day(store):
    handovers = asked(store)
    for verb, field in ((give_packs, "pack_on"), (book_visits, "joint_visit_on")):
        assert refused(store, verb, handovers, None) == [field]
    assert refused(store, tell_them, handovers, None, "W1") == ["told_on"]
    assert refused(store, tell_them, handovers, TODAY, "") == ["told_by"]
    assert refused(store, book_visits, handovers, date(2026, 11, 1)) == ["joint_visit_on"]


@settings(max_examples=20)
@given(
    starts=st.integers(-30, 30),
    ends=st.none() | st.integers(-40, 40),
    leaves=st.none() | st.integers(-40, 40),
    opened=st.integers(0, 90),
)
def test_after_acceptance_no_day_is_without_an_adviser(
    tmp_path_factory, starts, ends, leaves, opened
):
    """Whenever the program is next started, from today on somebody is theirs on every day."""
    made = made_store(tmp_path_factory.mktemp("store"))
    left = TODAY + timedelta(days=leaves) if leaves is not None else None
    over = TODAY + timedelta(days=ends) if ends is not None else None
    first = TODAY + timedelta(days=starts)
    with made.writing() as writing:
        add(writing, "workers", [Worker("W1", end=left), Worker("W2")])
        add(writing, "people", [Person("p1")])
        add(writing, "allocations", [Allocation("p1", "W1", PA, SINCE, over)])
        add(writing, "contacts", [Contact("C1", "p1", "W1", date(2026, 11, 2), "seen")])
    before = case_of(made).contacts
    try:
        do(made, ask_handovers, [ASKED._replace(starts_on=first)])
        do(made, accept_handovers, case_of(made).handovers, TODAY)
    except Refused:
        assert advisers(made) == [("W1", SINCE, over)]
    else:
        made._clock = clock_at(first + timedelta(days=opened))
        do(made, take_effect)
        case = case_of(made)
        assert case.contacts == before
        for ahead in range(120):
            assert case.adviser_on(TODAY + timedelta(days=ahead)) is not None
        assert case.adviser_on(max(first, TODAY)).worker_id == "W2"
        with made.reading() as connection:
            assert read_due(connection, first + timedelta(days=opened)) == []
    finally:
        made.close()
