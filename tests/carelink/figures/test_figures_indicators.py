from datetime import date

import pytest

from tests.carelink.figures.rolls import (
    AS_AT,
    a_care_leaver,
    a_contact,
    a_home,
    an_activity,
    counts_towards,
)

BORN = date(2006, 11, 3)
BIRTHDAY = date(2025, 11, 3)


def answers(indicator, as_at=AS_AT, **groups):
    """Whether one 19-year-old counts towards an indicator, by population."""
    return counts_towards(a_care_leaver(BORN, **groups), indicator, as_at)


def both(answer):
    return {"roll": answer, "birthday_cohort": answer}


@pytest.mark.parametrize("code", ["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5"])
def test_work_and_learning_count(code):
    assert answers("eet", activities=(an_activity(code),)) == both(True)


@pytest.mark.parametrize("code", ["G4", "G5", "G6", "0", ""])
def test_neither_work_nor_learning_nor_what_is_not_known_counts(code):
    assert answers("eet", activities=(an_activity(code),)) == both(False)


def test_nothing_recorded_stays_in_the_base():
    assert answers("eet") == both(False)
    assert answers("suitable_accommodation") == both(False)
    assert answers("in_touch") == both(False)


def test_each_measure_looks_at_its_own_day():
    college = an_activity("F2", end=date(2026, 1, 5))
    found = answers("eet", activities=(college, an_activity("G5", start=date(2026, 1, 5))))
    assert found == {"roll": False, "birthday_cohort": True}


@pytest.mark.parametrize(
    ("known_on", "counts"),
    [
        (date(2025, 8, 2), False),
        (date(2025, 8, 3), True),
        (date(2025, 12, 3), True),
        (date(2025, 12, 4), False),
    ],
)
def test_what_is_known_for_one_day_counts_on_or_around_the_birthday(known_on, counts):
    told = an_activity("F4", start=None, known_on=known_on)
    assert answers("eet", activities=(told,))["birthday_cohort"] is counts


def test_what_ended_before_the_birthday_is_not_around_it():
    told = an_activity("F4", start=None, known_on=date(2025, 10, 1), end=date(2025, 11, 3))
    assert answers("eet", activities=(told,))["birthday_cohort"] is False


@pytest.mark.parametrize(
    ("home", "answer"),
    [
        (a_home("U", "1"), True),
        (a_home("U", "2"), False),
        (a_home("U", ""), False),
        (a_home("", "1"), True),
        (a_home("X", "1"), False),
        (a_home("S", "2"), False),
        (a_home("G", "1"), None),
        (a_home("H", ""), None),
        (a_home("R", "2"), None),
    ],
)
def test_suitable_homes_by_type(home, answer):
    assert answers("suitable_accommodation", homes=(home,)) == both(answer)


@pytest.mark.parametrize(
    ("rung", "counts"),
    [
        ("attempted", False),
        ("message_answered", True),
        ("spoke", True),
        ("seen", True),
        ("seen_at_home", True),
        ("", True),
    ],
)
def test_a_contact_that_got_through_is_being_in_touch(rung, counts):
    contacts = (a_contact(BIRTHDAY, rung), a_contact(AS_AT, rung))
    assert answers("in_touch", contacts=contacts) == both(counts)


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (date(2025, 8, 2), False),
        (date(2025, 8, 3), True),
        (date(2025, 12, 3), True),
        (date(2025, 12, 4), False),
    ],
)
def test_the_window_around_the_birthday_has_both_its_ends_in(on, counts):
    assert answers("in_touch", contacts=(a_contact(on),))["birthday_cohort"] is counts


@pytest.mark.parametrize(
    ("on", "counts"), [(date(2026, 3, 19), False), (date(2026, 3, 20), True), (AS_AT, True)]
)
def test_today_is_in_touch_within_two_months(on, counts):
    assert answers("in_touch", contacts=(a_contact(on),))["roll"] is counts


def test_what_is_dated_after_the_day_is_left_out():
    later = a_contact(date(2026, 5, 21))
    moved = a_home("U", "1", start=date(2026, 5, 21))
    assert answers("in_touch", contacts=(later,)) == both(False)
    assert answers("suitable_accommodation", homes=(moved,)) == both(False)


def test_a_contact_after_the_day_but_inside_the_window_is_left_out():
    case = a_care_leaver(date(2007, 3, 20), contacts=(a_contact(date(2026, 4, 10)),))
    for as_at, counted in ((date(2026, 4, 9), False), (date(2026, 4, 10), True)):
        assert counts_towards(case, "in_touch", as_at)["birthday_cohort"] is counted
