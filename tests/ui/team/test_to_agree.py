"""What waits for a manager is answered in one list by keyboard, and nobody answers their own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carelink.facts import Entitlement, Home, Provenance, Snooze, StatusOverride
from carelink.week import set_aside_on
from carelink.words import State
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA, TODAY
from tests.fingers import Fingers
from tests.pages import words_on

CTRL = Qt.KeyboardModifier.ControlModifier
AGO = TODAY - timedelta(days=6)
NAOMI = Provenance(datetime(2026, 11, 18, tzinfo=UTC), "Naomi Price", "")


def write(writing):
    """Two lines set aside, a grant and a status, by the adviser; a home by the manager herself."""
    until = TODAY + timedelta(days=20)
    snoozes = [
        Snooze(AMAL, "pa_contact_8w", AGO, until, "Away on a course", "W1", "S1"),
        Snooze(AHMED, "pa_contact_8w", TODAY, until, "Exams", "W1", "S2"),
    ]
    asked = StatusOverride(
        *(HANNA, "qualifying", date(2024, 2, 28), None, "Care did not count", "Court letter"),
        *(AGO, "W1", "O1"),
    )
    add(writing, "snoozes", snoozes, [NAOMI] * 2)
    add(writing, "status_overrides", [asked], [NAOMI])
    grant = Entitlement(HANNA, "laptop", "granted", AGO, 90_000, row_id="E1")
    add(writing, "entitlements", [grant], [NAOMI])
    add(writing, "homes", [Home(HANNA, AGO, None, "W", "2", True, row_id="H9")])


@pytest.fixture
def pane(window):
    window.go_to("team")
    window.desk.do(write, about=(AMAL, HANNA, AHMED))
    view = window.page("team")
    view.show_pane("to_agree")
    return view.pane


def keys(pane):
    return [line.key for line in pane.list.lines.rows() if line.state is not None]


def test_everything_that_waits_stands_kind_by_kind_the_longest_first(window, pane):
    assert window.page("team").buttons["to_agree"].text() == "To agree (5)"
    waits = ["status O1", "emergency_home H9", "snooze S1", "snooze S2", "grant E1"]
    assert keys(pane) == waits
    heads = [line.title for line in pane.list.lines.rows() if line.state is None]
    assert heads == [
        "Legal statuses in place of those worked out (1)",
        "Emergency homes (1)",
        "Local standards set aside (2)",
        "High grants (1)",
    ]


def test_the_panel_says_all_there_is_to_decide_by(pane):
    pane.list.choose("snooze S1")
    said = words_on(pane.panel)
    for words in ("Amal Haddad", "Local standard", "Away on a course", "Naomi Price", "19, born"):
        assert words in said
    pane.list.choose("status O1")
    said = words_on(pane.panel)
    for words in ("Former relevant", "Care did not count", "Court letter", "Qualifying"):
        assert words in said


def test_one_key_agrees_and_the_next_is_chosen(window, pane):
    hands = Fingers()
    pane.list.choose("status O1")
    hands.key(Qt.Key.Key_A)
    assert window.desk.case(HANNA).approvals[0].answer == "agreed"
    assert window.desk.standing(HANNA).status == "qualifying"
    assert pane.list.chosen().key == "emergency_home H9"
    pane.list.choose("snooze S1")
    hands.key(Qt.Key.Key_A)
    assert pane.list.chosen().key == "snooze S2"
    hands.key(Qt.Key.Key_A)
    assert pane.list.chosen().key == "grant E1"
    hands.key(Qt.Key.Key_A)
    assert hands.clicks == 4
    assert keys(pane) == ["emergency_home H9"]
    assert pane.list.chosen().key == "emergency_home H9"


def test_returned_with_words_by_keyboard_the_line_comes_back_to_my_week(window, pane):
    desk, hands = window.desk, Fingers()
    assert set_aside_on(desk.case(AMAL), desk.duties(AMAL), TODAY) == {"pa_contact_8w"}
    pane.list.choose("snooze S1")
    hands.key(Qt.Key.Key_R)
    hands.key(Qt.Key.Key_Return, CTRL)
    assert "Say why it comes back" in words_on(pane.panel)
    assert not desk.case(AMAL).approvals
    hands.type("Offer a visit next week.")
    hands.key(Qt.Key.Key_Return, CTRL)
    (answer,) = desk.case(AMAL).approvals
    assert (answer.answer, answer.words) == ("returned", "Offer a visit next week.")
    assert set_aside_on(desk.case(AMAL), desk.duties(AMAL), TODAY) == frozenset()
    assert pane.list.chosen().key == "snooze S2"
    assert pane.panel.words.value() == ""
    assert pane.list.hasFocus()


def test_an_answer_is_undone_and_waits_again(window, pane):
    offers = []
    window.page("team").offered.connect(lambda *offer: offers.append(offer))
    pane.list.choose("snooze S1")
    Fingers().key(Qt.Key.Key_A)
    says, word, undo = offers[-1]
    assert (says.split(":")[0], word) == ("Agreed", "Undo")
    undo()
    assert "snooze S1" in keys(pane)
    assert not window.desk.case(AMAL).approvals


def test_whoever_recorded_it_is_told_why_they_cannot_answer(window, pane):
    line = next(line for line in pane.list.lines.rows() if line.key == "emergency_home H9")
    assert (line.state, line.word) == (State.NOT_REQUIRED, "Not by you")
    pane.list.choose(line.key)
    assert "You recorded this yourself" in words_on(pane.panel)
    assert not pane.panel.agree_button.isVisible()
    hands = Fingers()
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_R)
    assert not window.desk.case(HANNA).approvals


def test_words_typed_for_one_are_there_again_and_never_with_another(pane):
    pane.list.choose("snooze S1")
    pane.panel.words.set_value("Half a thought")
    pane.list.choose("snooze S2")
    assert pane.panel.words.value() == ""
    pane.list.choose("snooze S1")
    assert pane.panel.words.value() == "Half a thought"


def test_enter_opens_the_file_where_it_is_kept(window, pane):
    pane.list.choose("grant E1")
    pane.list.setFocus()
    QApplication.processEvents()
    Fingers().key(Qt.Key.Key_Return)
    assert window.place == "young_person"
    assert window.page("young_person").file.name == "money"


def test_with_nothing_waiting_it_says_what_would_stand_here(window):
    window.go_to("team")
    view = window.page("team")
    view.show_pane("to_agree")
    assert view.pane.list.lines.rows()[0].title == "Nothing waits for a manager."
    assert "grants above £500 of the last 91 days" in words_on(view.pane.panel)
