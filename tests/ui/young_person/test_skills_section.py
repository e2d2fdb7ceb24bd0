"""A worker goes through the skills with a young person: one press a rating, both sides kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carelink.facts import SkillRating
from carelink.skills.checklist import load_checklist
from tests.desks import AHMED, AMAL, TODAY
from tests.fingers import Fingers
from tests.pages import read, section

SPRING = date(2026, 4, 10)
KNOWN = {
    "skill_ratings": [
        SkillRating(AMAL, "laundry", "young_person", SPRING, "not_yet", row_id="K1"),
        SkillRating(AMAL, "laundry", "worker", SPRING, "with_help", "One load", True, row_id="K2"),
    ],
}


@pytest.fixture
def view(page_on):
    made = page_on("skills", KNOWN)
    made.activateWindow()
    return made


def ratings(view):
    held = view.desk.case(AMAL).skill_ratings
    return {(one.skill, one.by): one.rating for one in held if one.on == TODAY}


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def stand_on(view, skill):
    section(view).rows[skill].setFocus()
    QApplication.processEvents()


def test_every_skill_is_on_the_page_with_both_sides(view):
    assert list(section(view).rows) == [skill.skill for skill in load_checklist().asked()]
    said = read(section(view).rows["laundry"])
    assert "Young person: not yet, since 10 April 2026" in said
    assert "Worker: with help, since 10 April 2026" in said
    assert any("You see this differently" in words for words in said)
    assert any("We tried it together, 10 April 2026: One load" in words for words in said)
    assert "Worker: not rated yet" in read(section(view).rows["budget"])


def test_the_whole_list_is_rated_with_one_key_a_skill(view):
    first, *_ = section(view).rows
    stand_on(view, first)
    for at in range(len(section(view).rows)):
        press((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)[at % 4])
    given = ratings(view)
    assert len(given) == len(load_checklist().asked())
    assert {by for _, by in given} == {"young_person"}
    order = ["not_yet", "with_help", "on_my_own", "could_show_others"]
    for at, skill in enumerate(section(view).rows):
        assert given[skill, "young_person"] == order[at % 4], skill


def test_the_keyboard_goes_on_and_stays_in_sight(view):
    rows = list(section(view).rows.values())
    stand_on(view, rows[0].skill)
    press(Qt.Key.Key_2)
    assert QApplication.focusWidget() is rows[1]
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[2]
    press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[1]
    for _ in rows:
        press(Qt.Key.Key_Down)
        QApplication.processEvents()
        assert not QApplication.focusWidget().visibleRegion().isEmpty()
    assert QApplication.focusWidget() is rows[-1]
    press(Qt.Key.Key_3)
    assert QApplication.focusWidget() is rows[-1]


def test_the_worker_speaks_for_themselves(view):
    stand_on(view, "budget")
    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert section(view).side.value() == "worker"
    press(Qt.Key.Key_3)
    assert ratings(view) == {("budget", "worker"): "on_my_own"}
    assert section(view).rows["laundry"].buttons["with_help"].isChecked()


def test_a_press_of_the_mouse_rates_too_and_is_undone(view):
    fingers = Fingers()
    button = section(view).rows["seven_meals"].buttons["with_help"]
    fingers.press(button)
    assert ratings(view) == {("seven_meals", "young_person"): "with_help"}
    assert button.isChecked()
    assert fingers.clicks == 1
    view.offers[-1][2]()
    assert ratings(view) == {}
    assert not button.isChecked()


def test_what_moved_is_said_in_words(view):
    stand_on(view, "laundry")
    press(Qt.Key.Key_3)
    said = read(section(view).moved)
    assert "Moved on" in said
    assert "I can wash, dry and iron my clothes" in said
    assert "Young person, 24 November 2026" in said
    assert "Young person: on my own; on 10 April 2026: not yet" in read(
        section(view).rows["laundry"]
    )


def test_no_rating_on_the_page_is_a_number(view):
    stand_on(view, "laundry")
    press(Qt.Key.Key_4)
    said = " ".join(read(section(view)))
    assert "%" not in said
    assert "out of" not in said


def test_trying_is_kept_with_what_shows_it(view):
    stand_on(view, "seven_meals")
    press(Qt.Key.Key_Return)
    form = view.file.form
    assert form.heading.text() == "I can cook seven simple, nutritious meals"
    fields = {field.name: field for field in form.fields}
    fields["tried"].button("yes").click()
    fields["evidence"].set_value("A stew, with a recipe")
    form.save()
    (kept,) = [one for one in view.desk.case(AMAL).skill_ratings if one.skill == "seven_meals"]
    assert (kept.tried, kept.rating, kept.by) == (True, "", "young_person")
    said = read(section(view).rows["seven_meals"])
    assert "We tried it together, 24 November 2026: A stew, with a recipe" in said
    view.offers[-1][2]()
    assert ratings(view) == {}


def test_a_form_that_says_nothing_is_not_kept(view):
    section(view).rows["gp"].tried.click()
    view.file.form.save()
    problems = {field.name: field.problem for field in view.file.form.fields if field.problem}
    assert problems == {"rating": "Choose how it goes."}


def test_another_person_begins_with_their_own_word(view):
    section(view).side.set_value("worker")
    view.show_person(AHMED)
    view.show_section("skills")
    assert section(view).side.value() == "young_person"
    assert "Young person: not asked yet. Worker: not asked yet." in read(section(view).moved)
