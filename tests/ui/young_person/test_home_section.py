"""The home section: a protected address is shown for one look, and what is missing is said."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from carelink.facts import Circumstance, Home, Suitability
from db.trail import add
from tests.desks import AHMED, AMAL, HANNA

SECRET = ("12 Elm Walk", "ME5 5TT", "Haven House", "Bexley", "Leisure pass")
KNOWN = {
    "homes": [
        Home(
            *(AMAL, date(2025, 7, 1), None, "U", "1", True, "ME5 5TT", "Haven House", "own"),
            address="12 Elm Walk",
            protected=True,
            host_authority="Bexley",
            host_offer="Leisure pass",
            row_id="H1",
        ),
        Home(AHMED, date(2026, 11, 12), None, "W", "2", True, row_id="H2"),
    ],
    "circumstances": [Circumstance(AMAL, "staying_put", date(2025, 5, 3), None, "Ann", "S1")],
    "suitability": [
        Suitability(AMAL, "H1", date(2026, 9, 1), "W1", safety="Good locks", suitable=True)
    ],
}


@pytest.fixture
def view(page_on):
    return page_on(facts=KNOWN, person_id="")


def opened(view, person_id):
    view.show_person(person_id)
    view.show_section("home")
    return view.file.section


def read_on(view):
    """Everything that can be read on the page: labels, and what stands in inputs."""
    said = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    said += [line.text() for line in view.findChildren(QLineEdit) if line.isVisible()]
    texts = view.findChildren(QPlainTextEdit)
    return "\n".join([*said, *(text.toPlainText() for text in texts if text.isVisible())])


def shown_of(view):
    read = read_on(view)
    return [secret for secret in SECRET if secret in read]


@pytest.mark.parametrize("section", ["overview", "home", "safety", "cliff_edges", "plan", "money"])
def test_a_protected_address_is_on_no_section(view, section):
    view.show_person(AMAL)
    view.show_section(section)
    assert shown_of(view) == []


def test_it_is_shown_for_one_look_and_hidden_again_by_itself(view):
    section = opened(view, AMAL)
    assert section.show_address.isVisible()
    section.show_address.click()
    assert shown_of(view) == list(SECRET)
    section.show_address.click()
    assert shown_of(view) == []

    section.show_address.click()
    view.show_section("overview")
    view.show_section("home")
    assert shown_of(view) == []

    section.show_address.click()
    assert view.step_back()
    assert shown_of(view) == []

    section.show_address.click()
    view.show_person(AHMED)
    view.show_person(AMAL)
    view.show_section("home")
    assert shown_of(view) == []


def test_the_form_that_changes_the_home_asks_for_it_only_when_it_was_shown(view):
    section = opened(view, AMAL)
    section.change.click()
    assert shown_of(view) == []
    names = {field.name for field in view.file.form.fields}
    assert not names & {"address", "postcode", "provider", "host_authority", "host_offer"}
    form = view.file.form
    next(field for field in form.fields if field.name == "moved_why").set_value("Quieter")
    form.save()
    home = view.desk.case(AMAL).homes[0]
    assert (home.moved_why, home.address, home.postcode) == ("Quieter", "12 Elm Walk", "ME5 5TT")

    section.history.row("H1").button("change").click()
    assert shown_of(view) == []
    view.file.close_form()
    section.show_address.click()
    section.change.click()
    assert "address" in {field.name for field in view.file.form.fields}


def test_nights_are_shown_where_there_are_any_and_the_card_is_not_there_otherwise(view):
    assert not opened(view, AMAL).nights.isVisible()
    section = opened(view, AHMED)
    assert section.nights.isVisible()
    assert "12 nights now, since 12 November 2026" in read_on(view)


def test_a_gap_and_an_overlap_stand_where_they_lie_and_what_to_do_is_said(view):
    older = (
        Home(AHMED, date(2026, 1, 1), date(2026, 3, 1), "D", "1", row_id="H3"),
        Home(AHMED, date(2026, 4, 1), date(2026, 11, 14), "E", "1", row_id="H4"),
    )
    with view.desk.store.writing() as writing:
        add(writing, "homes", older)
    section = opened(view, AHMED)
    assert section.history.keys == ["H2", "overlap H2", "H4", "gap 2026-03-01", "H3"]
    assert section.history.sum.text() == "3 homes, 1 gap, 1 overlap."
    assert "Change the day they left one of them." in read_on(view)
    assert "Nothing recorded from 1 March 2026, until 1 April 2026 (31 days)" in read_on(view)

    section.history.row("H4").button("change").click()
    form = view.file.form
    next(field for field in form.fields if field.name == "end").set_typed("12 11 2026")
    form.save()
    assert section.history.keys == ["H2", "H4", "gap 2026-03-01", "H3"]


def test_who_has_no_home_recorded_is_told_so_and_can_only_record_a_move(view):
    section = opened(view, HANNA)
    read = read_on(view)
    assert "No home is recorded now" in read
    assert "No home was ever recorded." in read
    assert section.move_in.isVisible()
    assert not section.change.isVisible()
    assert not section.judge.isVisible()


def test_what_was_weighed_is_folded_and_opens_with_what_was_not(view):
    section = opened(view, AMAL)
    assert "Good locks" not in read_on(view)
    section.weighed.click()
    read = read_on(view)
    assert "Good locks" in read
    assert read.count("Not weighed") == 9


def test_staying_put_is_changed_and_its_end_said(view):
    section = opened(view, AMAL)
    assert section.stay.text() == "Change staying put"
    assert "With Ann" in read_on(view)
    section.stay.click()
    form = view.file.form
    next(field for field in form.fields if field.name == "end").set_typed("1 11 2026")
    form.save()
    assert view.desk.case(AMAL).circumstances[0].end == date(2026, 11, 1)
    assert "Stayed put" in read_on(view)
