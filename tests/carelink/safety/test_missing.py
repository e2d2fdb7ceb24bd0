"""The 72 hours after a return, by the table beside this file and by the clock itself."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelink.reasons import in_words
from carelink.safety.missing import (
    episodes_of,
    interview_clock,
    say_clock,
    say_when,
    title_of,
)
from carelink.safety.times import hours_after, instant, kept_time, never_was, read_time, say_time
from tests.people import a_case

_TEXT = (Path(__file__).parent / "missing.toml").read_text(encoding="utf-8")
_CASES = [pytest.param(case, id=case["name"]) for case in tomllib.loads(_TEXT)["case"]]


@pytest.mark.parametrize("case", _CASES)
def test_the_dated_case_holds(case):
    file = a_case(people={"date_of_birth": case.get("born")}, missing_episodes=[case["episode"]])
    (episode,) = file.missing_episodes
    if "title" in case:
        assert title_of(file, episode) == case["title"]
    for expected in case["expect"]:
        clock = interview_clock(file, episode, expected["day"])
        told = in_words(clock.because)
        assert clock.state == expected["state"], told
        by = clock.due_at or clock.due_on
        shown = f"{by:%Y-%m-%d %H:%M}" if isinstance(by, datetime) else by and f"{by:%Y-%m-%d}"
        assert (shown or "") == expected.get("by", ""), told
        assert clock.date_only == expected.get("date_only", False)
        for words in expected.get("because", []):
            assert words in told
        for words in expected.get("says", []):
            assert words in say_clock(clock)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("21:40", time(21, 40)),
        ("9.40pm", time(21, 40)),
        ("9:40 p.m.", time(21, 40)),
        ("2140", time(21, 40)),
        ("9pm", time(21)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("midday", time(12)),
        ("Midnight", time(0)),
        ("0:05", time(0, 5)),
        ("9", None),
        ("24:00", None),
        ("13pm", None),
        ("21:60", None),
        ("evening", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(typed, at):
    assert read_time(typed) == at


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(17, 30), "5:30pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(0, 5), "12:05am"),
        (time(9), "9am"),
    ],
)
def test_a_time_of_day_is_said_as_it_is_read(at, said):
    assert say_time(at) == said
    assert read_time(said) == at


@given(st.times())
def test_a_time_that_is_kept_is_read_back(at):
    at = at.replace(second=0, microsecond=0)
    assert read_time(kept_time(say_time(at))) == at


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.times())
def test_72_hours_are_72_hours_by_any_clock(day, at):
    began = instant(day, at)
    assert hours_after(began, 72).astimezone(UTC) - began.astimezone(UTC) == timedelta(hours=72)


def test_an_hour_that_the_clocks_skipped_was_no_time():
    assert never_was(date(2027, 3, 28), time(1, 30))
    assert not never_was(date(2027, 3, 28), time(2, 0))
    assert not never_was(date(2026, 10, 25), time(1, 30))


def test_when_and_how_long_is_said_with_what_is_not_known():
    case = a_case(
        missing_episodes=[
            {"missing_on": date(2026, 11, 20), "missing_time": "18:00"},
            {"missing_on": date(2026, 6, 1), "found_on": date(2026, 6, 3), "found_time": "09:00"},
            {"found_on": date(2026, 1, 3)},
        ]
    )
    assert [say_when(episode, date(2026, 11, 24)) for episode in episodes_of(case)] == [
        "Since 6pm on 20 November 2026, 4 nights so far",
        "From 1 June 2026 until 9am on 3 June 2026, 2 nights",
        "Until 3 January 2026; day not recorded",
    ]
