"""Who has no adviser, since when and why; who soon will have none."""

from datetime import date

import pytest

from carelink.handover.orphans import Why, in_order, orphan_of, say_orphan, say_orphans
from tests.people import a_case

DAY = date(2026, 11, 24)


def held(worker_id="W1", start=date(2025, 3, 1), end=None, role="personal_adviser"):
    return {"worker_id": worker_id, "role": role, "start": start, "end": end}


def leaver(end):
    return [{"worker_id": "W1", "name": "Naomi Price", "end": end}, {"worker_id": "W2"}]


def test_somebody_with_an_adviser_and_no_end_in_sight_is_nobodys_worry():
    assert orphan_of(a_case(allocations=[held()]), DAY) is None


@pytest.mark.parametrize(
    ("facts", "why", "says"),
    [
        ({}, Why.NEVER, "No personal adviser has been allocated"),
        (
            {"allocations": [held(end=date(2026, 11, 14))]},
            Why.ENDED,
            "No personal adviser for 10 days, since 14 November 2026",
        ),
        (
            {"allocations": [held()], "workers": leaver(date(2026, 11, 23))},
            Why.LEFT,
            "No personal adviser for 1 day: Naomi Price left on 23 November 2026",
        ),
        (
            {"allocations": [held()], "workers": leaver(date(2026, 12, 5))},
            Why.LEAVES,
            "Naomi Price is their adviser until 5 December 2026, and nobody follows",
        ),
        ({"allocations": [held(role="nurse")]}, Why.NEVER, "No personal adviser"),
        ({"allocations": [held(start=date(2026, 12, 1))]}, Why.NEVER, "No personal adviser"),
    ],
)
def test_each_way_of_being_without_an_adviser_is_said(facts, why, says):
    orphan = orphan_of(a_case(**facts), DAY)
    assert orphan.why is why
    assert orphan.today is (why is not Why.LEAVES)
    assert says in say_orphan(orphan, DAY)


def test_who_follows_on_the_day_leaves_nobody_without_one():
    followed = [held(end=date(2026, 12, 5)), held("W2", date(2026, 12, 5))]
    assert orphan_of(a_case(allocations=followed), DAY) is None
    late = [held(end=date(2026, 12, 5)), held("W2", date(2026, 12, 6))]
    assert orphan_of(a_case(allocations=late), DAY).on == date(2026, 12, 5)


def test_an_accepted_handover_counts_as_following_and_one_not_accepted_does_not():
    going = {"from_worker": "W1", "to_worker": "W2", "starts_on": date(2026, 12, 5)}
    facts = {"allocations": [held()], "workers": leaver(date(2026, 12, 5))}
    asked = a_case(**facts, handovers=[going])
    assert orphan_of(asked, DAY).why is Why.LEAVES
    assert orphan_of(a_case(**facts, handovers=[{**going, "accepted_on": DAY}]), DAY) is None
    withdrawn = {**going, "accepted_on": DAY, "withdrawn_on": DAY}
    assert orphan_of(a_case(**facts, handovers=[withdrawn]), DAY).why is Why.LEAVES


def test_nobody_is_owed_to_somebody_who_has_died():
    assert orphan_of(a_case(people={"died": True}), DAY) is None


def test_the_message_adds_them_up_and_says_nothing_where_there_are_none():
    never = orphan_of(a_case(), DAY)
    soon = orphan_of(a_case(allocations=[held(end=date(2026, 12, 5))]), DAY)
    since = orphan_of(a_case(allocations=[held(end=date(2026, 11, 1))]), DAY)
    assert say_orphans([]) == ""
    assert say_orphans([never]) == "1 young person has no personal adviser."
    assert say_orphans([never, since, soon]) == (
        "2 young people have no personal adviser. 1 soon will have none."
    )
    assert say_orphans([soon]) == "1 soon will have none: an adviser is leaving."
    assert in_order([soon, since, never]) == [never, since, soon]
