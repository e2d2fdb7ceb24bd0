"""What is proposed for the pack: actions of meetings, and what we did about what was said."""

from datetime import date

import pytest

from carelink.facts import Meeting, MeetingAction, Promise
from tests.desks import A_FEW, AMAL, made_desk
from ui.release.proposals import actions_since, said_and_done

NOW, SINCE = date(2026, 11, 24), date(2026, 9, 26)


def asked(action_id, on, what, **more):
    return MeetingAction(action_id, "M1", on, what, "W1", done_words="Asked.", **more)


FACTS = {
    **A_FEW,
    "meetings": [Meeting("M1", "transitions", date(2026, 10, 6))],
    "meeting_actions": [
        asked("A1", date(2026, 10, 6), "Find more lodgings.", due_on=date(2026, 12, 1)),
        asked("A2", date(2026, 8, 4), "Ask the college.", done_on=date(2026, 10, 9)),
        asked("A3", date(2026, 7, 1), "Old and done.", done_on=date(2026, 8, 1)),
    ],
    "promises": [
        Promise(
            "P1",
            AMAL,
            made_on=date(2026, 10, 1),
            what="Find out about the bus pass",
            said="The bus costs too much.",
            due_on=date(2026, 10, 9),
            kept_on=date(2026, 10, 8),
            did="The pass came.",
        )
    ],
}


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, NOW, FACTS)
    yield made
    made.store.close()


def test_what_meetings_asked_for_since_the_last_pack_is_proposed_done_or_to_do(desk):
    assert actions_since(desk, SINCE, NOW).splitlines() == [
        "To do: Find more lodgings. (by 1 December 2026)",
        "Done: Ask the college. Asked.",
    ]


def test_what_was_said_and_done_is_proposed_without_a_name(desk):
    said = said_and_done(desk, NOW)
    assert said == "You said: The bus costs too much. We did: The pass came."
    assert "Amal" not in said


def test_nothing_on_record_proposes_nothing(tmp_path):
    empty = made_desk(tmp_path, NOW, name="empty.store")
    assert actions_since(empty, None, NOW) == ""
    assert said_and_done(empty, NOW) == ""
    empty.store.close()
