"""Birthdays, ages and spans in the law's own unit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.dates import Span, age_on, birthday, months_after, show

_days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2 months", Span(2, "month")),
        ("1 month", Span(1, "month")),
        ("56 days", Span(56, "day")),
        (" 8 weeks ", Span(8, "week")),
        ("0 days", Span(0, "day")),
        ("25 years", Span(25, "year")),
    ],
)
def test_a_span_is_read_and_written_again(text, span):
    assert Span.parse(text) == span
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    "text",
    [
        *("", "2", "months", "two months", "2 fortnights", "-2 days", "2.5 days", "2  months"),
        *("2 months 3 days", "10000 days", "² days", "٢ days"),
    ],
)
def test_what_is_no_span_is_refused(text):
    with pytest.raises(ValueError, match="is not a span such as"):
        Span.parse(text)


@pytest.mark.parametrize(
    ("span", "day", "last"),
    [
        ("7 days", date(2026, 6, 10), date(2026, 6, 17)),
        ("8 weeks", date(2026, 10, 20), date(2026, 12, 15)),
        ("2 months", date(2025, 12, 31), date(2026, 2, 28)),
        ("2 months", date(2027, 12, 31), date(2028, 2, 29)),
        ("6 months", date(2024, 8, 31), date(2025, 2, 28)),
        ("3 months", date(2024, 2, 29), date(2024, 5, 29)),
        ("1 year", date(2024, 2, 29), date(2025, 2, 28)),
        ("0 days", date(2026, 6, 10), date(2026, 6, 10)),
    ],
)
def test_the_last_day_in_time(span, day, last):
    assert Span.parse(span).after(day) == last


@pytest.mark.parametrize(
    ("span", "day", "first"),
    [
        ("1 day", date(2026, 3, 1), date(2026, 2, 28)),
        ("6 months", date(2026, 8, 31), date(2026, 2, 28)),
        ("3 months", date(2027, 5, 31), date(2027, 2, 28)),
        ("1 year", date(2028, 2, 29), date(2027, 2, 28)),
    ],
)
def test_counted_back_from_a_day(span, day, first):
    assert Span.parse(span).before(day) == first


@given(_days, st.integers(0, 40))
def test_months_fall_on_the_same_day_or_the_months_last(day, months):
    after = months_after(day, months)
    assert (after.year - day.year) * 12 + after.month - day.month == months
    assert after.day == day.day or (after.day < day.day and (after + timedelta(days=1)).day == 1)


@given(_days, st.integers(0, 12), st.integers(0, 12))
def test_months_counted_in_one_go_never_fall_before_those_counted_in_two(day, first, second):
    assert months_after(day, first + second) >= months_after(months_after(day, first), second)


@pytest.mark.parametrize(
    ("age", "turned"),
    [
        (16, date(2024, 2, 29)),
        (17, date(2025, 3, 1)),
        (18, date(2026, 3, 1)),
        (20, date(2028, 2, 29)),
        (92, date(2100, 3, 1)),
    ],
)
def test_born_on_29_february_an_age_is_reached_on_1_march_in_ordinary_years(age, turned):
    born = date(2008, 2, 29)
    assert birthday(born, age) == turned
    assert age_on(born, turned) == age
    assert age_on(born, turned - timedelta(days=1)) == age - 1


@given(st.dates(date(1980, 1, 1), date(2020, 12, 31)), st.integers(0, 25))
def test_an_age_is_reached_on_its_birthday_and_not_the_day_before(born, age):
    turned = birthday(born, age)
    assert age_on(born, turned) == age
    assert age_on(born, turned - timedelta(days=1)) == age - 1


def test_on_the_day_they_are_born_they_are_nought():
    assert age_on(date(2026, 5, 3), date(2026, 5, 3)) == 0


def test_a_date_is_shown_as_it_is_read():
    assert show(date(2026, 5, 3)) == "3 May 2026"
    assert show(date(2026, 12, 31)) == "31 December 2026"
