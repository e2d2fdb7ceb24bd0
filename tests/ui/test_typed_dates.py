from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.dates import show
from ui.typed_dates import shown_back, understood

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 5 26", date(2026, 5, 3)),
        ("3/5/26", date(2026, 5, 3)),
        ("03.05.2026", date(2026, 5, 3)),
        ("3 May 2026", date(2026, 5, 3)),
        ("3rd may 2026", date(2026, 5, 3)),
        ("May 3, 2026", date(2026, 5, 3)),
        ("2026-05-03", date(2026, 5, 3)),
        ("3 may", date(2026, 5, 3)),
        ("25 12", date(2025, 12, 25)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 23)),
        ("-3", date(2026, 11, 21)),
        ("−3", date(2026, 11, 21)),
        ("-2 weeks", date(2026, 11, 10)),
        ("+1", date(2026, 11, 25)),
        ("fri", date(2026, 11, 20)),
        ("tue", TODAY),
        ("last tuesday", date(2026, 11, 17)),
        ("next fri", date(2026, 11, 27)),
        ("3 5 07", date(2007, 5, 3)),
        ("3 5 99", date(1999, 5, 3)),
        ("29 2", date(2024, 2, 29)),
    ],
)
def test_what_people_type_is_understood(typed, meant):
    assert understood(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri", date(2026, 11, 27)),
        ("tue", date(2026, 12, 1)),
        ("3 may", date(2027, 5, 3)),
        ("24 11", date(2027, 11, 24)),
    ],
)
def test_looking_ahead_takes_the_next_such_day(typed, meant):
    assert understood(typed, TODAY, ahead=True) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "3", "31 2 2026", "soon", "3 5 226", "12 13 2026", "-", "m", "½ 5 26", "-9999999"],
)
def test_what_is_no_date_is_not_guessed_at(typed):
    assert understood(typed, TODAY) is None
    assert shown_back(typed, TODAY) == ""


def test_what_was_understood_is_shown_with_its_weekday():
    assert shown_back("-3", TODAY) == "Saturday 21 November 2026"


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)))
def test_a_date_as_we_show_it_is_read_back(day):
    assert understood(show(day), TODAY) == day
    assert understood(f"{day.day} {day.month} {day.year}", TODAY) == day


@given(st.text(max_size=40))
def test_nothing_typed_can_break_it(typed):
    day = understood(typed, TODAY)
    assert day is None or isinstance(day, date)


@given(st.integers(0, 3000))
def test_minus_n_is_n_days_ago(days):
    assert understood(f"-{days}", TODAY) == TODAY - timedelta(days=days)
