"""What one young person adds: whose they are, what is due, who they had, who keeps them."""

from datetime import date, timedelta

import pytest

from carelink.duties import duties_of
from carelink.rulebook import load_rulebook
from carelink.words import State
from carelink.workload.bearing import AHEAD, Due, Link, borne_of
from carelink.workload.weights import load_weights
from tests.people import a_former_relevant

DAY = date(2026, 11, 24)
BOOK, WEIGHTS = load_rulebook(), load_weights()


def adviser(worker_id, start=None, end=None, role="personal_adviser"):
    return {"worker_id": worker_id, "role": role, "start": start, "end": end}


def borne(duties=(), **facts):
    return borne_of(a_former_relevant(**facts), duties, DAY, WEIGHTS)


def test_a_pin_that_was_let_go_holds_nobody():
    pin = {"worker_id": "W1", "on": date(2026, 1, 1), "reason": "Trusts her"}
    held = borne(pins=[pin])
    assert (held.pinned, held.pin_reason) == ("W1", "Trusts her")
    assert borne(pins=[{**pin, "ended_on": date(2026, 6, 1)}]).pinned == ""
    later = {**pin, "worker_id": "W2", "row_id": "P2"}
    assert borne(pins=[{**pin, "ended_on": date(2026, 6, 1)}, later]).pinned == "W2"


@pytest.mark.parametrize(
    ("steps", "moving"),
    [
        ({}, True),
        ({"accepted_on": date(2026, 11, 1)}, False),
        ({"withdrawn_on": date(2026, 11, 1)}, False),
    ],
    ids=["asked for", "accepted", "withdrawn"],
)
def test_who_is_being_handed_over_is_moving_until_it_is_accepted_or_withdrawn(steps, moving):
    asked = {"from_worker": "W1", "to_worker": "W2", "asked_on": date(2026, 10, 1)}
    assert borne(handovers=[{**asked, **steps}]).moving is moving


def test_what_falls_due_from_today_to_four_weeks_on_is_counted_and_nothing_late():
    duties = duties_of(a_former_relevant(), BOOK, DAY)[:5]
    days = [DAY - timedelta(days=1), DAY, DAY + AHEAD, DAY + AHEAD + timedelta(days=1), DAY]
    states = [State.DUE_SOON] * 4 + [State.OVERDUE]
    dated = [
        duty._replace(due_on=on, state=state)
        for duty, on, state in zip(duties, days, states, strict=True)
    ]
    assert borne(dated).due == (Due(duties[1].duty, DAY), Due(duties[2].duty, DAY + AHEAD))


def test_only_an_adviser_is_theirs_and_who_ended_today_is_of_the_past():
    given = [
        adviser("W1", date(2024, 1, 1), DAY),
        adviser("W2", DAY),
        adviser("W3", date(2024, 1, 1), role="social_worker"),
        adviser("W3", date(2020, 1, 1), date(2021, 1, 1), role="social_worker"),
    ]
    held = borne(allocations=given)
    assert (held.advisers, held.since) == (("W2",), DAY)
    assert held.past == (Link("W1", date(2024, 1, 1), DAY),)


def test_of_two_advisers_at_once_neither_is_the_one_since_when():
    given = [adviser("W2", date(2025, 1, 1)), adviser("W1", date(2024, 1, 1))]
    held = borne(allocations=given)
    assert (held.advisers, held.since) == (("W1", "W2"), None)
