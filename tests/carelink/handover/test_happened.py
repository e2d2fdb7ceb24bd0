"""What the timeline says of a handover and of messages."""

from datetime import date

from carelink.timeline import timeline_of
from tests.people import a_case

DAY = date(2026, 11, 24)
WORKERS = [{"worker_id": "W1", "name": "Naomi"}, {"worker_id": "W2", "name": "Tom"}]


def told(**facts):
    return [
        (row.on.day, row.says, row.who, row.note)
        for row in timeline_of(a_case(workers=WORKERS, **facts))
    ]


def test_each_step_of_a_handover_is_told_with_their_own_words():
    handover = {
        "from_worker": "W1",
        "to_worker": "W2",
        "asked_on": date(2026, 11, 10),
        "starts_on": date(2026, 12, 1),
        "reason": "Naomi leaves",
        "told_on": date(2026, 11, 12),
        "told_by": "W1",
        "view_words": "I will miss her",
        "accepted_on": DAY,
        "accepted_by": "W2",
    }
    first = ", first day 1 December 2026"
    assert told(handovers=[handover]) == [
        (24, f"The handover to Tom was accepted{first}", "Tom", ""),
        (12, "They were told that Tom takes over", "Naomi", "“I will miss her”"),
        (10, f"A handover to Tom was asked for{first}", "", "Naomi leaves"),
    ]
    withdrawn = {"asked_on": date(2026, 11, 10), "withdrawn_on": DAY, "withdrawn_why": "Stays"}
    assert told(handovers=[withdrawn])[0] == (
        24,
        "The handover to another worker was withdrawn",
        "",
        "Stays",
    )


def test_a_message_and_what_came_of_it_are_told():
    message = {
        "on": date(2026, 11, 20),
        "caller": "",
        "words": "Ring me",
        "taken_by": "W1",
        "done_on": DAY,
        "done_by": "W2",
        "done_words": "Rang back",
    }
    assert told(messages=[message]) == [
        (24, "The message from somebody, name not given was seen to", "Tom", "Rang back"),
        (20, "Message from somebody, name not given", "Naomi", "Ring me"),
    ]
