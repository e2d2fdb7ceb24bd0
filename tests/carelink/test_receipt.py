"""What a note answered, what it set going, and what is still open."""

from datetime import date

from carelink.duties.duty import Duty
from carelink.receipt import Answered, receipt_of, say_receipt
from carelink.words import Basis, State

TITLES = {
    "pa_visit_2m": "PA visit every two months",
    "pa_contact_8w": "PA contact every eight weeks",
    "pa_visit_7d": "First visit after a move",
    "health_history_18": "Health history",
    "pathway_review_6m": "Pathway plan review",
    "lost_contact": "Contact lost",
    "uasc_leave_expiry": "Leave to remain",
}
NOV_20, NOV_27, JAN_20 = date(2026, 11, 20), date(2026, 11, 27), date(2027, 1, 20)


def a_duty(duty, state, due_on=None, last_on=None):
    return Duty("P1", duty, state, due_on, last_on, Basis.LOCAL, "", ())


def test_a_clock_started_again_by_the_note_is_answered():
    was = a_duty("pa_visit_2m", State.DUE_SOON, NOV_27, date(2026, 9, 27))
    now = a_duty("pa_visit_2m", State.ON_TRACK, JAN_20, NOV_20)
    assert receipt_of([was], [now]).answered == (Answered("pa_visit_2m", NOV_27, JAN_20),)


def test_a_duty_on_track_whose_clock_starts_again_is_answered_too():
    was = a_duty("pa_contact_8w", State.ON_TRACK, date(2026, 12, 20), date(2026, 10, 25))
    now = a_duty("pa_contact_8w", State.ON_TRACK, JAN_20, NOV_20)
    assert len(receipt_of([was], [now]).answered) == 1


def test_a_late_record_of_an_old_visit_may_leave_the_duty_overdue():
    was = a_duty("pa_visit_2m", State.NEVER, date(2026, 3, 1))
    now = a_duty("pa_visit_2m", State.OVERDUE, date(2026, 6, 1), date(2026, 4, 1))
    receipt = receipt_of([was], [now])
    assert receipt.answered == ()
    assert receipt.still_open == (now,)


def test_a_second_visit_does_not_answer_what_was_done_already():
    was = a_duty("pa_visit_7d", State.ON_TRACK, None, date(2026, 11, 2))
    now = a_duty("pa_visit_7d", State.ON_TRACK, None, NOV_20)
    assert receipt_of([was], [now]) == receipt_of([], [])


def test_a_move_starts_a_clock_and_does_not_pretend_to_have_answered_it():
    was = a_duty("pa_visit_7d", State.OVERDUE, date(2026, 11, 1))
    now = a_duty("pa_visit_7d", State.ON_TRACK, NOV_27)
    receipt = receipt_of([was], [now])
    assert receipt.answered == ()
    assert receipt.begun == (now,)


def test_what_is_no_longer_asked_for_is_said():
    was = a_duty("pa_visit_2m", State.OVERDUE, date(2026, 11, 1))
    now = a_duty("pa_visit_2m", State.NOT_REQUIRED)
    assert receipt_of([was], [now]).ended == (now,)


def test_what_is_still_open_comes_worst_first():
    after = [
        a_duty("health_history_18", State.DUE_SOON, NOV_27),
        a_duty("uasc_leave_expiry", State.NO_DATE),
        a_duty("pathway_review_6m", State.OVERDUE, NOV_20),
        a_duty("pa_visit_2m", State.OVERDUE, date(2026, 10, 1)),
        a_duty("pa_visit_7d", State.NOT_REQUIRED),
        a_duty("lost_contact", State.NEVER, date(2026, 11, 1)),
    ]
    still = receipt_of(after, after).still_open
    assert [duty.duty for duty in still] == [
        "lost_contact",
        "pa_visit_2m",
        "pathway_review_6m",
        "uasc_leave_expiry",
        "health_history_18",
    ]


def test_the_receipt_is_said_in_plain_sentences():
    before = [
        a_duty("pa_visit_2m", State.DUE_SOON, NOV_27, date(2026, 9, 27)),
        a_duty("pathway_review_6m", State.OVERDUE, NOV_20),
        a_duty("pa_visit_7d", State.ON_TRACK, None, date(2026, 11, 2)),
        a_duty("lost_contact", State.CANNOT_TELL),
    ]
    after = [
        a_duty("pa_visit_2m", State.ON_TRACK, JAN_20, NOV_20),
        a_duty("pathway_review_6m", State.OVERDUE, NOV_20),
        a_duty("pa_visit_7d", State.ON_TRACK, NOV_27),
        a_duty("lost_contact", State.NOT_REQUIRED),
    ]
    assert say_receipt(receipt_of(before, after), TITLES) == (
        "Saved. This answered: PA visit every two months (was due 27 November 2026). "
        "Now due: First visit after a move (by 27 November 2026). "
        "No longer asked for: Contact lost. "
        "Still open: Pathway plan review (overdue, due 20 November 2026)."
    )


def test_a_note_that_answers_nothing_says_so():
    assert say_receipt(receipt_of([], []), TITLES) == (
        "Saved. No duty was waiting for this. Nothing is still open."
    )


def test_a_long_list_is_cut_short_and_counted():
    after = [a_duty(duty, State.NO_DATE) for duty in list(TITLES)[:6]]
    said = say_receipt(receipt_of(after, after), TITLES)
    assert said.endswith("First visit after a move (no date) and 3 more.")
