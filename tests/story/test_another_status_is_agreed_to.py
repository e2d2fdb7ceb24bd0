"""From asking for another status to what is owed because a manager agreed, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carelink.facts import Worker
from carelink.words import State
from db.recording import link_user
from db.tables import USERS
from db.trail import add, keep
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.pages import words_on
from tests.stores import USER
from tests.teams import AMAL

CTRL = Qt.KeyboardModifier.ControlModifier


def sit_down(desk, name, role, worker_id):
    """Another of the team is at the keyboard from now on, by their own name."""

    def write(writing):
        keep(writing, USERS, writing.user_id, {"name": name, "role": role})
        link_user(writing, worker_id)

    desk.do(write)
    desk.user = desk.store.user = desk.user._replace(name=name, role=role, worker_id=worker_id)


def ask(window, hands):
    """The adviser asks for it in the file."""
    window.open_person(AMAL)
    file = window.page("young_person").file
    hands.press(file.section.status)
    form = file.form
    status, start, _, reason, evidence = form.fields
    status.setFocus()
    hands.type("Qualifying")
    for field, typed in ((start, "3 5 2024"), (reason, "Care was respite"), (evidence, "Order")):
        field.setFocus()
        hands.type(typed)
    hands.key(Qt.Key.Key_Return, CTRL)
    assert form.general.text() == ""
    assert [field.problem for field in form.fields] == [""] * 5


def answer_by_keyboard(window, hands, key):
    """The manager on the Team page: the list, the line, one key."""
    window.go_to("team")
    view = window.page("team")
    hands.press(view.buttons["to_agree"])
    view.pane.take_keyboard()
    QApplication.processEvents()
    assert view.pane.list.chosen().about == AMAL
    hands.key(key)
    return view.pane


def test_asked_agreed_to_and_what_is_owed_follows(window, desk, duties_command, trail):
    manager = Worker("TM1", "Ruth Adeyemi", "team_manager")
    desk.do(lambda writing: add(writing, "workers", [manager]))
    sit_down(desk, "Naomi Price", "personal_adviser", "W1")
    hands = Fingers()
    ask(window, hands)
    assert hands.clicks == 2
    (asked,) = desk.case(AMAL).status_overrides
    assert (asked.status, asked.asked_by, asked.asked_on) == ("qualifying", "W1", TODAY)
    was = {duty.duty: duty.state for duty in desk.duties(AMAL)}
    assert was["pa_contact_8w"] is State.OVERDUE
    assert "Waits for a manager" in words_on(window.page("young_person").file.section.manager)

    pane = answer_by_keyboard(window, hands, Qt.Key.Key_A)
    assert not desk.case(AMAL).approvals  # an adviser answers nothing
    assert "Only a team manager" in words_on(pane.panel)

    sit_down(desk, "Ruth Adeyemi", "team_manager", "TM1")
    pane.refresh()
    hands = Fingers()
    answer_by_keyboard(window, hands, Qt.Key.Key_A)
    assert hands.clicks == 2
    assert desk.standing(AMAL).status == "qualifying"
    now = {duty.duty: duty.state for duty in desk.duties(AMAL)}
    assert now["pa_contact_8w"] is State.NOT_REQUIRED

    window.open_person(AMAL)
    said = words_on(window.page("young_person"))
    assert "Ruth Adeyemi agreed on 24 November 2026" in said
    assert "This differs: the records alone would say former relevant" in said
    assert "Agreed: Qualifying from 3 May 2024" in said
    sit_down(desk, USER, "team_manager", "TM1")  # by which name the command line opens it
    row = duties_command()[(AMAL, "pa_contact_8w")]
    assert row["state"] == "not_required"
    who = [(w, kind) for w, action, kind, _ in trail() if kind in ("status_overrides", "approvals")]
    assert who == [("Naomi Price", "status_overrides"), ("Ruth Adeyemi", "approvals")]


def test_nobody_agrees_to_their_own_and_what_comes_back_is_on_the_file(window, desk):
    manager = Worker("TM1", "Ruth Adeyemi", "team_manager")
    desk.do(lambda writing: add(writing, "workers", [manager]))
    sit_down(desk, "Naomi Price", "team_manager", "W1")
    hands = Fingers()
    ask(window, hands)
    pane = answer_by_keyboard(window, hands, Qt.Key.Key_A)
    assert "You asked for this yourself" in words_on(pane.panel)
    assert not desk.case(AMAL).approvals

    sit_down(desk, "Ruth Adeyemi", "team_manager", "TM1")
    pane.refresh()
    answer_by_keyboard(window, hands, Qt.Key.Key_R)
    hands.type("Send me the order first.")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert desk.standing(AMAL).status == "former_relevant"
    window.open_person(AMAL)
    card = window.page("young_person").file.section.manager
    assert "Send me the order first." in words_on(card)
    assert "Returned by Ruth Adeyemi" in words_on(card)
