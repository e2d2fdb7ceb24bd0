"""A young person rings while their adviser is off sick: the brief in 2 presses, a message in 3."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from carelink.facts import Absence, Cover
from db.covering import record_away
from tests.desks import A_FEW, AMAL, TODAY, made_desk
from tests.fingers import Fingers

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=A_FEW)
    made.do(
        record_away,
        Absence("W1", "sickness", date(2026, 11, 20)),
        Cover("W1", "W2", date(2026, 11, 20), date(2026, 12, 4)),
        team=True,
    )
    yield made
    made.store.close()


@pytest.fixture
def at_the_desk(window):
    """The desk in view, as whoever answers the telephone has it."""
    window.go_to("duty_desk")
    return window.page("duty_desk")


def read(widget):
    return " ".join(found.text() for found in widget.findChildren(QLabel))


def test_two_letters_and_the_brief_is_two_presses_away(window, at_the_desk):
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.press(at_the_desk.call.brief_button)
    assert hands.clicks == 2
    assert window.place == "brief"
    assert "Brief for the duty desk" in read(window.page("brief"))
    hands.key(Qt.Key.Key_Escape)
    assert window.place == "duty_desk"
    assert at_the_desk.call.person_id == AMAL


def test_a_message_is_written_in_three_presses_and_waits_for_whoever_stands_in(
    window, desk, at_the_desk, trail
):
    call = at_the_desk.call
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    assert call.away.text() == (
        "Naomi Price: Sickness since 20 November 2026; no day back is known. "
        "Tom Ode stands in until 4 December 2026."
    )
    hands.type("Amal")
    hands.tab()
    hands.type("Nobody came yesterday")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.clicks <= 3
    assert window.messages.text == "The message is saved for Naomi Price; Tom Ode has it meanwhile."
    (message,) = desk.case(AMAL).messages
    assert (message.worker_id, message.on, message.time) == ("W1", TODAY, "12:00")
    assert (message.caller, message.words) == ("Amal", "Nobody came yesterday")
    done = [row[1:3] for row in trail()]
    assert done[-2:] == [("add", "messages"), ("remove", "drafts")]
    assert call.person_id == "", "nothing of the call remains for the next one"
    assert call._known.isHidden()

    lines = at_the_desk.lists.list.lines.rows()
    assert [line.aside for line in lines] == ["For Naomi Price, away; Tom Ode stands in"]
    hands.press(window.messages._act)
    assert desk.case(AMAL).messages == ()


def test_the_next_call_begins_empty(desk, at_the_desk):
    call = at_the_desk.call
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.type("Somebody")
    hands.key(Qt.Key.Key_Escape)
    hands.type("ah")
    hands.key(Qt.Key.Key_Return)
    assert call.person_id != AMAL
    assert call.message.fields[0].value() == ""


def test_a_message_is_done_with_what_came_of_it(window, desk, at_the_desk):
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.tab()
    hands.type("Ring me")
    hands.key(Qt.Key.Key_Return, CTRL)
    lists = at_the_desk.lists
    hands.press(lists.done_button)
    hands.type("Rang back, all is well")
    hands.key(Qt.Key.Key_Return, CTRL)
    (message,) = desk.case(AMAL).messages
    assert (message.done_on, message.done_words) == (TODAY, "Rang back, all is well")
    assert lists.number == 0
    assert [line.title for line in lists.list.lines.rows()] == ["No message waits here."]
    hands.key(Qt.Key.Key_Z, CTRL)
    assert lists.number == 1


def test_a_message_just_saved_is_taken_back_from_the_field_the_keyboard_then_is_in(
    desk, at_the_desk
):
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.tab()
    hands.type("Ring me")
    hands.key(Qt.Key.Key_Z, CTRL)
    assert at_the_desk.call.message.fields[1].value() != "Ring me"
    hands.type("Ring me")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert len(desk.case(AMAL).messages) == 1
    hands.key(Qt.Key.Key_Z, CTRL)
    assert desk.case(AMAL).messages == ()


def test_a_message_begun_is_kept_when_the_window_is_left_and_gone_on_with(
    window, desk, at_the_desk
):
    hands, call = Fingers(), at_the_desk.call
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.tab()
    hands.type("They lost their keys and")
    window.leave()
    assert [draft.content["words"] for draft in desk.drafts()] == ["They lost their keys and"]
    call.start_anew()
    window.go_to("people")
    window.offer_drafts()
    window.messages.act()
    assert window.place == "duty_desk"
    assert call.message.fields[1].value() == "They lost their keys and"
    call.message.submit()
    assert [one.words for one in desk.case(AMAL).messages] == ["They lost their keys and"]
    assert desk.drafts() == []


def test_a_message_without_words_is_sent_back_beside_its_field(at_the_desk, desk):
    hands = Fingers()
    hands.type("am")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CTRL)
    assert at_the_desk.call.message.fields[1].problem == "Write down what was said."
    assert desk.case(AMAL).messages == ()
