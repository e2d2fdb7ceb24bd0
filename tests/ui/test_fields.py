from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from carelink.errors import Problem
from carelink.wording import load_wording
from tests.desks import AHMED, AMAL, HANNA
from ui.fields import ChoiceField, DateField, TextField, show_problems
from ui.person_field import PersonField

TODAY = date(2026, 11, 24)


def shown(qtbot, field):
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_date_shows_what_it_understood_and_says_when_it_did_not(qtbot):
    field = shown(qtbot, DateField("on", "When", lambda: TODAY))
    qtbot.keyClicks(field.input, "-3")
    assert field.value() == date(2026, 11, 21)
    assert field.understood.text() == "Saturday 21 November 2026"
    assert field.not_understood() is None
    field.set_typed("soon")
    assert field.value() is None
    assert field.not_understood().field == "on"
    field.set_value(TODAY)
    assert field.typed == "24 November 2026"


def test_problems_stand_beside_their_fields_and_the_first_takes_the_keyboard(qtbot):
    reason = shown(qtbot, TextField("reason", "Why"))
    until = shown(qtbot, DateField("until", "Until", lambda: TODAY))
    rest = show_problems(
        (reason, until), (Problem("until", "Give a day."), Problem("other", "And this."))
    )
    assert (reason.problem, until.problem, rest) == ("", "Give a day.", "And this.")
    assert until.input.accessibleDescription().startswith("Give a day.")
    until.set_typed("today")
    assert until.problem == "", "typing takes the problem away"


def test_a_few_options_are_buttons_and_many_a_list(qtbot):
    few = shown(qtbot, ChoiceField("rung", "What", [("a", "Aye"), ("b", "Bee")], across=2))
    assert few.value() == ""
    few.button("b").click()
    assert few.value() == "b"
    few.set_value("")
    assert few.value() == ""
    many = shown(qtbot, ChoiceField("home", "Home", [("", "Any"), ("u", "Own")]))
    many.set_value("u")
    assert many.value() == "u"


def commit_text(widget, typed):
    """Typed as an input method does it: test keys know Latin letters alone."""
    event = QInputMethodEvent()
    event.setCommitString(typed)
    QApplication.sendEvent(widget, event)


def test_long_text_lets_the_tab_key_out(qtbot):
    field = shown(qtbot, TextField("note", "Note", lines=3))
    field.set_value("  two\nlines ")
    assert field.value() == "two\nlines"
    assert field.input.tabChangesFocus()


def test_two_letters_in_any_script_find_a_person(qtbot, desk):
    field = shown(qtbot, PersonField(desk.people))
    for typed, found in (("am", [AMAL]), ("ሐና", [HANNA]), ("احمد", [AHMED]), ("a", [])):
        field.input.clear()
        commit_text(field.input, typed)
        assert [person.person_id for person in field.found.rows()][:1] == found, typed


def test_enter_takes_the_first_and_typing_on_lets_go(qtbot, desk):
    field = shown(qtbot, PersonField(desk.people))
    qtbot.keyClicks(field.input, "med-000")
    qtbot.keyClick(field.input, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field.input, Qt.Key.Key_Return)
    assert field.value() == picked.args[0]
    qtbot.keyClicks(field.input, "x")
    assert field.value() == ""


def test_control_characters_that_were_pasted_are_left_out(qtbot):
    field = TextField("what", "What")
    qtbot.addWidget(field)
    field.input.setText("Tea\x07 and\x00 talk")
    assert field.value() == "Tea and talk"


def test_a_kinder_word_is_offered_under_the_text_which_stays_as_it_is(qtbot):
    field = TextField("note", "What I saw", lines=3)
    qtbot.addWidget(field)
    field.show()
    field.heed(load_wording())
    assert not field.kinder.isVisible()
    qtbot.keyClicks(field.input, "They refused the placement")
    assert field.kinder.isVisible()
    assert "“refused”: chose not to" in field.kinder.text()
    assert field.value() == "They refused the placement"
    assert field.problem == ""
    field.set_value("They chose not to come")
    assert not field.kinder.isVisible()
