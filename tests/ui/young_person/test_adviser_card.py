"""How they stand with their adviser, on the file; and a handover asked for there."""

from datetime import date

import pytest

from carelink.facts import Allocation, Message
from db.covering import take_message
from tests.desks import A_FEW, AMAL, TODAY, made_desk
from tests.pages import a_page, field, read, section, undo, words_on

PA = "personal_adviser"


@pytest.fixture
def page(desk, qtbot, dressed):
    return a_page(desk, qtbot)


def test_nothing_under_way_is_said(page):
    assert "No handover is under way, and no message waits." in read(section(page).adviser)


def test_a_handover_is_asked_for_from_the_adviser_they_have_and_undone(page, desk):
    section(page).adviser.hand_over.click()
    field(page, "to_worker").set_value("W2")
    field(page, "starts_on").set_typed("+14")
    field(page, "reason").set_value("Nearer to home")
    page.file.form.save()
    (handover,) = desk.case(AMAL).handovers
    assert (handover.from_worker, handover.to_worker, handover.asked_on) == ("W1", "W2", TODAY)
    assert handover.starts_on == date(2026, 12, 8)
    said = words_on(section(page).adviser)
    assert "Handover to Tom Ode" in said
    assert "Next: give the pack (0 of 4 done); first day 8 December 2026" in said
    undo(page)
    assert desk.case(AMAL).handovers == ()


def test_what_would_leave_them_without_an_adviser_is_sent_back_beside_its_field(page):
    section(page).adviser.hand_over.click()
    page.file.form.save()
    assert field(page, "to_worker").problem == "Choose a worker who is here on the first day."
    assert field(page, "starts_on").problem == "Give the first day with the new worker."


def test_the_first_meeting_and_a_message_stand_on_the_file(tmp_path, qtbot, dressed):
    given = [
        Allocation(AMAL, "W1", PA, date(2025, 3, 1), date(2026, 11, 2), "A0"),
        Allocation(AMAL, "W2", PA, date(2026, 11, 2), None, "A9"),
    ]
    desk = made_desk(tmp_path, facts={**A_FEW, "allocations": given})
    message = Message("", AMAL, "W2", TODAY, "", "Her aunt", "She is with me", True)
    desk.do(take_message, message, about=AMAL)
    page = a_page(desk, qtbot)
    said = words_on(section(page).adviser)
    assert "First meeting with Tom Ode" in said
    assert "We are 8 days late with the first meeting with their new adviser" in said
    assert "Message for Tom Ode" in said
    assert "Her aunt rang today at 12:00: She is with me" in said
    desk.store.close()
