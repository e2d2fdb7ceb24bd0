"""A worker records what somebody works at or learns, what is missing, and what came of offers."""

from datetime import date

import pytest

from carelink.facts import Activity, EducationPlan, LearningLevel, Opportunity
from tests.desks import A_FEW, AHMED, AMAL, TODAY
from tests.fingers import Fingers
from tests.pages import field, read, section, undo

TOLD = Opportunity(AMAL, "job", "Kitchen hand", date(2026, 11, 2), row_id="O1")
KNOWN = {
    "activities": [
        Activity(AMAL, date(2025, 2, 1), date(2025, 7, 1), "P5", row_id="T0"),
        *A_FEW["activities"],
    ],
    "learning_levels": [LearningLevel(AMAL, "maths", "level_1", date(2025, 8, 20), row_id="L1")],
    "education_plans": [
        EducationPlan(AMAL, "ehcp", date(2025, 10, 1), date(2026, 10, 1), row_id="E1")
    ],
    "opportunities": [TOLD],
}


@pytest.fixture
def view(page_on):
    return page_on("learning", KNOWN)


def asked(view):
    return [field.name for field in view.file.form.fields if not field.isHidden()]


def current(view):
    return view.desk.case(AMAL).activity_on(TODAY)


def test_what_is_missing_is_asked_for_and_the_gap_is_a_gap(view):
    assert read(section(view).now).count("Not recorded. Ask them") == 3
    assert section(view).before.keys == ["gap 2025-07-01", "T0"]
    assert "Nothing recorded from 1 July 2025, until 1 September 2025" in read(section(view).before)


def test_a_change_to_no_work_asks_why_and_what_we_do_next(view):
    fingers = Fingers()
    fingers.press(section(view).change)
    field(view, "code").set_value("G4")
    assert asked(view) == ["code", "start", "detail", "barrier", "next_step", "next_step_on"]
    field(view, "start").set_typed("-3")
    field(view, "barrier").set_value("mental_health")
    field(view, "next_step").set_value("See the GP together")
    field(view, "next_step_on").set_typed("1 12 26")
    fingers.press(view.file.form.save_button)
    assert fingers.clicks == 2
    now = current(view)
    assert (now.code, now.barrier, now.next_step_on) == ("G4", "mental_health", date(2026, 12, 1))
    said = read(section(view).now)
    assert "Not in work or learning: illness or disability" in said
    assert "How I feel" in said
    assert "By 1 December 2026" in said
    undo(view)
    assert current(view).code == "F2"


def test_few_hours_full_time_are_warned_of_and_taken(view):
    section(view).more.click()
    field(view, "hours").set_typed("12")
    assert any("Full time means 16 hours" in said for said in read(view.file.form))
    view.file.form.save()
    assert current(view).hours == 12
    assert "Full time means 16 hours a week or more. Look again." in read(section(view).now)


def test_what_is_not_asked_with_a_code_is_not_kept_with_it(view):
    section(view).more.click()
    field(view, "hours").set_typed("18")
    field(view, "code").set_value("G6")
    view.file.form.save()
    assert (current(view).code, current(view).hours) == ("G6", None)


def test_no_retired_code_is_offered(view):
    section(view).change.click()
    offered = [value for value, _ in field(view, "code")._options]
    assert "F3" not in offered
    assert "P3" not in offered
    assert {"F4", "F5", "G4", "G5", "G6"} <= set(offered)


def test_a_gap_is_filled_from_its_own_line(view):
    section(view).before.row("gap 2025-07-01").button("fill").click()
    assert field(view, "start").value() == date(2025, 7, 1)
    assert field(view, "end").value() == date(2025, 9, 1)
    field(view, "code").set_value("G5")
    view.file.form.save()
    assert len(view.desk.case(AMAL).activities) == 3
    assert current(view).code == "F2"
    assert current(view).end is None
    assert [key for key in section(view).before.keys if key.startswith("gap")] == []


def test_it_may_end_without_anything_after_it(view):
    section(view).over.click()
    field(view, "end").set_typed("20 11 26")
    view.file.form.save()
    assert current(view) is None
    assert "No work or learning is recorded now" in read(section(view).now)
    assert "Nothing is recorded since 20 November 2026." in read(section(view).now)
    assert not section(view).over.isVisible()
    undo(view)
    assert current(view).code == "F2"


def test_every_subject_and_plan_has_its_row_known_or_not(view):
    assert section(view).levels.keys == ["english", "maths", "digital"]
    assert read(section(view).levels).count("Not recorded. Ask them") == 2
    assert section(view).plans.keys == ["pep", "ehcp"]
    assert "The next review was due on 1 October 2026. Sharing not asked yet" in read(
        section(view).plans
    )
    section(view).levels.row("english").button("record").click()
    field(view, "level").button("entry_3").click()
    field(view, "on").set_typed("today")
    view.file.form.save()
    assert "Entry level 3" in read(section(view).levels)


def test_a_review_that_was_held_is_recorded_beside_the_one_before(view):
    section(view).plans.row("ehcp").button("record").click()
    field(view, "held_on").set_typed("20 11 26")
    field(view, "next_on").set_typed("20 11 27")
    view.file.form.save()
    assert "Held on 20 November 2026" in read(section(view).plans)
    assert len(view.desk.case(AMAL).education_plans) == 2


def test_what_they_were_told_about_that_started_is_typed_once(view):
    fingers = Fingers()
    fingers.press(section(view).told.row("O1").button("started"))
    field(view, "code").set_value("P5")
    field(view, "hours").set_typed("12")
    fingers.press(view.file.form.save_button)
    assert fingers.clicks == 2
    now = current(view)
    assert (now.code, now.start, now.detail, now.hours) == ("P5", TODAY, "Kitchen hand", 12)
    assert section(view).told.row("O1").acts == ["change"]
    assert "Started" in read(section(view).told)
    undo(view)
    assert view.desk.case(AMAL).opportunities == (TOLD,)
    assert current(view).code == "F2"


def test_telling_of_something_and_what_came_of_it(view):
    section(view).tell.click()
    field(view, "kind").set_value("taster")
    field(view, "what").set_value("College open evening")
    view.file.form.save()
    assert "Taster or open day: College open evening" in read(section(view).told)
    new = next(one for one in view.desk.case(AMAL).opportunities if one != TOLD)
    section(view).told.row(new.row_id).button("change").click()
    field(view, "outcome").set_value("not_for_me")
    view.file.form.save()
    assert field(view, "outcome_on").problem == "Give the day that was known."
    field(view, "outcome_on").set_typed("today")
    view.file.form.save()
    assert "Chose not to take it up" in read(section(view).told)


def test_somebody_of_whom_nothing_is_known(view):
    view.show_person(AHMED)
    view.show_section("learning")
    assert "No work or learning is recorded now" in read(section(view).now)
    assert not section(view).more.isVisible()
    assert "We have not recorded telling them about anything yet." in read(section(view).told)
