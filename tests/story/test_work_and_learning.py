"""An offer that became a job, from the page to the Board; and skills gone through by both."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carelink.exchange import write_bundle
from carelink.skills.checklist import load_checklist
from db.intake import read_bundle_rows
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.pages import read
from tests.teams import AMAL

CTRL = Qt.KeyboardModifier.ControlModifier


def section(window, name):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section(name)
    return view


def save(view, **values):
    fields = {field.name: field for field in view.file.form.fields}
    for name, value in values.items():
        fields[name].set_typed(value)
    view.file.form.save_button.setFocus()
    Fingers().key(Qt.Key.Key_Return, CTRL)
    assert view.file.form is None, [field.problem for field in fields.values()]


def bundle(desk):
    with desk.store.reading() as connection:
        return {
            kind: content.decode() if isinstance(content, bytes) else content
            for kind, content in write_bundle(read_bundle_rows(connection)).items()
        }


def test_an_offer_that_became_a_job_is_typed_once_and_serves_every_list(window, desk):
    view = section(window, "learning")
    assert "No work or learning is recorded now" in read(view.file.section.now)
    view.file.section.tell.click()
    save(view, kind="job", what="Kitchen hand at the Galleon")
    (told,) = desk.case(AMAL).opportunities
    view.file.section.told.row(told.row_id).button("started").click()
    save(view, code="F5", hours="12")

    now = desk.case(AMAL).activity_on(TODAY)
    assert (now.code, now.start, now.detail) == ("F5", TODAY, "Kitchen hand at the Galleon")
    said = read(view.file.section.now)
    assert "Training or work, full time" in said
    assert "Full time means 16 hours a week or more. Look again." in said
    view.show_section("overview")
    assert "Training or work, full time" in read(view.file.section.activity)
    assert "Started: Job: Kitchen hand at the Galleon" in read(view.file.section.timeline)
    files = bundle(desk)
    (activities,) = [text for name, text in files.items() if name.startswith("activities")]
    assert activities.count("Kitchen hand at the Galleon") == 1
    Fingers().key(Qt.Key.Key_Z, CTRL)
    assert desk.case(AMAL).activity_on(TODAY) is None
    assert desk.case(AMAL).opportunities == (told,)


def test_both_go_through_the_skills_with_one_key_each(window, desk):
    view = section(window, "skills")
    asked = load_checklist().asked()
    first = view.file.section.rows[asked[0].skill]
    presses = 0
    for side in ("young_person", "worker"):
        first.setFocus()
        for _ in asked:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
            presses += 1
        if side == "young_person":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_B, CTRL)
    ratings = desk.case(AMAL).skill_ratings
    assert presses == len(ratings) == 2 * len(asked)
    assert {rating.worker_id for rating in ratings} == {desk.user.worker_id}
    assert "Young person" not in view.file.section.moved._lead.text()
    view.show_section("overview")
    timeline = read(view.file.section.timeline)
    assert "Young person went through the skills" in timeline
    assert "Worker went through the skills" in timeline
