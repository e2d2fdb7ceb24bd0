"""How many clicks a note takes: 12 at most in the usual case, 15 with everything there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desks import AMAL
from tests.fingers import Fingers

CTRL = Qt.KeyboardModifier.ControlModifier
USUAL, MOST = 12, 15


@pytest.fixture
def hands(window, qtbot):
    """On Amal's page, as one is after a visit; the counting begins with N."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.open_person(AMAL)
    fingers = Fingers()
    fingers.key(Qt.Key.Key_N)
    return fingers


def note_of(window):
    return window.page("contact").pane.note


def last(desk):
    return desk.case(AMAL).contacts[-1]


def test_the_usual_note_takes_at_most_twelve_clicks(window, desk, hands):
    note = note_of(window)
    hands.key(Qt.Key.Key_1)
    hands.press(note.happened.alone.button("yes"))
    hands.press(note.prompts["they_said"].input.viewport())
    hands.type("College is going well.")
    hands.tab()
    hands.type("A warm, tidy room.")
    hands.tab()
    hands.type("I ask about the bus pass.")
    for subject in ("home", "activity", "money", "health"):
        hands.press(note.still.subjects[subject].button("same"))
    hands.press(note.ends.worry.button("no"))
    hands.key(Qt.Key.Key_Return, CTRL)
    kept = last(desk)
    assert (kept.rung, kept.alone, kept.on) == ("seen_at_home", True, desk.day)
    assert kept.note.endswith("What we agreed\nI ask about the bus pass.")
    assert len(desk.case(AMAL).confirmations) == 4
    assert hands.clicks == 10
    assert hands.clicks <= USUAL


def test_a_note_with_everything_takes_at_most_fifteen_clicks(window, desk, hands):
    note = note_of(window)
    hands.key(Qt.Key.Key_1)
    hands.press(note.happened.begun_by.button("young_person"))
    hands.press(note.happened.alone.button("yes"))
    hands.press(note.prompts["they_said"].input.viewport())
    hands.type("The move went well.")
    hands.press(note.still.subjects["home"].button("changed"))
    hands.press(note.still.subjects["activity"].button("changed"))
    for typed in ("-7", "own home", "own tenancy"):
        hands.tab()
        hands.type(typed)
    hands.press(note.still.home_provided.button("yes"))
    hands.press(note.still.home_suitable.button("yes"))
    hands.press(note.still.home_checked.button("yes"))
    for typed in ("1 11", "apprenticeship, f"):
        hands.tab()
        hands.type(typed)
    hands.press(note.still.subjects["money"].button("changed"))
    hands.press(note.still.subjects["health"].button("not_asked"))
    for typed in ("ring the bank", "fri", "send the form", "+7"):
        hands.tab()
        hands.type(typed)
    hands.press(note.ends.worry.button("yes"))
    hands.tab()
    hands.type("The heating is off.")
    hands.key(Qt.Key.Key_Return, CTRL)
    case = desk.case(AMAL)
    home, activity = case.home_on(desk.day), case.activity_on(desk.day)
    assert (home.type, home.tenancy, home.provided_by_authority) == ("U", "own", True)
    assert (home.suitable, str(home.start)) == ("1", "2026-11-17")
    assert (activity.code, str(activity.start)) == ("F4", "2026-11-01")
    assert {promise.what for promise in case.promises} == {"ring the bank", "send the form"}
    assert [event.outcome for event in case.events] == ["yes"]
    assert (last(desk).worry, last(desk).begun_by) == ("The heating is off.", "young_person")
    assert hands.clicks == 14
    assert hands.clicks <= MOST


def test_choosing_whom_takes_one_click_more(window, desk, qtbot):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.go_to("people")
    window.record_contact("")
    note = note_of(window)
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    assert note.answers().person_id == AMAL
    assert hands.clicks == 1
