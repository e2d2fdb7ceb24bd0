"""What is still a worker's when they leave, kind by kind, and what goes with the young person."""

from datetime import date

import pytest

from carelink.facts import (
    Allocation,
    Cover,
    Decision,
    Handover,
    MeetingAction,
    MeetingItem,
    Message,
    PlanVersion,
    Promise,
    Worker,
)
from carelink.handover.theirs import Bearing, say_theirs, theirs_of
from carelink.handover.words import Kind

END = date(2026, 12, 1)
NAOMI = Worker("W1", "Naomi Price", "personal_adviser")
WORKERS = {"W1": NAOMI, "W2": Worker("W2", "Tom Ode")}
HERS = Allocation("A1", "W1", "personal_adviser", date(2025, 3, 1), row_id="L1")
GONE = HERS._replace(end=date(2026, 6, 1))
HIS = Allocation("A1", "W2", "personal_adviser", date(2026, 6, 1), row_id="L2")
PROMISE = Promise("P1", "A1", "", "Ring the bank", due_on=date(2026, 12, 9), worker_id="W1")
GOING = Handover("H1", "A1", "W1", "W2", starts_on=END)


def found(**bearing):
    things = theirs_of(NAOMI, Bearing(names={"A1": "Amal"}, **bearing), END, WORKERS)
    return [(thing.kind, thing.name, thing.says) for thing in things]


@pytest.mark.parametrize(
    ("bearing", "thing"),
    [
        (
            {"allocations": [HERS]},
            (Kind.PEOPLE, "Amal", "Personal adviser since 1 March 2025"),
        ),
        (
            {"allocations": [HERS._replace(role="nurse", start=None)]},
            (Kind.PEOPLE, "Amal", "Nurse"),
        ),
        ({"promises": [PROMISE]}, (Kind.PROMISES, "Amal", "Ring the bank, by 9 December 2026")),
        (
            {"decisions": [Decision("D1", "A1", action="Visit her", by_whom="Naomi Price")]},
            (Kind.ACTIONS, "Amal", "Visit her"),
        ),
        (
            {"meeting_items": [MeetingItem("I1", "A1", action="Find a flat", by_whom="W1")]},
            (Kind.ACTIONS, "Amal", "Find a flat"),
        ),
        (
            {"meeting_actions": [MeetingAction("X1", what="Book the room", by_whom="W1")]},
            (Kind.ACTIONS, "", "Book the room"),
        ),
        (
            {"versions": [PlanVersion("V1", "A1", sent_on=date(2026, 11, 2), sent_by="W1")]},
            (Kind.APPROVALS, "Amal", "Plan sent on 2 November 2026"),
        ),
        (
            {"messages": [Message("G1", "A1", "W1", words="Please  ring")]},
            (Kind.MESSAGES, "Amal", "Please ring"),
        ),
        (
            {"covers": [Cover("W2", "W1", back_on=date(2026, 12, 5))]},
            (Kind.COVERS, "", "Stands in for Tom Ode until 5 December 2026"),
        ),
        (
            {"drafts": [("contact", "A1")]},
            (Kind.DRAFTS, "Amal", "Left unfinished: contact"),
        ),
        ({"handovers": [GOING]}, (Kind.HANDOVERS, "Amal", "Not yet accepted by Tom Ode")),
        (
            {"handovers": [Handover("H2", "A1", "W2", "W1")]},
            (Kind.HANDOVERS, "Amal", "Is to come to them from Tom Ode"),
        ),
    ],
)
def test_each_kind_of_thing_is_found_and_said(bearing, thing):
    assert found(**bearing) == [thing]


@pytest.mark.parametrize(
    "bearing",
    [
        {"allocations": [HERS._replace(end=END)]},
        {"allocations": [HERS], "handovers": [GOING._replace(accepted_on=date(2026, 11, 20))]},
        {"promises": [PROMISE._replace(kept_on=date(2026, 11, 20))]},
        {"promises": [PROMISE._replace(broken_on=date(2026, 11, 20))]},
        {"promises": [PROMISE], "allocations": [GONE, HIS]},
        {"messages": [Message("G1", "A1", "W1", done_on=date(2026, 11, 2))]},
        {"messages": [Message("G1", "A1", "W1", words="Ring")], "allocations": [GONE, HIS]},
        {"decisions": [Decision("D1", "A1", action="Visit", by_whom="W1", done_on=END)]},
        {"covers": [Cover("W2", "W1", back_on=END)]},
        {"handovers": [GOING._replace(withdrawn_on=date(2026, 11, 20))]},
        {"versions": [PlanVersion("V1", "A1", sent_on=END, sent_by="W1", returned_on=END)]},
    ],
)
def test_what_is_done_or_has_gone_to_the_worker_after_them_is_theirs_no_more(bearing):
    assert found(**bearing) == []


def test_an_accepted_handover_that_begins_after_they_leave_does_not_count():
    late = GOING._replace(accepted_on=date(2026, 11, 20), starts_on=date(2026, 12, 2))
    assert [kind for kind, *_ in found(allocations=[HERS], handovers=[late])] == [Kind.PEOPLE]


def test_a_promise_to_somebody_they_never_worked_with_stays_theirs():
    assert [kind for kind, *_ in found(promises=[PROMISE], allocations=[HIS])] == [Kind.PROMISES]


def test_two_advisers_leave_the_one_who_goes_with_theirs():
    both = found(allocations=[HERS, HIS])
    assert both == [(Kind.PEOPLE, "Amal", "Personal adviser since 1 March 2025")]


def test_the_only_manager_has_every_plan_that_waits():
    sent = PlanVersion("V1", "A1", sent_on=date(2026, 11, 2), sent_by="W2")
    assert found(versions=[sent]) == []
    assert "no other manager" in found(versions=[sent], alone=True)[0][2]


def test_the_sum_is_said_one_and_many_and_that_nothing_is_left():
    bearing = Bearing(allocations=[HERS, HERS._replace(person_id="A2")], promises=[PROMISE])
    assert say_theirs(theirs_of(NAOMI, bearing, END, WORKERS)) == (
        "2 young people, 1 promise to keep"
    )
    assert say_theirs([]) == "Nothing is theirs any more"
