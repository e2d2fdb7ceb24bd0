"""Somebody turns up at 23: found, taken up with a reason, answered with why, given the list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from carelink.facts import Allocation, CarePeriod, Contact, Person, Worker
from carelink.words import State, Status
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.pages import words_on
from ui.papers import PAPERS

CTRL = Qt.KeyboardModifier.ControlModifier
NIA, BORN = "MED-0023", date(2003, 6, 9)
AT_MOST = 6


@pytest.fixture
def desk(tmp_path):
    facts = {
        "workers": [Worker("W1", "Naomi Price", "personal_adviser")],
        "people": [Person(NIA, "Nia Rowe", "", BORN, uasc=False)],
        "care_periods": [CarePeriod(NIA, date(2015, 1, 1), date(2021, 6, 9), "C2", row_id="K1")],
        "allocations": [
            Allocation(
                NIA, "W1", "personal_adviser", date(2021, 6, 9), date(2024, 6, 9), row_id="A1"
            )
        ],
        "contacts": [Contact("C1", NIA, "W1", date(2024, 5, 2), "seen", "worker", "Goodbye tea.")],
    }
    made = made_desk(tmp_path, facts=facts)
    yield made
    made.store.close()


def test_six_presses_from_the_door_to_the_list_of_what_they_may_have(window, desk, tmp_path):
    hands = Fingers()
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("ni")
    hands.key(Qt.Key.Key_Return)
    page = window.page("young_person")
    assert desk.standing(NIA).status is Status.OFFER_21_TO_25
    assert "Goodbye tea." in words_on(page)

    hands.press(page.file.section.again)
    hands.type("I lost my flat and do not know where to go")
    hands.key(Qt.Key.Key_Return, CTRL)
    standing = desk.standing(NIA)
    assert standing.status is Status.SUPPORT_21_TO_25
    assert standing.since == TODAY
    said = window.messages.text
    assert "Support asked for, 21 to 25" in said
    assert "Asked for support on 24 November 2026" in said

    sheet = next(kind for kind in PAPERS if kind.name == "entitlements")
    hands.clicks += 2  # the menu, and the paper in it
    page.papers.save(sheet, tmp_path / "list.pdf", large=False)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert hands.clicks <= AT_MOST, hands.clicks

    owed = {duty.duty: duty.state for duty in desk.duties(NIA)}
    assert owed["needs_assessment_s23czb"] is State.ON_TRACK
    assert owed["pa_vacancy"] is State.DUE_SOON
    (kept,) = desk.case(NIA).circumstances
    assert kept.detail == "I lost my flat and do not know where to go"


def test_undo_gives_the_offer_back_and_the_button_with_it(window, desk):
    window.open_person(NIA)
    page = window.page("young_person")
    again = page.file.section.again
    hands = Fingers()
    hands.press(again)
    hands.type("For my course")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert again.isHidden()
    hands.press(window.messages._act)
    assert desk.standing(NIA).status is Status.OFFER_21_TO_25
    assert not again.isHidden()


def test_who_may_not_ask_is_told_why_and_by_which_day(window, desk):
    window.open_person(NIA)
    page = window.page("young_person")
    hands = Fingers()
    hands.press(page.file.section.again)
    form = page.file.form
    hands.type("Early")
    start = next(field for field in form.fields if field.name == "start")
    start.set_typed("1 5 2024")
    form.save()
    assert "the offer to those from 21 to 25 does not stand" in start.problem
    assert desk.case(NIA).circumstances == ()
    detail = next(field for field in form.fields if field.name == "detail")
    detail.set_typed("")
    start.set_typed("today")
    form.save()
    assert detail.problem == "Say why they come back, in their words if you can."
