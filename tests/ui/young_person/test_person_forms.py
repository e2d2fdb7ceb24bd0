"""Who they are, how they are reached and who is around them: typed once, shown where it counts."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from carelink.facts import Supporter
from tests.desks import A_FEW, AMAL, JAMIE, TODAY, made_desk
from tests.pages import field, read
from ui.contacts.contact_form import ContactForm
from ui.desk_signals import DeskSignals
from ui.young_person.person.details_forms import ReachForm, ReturnsForm, WhoForm
from ui.young_person.young_person_view import YoungPersonView


@pytest.fixture
def view(page_on):
    return page_on()


def ask(view, form):
    view.file.open_form(form, view.desk.case(AMAL).person)


def lines_on(widget):
    return " | ".join(read(widget))


def test_a_new_name_is_shown_at_once_and_the_old_one_only_marked(view):
    ask(view, WhoForm)
    field(view, "known_as").set_value("Robin Haddad")
    field(view, "previous_names").set_value("Amal Haddad")
    field(view, "pronouns").buttons[2].click()
    field(view, "about_me").set_value("Walk with me")
    view.file.form.save()
    assert view.bar.name.text() == "Robin Haddad"
    assert "they/them" in view.bar.says.text()
    who = lines_on(view.file.section.who)
    assert "Names before | Amal Haddad | Do not use" in who
    assert "“Walk with me”" in who
    view.offers[-1][2]()
    assert view.bar.name.text() == "Amal Haddad"
    assert view.desk.case(AMAL).person.pronouns == ""


def test_a_name_is_not_taken_away(view):
    ask(view, WhoForm)
    field(view, "known_as").set_value("")
    field(view, "legal_name").set_value("")
    view.file.form.save()
    assert field(view, "known_as").problem == "Give the name they use, or their legal name."


def test_what_makes_a_contact_safe_is_shown_at_the_point_of_contacting(view, qtbot):
    assert "not recorded. Ask them" in view.bar.reach.text()
    ask(view, ReachForm)
    field(view, "phone").set_value("07700 900123")
    voicemail = next(b for b in field(view, "safe_contact").buttons if "voicemail" in b.text())
    field(view, "safe_contact").set_value("Evenings.")
    voicemail.click()
    voicemail.click()
    view.file.form.save()
    said = "07700 900123 · Evenings. Do not leave voicemail."
    assert view.bar.reach.text() == said
    assert said in view.bar.accessibleName()

    note = ContactForm(view.desk, DeskSignals(view.desk))
    qtbot.addWidget(note)
    note.start(AMAL)
    assert note.pane.bar.reach.text() == said


def test_for_one_who_died_nobody_is_asked_how_to_reach_them(view):
    view.show_person(JAMIE)
    assert not view.bar.reach.isVisibleTo(view)


def test_the_parts_of_who_they_are_keep_their_drafts_apart(view):
    ask(view, WhoForm)
    field(view, "gender").set_value("half typed")
    view.step_back()
    ask(view, ReachForm)
    assert field(view, "phone").value() == ""
    view.step_back()
    ask(view, WhoForm)
    assert field(view, "gender").value() == "half typed"


def test_a_code_that_we_do_not_know_is_not_lost(tmp_path, qtbot):
    people = [person._replace(ethnicity="ZZZZ") for person in A_FEW["people"]]
    desk = made_desk(tmp_path, facts={**A_FEW, "people": people})
    view = YoungPersonView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.show()
    view.show_person(AMAL)
    ask(view, ReturnsForm)
    field(view, "sex").set_value("F")
    view.file.form.save()
    assert (desk.case(AMAL).person.sex, desk.case(AMAL).person.ethnicity) == ("F", "ZZZZ")
    desk.store.close()


def test_a_death_is_recorded_and_nothing_is_due_any_more(view):
    ask(view, ReturnsForm)
    field(view, "date_of_death").set_typed("23 11 2026")
    view.file.form.save()
    assert view.desk.case(AMAL).person.date_of_death == date(2026, 11, 23)
    assert view.due.says.text().startswith("Died on 23 November 2026.")


def test_someone_in_their_life_is_added_changed_and_no_longer_there(view):
    own = view.file.section.own
    assert own.sum.text() == "Nobody is recorded. Ask them who matters to them."
    view.file.section.add.click()
    field(view, "name").set_value("Nan")
    view.file.form.save()
    assert field(view, "relationship").problem
    field(view, "relationship").set_value("grandmother")
    view.file.form.save()
    (nan,) = view.desk.case(AMAL).supporters
    assert nan == Supporter(AMAL, "Nan", "grandmother", row_id=nan.row_id)
    assert "Not asked whether to name them" in lines_on(own)

    own.row(nan.row_id).button("change").click()
    field(view, "in_copy").set_value("yes")
    view.file.form.save()
    assert "Named in the copy of the plan" in lines_on(own)

    own.row(nan.row_id).button("change").click()
    field(view, "end").set_typed("today")
    view.file.form.save()
    assert own.keys == []
    assert view.desk.case(AMAL).supporters[0].end == TODAY


@pytest.mark.parametrize("width", [1300, 683, 470])
def test_the_buttons_of_the_bar_stay_whole_in_a_narrow_window(view, width):
    view.resize(width, 700)
    QApplication.processEvents()
    shown = [button for button in view.bar.findChildren(QPushButton) if button.isVisible()]
    assert "Share…" in [button.text() for button in shown]
    for button in shown:
        place = button.mapTo(view.bar, button.rect().topLeft()).x()
        assert place + button.width() <= view.bar.width(), button.text()
        assert button.width() >= button.sizeHint().width(), button.text()
