"""What of a young person is with the manager stands on their file: waits, came back, or stands."""

from datetime import UTC, datetime, timedelta

import pytest

from carelink.facts import Approval, Home, Provenance, StatusOverride
from db.trail import add
from tests.desks import AMAL, TODAY
from tests.pages import a_page, field, section, undo, words_on

NAOMI = Provenance(datetime(2026, 11, 18, tzinfo=UTC), "Naomi Price", "")
AGO = TODAY - timedelta(days=4)
ASKED = StatusOverride(AMAL, "qualifying", AGO, None, "So it was", "A letter", AGO, "W1", "O1")


def write(kind, *facts):
    return lambda writing: add(writing, kind, facts, [NAOMI] * len(facts))


@pytest.fixture
def view(desk, qtbot, dressed):
    return a_page(desk, qtbot, "overview")


def test_with_nothing_there_is_no_card(view):
    assert not section(view).manager.isVisible()


def test_what_waits_says_since_when_and_can_be_changed_or_taken_back(desk, view):
    desk.do(write("status_overrides", ASKED), about=AMAL)
    view.show_person(AMAL)
    card = section(view).manager
    said = words_on(card)
    for words in ("Waits for a manager", "4 days ago", "Why: So it was", "Naomi Price"):
        assert words in said
    (key,) = card.keys
    assert card.row(key).acts == ["change", "take_back"]
    card.row(key).button("take_back").click()
    assert desk.case(AMAL).status_overrides == ()
    undo(view)
    assert desk.case(AMAL).status_overrides == (ASKED,)


def test_asked_in_the_form_it_is_kept_with_who_asked_and_when(desk, view):
    section(view).status.click()
    field(view, "status").set_value("qualifying")
    field(view, "start").set_value(AGO)
    field(view, "reason").set_value("So it was")
    view.file.form.save()
    assert "what shows it" in field(view, "evidence").problem.lower()
    field(view, "evidence").set_value("A letter")
    view.file.form.save()
    (asked,) = desk.case(AMAL).status_overrides
    assert asked._replace(row_id="O1", asked_by="W1") == ASKED._replace(asked_on=TODAY)
    assert asked.asked_by == desk.user.name
    undo(view)
    assert desk.case(AMAL).status_overrides == ()


def test_what_stands_flags_that_it_differs_and_a_manager_ends_it(desk, view):
    desk.do(write("status_overrides", ASKED), about=AMAL)
    agreed = Approval("Y1", AMAL, "status", "O1", AGO, "agreed", "", "W2")
    desk.do(write("approvals", agreed), about=AMAL)
    view.show_person(AMAL)
    card = section(view).manager
    said = words_on(card)
    assert "Tom Ode agreed on 20 November 2026" in said
    assert "This differs: the records alone would say former relevant" in said
    assert "Status by the records alone" in words_on(section(view).who)
    card.row("agreed O1").button("end").click()
    field(view, "end").set_value(TODAY)
    view.file.form.save()
    assert field(view, "reason").problem
    field(view, "reason").set_value("So it was. The papers came.")
    view.file.form.save()
    assert desk.standing(AMAL).status == "former_relevant"
    undo(view)
    assert desk.standing(AMAL).status == "qualifying"


def test_what_came_back_says_by_whom_and_why(desk, view):
    home = Home(AMAL, AGO, None, "W", "2", True, row_id="H9")
    desk.do(write("homes", home), about=AMAL)
    words = "Ask for a room in the hostel"
    back = Approval("Y1", AMAL, "emergency_home", "H9", AGO, "returned", words, "W2")
    desk.do(write("approvals", back), about=AMAL)
    view.show_person(AMAL)
    said = words_on(section(view).manager)
    assert f"Returned by Tom Ode on 20 November 2026: {words}" in said
    assert "Bed and breakfast" in said
