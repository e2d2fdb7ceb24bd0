"""A visit that found a new home: one note, and everything that hangs on the home follows."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from carelink.words import State
from tests.fingers import Fingers
from tests.stores import USER
from tests.teams import AMAL

CTRL = Qt.KeyboardModifier.ControlModifier
MOVED = date(2026, 11, 20)


@pytest.fixture
def moved(window):
    """The note after the visit, as it is typed: a flat of their own since Friday, seen today."""
    window.open_person(AMAL)
    hands = Fingers()
    hands.key(Qt.Key.Key_N)
    note = window.page("contact").pane.note
    hands.key(Qt.Key.Key_1)
    hands.press(note.still.subjects["home"].button("changed"))
    hands.press(note.still.subjects["activity"].button("not_asked"))
    for typed in ("fri", "own home", "own tenancy"):
        hands.tab()
        hands.type(typed)
    hands.press(note.still.home_provided.button("yes"))
    hands.press(note.still.home_suitable.button("yes"))
    hands.press(note.still.home_checked.button("yes"))
    hands.key(Qt.Key.Key_Return, CTRL)
    return window


def state_of(desk, duty_id):
    return next(duty for duty in desk.duties(AMAL) if duty.duty == duty_id)


def test_the_old_home_ends_the_day_the_new_one_begins(moved, desk):
    homes = sorted(desk.case(AMAL).homes, key=lambda home: home.start)
    assert [(home.type, home.start, home.end) for home in homes] == [
        ("D", date(2025, 6, 2), MOVED),
        ("U", MOVED, None),
    ]
    assert (homes[1].suitable, homes[1].provided_by_authority, homes[1].tenancy) == (
        "1",
        True,
        "own",
    )


def test_the_visit_answers_the_first_one_due_after_a_move(moved, desk):
    assert state_of(desk, "pa_visit_7d").state is State.ON_TRACK
    assert state_of(desk, "pa_visit_7d").due_on is None
    assert state_of(desk, "accommodation_suitability_check").due_on == date(2027, 5, 24)


def test_what_the_move_sets_going_is_due_and_said_so(moved, desk):
    assert state_of(desk, "pa_visit_pre_review").due_on == date(2026, 12, 18)
    assert state_of(desk, "pathway_review_28d_move").due_on == date(2026, 12, 18)
    assert state_of(desk, "setting_up_home_allowance").due_on == date(2026, 12, 18)
    form = moved.page("contact")
    said = {label.text() for label in form.receipt.findChildren(QLabel)}
    assert "Now due" in said
    assert any("by 18 December 2026" in line for line in said)


def test_the_page_tells_of_the_move(moved):
    moved.open_person(AMAL)
    QApplication.processEvents()
    view = moved.page("young_person")
    told = [label.text() for label in view.file.section.timeline.findChildren(QLabel)]
    assert (
        "Moved to: Own home (tenancy, university or shared flat), suitable, provided by us, "
        "own tenancy"
    ) in told
    assert "Checked that the home is suitable: yes" in told
    lived = [label.text() for label in view.file.section.home.findChildren(QLabel)]
    assert "from 2 June 2025, until 20 November 2026" in lived


def test_the_trail_has_every_part_of_it_in_one_gesture(moved, trail):
    left = [(action, kind) for who, action, kind, _ in trail() if who == USER][-8:]
    assert ("add", "contacts") in left
    assert ("add", "homes") in left
    assert ("amend", "homes") in left
    assert ("add", "events") in left
    assert left.count(("add", "confirmations")) == 2


def test_undo_puts_them_back_where_they_lived(moved, desk):
    moved.messages.act()
    (home,) = desk.case(AMAL).homes
    assert (home.type, home.end) == ("D", None)
    assert desk.case(AMAL).confirmations == ()
    assert state_of(desk, "pa_visit_2m").state is State.OVERDUE


def test_the_command_agrees(moved, desk, duties_command):
    rows = {duty: row for (person, duty), row in duties_command().items() if person == AMAL}
    held = {duty.duty: str(duty.state) for duty in desk.duties(AMAL)}
    assert {duty: row["state"] for duty, row in rows.items()} == held
