"""The file of a young person: which section is shown, and where the keyboard is then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desks import AMAL
from tests.fingers import Fingers
from tests.pages import a_page

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(desk, qtbot):
    return a_page(desk, qtbot, person_id=AMAL).file


def test_back_in_a_section_the_keyboard_is_at_its_top_not_where_it_was_left(pane):
    hands = Fingers()
    pane.choose("home")
    pane.currentWidget().setFocus()
    hands.tab()
    assert pane.section.isAncestorOf(QApplication.focusWidget())
    hands.key(Qt.Key.Key_PageDown, CTRL)
    assert (pane.name, QApplication.focusWidget()) == ("learning", pane.currentWidget())
    hands.key(Qt.Key.Key_PageUp, CTRL)
    assert (pane.name, QApplication.focusWidget()) == ("home", pane.currentWidget())
