"""The steps of a handover in their order, and how each is said."""

from datetime import date

import pytest

from carelink.facts import Handover, Worker
from carelink.handover.steps import (
    can_begin,
    in_order,
    open_on,
    progress_of,
    say_progress,
    say_told,
    say_visit,
)
from carelink.handover.words import Stands, Step
from tests.people import a_case

DAY = date(2026, 11, 24)
ASKED = Handover("H1", "A1", "W1", "W2", date(2026, 11, 10), date(2026, 12, 1))
PACKED = ASKED._replace(pack_on=DAY)
BOOKED = PACKED._replace(joint_visit_on=date(2026, 11, 28))
TOLD = BOOKED._replace(told_on=DAY, told_by="W1", view_words="She is all right")
ACCEPTED = TOLD._replace(accepted_on=DAY, accepted_by="W2")


@pytest.mark.parametrize(
    ("handover", "following", "stands", "says"),
    [
        (ASKED, Step.PACK, Stands.OPEN, "Next: give the pack (0 of 4 done); first day 1 December"),
        (PACKED, Step.JOINT_VISIT, Stands.OPEN, "Next: book a visit together (1 of 4 done)"),
        (BOOKED, Step.TOLD, Stands.OPEN, "Next: tell them, and hear what they say (2 of 4"),
        (TOLD, Step.ACCEPTED, Stands.OPEN, "Next: the new worker accepts (3 of 4 done)"),
        (ACCEPTED, None, Stands.AHEAD, "Accepted on 24 November 2026; first day 1 December"),
        (
            ACCEPTED._replace(starts_on=DAY),
            None,
            Stands.BEGUN,
            "Accepted on 24 November 2026; theirs since 24 November 2026",
        ),
        (
            TOLD._replace(withdrawn_on=DAY, withdrawn_why="She stays"),
            None,
            Stands.WITHDRAWN,
            "Withdrawn on 24 November 2026: She stays",
        ),
        (ASKED._replace(starts_on=None), Step.PACK, Stands.OPEN, "no first day is set"),
        (
            ASKED._replace(starts_on=date(2026, 11, 20)),
            Step.PACK,
            Stands.OPEN,
            "the first day was to be 20 November 2026, 4 days ago",
        ),
    ],
)
def test_the_next_step_is_the_first_not_done(handover, following, stands, says):
    progress = progress_of(handover, DAY)
    assert progress.next is following
    assert progress.stands is stands
    assert says in say_progress(progress)


def test_a_step_dated_later_has_not_happened():
    ahead = ASKED._replace(pack_on=date(2026, 11, 30))
    assert progress_of(ahead, DAY).next is Step.PACK


def test_late_is_one_not_accepted_by_its_first_day():
    assert progress_of(ASKED._replace(starts_on=DAY), DAY).late
    assert not progress_of(ACCEPTED._replace(starts_on=DAY), DAY).late
    assert not progress_of(ASKED, DAY).late


def test_what_waits_is_what_is_open_or_has_not_begun():
    rows = [h._replace(handover_id="", person_id="")._asdict() for h in (ASKED, ACCEPTED)]
    for row in rows:
        del row["handover_id"], row["person_id"]
    begun = {**rows[1], "starts_on": date(2026, 11, 1)}
    here = [{"worker_id": "W2", "name": "Tom Ode"}]
    case = a_case(handovers=[*rows, begun], workers=here)
    assert [p.stands for p in open_on(case, DAY)] == [Stands.OPEN, Stands.AHEAD]


def test_those_begun_sooner_stand_first_and_one_with_no_day_before_them():
    no_day = ASKED._replace(handover_id="H2", starts_on=None)
    soon = ASKED._replace(handover_id="H3", starts_on=date(2026, 11, 25))
    ordered = in_order([ASKED, soon, no_day], DAY)
    assert [p.handover.handover_id for p in ordered] == ["H2", "H3", "H1"]


def test_a_visit_together_is_booked_held_or_gone_by():
    held = [{"on": date(2026, 11, 20), "rung": "seen"}]
    on_20 = ASKED._replace(joint_visit_on=date(2026, 11, 20))
    assert say_visit(ASKED, a_case(), DAY) == "No visit together is booked"
    assert say_visit(BOOKED, a_case(), DAY) == "Booked for Saturday 28 November 2026"
    assert say_visit(on_20, a_case(contacts=held), DAY) == "A visit on 20 November 2026 is recorded"
    assert "no visit on that day is recorded" in say_visit(on_20, a_case(), DAY)


def test_who_told_them_and_their_words_are_said_or_that_they_are_missing():
    assert say_told(ASKED, "") == "They have not been told yet"
    said = "Told on 24 November 2026 by Naomi. They said: “She is all right”"
    assert say_told(TOLD, "Naomi") == said
    assert say_told(TOLD._replace(view_words=""), "") == (
        "Told on 24 November 2026; by whom is not recorded. What they said is not recorded"
    )


HERE = {
    "W1": Worker("W1", "Naomi Price", "personal_adviser"),
    "W2": Worker("W2", "Tom Ode", "personal_adviser"),
    "W3": Worker("W3", "Ada Roe", "personal_adviser", end=DAY),
}
COME = ACCEPTED._replace(starts_on=DAY)


@pytest.mark.parametrize(
    ("handover", "begins"),
    [
        (COME, True),
        (COME._replace(to_worker="W3"), False),
        (COME._replace(to_worker="W3", starts_on=date(2026, 11, 23)), True),
        (COME._replace(to_worker="W9"), False),
        (COME._replace(to_worker=""), False),
        (COME._replace(to_worker="W1"), False),
    ],
    ids=["works here", "left that day", "left the day after", "unknown", "nobody", "the same"],
)
def test_a_handover_that_cannot_begin_is_said_and_not_called_begun(handover, begins):
    assert can_begin(handover, HERE) is begins
    progress = progress_of(handover, DAY, HERE)
    assert progress.stands is (Stands.BEGUN if begins else Stands.STUCK)
    assert ("cannot begin" in say_progress(progress)) is not begins
    case = a_case(handovers=[handover._asdict()], workers=[w._asdict() for w in HERE.values()])
    assert [p.handover.to_worker for p in open_on(case, DAY)] == (
        [] if begins else [handover.to_worker]
    )


def test_one_whose_new_worker_is_recorded_as_theirs_has_begun_whoever_they_are():
    given = [{"worker_id": "W9", "role": "personal_adviser", "start": date(2026, 11, 1)}]
    stuck = COME._replace(to_worker="W9")._asdict()
    assert open_on(a_case(handovers=[stuck], allocations=given), DAY) == []
    over = [{**given[0], "end": date(2026, 11, 20)}]
    assert len(open_on(a_case(handovers=[stuck], allocations=over), DAY)) == 1
