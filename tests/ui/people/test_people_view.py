"""People: two letters find, filters narrow, the sum is said, Enter opens."""

import pytest
from PySide6.QtCore import Qt

from carelink.facts import Person
from carelink.names import kept_apart
from tests.desks import A_FEW, AHMED, AMAL, HANNA, JAMIE, made_desk
from tests.fingers import Fingers
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.people.people_view import PeopleView


@pytest.fixture
def sums():
    return []


@pytest.fixture
def view(desk, qtbot, sums):
    made = PeopleView(desk, DeskSignals(desk))
    made.sum_said.connect(sums.append)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def shown(view):
    return [line.about for line in view.found.lines.rows()]


def test_everyone_is_there_one_line_each_and_counted(view, sums):
    assert shown(view) == [AMAL, JAMIE, AHMED, HANNA]
    assert sums[-1] == "Showing 4 of 4"


def test_a_line_says_who_where_they_stand_and_the_worst_of_what_is_due(view):
    lines = {line.about: line for line in view.found.lines.rows()}
    assert lines[AMAL].title == "Amal Haddad, 19"
    assert lines[AMAL].aside == "Former relevant · Naomi Price"
    assert lines[AMAL].sentence
    assert lines[AHMED].title == f"{kept_apart('أحمد علي')}, 18"
    assert (lines[JAMIE].sentence, lines[JAMIE].aside) == ("Died on 1 February 2026", "Died")


def test_letters_narrow_the_list_as_they_are_typed(view, sums):
    Fingers().type("hann")
    assert shown(view) == [HANNA]
    assert sums[-1] == "Showing 1 of 4"
    view.look_for("احمد")
    assert shown(view) == [AHMED]
    view.look_for("nobody at all")
    assert shown(view) == []
    assert sums[-1] == "Showing 0 of 4. Nobody fits; take off a filter or type less."


def test_filters_narrow_together_with_the_letters(view):
    view.status.set_value("former_relevant")
    assert shown(view) == [AMAL, AHMED, HANNA]
    view.band.set_value("18 to 20")
    assert shown(view) == [AMAL, AHMED, HANNA]
    view.adviser.set_value("No personal adviser")
    assert shown(view) == []
    view.adviser.set_value("Naomi Price")
    view.look_for("al")
    assert shown(view) == [AHMED, AMAL]


def test_only_advisers_who_are_there_are_offered(view):
    offered = [view.adviser._list.itemText(at) for at in range(view.adviser._list.count())]
    assert offered == ["Everyone", "Naomi Price", "No personal adviser"]


def test_enter_opens_the_first_found_and_the_one_chosen(view, qtbot):
    hands = Fingers()
    hands.type("am")
    with qtbot.waitSignal(view.person_opened) as opened:
        hands.key(Qt.Key.Key_Return)
    assert opened.args == [AMAL]
    view.look_for("")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Down)
    with qtbot.waitSignal(view.person_opened) as opened:
        hands.key(Qt.Key.Key_Return)
    assert opened.args == [view.found.chosen().about]


def test_the_one_chosen_is_the_one_in_view(view):
    view.found.choose(HANNA)
    assert view.person_in_view() == HANNA


def test_a_case_not_yet_read_says_so(tmp_path, qtbot):
    read = made_desk(tmp_path)
    desk = Desk(read.store, read.rulebook, lambda: read.day)
    desk.take_names(desk.names())
    view = PeopleView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    assert {line.sentence for line in view.found.lines.rows()} == {"Still being worked out"}
    read.store.close()


def test_nobody_at_all_says_what_to_do(tmp_path, qtbot):
    desk = made_desk(tmp_path, facts={})
    view = PeopleView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.sum_said) as said:
        view.show()
    assert said.args[0].startswith("Nobody is recorded yet")
    desk.store.close()


def test_a_person_without_any_name_stands_under_their_reference(tmp_path, qtbot):
    facts = {**A_FEW, "people": [*A_FEW["people"], Person("MED-0099")]}
    desk = made_desk(tmp_path, facts=facts)
    view = PeopleView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    titles = [line.title for line in view.found.lines.rows()]
    assert "MED-0099, age not known" in titles
    desk.store.close()
