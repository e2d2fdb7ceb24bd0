"""What stops when on the page: what presses, what lies ahead by date, what has no date."""

from datetime import date

import pytest

from carelink.facts import Event, HealthItem, Home, Person
from db.trail import add
from tests.desks import A_FEW, AHMED, AMAL, JAMIE
from tests.pages import words_on

HOME = Home(
    AHMED,
    date(2025, 12, 1),
    None,
    "D",
    "1",
    True,
    tenancy="licence",
    expected_end=date(2027, 1, 15),
    row_id="H2",
)
ITEM = HealthItem(AHMED, "mental_health_now", "recorded", "Short Intervention Team", row_id="I1")
FACTS = {
    "people": [
        *A_FEW["people"][:2],
        Person(AHMED, "أحمد علي", "Ahmed Ali", date(2006, 1, 10), uasc=False),
        A_FEW["people"][3],
    ],
    "homes": [A_FEW["homes"][0], HOME],
    "health_items": [ITEM],
}


@pytest.fixture
def view(page_on):
    return page_on("cliff_edges", FACTS, person_id=AHMED)


def show(view, person_id):
    view.show_person(person_id)
    view.show_section("cliff_edges")


def test_what_presses_says_when_it_stops_when_to_start_and_what_is_looked_for(view):
    words = words_on(view.file.section.pressing.row("home_ends H2"))

    assert "Their home: semi-independent home with support" in words
    assert "Time to start: stops on 15 January 2027, in 52 days" in words
    assert "To be started by 15 October 2026" in words
    assert "nothing yet recorded. We look for where they will live." in words
    assert "regulation 9 and Schedule 2 (regulation)" in words


def test_the_calendar_is_by_date(view):
    ahead = view.file.section.ahead
    ahead.earlier.click()

    assert ahead.keys[-2:] == ["everything_at_25 ", "one_bedroom_rate_at_25 "]


def test_what_has_no_date_is_listed(view):
    words = words_on(view.file.section.undated)

    assert "Support with how they feel: Short Intervention Team" in words
    assert "No date recorded" in words


def test_what_is_recorded_elsewhere_puts_it_in_hand(view):
    key = "duties_at_21 "
    assert key in view.file.section.pressing.keys
    talked = Event("V9", AHMED, "turning_21_talk", date(2026, 11, 20), "done")
    view.desk.do(add, "events", [talked], about=AHMED)

    assert key not in view.file.section.pressing.keys
    words = words_on(view.file.section.ahead.row(key))
    assert "In hand: stops on 10 January 2027" in words
    assert "In its place: Talked about what comes after on 20 November 2026." in words


def test_nothing_that_presses_and_nobody_s_calendar_is_silent(view):
    show(view, JAMIE)
    assert "Died on 1 February 2026." in view.file.section.pressing.sum.text()
    show(view, AMAL)
    assert view.file.section.ahead.keys
