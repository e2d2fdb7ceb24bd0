"""How long were they missing, and by when is the return home interview to be held?

The 72 hours are for under-18s alone. From 18 on their whereabouts are unknown, with no such clock.
Source: statutory guidance on children who run away or go missing from home or care, 2014.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday, show
from carelink.facts import MissingEpisode
from carelink.reasons import Because
from carelink.safety.times import hours_after, instant, read_time, say_time
from carelink.said import counted

HOURS = 72
LAW = "Statutory guidance on children who run away or go missing, 2014"


class Interview(StrEnum):
    """Where the return home interview stands."""

    NOT_BACK = "not back yet"
    NOT_OWED = "not owed"
    CANNOT_TELL = "cannot tell"
    WAITING = "to be held"
    LATE = "late"
    HELD_IN_TIME = "held in time"
    HELD_LATE = "held late"
    HELD_TO_CHECK = "held, whether in time cannot be told"


class Clock(NamedTuple):
    """The state of the interview, the last moment in time, and why.

    `due_at` is None where no clock runs; with `date_only` it is the end of the day `due_on`.
    """

    state: Interview
    because: Because
    due_on: date | None = None
    due_at: datetime | None = None
    date_only: bool = False


def episodes_of(case: CaseFile) -> list[MissingEpisode]:
    """Times missing, the latest first."""
    held = case.missing_episodes
    return sorted(held, key=lambda e: (e.missing_on or date.min, e.missing_time), reverse=True)


def interview_clock(case: CaseFile, episode: MissingEpisode, day: date) -> Clock:
    """By when the interview is to be held, and how that stands at the end of the day."""
    born, found = case.person.date_of_birth, episode.found_on
    if born is None:
        return Clock(Interview.CANNOT_TELL, ("We cannot tell: the date of birth is not recorded.",))
    turns_18 = birthday(born, 18)
    if found is None:
        return _not_back(episode, turns_18, day)
    if found >= turns_18:
        because: Because = ("They were 18 or over when they came back on ", found)
        return Clock(Interview.NOT_OWED, (*because, "; the 72 hours are for under-18s."))
    return _settled(episode, _due(episode, found), day)


def say_clock(clock: Clock) -> str:
    """The state in words, with the last moment in time."""
    if clock.due_on is None:
        return clock.state.capitalize()
    if clock.due_at is None:
        by = f"by the end of {show(clock.due_on)} (date only)"
    else:
        by = f"by {say_time(clock.due_at.time())} on {show(clock.due_on)}"
    if clock.state is Interview.LATE:
        return f"We are late: it was to be held {by}"
    return (
        f"{clock.state.capitalize()} {by}"
        if clock.state is Interview.WAITING
        else (f"{clock.state.capitalize()}, it was due {by}")
    )


def title_of(case: CaseFile, episode: MissingEpisode) -> str:
    """What it is called: missing, or from 18 on, whereabouts unknown."""
    born, since = case.person.date_of_birth, episode.missing_on
    grown = born is not None and since is not None and since >= birthday(born, 18)
    return "Whereabouts unknown" if grown else "Missing"


def say_when(episode: MissingEpisode, day: date) -> str:
    """From when until when, and how long; a time of day that is not known is left out."""
    since = _at(episode.missing_on, episode.missing_time, "day not recorded")
    if episode.found_on is None:
        if episode.missing_on is None:
            return f"Since: {since}"
        return f"Since {since}, {_nights(episode.missing_on, day)} so far"
    until = _at(episode.found_on, episode.found_time, "")
    if episode.missing_on is None:
        return f"Until {until}; {since}"
    return f"From {since} until {until}, {_nights(episode.missing_on, episode.found_on)}"


def say_missing(title: str, episode: MissingEpisode) -> str:
    """That they were missing, from when, in one line under its title."""
    at = read_time(episode.missing_time)
    return f"{title}, since {say_time(at)}" if at else title


def say_back(episode: MissingEpisode) -> str:
    """That they came back, at what time where it is known."""
    at = read_time(episode.found_time)
    return f"Back, at {say_time(at)}" if at else "Back"


def _not_back(episode: MissingEpisode, turns_18: date, day: date) -> Clock:
    if day >= turns_18:
        because: Because = ("They turned 18 on ", turns_18, "; the 72 hours are for under-18s.")
        return Clock(Interview.NOT_OWED, because)
    return Clock(Interview.NOT_BACK, ("The 72 hours are counted from their return.",))


def _due(episode: MissingEpisode, found: date) -> tuple[date, datetime | None, Because]:
    at = read_time(episode.found_time)
    if at is None:
        last = found + timedelta(days=HOURS // 24)
        because: Because = ("Only the day of their return is known, ", found)
        return last, None, (*because, "; counted to the end of the third day after it.")
    due_at = hours_after(instant(found, at), HOURS)
    because = (f"They came back at {say_time(at)} on ", found, f"; {HOURS} hours on is ")
    return due_at.date(), due_at, (*because, f"{say_time(due_at.time())} on ", due_at.date(), ".")


def _settled(
    episode: MissingEpisode, due: tuple[date, datetime | None, Because], day: date
) -> Clock:
    due_on, due_at, because = due
    date_only = due_at is None
    held = episode.interviewed_on
    if held is not None:
        state = _held(held, read_time(episode.interviewed_time), due_on, due_at)
    elif due_on < day:
        state = Interview.LATE
    else:
        state = Interview.WAITING
    offered = episode.interview_offered_on
    if offered and held is None:
        because = (*because, " It was offered on ", offered, ".")
    return Clock(state, because, due_on, due_at, date_only)


def _held(on: date, at: time | None, due_on: date, due_at: datetime | None) -> Interview:
    if on != due_on:
        return Interview.HELD_IN_TIME if on < due_on else Interview.HELD_LATE
    if due_at is None:
        return Interview.HELD_IN_TIME
    if at is None:
        return Interview.HELD_TO_CHECK
    return Interview.HELD_IN_TIME if instant(on, at) <= due_at else Interview.HELD_LATE


def _at(day: date | None, text: str, unknown: str) -> str:
    if day is None:
        return unknown
    at = read_time(text)
    return f"{say_time(at)} on {show(day)}" if at else show(day)


def _nights(first: date, last: date) -> str:
    return counted((last - first).days, "night")
