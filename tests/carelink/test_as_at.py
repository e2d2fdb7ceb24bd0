"""What a case file held on a day."""

from datetime import date

import pytest

from carelink.as_at import up_to
from tests.people import a_case

DAY = date(2026, 11, 24)
BEFORE, AFTER = date(2026, 11, 1), date(2026, 11, 25)

# Each kind of row by the column that dates it, with what else it needs.
DATED = [
    ("care_periods", "start", {}),
    ("circumstances", "start", {"kind": "support_request"}),
    ("allocations", "start", {"worker_id": "W1"}),
    ("contacts", "on", {}),
    ("assessments", "completed_on", {"kind": "needs"}),
    ("events", "on", {"kind": "support_offer"}),
    ("duty_answers", "on", {"duty": "pa_visit_2m", "answer": "declined"}),
    ("homes", "start", {}),
    ("homes", "known_on", {}),
    ("activities", "start", {}),
    ("activities", "known_on", {}),
    ("entitlements", "on", {"entitlement": "council_tax_relief"}),
    ("snoozes", "on", {"duty": "pa_visit_2m"}),
    ("promises", "made_on", {}),
    ("plans", "started_on", {}),
    ("plans", "approved_on", {}),
    ("plan_reviews", "asked_on", {}),
    ("plan_reviews", "held_on", {}),
    ("immigration", "granted_on", {}),
    ("decisions", "on", {"answer": "agreed"}),
    ("approvals", "on", {"subject": "grant"}),
    ("status_overrides", "asked_on", {"status": "relevant"}),
    ("messages", "on", {}),
    ("handovers", "asked_on", {}),
    ("pins", "on", {"worker_id": "W1"}),
    ("meeting_items", "on", {}),
]
IDS = [f"{group}.{column}" for group, column, _ in DATED]


def something_later_than(group):
    """A row of another group, dated after the day, so that there is something to leave out."""
    return {"homes": [{"start": AFTER}]} if group == "contacts" else {"contacts": [{"on": AFTER}]}


@pytest.mark.parametrize(("group", "column", "more"), DATED, ids=IDS)
def test_a_row_dated_after_the_day_is_left_out(group, column, more):
    rows = [{column: on, **more} for on in (BEFORE, DAY, AFTER)]
    then = up_to(a_case(**{group: rows}), DAY)
    assert [getattr(row, column) for row in getattr(then, group)] == [BEFORE, DAY]


@pytest.mark.parametrize(("group", "column", "more"), DATED, ids=IDS)
def test_a_row_without_its_date_is_kept(group, column, more):
    case = a_case(**{group: [{column: None, **more}], **something_later_than(group)})
    then = up_to(case, DAY)
    assert then != case
    assert getattr(then, group) == getattr(case, group)


@pytest.mark.parametrize(
    ("group", "row"),
    [
        ("care_periods", {"start": BEFORE, "end": AFTER}),
        ("circumstances", {"kind": "support_request", "start": BEFORE, "end": AFTER}),
        ("allocations", {"worker_id": "W1", "start": BEFORE, "end": AFTER}),
        ("homes", {"start": BEFORE, "end": AFTER}),
        ("activities", {"start": BEFORE, "end": AFTER}),
        ("immigration", {"granted_on": BEFORE, "expires_on": AFTER}),
        ("snoozes", {"duty": "pa_visit_2m", "on": BEFORE, "until": AFTER}),
        ("duty_answers", {"duty": "a", "answer": "declined", "on": BEFORE, "ask_again_on": AFTER}),
        ("promises", {"made_on": BEFORE, "due_on": AFTER}),
        ("plans", {"started_on": BEFORE, "ended_on": AFTER}),
        ("contacts", {"on": BEFORE, "next_on": AFTER}),
    ],
)
def test_what_looks_ahead_by_nature_is_read_as_it_stands(group, row):
    case = a_case(**{group: [row], **something_later_than(group)})
    then = up_to(case, DAY)
    assert then != case
    assert getattr(then, group) == getattr(case, group)


def test_a_plan_keeps_the_dates_it_had_by_then():
    plan = {"started_on": BEFORE, "approved_on": AFTER, "copy_given_on": AFTER}
    (then,) = up_to(a_case(plans=[plan]), DAY).plans
    assert (then.started_on, then.approved_on, then.copy_given_on) == (BEFORE, None, None)


