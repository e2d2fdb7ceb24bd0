"""The note asks about the actions of the plan that are due: done, not yet, or dropped and why."""

import pytest
from PySide6.QtCore import Qt

from carelink.plan.actions import open_actions
from tests.desks import AHMED, AMAL, made_desk
from tests.fingers import Fingers
from tests.plans import UNMET, a_few_with_a_plan
from ui.contacts.answers import Answers, actions_said, as_actions

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_few_with_a_plan())
    yield made
    made.store.close()


def begin(form, person_id=AMAL):
    form.start(person_id)
    form.setFocus()
    form.pane.note.happened.rung.set_value("seen_at_home")
    return form.pane.note


def came_of(desk):
    return {a.matter: a.outcome for a in desk.case(AMAL).plan_actions if a.matter in UNMET}


def test_each_action_due_is_one_line_with_when_and_by_whom(form):
    note = begin(form)
    assert note.actions_due.isVisible()
    asked = [field.asks for field in note.actions_due.fields()[::2]]
    assert asked == [f"See to {matter}" for matter in UNMET]
    hint = note.actions_due.row("A health").came._hint.text()
    assert hint == "Naomi Price, by 24 November 2026"


def test_who_has_no_action_due_is_not_asked(form):
    assert not begin(form, AHMED).actions_due.isVisible()


def test_the_note_keeps_what_came_of_each_and_the_receipt_says_how_many(form, desk, qtbot):
    note = begin(form)
    hands = Fingers()
    hands.press(note.actions_due.row("A finance").came.button("done"))
    hands.press(note.actions_due.row("A skills").came.button("not_yet"))
    with qtbot.waitSignal(form.offered) as told:
        form.save()
    assert hands.clicks == 2
    assert "2 actions of the plan" in told.args[0]
    assert came_of(desk) == {
        "accommodation": "",
        "finance": "done",
        "health": "",
        "skills": "not_yet",
    }
    assert [a.matter for a in open_actions(desk.case(AMAL))] == [
        "accommodation",
        "health",
        "skills",
    ]


def test_a_dropped_action_needs_its_reason_beside_it(form, desk):
    note = begin(form)
    row = note.actions_due.row("A health")
    row.came.set_value("dropped")
    form.save()
    assert row.came.problem == "Say why this is dropped."
    row.why.set_value("They see the doctor at college now.")
    form.save()
    dropped = next(a for a in desk.case(AMAL).plan_actions if a.action_id == "A health")
    assert dropped.outcome_words == "They see the doctor at college now."


def test_taking_the_note_back_leaves_the_actions_as_they_were(form, desk):
    before = desk.case(AMAL).plan_actions
    note = begin(form)
    note.actions_due.row("A finance").came.set_value("done")
    form.save()
    assert desk.case(AMAL).plan_actions != before
    form.receipt.to_undo.click()
    assert desk.case(AMAL).plan_actions == before


def test_a_draft_keeps_the_answers_about_actions(form):
    note = begin(form)
    note.actions_due.row("A finance").came.set_value("dropped")
    note.actions_due.row("A finance").why.set_value("Not now")
    form.start(AHMED)
    assert not form.pane.note.actions_due.isVisible()
    again = begin(form).actions_due.row("A finance")
    assert (again.came.value(), again.why.value()) == ("dropped", "Not now")


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": 1}', '{"a": []}', "null", "7"])
def test_an_older_or_broken_draft_says_nothing_of_actions(text):
    assert actions_said(text) == {}


def test_answers_about_actions_come_back_as_they_were_written():
    said = {"A.1": ("done", ""), 'b"2': ("dropped", "Nicht\n“mehr”")}
    assert actions_said(as_actions(said)) == said
    assert Answers(actions=as_actions({"a": ("", "")})).actions == ""
