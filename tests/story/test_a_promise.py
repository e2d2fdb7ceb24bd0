"""A promise made in a note, from My week to what came of it; and a complaint to its answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from carelink.papers.html import write_html
from carelink.papers.you_said import you_said
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.teams import AMAL, PEOPLE

CTRL = Qt.KeyboardModifier.ControlModifier


def promise_in_a_note(window):
    """As a worker does it: the line chosen, N, what happened, the promise, Ctrl Enter."""
    window.go_to("my_week")
    week = window.page("my_week")
    week.list.choose(AMAL)
    week.list.setFocus()
    hands = Fingers()
    hands.key(Qt.Key.Key_N)
    note = window.page("contact").pane.note
    hands.key(Qt.Key.Key_1)
    note.ends.promise.setFocus()
    hands.type("Ring the bank about the card")
    note.ends.promise_by.setFocus()
    hands.type("today")
    hands.key(Qt.Key.Key_Return, CTRL)


def line_of(window, person_id=AMAL):
    window.go_to("my_week")
    lines = window.page("my_week").list.lines.rows()
    return next((line for line in lines if line.about == person_id), None)


def read(widget):
    return " ".join(found.text() for found in widget.findChildren(QLabel))


def page_of(desk):
    return write_html(you_said(desk.case(AMAL), TODAY)).decode()


def test_a_promise_made_in_a_note_waits_on_my_week_until_it_is_kept_and_told(window, desk):
    promise_in_a_note(window)

    assert line_of(window).sentence == "A promise is due today: Ring the bank about the card"
    assert desk.week().said == f"{PEOPLE} = 2 today + {PEOPLE - 2} fine"
    assert "Ring the bank about the card" in page_of(desk)

    window.open_person(AMAL)
    view = window.page("young_person")
    (key,) = view.file.section.promises.keys
    hands = Fingers()
    hands.press(view.file.section.promises.row(key).button("kept"))
    assert line_of(window) is None, "Fine is folded"
    assert desk.week().said == f"{PEOPLE} = 1 today + {PEOPLE - 1} fine"

    window.open_person(AMAL)
    hands.press(view.file.section.promises.row(key).button("told"))
    assert hands.clicks == 2
    assert view.file.section.promises.keys == []
    (promise,) = desk.case(AMAL).promises
    assert (promise.source, promise.worker_id) == ("note", desk.user.worker_id)
    assert (promise.kept_on, promise.told_on) == (TODAY, TODAY)
    timeline = read(view.file.section.timeline)
    assert "We kept our promise: Ring the bank about the card" in timeline
    assert "What we still have to do" not in page_of(desk)


def test_what_was_done_is_undone_from_the_message_bar(window, desk):
    promise_in_a_note(window)
    window.open_person(AMAL)
    promises = window.page("young_person").file.section.promises
    (key,) = promises.keys
    promises.row(key).button("kept").click()
    assert desk.case(AMAL).promises[0].kept_on == TODAY
    Fingers().key(Qt.Key.Key_Z, CTRL)
    assert desk.case(AMAL).promises[0].kept_on is None
    assert promises.row(key).acts == ["kept"]


def test_a_complaint_is_written_down_promised_on_answered_and_printed(window, desk):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section("promises")
    section = view.file.section
    section.hear.click()
    asked = {field.name: field for field in view.file.form.fields}
    asked["kind"].set_value("complaint")
    asked["words"].set_value("Nobody rang me back about the window")
    asked["on"].set_typed("2 11 2026")
    view.file.form.save()
    assert "1 answer late" in line_of(window).sentence
    window.open_person(AMAL)
    view.show_section("promises")

    (key,) = section.statements.keys
    section.statements.row(key).button("promise").click()
    asked = {field.name: field for field in view.file.form.fields}
    asked["what"].set_value("Have the window mended")
    asked["due_on"].set_typed("1 12 2026")
    view.file.form.save()
    section.statements.row(key).button("answer").click()
    asked = {field.name: field for field in view.file.form.fields}
    asked["answer"].set_value("We are sorry. The window is mended by 1 December.")
    asked["told_on"].set_typed("today")
    view.file.form.save()
    assert "answer late" not in line_of(window).sentence

    window.open_person(AMAL)
    view.show_section("promises")
    (made,) = section.promises.keys
    section.promises.row(made).button("kept_how").click()
    asked = {field.name: field for field in view.file.form.fields}
    asked["did"].set_value("The window was mended on Tuesday")
    view.file.form.save()
    page = page_of(desk)
    assert "Nobody rang me back about the window" in page
    assert "The window was mended on Tuesday" in page
    assert "They have not been told" in read(section.came)


def test_the_laptop_is_turned_to_the_young_person_and_back(window, desk):
    window.open_person(AMAL)
    hands = Fingers()
    hands.press(window.page("young_person")._share)
    assert window.shared is not None
    hands.press(window.shared.back)
    hands.press(window.shared.go)
    assert window.shared is None
    assert hands.clicks == 3
    assert window.page("young_person").isVisible()
