"""Young person: who they are, what we owe them and why, what happened; and nothing left out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from carelink.facts import Circumstance, Contact, Person, Promise
from db.recording import record_contact
from tests.desks import A_FEW, AHMED, AMAL, HANNA, JAMIE, TODAY, made_desk
from tests.fingers import Fingers
from tests.pages import a_page, read
from ui.desk_signals import DeskSignals
from ui.young_person.sections import SECTIONS
from ui.young_person.young_person_view import YoungPersonView


@pytest.fixture
def view(desk, qtbot):
    return a_page(desk, qtbot, person_id="")


def duties(view):
    return [line for line in view.due.list.lines.rows() if line.state is not None]


def headings(view):
    return [line.title for line in view.due.list.lines.rows() if line.state is None]


def test_the_bar_says_who_it_is(view):
    view.show_person(AMAL)
    assert view.bar.name.text() == "Amal Haddad"
    assert view.bar.says.text() == "19, born 3 May 2007 · Personal adviser: Naomi Price"
    assert view.bar.initials.letters == "AH"


def test_who_they_are_and_the_people_around_them_come_before_what_is_due(view):
    view.show_person(AMAL)
    who = read(view.file.section.who)
    assert who[who.index("Legal name") + 1] == "Amal Yusuf Haddad"
    assert "Former relevant, since 3 May 2025" in who
    assert "Naomi Price" in read(view.file.section.people)
    assert (
        view.file.section.who.mapTo(view, view.file.section.who.rect().topLeft()).x()
        < view.due.mapTo(view, view.due.rect().topLeft()).x()
    )


def test_the_duties_stand_by_state_worst_first_and_add_up(view, desk):
    view.show_person(AMAL)
    total = len(desk.duties(AMAL))
    assert view.due.says.text().startswith(f"{total} duties = ")
    numbers = [int(part.split()[0]) for part in view.due.says.text().split(" = ")[1].split(" + ")]
    assert sum(numbers) == total
    open_ones = duties(view)
    order = [str(line.state) for line in open_ones]
    assert order == sorted(
        order, key=["never", "overdue", "no_date", "cannot_tell", "due_soon"].index
    )
    assert [heading for heading in headings(view) if heading.startswith("On track")]


def test_a_folded_state_opens_when_it_is_pressed(view):
    view.show_person(AMAL)
    before = len(duties(view))
    view.due.list.choose("state on_track")
    view.due.list.activated.emit(view.due.list.currentIndex())
    view.due.list.clicked.emit(view.due.list.currentIndex())
    assert len(duties(view)) > before


def test_the_chosen_duty_is_explained(view, desk):
    view.show_person(AMAL)
    view.due.list.choose("pa_contact_8w")
    assert view.due.why.about == (AMAL, "pa_contact_8w")
    said = " ".join(read(view.due.why))
    assert "We are 19 days late" in said
    assert desk.rule("pa_contact_8w").says in said


def test_the_timeline_is_newest_first_and_has_the_words_of_the_notes(view):
    view.show_person(AMAL)
    said = read(view.file.section.timeline)
    assert said.index("Seen at home") < said.index("Plan review held")
    assert "A good talk." in said


def test_what_is_still_to_come_is_marked_on_the_timeline(tmp_path, qtbot):
    ahead = Circumstance(AMAL, "course_in_plan", TODAY, date(2027, 1, 29))
    desk = made_desk(tmp_path, facts={**A_FEW, "circumstances": [ahead]})
    view = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    view.show_person(AMAL)
    said = read(view.file.section.timeline)
    assert [words for words in said if "still to come" in words] == [
        "29 January 2027, still to come · Care"
    ]
    desk.store.close()


def test_the_timeline_can_be_narrowed(view):
    view.show_person(AMAL)
    view.file.section.timeline.group.set_value("Plan")
    said = read(view.file.section.timeline)
    assert "Plan review held" in said
    assert "Seen at home" not in said


def test_a_long_timeline_is_shown_in_parts(tmp_path, qtbot):
    many = [Contact(f"X{at}", HANNA, "W1", TODAY, "spoke") for at in range(70)]
    desk = made_desk(tmp_path, facts={**A_FEW, "contacts": many})
    view = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    view.show_person(HANNA)
    assert read(view.file.section.timeline).count("Spoke") == 12
    assert view.file.section.timeline.earlier.text() == "Show earlier (61)"
    view.file.section.timeline.earlier.click()
    assert read(view.file.section.timeline).count("Spoke") == 36
    desk.store.close()


def test_what_is_not_there_is_said(view):
    view.show_person(HANNA)
    assert "No contacts recorded. Allocated 633 days ago." in read(view.file.section.timeline)
    assert "No home is recorded now" in read(view.file.section.home)
    assert "No work or learning is recorded now" in read(view.file.section.activity)
    assert "No promise of ours is open." in read(view.file.section.promises)


def test_of_one_who_died_it_says_so_and_reminds_of_nothing(view):
    view.show_person(JAMIE)
    assert view.bar.says.text() == "21, born 1 January 2005, died 1 February 2026"
    assert view.due.says.text() == (
        "Died on 1 February 2026. Nothing is due, and nothing will remind of it."
    )
    assert duties(view) == []
    assert view.due.why.isHidden()


def test_nothing_of_the_person_before_remains(view):
    view.show_person(AMAL)
    view.file.section.timeline.group.set_value("Plan")
    view.show_person(AHMED)
    everything = " ".join(read(view))
    assert "Amal" not in everything
    assert view.file.section.timeline.group.value() == ""


def test_a_contact_recorded_shows_without_a_reload(view, desk):
    view.show_person(AMAL)
    before = view.due.says.text()
    seen = Contact("", AMAL, "W1", TODAY, "seen_at_home", note="Cooked together.")
    desk.do(record_contact, seen, about=AMAL)
    assert "Cooked together." in read(view.file.section.timeline)
    assert view.due.says.text() != before


def test_a_change_to_somebody_else_leaves_the_page_alone(view, desk):
    view.show_person(AMAL)
    assert view.concerns(AMAL)
    assert not view.concerns(AHMED)


def test_a_snooze_past_the_legal_date_is_refused_beside_its_field(view, desk):
    view.show_person(AMAL)
    view.due.list.choose("pathway_review_6m")
    view.due.why.snooze_asked.emit(AMAL, "pa_visit_2m")
    view.due.snooze.reason.set_value("Away with family")
    view.due.snooze.until.set_typed("+30")
    view.due.snooze.submit()
    assert view.due.snooze.until.problem.startswith("This duty is law")
    assert desk.case(AMAL).snoozes == ()


def test_a_snooze_is_recorded_and_marked(view, desk):
    view.show_person(AMAL)
    view.due.why.snooze_asked.emit(AMAL, "pa_contact_8w")
    view.due.snooze.reason.set_value("Away with family")
    view.due.snooze.until.set_typed("+7")
    view.due.snooze.submit()
    line = next(line for line in duties(view) if line.about == "pa_contact_8w")
    assert line.aside == "Snoozed"
    assert view.due.snooze.isHidden()


def test_escape_closes_the_snooze_first_and_then_leaves(view):
    view.show_person(AMAL)
    view.due.why.snooze_asked.emit(AMAL, "pa_contact_8w")
    assert view.step_back()
    assert view.due.snooze.isHidden()
    assert not view.step_back()


def test_in_a_narrow_window_what_is_due_takes_the_place_of_the_rest(view):
    view.resize(600, 500)
    view.show_person(AMAL)
    assert view.due.isHidden()
    view.explain()
    assert not view.due.isHidden()
    assert view.step_back()
    assert view.due.isHidden()


def test_markup_in_a_name_is_only_text(tmp_path, qtbot):
    facts = {**A_FEW, "people": [*A_FEW["people"], Person("MED-0098", "<b>Bo</b>")]}
    desk = made_desk(tmp_path, facts=facts)
    view = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    view.show_person("MED-0098")
    assert view.bar.name.text() == "<b>Bo</b>"
    plain = {label.textFormat() for label in view.findChildren(QLabel)}
    assert {form.name for form in plain} == {"PlainText"}
    desk.store.close()


def test_a_promise_is_kept_by_its_button_and_can_be_opened_again(tmp_path, qtbot):
    made = [Promise("M1", AMAL, "", "ring the bank", TODAY, date(2026, 11, 20))]
    desk = made_desk(tmp_path, facts={**A_FEW, "promises": made})
    view = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    view.show_person(AMAL)
    promises = view.file.section.promises
    assert "We are 4 days late (due 20 November 2026)" in read(promises)
    kept = promises.row("M1").button("kept")
    assert kept.accessibleName() == "Kept: ring the bank"
    with qtbot.waitSignal(view.offered) as told:
        kept.click()
    assert told.args[0].startswith("Amal Haddad: "), "another file may be open by now"
    assert "No promise of ours is open. 1 of them has come out" in " ".join(read(promises))
    assert promises.row("M1").acts == ["told"]
    assert "We kept our promise: ring the bank" in read(view.file.section.timeline)
    told.args[2]()
    assert promises.row("M1").acts == ["kept"]
    assert desk.case(AMAL).promises[0].kept_on is None
    promises.row("M1").button("kept").click()
    promises.row("M1").button("told").click()
    assert promises.keys == []
    assert desk.case(AMAL).promises[0].told_on == TODAY
    desk.store.close()


def test_leafing_through_the_sections_never_loses_the_keyboard(view, qtbot):
    view.show_person(AMAL)
    view.file.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    hands = Fingers()
    for _ in SECTIONS:
        view.file.currentWidget().setFocus()
        hands.tab()
        within = view.file.isAncestorOf(QApplication.focusWidget())
        hands.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        held = QApplication.focusWidget()
        assert held is not None, view.file.name
        assert held is view.file.currentWidget() or not within, view.file.name
    assert view.file.name == SECTIONS[0][0]
