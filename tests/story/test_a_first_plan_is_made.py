"""Somebody who has no plan gets one: written with them, sent, returned, approved, a copy given."""

import pytest
from PySide6.QtCore import Qt

from carelink.facts import PlanVersion
from carelink.plan.version import versions_of
from carelink.words import State
from tests.desks import AHMED, JAMIE, TODAY, made_desk
from tests.fingers import Fingers
from tests.story.test_a_plan_is_reviewed import sit_down
from ui.young_person.plan.plan_section import PlanSection

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    made.do(sit_down, "personal_adviser", "W1")
    yield made
    made.store.close()


@pytest.fixture
def section(window):
    window.open_person(AHMED)
    view = window.page("young_person")
    view.show_section("plan")
    return view.file.section


def written(section: PlanSection) -> None:
    """Every matter answered with one action, and their view."""
    section.write()
    hands, editor = Fingers(), section.editor
    for matter in editor.open.whole.schedule:
        for field, says in ((editor.matter.words, "I want this"), (editor.matter.need, "Help")):
            field.setFocus()
            hands.type(says)
        editor.matter.box.what.set_value(f"See to {matter.key}")
        editor.matter.box.due_on.set_typed("1 3 2027")
        hands.key(Qt.Key.Key_Return, CTRL)
    editor.view.took_part.set_value("in_person")
    editor.view.agreement.set_value("agree")
    editor.send()


def version(desk) -> PlanVersion:
    return versions_of(desk.case(AHMED))[-1].version


def manager_reads(desk, section, worker="W2"):
    desk.do(sit_down, "team_manager", worker, about=AHMED)
    desk.user = desk.user._replace(role="team_manager", worker_id=worker)
    section.show_known(desk.known(AHMED))
    section.overview.state.button("read").click()
    return section.reader


def test_that_there_is_no_plan_is_said_with_what_it_waits_for(section):
    assert section.overview.state._stands.text() == "No pathway plan is recorded."
    assert "No needs assessment is recorded" in section.overview.state._lines.text()
    assert section.overview.state.button("write").text() == "Begin the plan"


def test_it_is_not_approved_before_needs_were_assessed_and_then_it_is(window, desk, section):
    written(section)
    reader = manager_reads(desk, section)
    reader.approve.click()
    assert "No needs assessment is recorded" in reader.general.text()
    section.step_back()
    section.overview.state.button("assessed").click()
    form = window.page("young_person").file.form
    form.fields[0].set_value(TODAY)
    form.save()
    section.overview.state.button("read").click()
    section.reader.approve.click()
    assert version(desk).approved_on == TODAY
    (plan,) = desk.case(AHMED).plans
    assert (plan.started_on, plan.approved_on) == (TODAY, TODAY)
    in_place = next(d for d in desk.duties(AHMED) if d.duty == "pathway_plan_in_place")
    assert in_place.state is State.ON_TRACK


def test_what_the_manager_returns_comes_back_with_the_comment_and_goes_again(window, desk, section):
    written(section)
    reader = manager_reads(desk, section)
    reader.send_back.click()
    assert "Say what is to be put right" in reader.general.text()
    reader.why.set_value("Who pays for the course?")
    reader.send_back.click()
    assert "Who pays for the course?" in section.overview.state._lines.text()
    desk.do(sit_down, "personal_adviser", "W1", about=AHMED)
    section.overview.state.button("write").click()
    assert "Who pays for the course?" in section.editor.steps._stands.text()
    section.editor.go_to("education_training")
    section.editor.matter.need.set_value("Help; we pay for the course.")
    section.editor._turn_to(10)
    section.editor.send()
    assert version(desk).returned_on is None
    assert version(desk).sent_on == TODAY


def test_nothing_is_asked_of_a_plan_that_is_with_the_manager(desk, section):
    written(section)
    assert section.editor.isHidden()
    assert not section.overview.state.button("write").isVisible()
    assert section.overview.state._stands.text().endswith(
        "With the manager, 24 November 2026, Naomi Price."
    )


def test_to_whom_none_is_owed_that_is_said_and_nothing_alarms(window, desk):
    window.open_person(JAMIE)
    view = window.page("young_person")
    view.show_section("plan")
    card = view.file.section.overview.state
    assert card._stands.text() == "No pathway plan is recorded; none is owed with this status."
    assert card._mark.state is State.NOT_REQUIRED
    assert not card.button("write").isVisible(), "who has died is asked for nothing"
