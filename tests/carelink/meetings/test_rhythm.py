"""When is each meeting due? The cases stand in rhythm.toml, which a practice lead can read."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from carelink.facts import Meeting
from carelink.meetings.rhythm import standing_of, standings_of
from carelink.meetings.words import MEETING_LABELS
from carelink.words import State

TODAY = date(2026, 11, 24)
_CASES = tomllib.loads((Path(__file__).parent / "rhythm.toml").read_text(encoding="utf-8"))["case"]


def held(kind, *days, worker_id=""):
    return [Meeting(f"{kind} {day} {worker_id}", kind, day, worker_id) for day in days]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_the_meeting_is_due_as_the_case_says(case):
    meetings = [*held(case["kind"], *case["held"]), *held("custody", case["day"])]
    stands = standing_of(case["kind"], meetings, case["day"])
    assert stands.state == case["state"], stands.sentence
    assert stands.due_on == (case["due_on"] or None)
    assert case["says"] in stands.sentence


def test_a_supervision_is_of_one_adviser_and_their_line_adds_up_to_all_of_them():
    meetings = [
        *held("supervision", date(2026, 11, 3), worker_id="W1"),
        *held("supervision", date(2026, 10, 1), worker_id="W2"),
        Meeting("of nobody", "supervision", None, "W3"),
    ]
    assert standing_of("supervision", meetings, TODAY, "W1").state is State.DUE_SOON
    assert standing_of("supervision", meetings, TODAY, "W2").state is State.OVERDUE
    assert standing_of("supervision", meetings, TODAY, "W3").state is State.NEVER
    all_of_them = standings_of(meetings, ["W1", "W2", "W3"], TODAY)["supervision"]
    assert all_of_them.state is State.OVERDUE
    assert all_of_them.sentence == "3 advisers = 1 never held + 1 late + 1 due soon"


def test_without_an_adviser_no_supervision_is_due_and_that_is_said():
    stands = standings_of([], [], TODAY)
    assert list(stands) == list(MEETING_LABELS)
    assert stands["supervision"].state is State.NOT_REQUIRED
    assert "no supervision is due" in stands["supervision"].sentence
    assert stands["transitions"].state is State.NEVER
