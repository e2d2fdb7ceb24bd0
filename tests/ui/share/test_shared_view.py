"""Shared view: only what is theirs, nothing else in reach, a way back in two presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit

from carelink.facts import Contact, PlanMatter, PlanVersion, SafetyFlag, Supporter
from db.trail import add
from tests.desks import AMAL, JAMIE, TODAY

CONTROL = Qt.KeyboardModifier.ControlModifier
SHARED = ["My plan", "You said, we did", "What I may have", "My health passport"]
PRIVATE = ("THE NOTE", "THE WORRY", "THE FLAG", "THE DRAFT", "Uncle Bob", "ME4 4TR")


@pytest.fixture
def shared(window, desk):
    """The window with Amal's file shared, in which there is much that is not hers to read."""
    facts = {
        "contacts": [Contact("C9", AMAL, "W1", TODAY, "spoke", note="THE NOTE", worry="THE WORRY")],
        "safety_flags": [SafetyFlag("F1", AMAL, "exploitation", concerns="THE FLAG", set_on=TODAY)],
        "supporters": [
            Supporter(AMAL, "Nan Rose", "nan", in_copy=True, row_id="s1"),
            Supporter(AMAL, "Uncle Bob", "uncle", row_id="s2"),
        ],
        "plan_versions": [
            PlanVersion("V1", AMAL, "P1", begun_on=TODAY, approved_on=TODAY),
            PlanVersion("V2", AMAL, "P1", begun_on=TODAY),
        ],
        "plan_matters": [
            PlanMatter(AMAL, "V1", "support", words="THEIR WORDS", stands="new", row_id="m1"),
            PlanMatter(AMAL, "V2", "support", words="THE DRAFT", stands="new", row_id="m2"),
        ],
    }
    for kind, held in facts.items():
        desk.do(lambda writing, kind=kind, held=held: add(writing, kind, held), about=AMAL)
    window.open_person(AMAL)
    QApplication.processEvents()
    press(window, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.shared is not None
    return window


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def in_sight(window):
    """Every text that can be read on the window, whatever bears it."""
    QApplication.processEvents()
    said = [found.text() for found in window.findChildren(QLabel) if found.isVisible()]
    said += [found.text() for found in window.findChildren(QAbstractButton) if found.isVisible()]
    for kind in (QLineEdit, QPlainTextEdit):
        said += [kind.__name__ for found in window.findChildren(kind) if found.isVisible()]
    return [text for text in said if text]


def buttons(window):
    QApplication.processEvents()
    return [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()]


def test_only_what_is_theirs_is_in_sight(shared):
    for part in shared.shared.parts:
        shared.shared.show_part(part.name)
        said = " ".join(in_sight(shared))
        assert said.startswith("Shared view")
        for private in PRIVATE:
            assert private not in said, (part.name, private)
    shared.shared.show_part("plan")
    said = " ".join(in_sight(shared))
    assert "THEIR WORDS" in said
    assert "Nan Rose" in said


def test_rail_finder_and_messages_are_gone(shared):
    assert buttons(shared) == [*SHARED, "Go back"]
    shared.messages.say("Somebody else's name")
    assert "Somebody else's name" not in in_sight(shared)
    assert shared.windowTitle() == "CareLink: shared view"


def test_health_is_not_shown_before_it_is_asked_for(shared):
    assert "My health passport" not in [
        found.text() for found in shared.shared.paper.findChildren(QLabel) if found.isVisible()
    ]
    health = shared.shared.buttons[-1]
    health.click()
    assert "GP surgery" in in_sight(shared)
    assert [button.isChecked() for button in shared.shared.buttons] == [False] * 3 + [True]


def test_no_key_reaches_the_workers_side(shared):
    place = shared.place
    for key in (Qt.Key.Key_N, Qt.Key.Key_W, Qt.Key.Key_B, Qt.Key.Key_F1):
        press(shared, key)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_PageDown):
        press(shared, key, CONTROL)
    assert shared.shared is not None
    assert shared.place == place
    assert buttons(shared) == [*SHARED, "Go back"]


def test_going_back_takes_two_presses_and_the_first_choice_is_to_stay(shared):
    press(shared, Qt.Key.Key_Escape)
    assert shared.shared.stay.hasFocus()
    press(shared, Qt.Key.Key_Return)
    shared._escaped.stop()
    press(shared, Qt.Key.Key_Escape)
    assert shared.shared is not None, "Esc never goes back by itself"
    shared.shared.stay.click()
    assert shared.shared is not None
    shared.shared.back.click()
    shared.shared.go.click()
    assert shared.shared is None
    assert shared.page("young_person").isVisible()
    assert shared.windowTitle() == "CareLink"
    press(shared, Qt.Key.Key_N)
    assert shared.place == "contact"


def test_hide_now_hides_the_shared_view_and_brings_it_back_shared(shared):
    press(shared, Qt.Key.Key_F9)
    assert in_sight(shared) == ["Press F9 to go on."]
    assert shared.windowTitle() == "CareLink"
    press(shared, Qt.Key.Key_F9)
    assert buttons(shared) == [*SHARED, "Go back"]
    assert shared.windowTitle() == "CareLink: shared view"


def test_lock_works_from_the_shared_view(shared, qtbot):
    with qtbot.waitSignal(shared.lock_asked):
        press(shared, Qt.Key.Key_L, CONTROL)


def test_what_was_being_typed_is_a_draft_before_it_is_shared(window, desk):
    window.record_contact(AMAL)
    window.page("contact").pane.note.prompts["they_said"].set_value("half a prom")
    window.share(AMAL)
    assert "half a prom" in str(desk.drafts()[0].content)


def test_the_button_on_their_page_and_the_finder_share_too(window):
    window.open_person(AMAL)
    window.page("young_person")._share.click()
    assert window.shared is not None
    window.end_sharing()
    window.finder.ask()
    for letter in "share":
        press(window, getattr(Qt.Key, f"Key_{letter.upper()}"))
    press(window, Qt.Key.Key_Return)
    assert window.shared is not None


def test_of_one_who_has_died_there_is_nothing_to_share(window):
    window.share(JAMIE)
    assert "There is nothing to share." in in_sight(window)
    assert buttons(window) == ["Go back"]
