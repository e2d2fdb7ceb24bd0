"""The clock of the new adviser against its dated table; the council's own number of days."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.duties import duties_of
from carelink.errors import RulebookError
from carelink.handover.first_meeting import (
    explain_first_meeting,
    first_meeting_of,
    say_first_meeting,
)
from carelink.handover.terms import load_terms
from carelink.rulebook import load_rulebook
from tests.people import a_case, a_former_relevant

_TABLE = tomllib.loads((Path(__file__).parent / "first_meeting.toml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=case["name"]) for case in _TABLE["case"]]
BEFORE = {
    "worker_id": "W1",
    "role": "personal_adviser",
    "start": date(2025, 6, 1),
    "end": date(2026, 11, 2),
}
AFTER = {"worker_id": "W2", "role": "personal_adviser", "start": date(2026, 11, 2)}


@pytest.mark.parametrize("case", CASES)
def test_the_dated_case_holds(case):
    file = a_case(**{name: said for name, said in case.items() if name not in ("name", "expect")})
    for expected in case["expect"]:
        day = expected["day"]
        meeting = first_meeting_of(file, day)
        if expected.get("none"):
            assert meeting is None, day
            continue
        assert meeting is not None, day
        assert meeting.state == expected["state"], day
        for name in ("due_on", "met_on"):
            if name in expected:
                assert getattr(meeting, name) == expected[name], day
        assert expected.get("says", "") in say_first_meeting(meeting, day)


def test_a_council_sets_its_own_days():
    file = a_case(allocations=[BEFORE, AFTER])
    terms = load_terms("first_meeting_days = 5")
    meeting = first_meeting_of(file, date(2026, 11, 24), terms)
    assert meeting.due_on == date(2026, 11, 7)
    assert terms.soon_days == load_terms().soon_days


@pytest.mark.parametrize(
    "own", ["first_meeting_days = -1", "soon_days = 'x'", "days = 3", "x =", "soon_days = true"]
)
def test_a_file_that_cannot_be_used_says_what_to_do(own):
    with pytest.raises(RulebookError, match="handover file"):
        load_terms(own)


def test_nothing_is_counted_for_somebody_who_has_died():
    file = a_case(people={"died": True}, allocations=[BEFORE, AFTER])
    assert first_meeting_of(file, date(2026, 11, 24)) is None


def test_why_it_is_here_names_the_adviser_and_what_takes_it_away():
    seen = [{"worker_id": "W2", "on": date(2026, 10, 20), "rung": "seen"}]
    workers = [{"worker_id": "W2", "name": "Jo Bell"}]
    file = a_case(allocations=[BEFORE, AFTER], contacts=seen, workers=workers)
    day = date(2026, 11, 24)
    said = explain_first_meeting(first_meeting_of(file, day), file, day)
    assert "Jo Bell is their personal adviser since 2 November 2026." in said
    assert "They met before that, last on 20 October 2026" in said
    assert "It goes when Jo Bell has seen them and written it down." in said


@given(
    ahead=st.integers(1, 400),
    seen=st.lists(st.integers(0, 700), max_size=6),
    changed=st.integers(1, 500),
)
def test_a_handover_leaves_the_clock_of_contacts_as_it_was(ahead, seen, changed):
    """The states and dates of every contact duty are the same whoever the adviser is."""
    contacts = [
        {"worker_id": "W1", "on": date(2025, 6, 1) + timedelta(days=days), "rung": "seen"}
        for days in seen
    ]
    on = date(2025, 6, 1) + timedelta(days=changed)
    day = date(2025, 6, 1) + timedelta(days=500 + ahead)
    one = a_former_relevant(allocations=[{**BEFORE, "end": None}], contacts=contacts)
    other = a_former_relevant(
        allocations=[{**BEFORE, "end": on}, {**AFTER, "start": on}], contacts=contacts
    )

    def clocks(case):
        return [
            (duty.duty, duty.state, duty.due_on)
            for duty in duties_of(case, load_rulebook(), day)
            if "contact" in duty.duty or "visit" in duty.duty
        ]

    assert clocks(one) == clocks(other)
    assert first_meeting_of(one, day) is None
    assert first_meeting_of(other, day).started_on == on
