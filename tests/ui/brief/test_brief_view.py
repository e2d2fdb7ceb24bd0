"""A young person rings while their adviser is away: who is it, what is open, what is agreed?"""

from datetime import date

from PySide6.QtCore import Qt

from carelink.facts import Contact, Promise
from db.recording import record_contact
from db.trail import add
from tests.desks import AMAL
from tests.fingers import Fingers
from tests.pages import read

_HELD = (
    Promise("PR1", AMAL, what="Ring the college about fares", due_on=date(2026, 11, 20)),
    Contact("N1", AMAL, "W1", date(2026, 11, 1), "spoke", worry="The lock is broken."),
)


def keep(desk):
    promise, contact = _HELD
    desk.do(lambda writing: add(writing, "promises", [promise]), about=AMAL)
    desk.do(record_contact, contact, about=AMAL)


def test_two_letters_and_two_presses_bring_the_brief(window, desk):
    keep(desk)
    fingers = Fingers()
    window.finder.ask()
    fingers.type("am")
    fingers.key(Qt.Key.Key_Return)
    fingers.key(Qt.Key.Key_B)
    assert fingers.clicks == 2
    assert window.place == "brief"
    brief = window.page("brief")
    said = read(brief.paper)
    assert "Brief for the duty desk" in said
    assert any(text.startswith("Ring the college about fares. We are 4 days late") for text in said)
    assert "1 November 2026: The lock is broken." in said
    assert any("Naomi Price" in text for text in said)


def test_the_brief_never_shows_an_address(window, desk):
    window.open_person(AMAL)
    window.show_brief()
    assert not any("ME4 4TR" in text for text in read(window.page("brief").paper))


def test_a_note_starts_from_the_brief_and_escape_goes_back(window):
    window.open_person(AMAL)
    window.show_brief()
    window.page("brief").record_button.click()
    assert window.place == "contact"
    window.go_back()
    assert window.place == "brief"
    window.go_back()
    assert window.place == "young_person"


def test_nobody_in_view_has_no_brief(window):
    window.go_to("settings")
    window.show_brief()
    assert window.place == "settings"
