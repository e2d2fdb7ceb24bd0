"""A meeting held with all it decided, added to, taken back; and what came of what it asked for."""

from datetime import date, timedelta

import pytest

from carelink.duties import duties_of
from carelink.errors import ChangedMeanwhile, Refused
from carelink.facts import (
    CarePeriod,
    Event,
    Meeting,
    MeetingAction,
    MeetingItem,
    Person,
    Worker,
)
from carelink.rulebook import load_rulebook
from carelink.words import State
from db.meeting import (
    Minutes,
    add_to_meeting,
    carry_action,
    finish_action,
    hold_meeting,
    put_action_back,
    take_meeting_back,
)
from db.reading import read_of_the_team
from db.store import Store
from db.trail import add
from tests.stores import TODAY, USER, case_of, do, made_store, refused

SOON = TODAY + timedelta(days=14)
PANEL = Meeting("", "transitions", TODAY, chair="Amina Yusuf", attended="Health, adult care")
DECIDED = MeetingItem("", "p1", answer="eligible", service="Supported living", lead="Adult care")
ASKED = DECIDED._replace(action="Send the assessment", by_whom="Naomi Price", due_on=SOON)
WRITE = MeetingAction("", what="Ask health for a date", by_whom="Amina Yusuf", due_on=SOON)
BOTH = Minutes(PANEL, (ASKED,), (WRITE,))


@pytest.fixture
def sam(store: Store) -> Store:
    with store.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi Price", "personal_adviser")])
        add(writing, "people", [Person("p1", "Sam", date_of_birth=date(2009, 3, 6), uasc=False)])
        add(writing, "people", [Person("p2", "Bo", date_of_birth=date(2009, 4, 6), uasc=False)])
        cared = [CarePeriod(who, date(2020, 1, 1), None, "C2") for who in ("p1", "p2")]
        add(writing, "care_periods", cared)
    return store


def team(store: Store, kind: str) -> list:
    with store.reading() as connection:
        return read_of_the_team(connection, kind)


def panel_duty(store: Store):
    duties = duties_of(case_of(store), load_rulebook(), TODAY)
    return next(duty for duty in duties if duty.duty == "transitions_panel")


def test_a_panel_held_is_written_whole_and_answers_the_duty(sam: Store) -> None:
    assert panel_duty(sam).is_late
    recorded = do(sam, hold_meeting, BOTH, "W1")
    (meeting,) = team(sam, "meetings")
    (item,) = case_of(sam).meeting_items
    (action,) = team(sam, "meeting_actions")
    (event,) = case_of(sam).events
    assert meeting == PANEL._replace(meeting_id=recorded.meeting_id)
    assert (item.meeting_id, item.on) == (meeting.meeting_id, TODAY)
    assert (action.meeting_id, action.on) == (meeting.meeting_id, TODAY)
    assert (event.kind, event.on, event.worker_id) == ("transitions_panel", TODAY, "W1")
    assert panel_duty(sam).state is State.ON_TRACK
    kinds = [kind for kind, _ in recorded.facts]
    assert kinds == ["meetings", "meeting_items", "events", "meeting_actions"]


def test_taken_back_nothing_of_it_is_left(sam: Store) -> None:
    before = case_of(sam)
    recorded = do(sam, hold_meeting, BOTH, "W1")
    do(sam, take_meeting_back, recorded)
    assert case_of(sam) == before
    assert team(sam, "meetings") == team(sam, "meeting_actions") == []
    with pytest.raises(ChangedMeanwhile):
        do(sam, take_meeting_back, recorded)


def test_what_is_wrong_is_said_all_at_once_and_nothing_is_kept(sam: Store) -> None:
    wrong = Minutes(
        PANEL._replace(on=SOON),
        (
            ASKED._replace(by_whom=""),
            MeetingItem("", "p2"),
            MeetingItem("", "p9", answer="eligible"),
        ),
        (WRITE, MeetingAction("", what="")),
    )
    said = refused(sam, hold_meeting, wrong)
    assert said == ["on", "p1.by_whom", "p2.answer", "p9.person_id", "1.what"]
    assert team(sam, "meetings") == team(sam, "meeting_actions") == []


def test_a_meeting_of_a_day_is_recorded_once_and_added_to(sam: Store) -> None:
    do(sam, hold_meeting, Minutes(PANEL, (DECIDED,)), "W1")
    assert refused(sam, hold_meeting, Minutes(PANEL)) == ["on"]
    (meeting,) = team(sam, "meetings")
    more = Minutes(meeting, (DECIDED._replace(person_id="p2"),), (WRITE,))
    added = do(sam, add_to_meeting, more, "W1")
    assert [kind for kind, _ in added.facts] == ["meeting_items", "events", "meeting_actions"]
    assert len(team(sam, "meetings")) == 1
    assert len(team(sam, "meeting_items")) == 2
    do(sam, take_meeting_back, added)
    assert [item.person_id for item in team(sam, "meeting_items")] == ["p1"]
    assert refused(sam, add_to_meeting, Minutes(meeting)) == [""]


def test_nothing_is_added_to_a_meeting_that_is_gone(sam: Store) -> None:
    recorded = do(sam, hold_meeting, Minutes(PANEL), "W1")
    (meeting,) = team(sam, "meetings")
    do(sam, take_meeting_back, recorded)
    with pytest.raises(ChangedMeanwhile):
        do(sam, add_to_meeting, Minutes(meeting, (DECIDED,)))
    assert case_of(sam).meeting_items == ()


