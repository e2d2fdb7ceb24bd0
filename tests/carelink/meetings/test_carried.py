"""What is carried from meeting to meeting: still open and how often, done since, decided."""

from datetime import date

import pytest

from carelink.facts import Meeting, MeetingAction
from carelink.meetings.packs import pack_of
from tests.carelink.meetings.made import TODAY, asked_of
from tests.people import a_case

_HELD = (
    Meeting("H1", "housing", date(2026, 8, 20)),
    Meeting("H2", "housing", date(2026, 9, 22)),
    Meeting("H3", "housing", date(2026, 10, 22)),
    Meeting("E1", "eet", date(2026, 11, 2)),
)
_WORKERS = [{"worker_id": "W1", "name": "Naomi Price", "role": "personal_adviser"}]


def pack(*items, day=TODAY, meetings=_HELD, actions=(), kind="housing", audience="team"):
    case = a_case(
        people={"date_of_birth": date(2006, 5, 10), "known_as": "Amal"},
        meeting_items=[{"action": "Ring the landlord", **item} for item in items],
        workers=_WORKERS,
    )
    return pack_of(kind, asked_of([case], day, meetings, actions), audience)


def test_an_open_action_is_carried_from_every_meeting_since_it_was_asked_for():
    (one,) = pack({"meeting_id": "H1", "on": date(2026, 8, 20), "by_whom": "W1"}).carried
    assert (one.name, one.what, one.by_whom) == ("Amal", "Ring the landlord", "Naomi Price")
    assert (one.item_id, one.action_id, one.person_id) == ("meeting_items-0", "", "A1")
    assert (one.times, one.done) == (2, False)
    assert one.stands == "Open; by when was not said, found open by 2 meetings since"
    assert one.due_on == "No day is set"


@pytest.mark.parametrize(
    ("due_on", "says"),
    [
        (date(2026, 11, 23), "Open. We are late with it, due by 23 November 2026"),
        (date(2026, 11, 24), "Open, due by 24 November 2026"),
    ],
)
def test_an_open_action_says_by_when_and_that_we_are_late(due_on, says):
    (one,) = pack({"meeting_id": "H3", "on": date(2026, 10, 22), "due_on": due_on}).carried
    assert (one.times, one.stands) == (0, says)


def test_what_has_come_of_an_open_action_so_far_is_said():
    item = {"meeting_id": "H3", "due_on": date(2026, 12, 1), "done_words": "He rings back"}
    (one,) = pack(item).carried
    assert one.stands.endswith("So far: He rings back")


def test_done_since_the_last_meeting_is_told_once_and_then_no_more():
    since = {"meeting_id": "H1", "done_on": date(2026, 10, 25), "done_words": "Rent lowered"}
    before = {"meeting_id": "H1", "done_on": date(2026, 10, 21)}
    (one,) = pack(since, before).carried
    assert (one.done, one.times) == (True, 0)
    assert one.stands == "Done on 25 October 2026: Rent lowered"


def test_as_at_an_earlier_day_it_was_still_open():
    item = {"meeting_id": "H1", "on": date(2026, 8, 20), "done_on": date(2026, 10, 25)}
    (one,) = pack(item, day=date(2026, 10, 1)).carried
    assert (one.done, one.times) == (False, 1)
    assert pack(item, day=date(2026, 8, 20)).carried == ()


def test_another_meeting_carries_only_its_own():
    item = {"meeting_id": "H1", "on": date(2026, 8, 20)}
    assert pack(item, kind="eet").carried == ()
    assert pack({"meeting_id": "unknown"}).carried == ()


def test_an_action_about_nobody_in_particular_is_carried_too():
    action = MeetingAction("A9", "H2", date(2026, 9, 22), "Ask for a list of rooms", "Housing")
    (one,) = pack(actions=[action]).carried
    assert (one.item_id, one.action_id, one.name) == ("", "A9", "")
    assert (one.what, one.by_whom, one.times) == ("Ask for a list of rooms", "Housing", 1)
    later = action._replace(on=date(2026, 12, 1))
    assert pack(actions=[later]).carried == ()


def test_what_the_last_meeting_decided_is_said_with_service_lead_and_words():
    decided = {
        "meeting_id": "H3",
        "answer": "put_off",
        "service": "Two Rivers",
        "lead": "W1",
        "words": "He was away",
        "action": "",
    }
    held = pack(decided, {"meeting_id": "H2", "answer": "put_off", "action": ""})
    (one,) = held.decided
    assert one.says.endswith("; from Two Rivers; led by Naomi Price. He was away")
    assert held.last == date(2026, 10, 22)


def test_a_meeting_of_the_day_itself_is_this_one_and_not_the_last():
    assert pack(day=date(2026, 10, 22)).last == date(2026, 9, 22)


def test_without_names_the_action_stays_and_its_words_do_not():
    item = {"meeting_id": "H1", "on": date(2026, 8, 20), "due_on": date(2026, 9, 1)}
    (one,) = pack({**item, "by_whom": "W1"}, audience="without_names").carried
    assert (one.name, one.item_id, one.person_id) == ("Young person 1", "", "")
    assert (one.what, one.by_whom) == ("Left out here", "Left out here")
    assert one.due_on == "September 2026"
    assert one.stands == (
        "Open. We are late with it, due by September 2026, found open by 2 meetings since"
    )


def test_a_supervision_carries_only_what_was_asked_in_theirs():
    meetings = [
        Meeting("S1", "supervision", date(2026, 10, 1), "W1"),
        Meeting("S2", "supervision", date(2026, 10, 2), "W2"),
    ]
    actions = [MeetingAction(f"A{n}", f"S{n}", what=f"Task {n}") for n in (1, 2)]
    case = a_case(people={"date_of_birth": date(2006, 5, 10)}, workers=_WORKERS)
    held = pack_of("supervision", asked_of([case], TODAY, meetings, actions), "team", "W1")
    assert [one.what for one in held.carried] == ["Task 1"]
    assert held.last == date(2026, 10, 1)
