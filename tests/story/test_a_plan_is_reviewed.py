"""A usual review of a pathway plan, from the file to the copy given, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carelink.plan.gaps import is_complete
from carelink.plan.version import current_version, open_version, versions_of
from carelink.words import State
from db.recording import link_user
from db.tables import USERS
from db.trail import keep
from tests.desks import AMAL, TODAY, made_desk
from tests.fingers import Fingers
from tests.plans import a_few_with_a_plan

CTRL = Qt.KeyboardModifier.ControlModifier
AT_MOST, AIM = 40, 30


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_few_with_a_plan())
    made.do(sit_down, "personal_adviser", "W1")
    yield made
    made.store.close()


def sit_down(writing, role, worker_id):
    keep(writing, USERS, writing.user_id, {"role": role})
    link_user(writing, worker_id)


def opened(window):
    """The plan of Amal's file; the file is open already, as after a click on My week."""
    window.open_person(AMAL)
    view = window.page("young_person")
    return view, view.file


def review(window, hands):
    """Everything a usual review asks: ten matters, four actions, two new ones, their view, sent."""
    view, file = opened(window)
    hands.press(view.chooser.button("plan"))
    section = file.section
    hands.press(section.overview.state.button("write"))
    editor = section.editor
    keys = [matter.key for matter in editor.open.whole.schedule]
    for key in keys:
        assert editor.open.review(editor.at).matter.key == key
        if key == "health":  # it has come across twice and must change
            row = editor.matter.unmet.row("A health")
            assert "carry" not in row.acts
            hands.press(row.button("change"))
            editor.matter.box.what.input.selectAll()
            hands.type("Book the eye test together")
            editor.matter.box.due_on.input.setFocus()
            hands.type("1 3 2027")
            hands.press(editor.matter.box.add)
        elif editor.open.review(editor.at).unmet:
            hands.press(editor.matter.unmet.row(f"A {key}").button("carry"))
        else:  # what was to be done is done: something new is
            editor.matter.box.what.input.setFocus()
            hands.type(f"Next step with {key}")
            editor.matter.box.due_on.input.setFocus()
            hands.type("1 3 2027")
        if key in ("education_training", "relationships"):  # they see it otherwise now
            editor.matter.words.setFocus()
            hands.type("I see this in another way now.")
            editor.matter.need.setFocus()
            hands.type("Somebody to talk it through with.")
        hands.key(Qt.Key.Key_Return, CTRL)
    assert editor.view.isVisible()
    hands.press(editor.view.took_part.button("in_person"))
    hands.press(editor.view.agreement.button("partly"))
    editor.view.agreement_words.setFocus()
    hands.type("Most of it is right.")
    hands.press(editor.view.send)
    return section


def test_a_usual_review_takes_fewer_than_forty_clicks(window, desk):
    hands = Fingers()
    section = review(window, hands)
    whole = versions_of(desk.case(AMAL))[-1]
    assert whole.state == "sent"
    assert hands.clicks < AT_MOST
    assert hands.clicks <= AIM, hands.clicks
    assert section.editor.isHidden()
    assert section.isAncestorOf(QApplication.focusWidget()), "the keyboard stays where they are"


def test_what_was_said_in_the_review_stands_in_the_version(window, desk):
    review(window, Fingers())
    case = desk.case(AMAL)
    whole = versions_of(case)[-1]
    assert is_complete(case, whole, TODAY)
    stands = {key: row.stands for key, row in whole.matters.items()}
    changed = {key for key, how in stands.items() if how == "changed"}
    assert changed == {"education_training", "relationships"}
    assert set(stands.values()) == {"changed", "unchanged"}
    carried = {a.matter: a.carried for a in whole.actions if a.from_action}
    assert carried == {"accommodation": 1, "finance": 1, "skills": 1, "health": None}
    assert len(whole.actions) == 10
    (held,) = [r for r in case.plan_reviews if r.review_id == whole.version.review_id]
    assert held.held_on == TODAY
    review_due = next(d for d in desk.duties(AMAL) if d.duty == "pathway_review_6m")
    assert (review_due.state, review_due.last_on) == (State.ON_TRACK, TODAY)
    assert current_version(case).number == 1, "until it is approved the last one holds"


def test_the_manager_reads_what_changed_and_approves_and_the_copy_is_given(window, desk):
    section = review(window, Fingers())
    desk.do(sit_down, "team_manager", "W2", about=AMAL)
    desk.user = desk.user._replace(role="team_manager", worker_id="W2")
    hands = Fingers()
    section.show_known(desk.known(AMAL))
    hands.press(section.overview.state.button("read"))
    shown = section.reader
    assert shown.shows.value() == "changes"
    hands.press(shown.approve)
    assert hands.clicks == 2
    case = desk.case(AMAL)
    assert open_version(case) is None
    assert versions_of(case)[-1].version.approved_by == "W2"
    hands.press(section.overview.state.button("copy"))
    form = window.page("young_person").file.form
    form.fields[0].set_value("by_hand")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert versions_of(desk.case(AMAL))[-1].state == "copy_given"


def test_who_sent_it_is_told_in_words_that_somebody_else_approves(window, desk):
    section = review(window, Fingers())
    desk.do(sit_down, "team_manager", "W1", about=AMAL)
    desk.user = desk.user._replace(role="team_manager")
    section.show_known(desk.known(AMAL))
    hands = Fingers()
    hands.press(section.overview.state.button("read"))
    hands.press(section.reader.approve)
    assert "You sent this plan yourself" in section.reader.general.text()


def test_undo_takes_a_gesture_of_the_review_back(window, desk):
    view, file = opened(window)
    hands = Fingers()
    hands.press(view.chooser.button("plan"))
    hands.press(file.section.overview.state.button("write"))
    before = desk.case(AMAL)
    hands.press(file.section.editor.steps.confirm)
    assert len(versions_of(desk.case(AMAL))[-1].matters) == 1
    window.messages.act()
    assert desk.case(AMAL) == before