def test_an_event_that_is_recorded_already_is_not_recorded_again(sam: Store) -> None:
    do(sam, add, "events", [Event("e1", "p1", "transitions_panel", TODAY, "done")])
    do(sam, hold_meeting, Minutes(PANEL, (DECIDED, DECIDED._replace(words="And more"))), "W1")
    assert len(case_of(sam).events) == 1
    assert len(case_of(sam).meeting_items) == 2


def test_two_items_of_one_meeting_record_one_event(sam: Store) -> None:
    do(sam, hold_meeting, Minutes(PANEL, (DECIDED, DECIDED._replace(words="And more"))), "W1")
    assert len(case_of(sam).events) == 1


def test_somebody_put_off_to_the_next_panel_has_not_been_to_one(sam: Store) -> None:
    do(sam, hold_meeting, Minutes(PANEL, (MeetingItem("", "p1", answer="put_off"),)), "W1")
    assert case_of(sam).events == ()
    assert panel_duty(sam).is_late


def test_what_supervision_decides_is_a_managers_decision_on_the_case(sam: Store) -> None:
    meeting = Meeting("", "supervision", TODAY, "W1", "Amina Yusuf")
    items = (
        MeetingItem("", "p1", answer="action", action="Ring", by_whom="Naomi Price", due_on=SOON),
        MeetingItem("", "p2", words="It goes well"),
    )
    recorded = do(sam, hold_meeting, Minutes(meeting, items), "W9")
    (decision,) = case_of(sam).decisions
    assert decision.about == f"meeting:{recorded.meeting_id}"
    assert (decision.answer, decision.again_on) == ("action", SOON)
    assert (decision.action, decision.by_whom) == ("Ring", "Naomi Price")
    assert decision.decided_by == USER
    (other,) = case_of(sam, "p2").decisions
    assert (other.answer, other.words, other.again_on) == ("agreed", "It goes well", None)
    assert team(sam, "meeting_items") == []


def test_an_action_is_done_or_goes_on_and_each_is_undone(sam: Store) -> None:
    do(sam, hold_meeting, BOTH, "W1")
    for held, read in (
        (case_of(sam).meeting_items[0], lambda: case_of(sam).meeting_items[0]),
        (team(sam, "meeting_actions")[0], lambda: team(sam, "meeting_actions")[0]),
    ):
        later = SOON + timedelta(days=30)
        carried = do(sam, carry_action, held, later, "They have asked for more time")
        assert read() == carried == held._replace(due_on=later, done_words=carried.done_words)
        done = do(sam, finish_action, carried, TODAY)
        assert (read().done_on, read().done_words) == (TODAY, "They have asked for more time")
        do(sam, put_action_back, done, carried)
        do(sam, put_action_back, carried, held)
        assert read() == held
        with pytest.raises(ChangedMeanwhile):
            do(sam, finish_action, carried, TODAY)
        with pytest.raises(Refused):
            do(sam, finish_action, held, None)
        with pytest.raises(Refused):
            do(sam, carry_action, held, TODAY)
        assert read() == held


def test_an_action_of_supervision_is_done_on_the_decision_itself_and_its_words_stay(
    sam: Store,
) -> None:
    meeting = Meeting("", "supervision", TODAY, "W1")
    asked = MeetingItem(
        "", "p1", answer="action", action="Ring", by_whom="Naomi Price", due_on=SOON, words="Soon"
    )
    do(sam, hold_meeting, Minutes(meeting, (asked,)))
    (decision,) = case_of(sam).decisions
    later = SOON + timedelta(days=7)
    carried = do(sam, carry_action, decision, later, "No answer yet")
    assert carried.again_on == later
    with pytest.raises(Refused):
        do(sam, carry_action, carried, TODAY)
    done = do(sam, finish_action, carried, TODAY, "They rang back")
    assert case_of(sam).decisions == (done,)
    assert done.done_on == TODAY
    assert done.words == "Soon\nWhat came of it: No answer yet\nWhat came of it: They rang back"
    do(sam, put_action_back, done, carried)
    assert case_of(sam).decisions == (carried,)


def test_an_action_of_supervision_is_not_done_before_it_was_asked_for(sam: Store) -> None:
    asked = MeetingItem("", "p1", action="Ring them", by_whom="Naomi Price", due_on=SOON)
    do(sam, hold_meeting, Minutes(Meeting("", "supervision", TODAY, "W1"), (asked,)))
    (decided,) = case_of(sam).decisions
    with pytest.raises(Refused, match="before the meeting"):
        do(sam, finish_action, decided, TODAY - timedelta(days=1))


def test_nobody_but_a_team_manager_decides_in_supervision(tmp_path) -> None:
    store = made_store(tmp_path, role="administrator")
    with store.writing() as writing:
        add(writing, "workers", [Worker("W1", "Naomi Price", "personal_adviser")])
        add(writing, "people", [Person("p1", "Sam")])
    minutes = Minutes(
        Meeting("", "supervision", TODAY, "W1"), (MeetingItem("", "p1", words="Well"),)
    )
    assert refused(store, hold_meeting, minutes) == [""]
    store.close()
