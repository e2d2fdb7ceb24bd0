"""A worker goes through the health passport with a young person, and gives it to them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from carelink.facts import Assessment, HealthItem
from carelink.health.parts import GROUPS, PARTS
from carelink.health.passport import passport_of
from carelink.words import State
from tests.desks import AHMED, AMAL, TODAY
from tests.fingers import Fingers
from tests.pages import field, read, section, undo

MAY = date(2026, 5, 3)
KNOWN = {
    "health_items": [
        HealthItem(AMAL, "gp", "recorded", "Orchard Gate surgery", MAY, row_id="I1"),
        HealthItem(AMAL, "medicines", "recorded", "Inhaler", MAY, shared=True, row_id="I2"),
        HealthItem(AMAL, "conditions", "none", "", MAY, shared=False, row_id="I3"),
    ],
    "assessments": [Assessment(AMAL, "dental", MAY, "S1")],
}


@pytest.fixture
def view(page_on):
    return page_on("health", KNOWN)


def row(view, part):
    for card in section(view).groups:
        if part in card.rows:
            return card.rows[part]
    raise KeyError(part)


def lines(view, part):
    return [line.says.text() for line in row(view, part).lines if not line.isHidden()]


def items(view, part):
    return [item for item in view.desk.case(AMAL).health_items if item.part == part]


def test_every_part_is_on_the_page_asked_or_not(view):
    shown = [part for card in section(view).groups for part in card.rows]
    assert len(section(view).groups) == len(GROUPS)
    assert sorted(shown) == sorted(part.part for part in PARTS)
    assert lines(view, "allergies") == ["Not asked yet"]
    assert lines(view, "conditions") == ["No conditions"]
    assert lines(view, "gp") == ["Orchard Gate surgery"]
    assert lines(view, "assessments") == ["Dental check"]
    said = read(section(view).todo)
    assert said[said.index("To ask") + 1].startswith("Dentist, Optician, Leaving-care nurse")
    assert "GP surgery, Assessments and checks" in said


def test_a_new_surgery_is_typed_once_and_takes_the_place_of_the_old(view):
    fingers = Fingers()
    fingers.press(row(view, "gp").add)
    assert view.file.form.heading.text() == "Which GP surgery are you registered with?"
    field(view, "says").set_value("Long Meadow practice")
    fingers.press(view.file.form.save_button)
    assert fingers.clicks == 2
    assert lines(view, "gp") == ["Long Meadow practice"]
    undo(view)
    assert lines(view, "gp") == ["Orchard Gate surgery"]


def test_none_not_known_and_chose_not_to_say_are_each_one_press(view):
    row(view, "allergies").add.click()
    field(view, "answer").button("none").click()
    view.file.form.save()
    assert lines(view, "allergies") == ["No allergies"]
    row(view, "family_history").add.click()
    field(view, "answer").button("declined").click()
    view.file.form.save()
    assert "Choose the day to ask again" in field(view, "next_on").problem
    field(view, "next_on").set_typed("3 5 27")
    view.file.form.save()
    assert lines(view, "family_history") == ["Chose not to say"]


def test_none_is_not_taken_while_something_is_recorded(view):
    row(view, "medicines").add.click()
    field(view, "answer").button("none").click()
    view.file.form.save()
    assert field(view, "answer").problem == (
        '"Inhaler" is recorded here. If that is over, say so there first.'
    )


def test_sharing_is_asked_line_by_line_and_never_guessed(view):
    line = row(view, "gp").lines[0]
    assert not line.share.isChecked()
    assert not line.keep.isChecked()
    line.share.click()
    assert items(view, "gp")[0].shared is True
    assert row(view, "gp").lines[0].share.isChecked()
    row(view, "gp").lines[0].keep.click()
    assert items(view, "gp")[0].shared is False
    undo(view)
    assert items(view, "gp")[0].shared is True
    assert items(view, "conditions")[0].shared is False


def test_sharing_what_another_fact_says_is_kept_too(view):
    row(view, "assessments").lines[0].share.click()
    known = {one.part.part: one for one in passport_of(view.desk.case(AMAL), TODAY)}
    assert [line.shared for line in known["assessments"].lines] == [True]
    undo(view)
    assert items(view, "assessments") == []


def test_a_medicine_that_is_over_is_gone_and_comes_back(view):
    row(view, "medicines").lines[0].over.click()
    assert lines(view, "medicines") == ["Not asked yet"]
    assert items(view, "medicines")[0].ended_on == TODAY
    undo(view)
    assert lines(view, "medicines") == ["Inhaler"]


def test_the_nhs_number_is_looked_at_as_it_is_typed(view):
    row(view, "nhs_number").add.click()
    number = field(view, "nhs_number")
    number.set_value("9991234567")
    view.file.form.save()
    assert "example printed on forms" in number.problem
    number.set_value("QQ123456C")
    view.file.form.save()
    assert "National Insurance number" in number.problem
    number.set_value("943-476-5919")
    assert "943 476 5919" in read(view.file.form)
    view.file.form.save()
    assert view.desk.case(AMAL).person.nhs_number == "9434765919"
    assert lines(view, "nhs_number") == ["943 476 5919"]
    undo(view)
    assert view.desk.case(AMAL).person.nhs_number == ""


def test_no_nhs_number_is_an_answer_of_its_own(view):
    row(view, "nhs_number").otherwise.click()
    field(view, "answer").button("not_known").click()
    view.file.form.save()
    assert lines(view, "nhs_number") == ["Not known"]


def test_giving_the_passport_ends_what_we_owe(view):
    fingers = Fingers()
    assert section(view).passport.tag.accessibleName() == "Overdue"
    fingers.press(section(view).passport.give)
    field(view, "talked").button("yes").click()
    field(view, "detail").set_value("In the blue folder")
    fingers.press(view.file.form.save_button)
    assert fingers.clicks == 2
    assert section(view).passport.tag.accessibleName() == "On track"
    said = read(section(view).passport)
    assert said.count("On 24 November 2026") == 2
    undo(view)
    assert view.desk.case(AMAL).events == ()


def test_what_changed_since_the_copy_is_said_until_there_is_a_fresh_one(view):
    section(view).passport.give.click()
    field(view, "on").set_typed("10 5 26")
    view.file.form.save()
    row(view, "gp").add.click()
    field(view, "says").set_value("Long Meadow practice")
    view.file.form.save()
    said = read(section(view).passport)
    assert "Changed since the copy of 10 May 2026" in said
    assert "GP surgery" in said
    section(view).passport.give.click()
    view.file.form.save()
    assert "Changed since the copy of 10 May 2026" not in read(section(view).passport)
    kinds = sorted(event.kind for event in view.desk.case(AMAL).events)
    assert kinds == ["health_history_given", "health_history_refreshed"]


def test_choosing_not_to_have_it_asks_why_and_when_we_ask_again(view):
    section(view).passport.decline.click()
    view.file.form.save()
    assert field(view, "reason").problem
    assert field(view, "ask_again_on").problem
    field(view, "reason").set_value("Not now")
    field(view, "ask_again_on").set_typed("1 2 27")
    view.file.form.save()
    said = read(section(view).passport)
    assert "Chose not to have it on 24 November 2026" in said
    assert "We ask again on 1 February 2027" in said
    assert section(view).passport.tag.accessibleName() == "Overdue"


def test_prepared_and_talked_through_each_have_their_day(view):
    for button in (section(view).passport.prepared, section(view).passport.talked):
        button.click()
        view.file.form.save()
    kinds = {event.kind for event in view.desk.case(AMAL).events}
    assert kinds == {"health_history_prepared", "health_history_discussed"}
    assert section(view).passport.tag.accessibleName() == "Overdue"


def test_a_check_that_was_done_is_recorded_once_and_stands_in_the_passport(view):
    row(view, "assessments").add.click()
    field(view, "kind").button("eyesight").click()
    field(view, "completed_on").set_typed("today")
    view.file.form.save()
    assert lines(view, "assessments") == ["Dental check", "Eye test"]
    assert any(one.kind == "eyesight" for one in view.desk.case(AMAL).assessments)


def test_a_line_left_half_written_is_a_draft_of_its_own_part(view):
    row(view, "allergies").add.click()
    field(view, "says").set_value("Pen")
    view.file.step_back()
    row(view, "immunisations").add.click()
    assert field(view, "says").value() == ""
    view.file.step_back()
    row(view, "allergies").add.click()
    assert field(view, "says").value() == "Pen"


def test_another_person_has_none_of_it(view):
    view.show_person(AHMED)
    view.show_section("health")
    assert lines(view, "gp") == ["Not asked yet"]
    assert not row(view, "gp").lines[0].share.isVisible()


def test_every_button_says_what_it_is_about(view):
    names = [
        button.accessibleName()
        for card in section(view).groups
        for button in card.findChildren(QPushButton)
        if button.isVisibleTo(card)
    ]
    assert len(names) == len(set(names))
    assert all(": " in name for name in names)


def test_each_answer_has_its_own_mark(view):
    marks = {part: row(view, part).lines[0]._mark.state for part in ("gp", "conditions", "dentist")}
    assert marks == {
        "gp": State.ON_TRACK,
        "conditions": State.ON_TRACK,
        "dentist": State.NEVER,
    }
