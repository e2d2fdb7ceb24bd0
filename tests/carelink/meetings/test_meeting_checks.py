"""What is refused of a meeting, what it decided and what came of it, each beside its field."""

from datetime import date, timedelta

import pytest

from carelink.errors import Refused
from carelink.facts import Meeting, MeetingAction, MeetingItem, Worker
from carelink.meetings.checks import (
    check_action,
    check_carried,
    check_done,
    check_item,
    check_meeting,
)
from carelink.meetings.outcomes import (
    event_for,
    is_new,
    outcome_of,
    outcomes_of,
    say_answer,
    title_of,
)
from carelink.meetings.words import MEETING_LABELS
from carelink.words import EVENTS, OUTCOMES
from tests.people import a_case

TODAY = date(2026, 11, 24)
SOON = TODAY + timedelta(days=14)
BEFORE = TODAY - timedelta(days=1)
WITH_ACTION = {"action": "Ask adult social care", "by_whom": "Naomi Price"}
WORKERS = {"W1": Worker("W1", "Naomi Price", "personal_adviser")}
PANEL = Meeting("m1", "transitions", TODAY, chair="Amina Yusuf")
ITEM = MeetingItem("i1", "A1", "m1", TODAY, "eligible")
DO = ITEM._replace(action="Ask adult social care", by_whom="Naomi Price", due_on=SOON)
ASK = MeetingAction("a1", "m1", TODAY, "Write to health", "Amina Yusuf", SOON)
CASE = a_case(people={"date_of_birth": date(2009, 2, 1)})


def fields(check, *given):
    try:
        check(*given, TODAY)
    except Refused as refused:
        return [problem.field for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, []),
        ({"on": None}, ["on"]),
        ({"on": SOON}, ["on"]),
        ({"kind": "tea"}, ["kind"]),
        ({"kind": "supervision"}, ["worker_id"]),
        ({"kind": "supervision", "worker_id": "W1"}, []),
        ({"kind": "supervision", "worker_id": "W9", "on": None}, ["on", "worker_id"]),
        ({"chair": "a\x00b"}, ["chair"]),
        ({"words": "x" * 100_001}, ["words"]),
    ],
)
def test_a_meeting_is_of_a_known_kind_on_a_day_that_has_been(changes, wrong):
    assert fields(check_meeting, WORKERS, PANEL._replace(**changes)) == wrong


@pytest.mark.parametrize(
    ("item", "wrong"),
    [
        (ITEM, []),
        (DO, []),
        (ITEM._replace(answer=""), ["answer"]),
        (ITEM._replace(answer="", words="Sam said what they want"), []),
        (ITEM._replace(answer="agreed"), ["answer"]),
        (DO._replace(answer=""), []),
        (DO._replace(by_whom=" "), ["by_whom"]),
        (DO._replace(due_on=None), ["due_on"]),
        (DO._replace(due_on=TODAY - timedelta(days=1)), ["due_on"]),
        (ITEM._replace(due_on=SOON), ["action"]),
        (ITEM._replace(by_whom="Naomi Price"), ["action"]),
        (ITEM._replace(on=date(2009, 1, 31)), ["on"]),
        (ITEM._replace(lead="a\x01b"), ["lead"]),
    ],
)
def test_an_item_decides_or_asks_for_something_and_an_action_says_who_and_when(item, wrong):
    assert fields(check_item, "transitions", CASE, item) == wrong


def test_nothing_is_due_from_somebody_after_they_died():
    died = a_case(people={"date_of_death": date(2026, 11, 1)})
    assert fields(check_item, "transitions", died, DO) == ["due_on"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"answer": "agreed", "words": "Goes well"}, []),
        ({"answer": "action"}, ["action"]),
        ({"answer": "action", "action": "Ring", "by_whom": "N", "due_on": SOON}, []),
        ({"answer": "accepted", "words": "They are abroad"}, ["due_on"]),
        ({"answer": "accepted", "words": "They are abroad", "due_on": SOON}, []),
        ({"answer": "accepted", "due_on": SOON}, ["words"]),
        ({"answer": "accepted", "words": "They are abroad", "due_on": BEFORE}, ["due_on"]),
        ({**WITH_ACTION, "answer": "accepted", "words": "Yes", "due_on": BEFORE}, ["due_on"]),
        ({"answer": "eligible"}, ["answer"]),
    ],
)
def test_supervision_answers_as_a_manager_does(changes, wrong):
    item = MeetingItem("i1", "A1", "m1", TODAY)._replace(**changes)
    assert fields(check_item, "supervision", CASE, item) == wrong


def test_an_action_of_the_meeting_says_what_who_and_by_when():
    assert fields(check_action, WORKERS, ASK) == []
    assert fields(check_action, WORKERS, MeetingAction("a1")) == ["what"]
    assert fields(check_action, WORKERS, MeetingAction("a1", what="Write")) == ["by_whom", "due_on"]


def test_done_is_on_a_day_that_has_been_since_the_meeting_and_carried_is_to_a_day_ahead():
    assert fields(check_done, CASE, DO._replace(done_on=TODAY)) == []
    assert fields(check_done, CASE, DO._replace(done_on=SOON)) == ["done_on"]
    assert fields(check_done, CASE, DO._replace(done_on=date(2026, 11, 1))) == ["done_on"]
    assert fields(check_carried, {}, ASK._replace(due_on=SOON)) == []
    assert fields(check_carried, {}, ASK._replace(due_on=TODAY)) == ["due_on"]
    assert fields(check_carried, {}, ASK._replace(due_on=None, done_words="\x00")) == [
        "due_on",
        "done_words",
    ]


def test_every_meeting_has_decisions_and_each_has_words_of_its_own():
    for kind in MEETING_LABELS:
        offered = outcomes_of(kind)
        assert offered, kind
        assert len({outcome.label for outcome in offered}) == len(offered)
    assert outcomes_of("tea") == ()
    assert say_answer("eligible") == "Eligible for care and support"
    assert say_answer("from_elsewhere") == "from elsewhere"
    assert title_of(None) == "Meeting, kind not recorded"
    assert title_of(PANEL) == "Transitions panel"


def test_one_code_means_one_thing_whichever_meeting_decides_it():
    for kind in MEETING_LABELS:
        if kind != "supervision":
            assert [outcome_of(outcome.code) for outcome in outcomes_of(kind)] == [
                *outcomes_of(kind)
            ]


def test_what_answers_a_duty_is_an_event_of_ours_and_putting_off_answers_none():
    found = {
        (kind, outcome.event, outcome.event_outcome)
        for kind in MEETING_LABELS
        for outcome in outcomes_of(kind)
        if outcome.event
    }
    assert found == {
        ("transitions", "transitions_panel", "done"),
        ("near_transition", "staying_put_decision", "yes"),
        ("near_transition", "staying_put_decision", "no"),
        ("housing", "housing_plan_agreed", "done"),
        ("housing", "move_on_plan", "done"),
    }
    assert {event for _, event, _ in found} <= set(EVENTS)
    assert {outcome for _, _, outcome in found} <= set(OUTCOMES)
    assert event_for(PANEL, ITEM._replace(answer="put_off"), "W1") is None
    assert event_for(PANEL, ITEM._replace(answer=""), "W1") is None
    event = event_for(PANEL, ITEM, "W1")
    assert event is not None
    assert (event.kind, event.on, event.worker_id) == ("transitions_panel", TODAY, "W1")
    assert event.detail == "Transitions panel: Eligible for care and support"
    assert is_new(event, [])
    assert not is_new(event, [event])
