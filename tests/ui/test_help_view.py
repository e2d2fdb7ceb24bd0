from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carelink.words import STATE_LABELS, STATE_MARKS


def test_f1_shows_the_help_and_esc_goes_back(window, qtbot):
    window.go_to("people")
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    assert window.place == "help"
    assert QApplication.focusWidget() is window.page("help").text
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.place == "people"


def test_the_help_explains_every_state_by_its_word_and_mark(window):
    window.show_help()
    read = window.page("help").text.toPlainText()
    for state, label in STATE_LABELS.items():
        assert label in read
        assert STATE_MARKS[state] in read


def test_the_help_says_what_the_store_cannot_protect(window):
    window.show_help()
    assert "a courtesy, not a wall" in window.page("help").text.toPlainText().replace("\n", " ")