def test_a_plan_without_any_date_stays_a_plan_without_a_date():
    (then,) = up_to(a_case(plans=[{"copy_given_on": AFTER}]), DAY).plans
    assert then.copy_given_on is None


def test_a_review_asked_for_and_held_later_is_still_open():
    review = {"asked_on": BEFORE, "held_on": AFTER}
    (then,) = up_to(a_case(plan_reviews=[review]), DAY).plan_reviews
    assert (then.asked_on, then.held_on) == (BEFORE, None)


def test_leave_applied_for_later_has_not_been_applied_for():
    leave = {"granted_on": BEFORE, "expires_on": AFTER, "applied_on": AFTER}
    (then,) = up_to(a_case(immigration=[leave]), DAY).immigration
    assert (then.granted_on, then.expires_on, then.applied_on) == (BEFORE, AFTER, None)


def test_a_promise_kept_later_is_still_open():
    promise = {"made_on": BEFORE, "due_on": AFTER, "kept_on": AFTER}
    (then,) = up_to(a_case(promises=[promise]), DAY).promises
    assert (then.due_on, then.kept_on) == (AFTER, None)


@pytest.mark.parametrize("group", ["decisions", "meeting_items", "messages"])
def test_what_was_done_later_is_still_to_do(group):
    row = {"on": BEFORE, "done_on": AFTER}
    (then,) = getattr(up_to(a_case(**{group: [row]}), DAY), group)
    assert (then.on, then.done_on) == (BEFORE, None)


LATER_WORDS = [
    ("promises", {"made_on": BEFORE}, "broken_on", {"broken_why": "the fund closed"}),
    ("statements", {"on": BEFORE}, "answered_on", {"answer": "we will"}),
    ("plan_versions", {"begun_on": BEFORE}, "sent_on", {"sent_by": "W1"}),
    ("plan_versions", {"begun_on": BEFORE}, "returned_on", {"returned_why": "say by when"}),
    ("plan_versions", {"begun_on": BEFORE}, "approved_on", {"approved_by": "W2"}),
    ("plan_versions", {"begun_on": BEFORE}, "copy_given_on", {"copy_given_how": "post"}),
    ("opportunities", {"told_on": BEFORE}, "outcome_on", {"outcome": "started"}),
    ("safety_flags", {"set_on": BEFORE}, "tool_on", {"tool": "Screening tool"}),
    ("safety_flags", {"set_on": BEFORE}, "ended_on", {"ended_why": "it has passed"}),
    ("missing_episodes", {"missing_on": BEFORE}, "found_on", {"found_time": "21:40"}),
    (
        "missing_episodes",
        {"missing_on": BEFORE},
        "interviewed_on",
        {"interviewed_time": "09:00", "interviewed_by": "W1"},
    ),
    (
        "plan_actions",
        {"version_id": "V1"},
        "outcome_on",
        {"outcome": "done", "outcome_words": "she rang"},
    ),
]


@pytest.mark.parametrize(
    ("group", "row", "column", "words"), LATER_WORDS, ids=[f"{g}.{c}" for g, _, c, _ in LATER_WORDS]
)
def test_the_words_of_something_later_go_with_its_day(group, row, column, words):
    for on, kept in ((DAY, True), (AFTER, False)):
        later = {"contacts": [{"on": AFTER}]}
        (fact,) = getattr(
            up_to(a_case(**later, **{group: [{**row, column: on, **words}]}), DAY), group
        )
        assert (getattr(fact, column) is not None) is kept
        assert all(bool(getattr(fact, word)) is kept for word in words)


def test_a_file_with_nothing_later_is_itself():
    case = a_case(contacts=[{"on": BEFORE}, {"on": DAY}], homes=[{"start": BEFORE}])
    assert up_to(case, DAY) is case
    assert up_to(case, BEFORE) is not case


def test_the_person_and_the_workers_are_the_same_on_every_day():
    case = a_case(
        people={"date_of_birth": date(2008, 5, 10)},
        workers=[{"worker_id": "W1", "name": "Naomi Price"}],
        contacts=[{"on": AFTER}],
    )
    then = up_to(case, DAY)
    assert (then.person, then.workers, then.contacts) == (case.person, case.workers, ())
