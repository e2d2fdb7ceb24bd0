"""What a manager must decide on: one list in order, one key a decision, nothing lost by it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carelink.facts import Decision, Home, Snooze
from carelink.oversight.alarms import Sort
from carelink.oversight.words import AGREED
from carelink.rulebook import load_rulebook
from db.deciding import decide
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA, TODAY, made_desk
from tests.fingers import Fingers
from tests.pages import words_on
from tests.stores import made_store
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.team.team_view import TeamView

CTRL = Qt.KeyboardModifier.ControlModifier


def write(writing):
    begun = TODAY - timedelta(days=6)
    add(writing, "homes", [Home(HANNA, begun, None, "W", "2", row_id="H9")])
    until = TODAY + timedelta(days=20)
    add(writing, "snoozes", [Snooze(AMAL, "pa_contact_8w", begun, until, "Exams", "W1", "S1")])


@pytest.fixture
def view(window):
    window.go_to("team")
    window.desk.do(write, about=(AMAL, HANNA))
    view = window.page("team")
    view.show_pane("decide")
    return view


@pytest.fixture
def pane(view):
    return view.pane


def lines(pane):
    return [line for line in pane.list.lines.rows() if line.state is not None]


def heads(pane):
    return [line.title for line in pane.list.lines.rows() if line.state is None]


def line_of(pane, person_id, sort):
    alarms, _ = pane.desk.alarms()
    held = next(a for a in alarms if (a.person_id, a.sort) == (person_id, sort))
    return f"alarm {person_id} {held.keys[0]}"


def test_the_page_opens_with_what_needs_a_decision_in_order_with_the_numbers(view, pane):
    alarms, decided = pane.desk.alarms()
    assert view.buttons["decide"].text() == f"To decide ({len(alarms) + 2})"
    assert decided == 0
    assert next(iter(view.panes)) == "decide"
    order = [alarm.sort for alarm in alarms]
    assert order == sorted(order)
    assert "Nights without a settled home (1)" in heads(pane)
    assert "Waits for a manager to agree (2)" in heads(pane)
    kinds = [line for line in lines(pane) if line.key in ("snooze S1", "emergency_home H9")]
    assert [line.title for line in kinds] == [
        "Emergency homes (1)",
        "Local standards set aside (1)",
    ]
    assert "The longest: Hanna" in kinds[0].sentence or "The longest: ሐና" in kinds[0].sentence
    assert len(lines(pane)) == len(alarms) + 2


def test_seen_and_agreed_is_one_key_and_the_next_line_is_chosen(pane):
    hands = Fingers()
    first, second = (line.key for line in lines(pane)[:2])
    hands.key(Qt.Key.Key_S)
    assert hands.clicks == 1
    assert first not in [line.key for line in lines(pane)]
    assert pane.list.chosen().key == second
    assert QApplication.focusWidget() is pane.list
    decided = pane.desk.alarms()[1]
    assert heads(pane)[-1] == f"Decided, and not due again yet ({decided})"


def test_a_decision_is_told_and_can_be_taken_back(view, pane, qtbot):
    before = [line.key for line in lines(pane)]
    with qtbot.waitSignal(view.offered) as told:
        Fingers().key(Qt.Key.Key_S)
    says, word, undo = told.args
    assert "Seen and agreed; to be looked at again on 8 December 2026" in says
    assert word == "Undo"
    undo()
    assert [line.key for line in lines(pane)] == before


def test_an_action_asks_what_and_by_when_and_stands_on_the_case(pane):
    hands = Fingers()
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    hands.key(Qt.Key.Key_A)
    hands.type("Ring the housing officer")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.clicks == 2
    (kept,) = pane.desk.case(HANNA).decisions
    assert (kept.answer, kept.action) == ("action", "Ring the housing officer")
    assert kept.by_whom == "Naomi Price"
    assert kept.again_on == TODAY + timedelta(days=7)
    assert kept.about == f"nights:bed_and_breakfast:{(TODAY - timedelta(days=6)).isoformat()}"


def test_a_reason_accepted_needs_the_reason_and_says_so_beside_it(pane):
    hands = Fingers()
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    hands.key(Qt.Key.Key_R)
    hands.key(Qt.Key.Key_Return, CTRL)
    assert pane.form.words.problem == "Say which reason you accept."
    assert pane.desk.case(HANNA).decisions == ()
    hands.type("A room is promised for Friday")
    hands.key(Qt.Key.Key_Return, CTRL)
    (kept,) = pane.desk.case(HANNA).decisions
    assert kept.words == "A room is promised for Friday"


def test_what_is_typed_comes_again_with_its_line_until_it_is_recorded(pane):
    fingers = Fingers()
    first = pane.list.chosen().key
    pane.list.setFocus()
    fingers.key(Qt.Key.Key_A)
    fingers.type("Ring on Friday")
    second = lines(pane)[1].key
    pane.list.choose(second)
    assert pane.form.isHidden()
    assert pane.form.action.value() == ""
    pane.list.choose(first)
    assert not pane.form.isHidden()
    assert pane.form.action.value() == "Ring on Friday"
    assert [draft.content["action"] for draft in pane.desk.drafts()] == ["Ring on Friday"]
    pane.form.submit()
    assert pane.desk.drafts() == [], "the draft goes with the decision"
    assert pane.form.isHidden()


def test_what_was_begun_is_there_again_after_locking_and_opens_at_its_line(window, pane):
    fingers = Fingers()
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    fingers.key(Qt.Key.Key_A)
    fingers.type("Ring the housing officer")
    pane.form.by_whom.set_value("Tom Ode")
    pane.form.again_on.set_typed("12 12")
    window.leave()
    again = TeamView(pane.desk, DeskSignals(pane.desk))
    again.show()
    (draft,) = pane.desk.drafts()
    again.go_on_with(draft.content)
    form = again.panes["decide"].form
    assert again.pane.list.chosen().about == HANNA
    assert not form.isHidden()
    assert (form.action.value(), form.by_whom.value()) == ("Ring the housing officer", "Tom Ode")
    assert form.again_on.value() == date(2026, 12, 12)
    form.submit()
    (kept,) = pane.desk.case(HANNA).decisions
    assert (kept.answer, kept.by_whom, kept.again_on) == ("action", "Tom Ode", date(2026, 12, 12))
    assert pane.desk.drafts() == []
    again.deleteLater()


def test_with_every_word_taken_out_again_no_draft_is_left(pane):
    fingers = Fingers()
    fingers.key(Qt.Key.Key_R)
    fingers.type("We")
    pane.drafting.flush()
    assert len(pane.desk.drafts()) == 1
    pane.form.words.set_value("")
    pane.drafting.flush()
    assert pane.desk.drafts() == []


def test_an_unfinished_decision_is_offered_after_unlocking(window, pane):
    fingers = Fingers()
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    fingers.key(Qt.Key.Key_R)
    fingers.type("A room is promised")
    window.leave()
    window.go_to("my_week")
    window.offer_drafts()
    assert window.messages.text == "Something was left unfinished."
    window.messages.act()
    assert window.place == "team"
    assert pane.list.chosen().about == HANNA
    assert pane.form.words.value() == "A room is promised"


def test_what_somebody_else_decides_meanwhile_leaves_the_keyboard_and_tells_what_is_lost(pane):
    fingers, told = Fingers(), []
    pane.said.connect(told.append)
    pane.list.setFocus()
    alarm = pane._chosen()
    fingers.key(Qt.Key.Key_R)
    fingers.type("We wait")
    other = Decision(
        "",
        alarm.person_id,
        answer=AGREED,
        again_on=TODAY + timedelta(5),
        about=" ".join(alarm.keys),
    )
    pane.desk.do(decide, other, about=alarm.person_id)
    assert told == ["This has changed meanwhile. Not recorded: “We wait”"]
    assert pane.desk.drafts() == []
    assert QApplication.focusWidget() is pane.list


def test_undone_its_line_is_chosen_again(pane, window):
    fingers = Fingers()
    pane.list.setFocus()
    first = pane.list.chosen().key
    fingers.key(Qt.Key.Key_S)
    assert pane.list.chosen().key != first
    fingers.key(Qt.Key.Key_Z, CTRL)
    assert pane.list.chosen().key == first


def test_a_day_that_is_not_understood_is_said_and_nothing_is_kept(pane):
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    Fingers().key(Qt.Key.Key_A)
    pane.form.again_on.set_typed("whenever")
    pane.form.save_button.click()
    assert pane.form.again_on.problem
    assert pane.desk.case(HANNA).decisions == ()


def test_what_was_decided_before_is_said_when_it_comes_back(pane):
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    assert "Nothing was decided on this before." in words_on(pane.panel)


def test_what_waits_to_be_agreed_to_opens_where_it_is_answered(view, pane):
    line = next(line for line in lines(pane) if line.key == "snooze S1")
    pane.list.choose(line.key)
    assert not pane.bar.isVisibleTo(view)
    Fingers().key(Qt.Key.Key_Return)
    assert view.pane is view.panes["to_agree"]
    assert view.pane.list.chosen().key == "snooze S1"


def test_a_line_opens_its_person(window, pane):
    pane.list.choose(line_of(pane, HANNA, Sort.NIGHTS))
    Fingers().key(Qt.Key.Key_Return)
    assert window.place == "young_person"


def test_who_is_no_manager_reads_and_decides_nothing(tmp_path, qtbot):
    desk = made_desk(tmp_path, role="qa")
    view = TeamView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    pane = view.panes["decide"]
    view.show_pane("decide")
    pane.list.choose(next(line.key for line in lines(pane) if line.about == AHMED or line.about))
    assert not pane.bar.isVisibleTo(view)
    before = len(lines(pane))
    pane._answer("agreed")
    assert len(lines(pane)) == before
    desk.store.close()


def test_a_team_with_nobody_has_nothing_to_decide(tmp_path, qtbot):
    desk = made_desk(tmp_path, facts={"workers": []})
    view = TeamView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    assert view.buttons["decide"].text() == "To decide (0)"
    assert heads(view.pane) == ["Nothing waits for a decision of yours."]
    desk.store.close()


def test_while_the_roll_is_read_nothing_is_called_decided_and_no_key_opens_a_form(tmp_path, qtbot):
    store = made_store(tmp_path)
    desk = Desk(store, load_rulebook(), lambda: TODAY)
    view = TeamView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    words = {"to_agree": "To agree", "passports": "18 and no health passport"}
    words |= {"decide": "To decide", "promises": "Promises and answers late"}
    assert {name: view.buttons[name].text() for name in words} == words, "no number is told yet"
    assert heads(view.pane) == ["The roll is still being read."]
    view.pane.list.setFocus()
    for key in (Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_R):
        QTest.keyClick(view.pane.list, key)
    assert view.pane.form.isHidden()
    store.close()
