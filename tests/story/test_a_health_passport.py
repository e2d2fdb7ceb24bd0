"""A health passport gone through with a young person, given, renewed; and what follows from it."""

import pytest
from PySide6.QtCore import Qt

from carelink.papers.health_passport import health_passport
from carelink.papers.html import write_html
from carelink.words import State
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.pages import read
from tests.teams import AMAL, a_team

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path):
    """Everybody has their passport, but for Amal."""
    facts = a_team()
    facts["events"] = [
        event
        for event in facts["events"]
        if (event.person_id, event.kind) != (AMAL, "health_history_given")
    ]
    made = made_desk(tmp_path, facts=facts)
    yield made
    made.store.close()


def passports(window):
    """Who stands on the Team's list of those without one."""
    window.go_to("team")
    page = window.page("team")
    page.show_pane("passports")
    return page.pane


def row(section, part):
    return next(card.rows[part] for card in section.groups if part in card.rows)


def save(view, **values):
    """Fill the form that stands open, and save it as a worker does."""
    fields = {field.name: field for field in view.file.form.fields}
    for name, value in values.items():
        fields[name].set_typed(value)
    view.file.form.save_button.setFocus()
    Fingers().key(Qt.Key.Key_Return, CTRL)
    assert view.file.form is None, [field.problem for field in fields.values()]


def duty(desk):
    return next(held for held in desk.duties(AMAL) if held.duty == "health_history_18")


def page_of(desk):
    return write_html(health_passport(desk.case(AMAL), TODAY)).decode()


def test_who_has_none_is_found_gone_through_with_and_given_theirs(
    window, desk, duties_command, trail
):
    team = passports(window)
    assert [line.key for line in team.list.lines.rows()[1:]] == [AMAL]
    Fingers().key(Qt.Key.Key_Return)
    view = window.page("young_person")
    assert (window.place, view.file.name) == ("young_person", "health")
    assert "Not asked yet" in page_of(desk)

    row(view.file.section, "gp").add.click()
    save(view, says="Orchard Gate surgery", shared="yes")
    row(view.file.section, "allergies").add.click()
    save(view, answer="none", shared="yes")
    row(view.file.section, "mental_health_now").add.click()
    save(view, answer="declined", next_on="1 3 2027")
    row(view.file.section, "nhs_number").add.click()
    save(view, nhs_number="943 476 5919")
    paper = page_of(desk)
    for said in ("Orchard Gate surgery", "No allergies", "Chose not to say", "943 476 5919"):
        assert said in paper
    assert duty(desk).state is State.OVERDUE

    view.file.section.passport.give.click()
    save(view, talked="yes", detail="Read together, in the blue folder")
    assert duty(desk).state is State.ON_TRACK
    assert duties_command()[AMAL, "health_history_18"]["state"] == "on_track"
    written = [(action, kind) for _, action, kind, _ in trail() if kind in ("events", "people")]
    assert written[-2:] == [("add", "events"), ("add", "events")]
    team = passports(window)
    (line,) = team.list.lines.rows()
    assert line.title == "Everybody who is 18, or soon will be, has theirs."


def test_a_new_surgery_after_the_copy_asks_for_a_fresh_one(window, desk):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section("health")
    view.file.section.passport.give.click()
    save(view, on="3 5 2026")
    row(view.file.section, "gp").add.click()
    save(view, says="Long Meadow practice")
    assert "Changed since the copy of 3 May 2026" in read(view.file.section.passport)
    view.file.section.passport.give.click()
    save(view)
    assert "Changed since the copy of 3 May 2026" not in read(view.file.section.passport)
    assert "On 24 November 2026" in read(view.file.section.passport)
    view.show_section("overview")
    timeline = " ".join(read(view.file.section.timeline))
    assert "Fresh copy of the health passport given to them" in timeline
    assert "GP surgery: Long Meadow practice" in timeline
