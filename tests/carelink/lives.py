"""Random young people: mostly plausible lives with random gaps, and what is yet to come.

A row is drawn with places in a calendar instead of days; each life then has a calendar of its own,
so that its facts share days and fall on, next to and far from the days that matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.duties import FINDERS
from carelink.facts import KINDS, Person, Worker
from carelink.words import (
    ACTIVITY_LABELS,
    ANSWERS,
    BEGUN_BY,
    CIRCUMSTANCES,
    CONFIRMED,
    EVENTS,
    HOME_LABELS,
    LEAVE_TYPES,
    OUTCOMES,
    ROLES,
    RUNGS,
    STAGES,
    SUBJECTS,
    TENANCIES,
)

TODAY = date(2026, 11, 24)
WORKERS = {
    "W1": Worker("W1", "Naomi Price", "personal_adviser"),
    "W2": Worker("W2", "", "personal_adviser", end=TODAY - timedelta(days=90)),
}
_AGES = (13, 14, 15, 16, 17, 18, 19, 20, 21)
_FAR = 30


class Place(NamedTuple):
    """A place in a life's calendar; `later` days are added to it."""

    at: int
    later: int = 0


def _pick(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


# The first places of a calendar are the birthdays of _AGES.
_BIRTHDAYS = range(len(_AGES))
_CALENDAR = range(len(_AGES) + 25 + _FAR)
_day = st.sampled_from([Place(at) for at in _CALENDAR])
_dated = st.sampled_from([*(Place(at) for at in _CALENDAR), *[None] * 8])
_yes_no = _pick(True, True, False, None)
_rarely = st.sampled_from([False] * 24 + [True])
_lasts = _pick(None, None, None, 0, 1, 30, 90, 91, 92, 183, 200, 365, 500, 900)


def _rows(group: str, most: int, /, **columns: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Up to so many rows of a group; `lasts` is an end so many days after the start."""
    row = st.fixed_dictionaries({"person_id": st.just("P1"), **columns})
    return st.lists(row.map(lambda drawn: _row(group, drawn)), max_size=most)


def _row(group: str, drawn: dict[str, Any]) -> Any:
    if "lasts" in drawn:
        start, lasts = drawn["start"], drawn["lasts"]
        drawn["end"] = None if start is None or lasts is None else Place(start.at, lasts)
        del drawn["lasts"]
    if drawn.get("start") is not None:
        drawn.pop("known_on", None)
    key = KINDS[group].key
    return KINDS[group].fact(**{key: "1", **drawn})


# In care from 13 to 15 until 16 to 18, as most are.
_in_care = st.tuples(
    st.builds(
        lambda start, end, legal: _row(
            "care_periods", {"person_id": "P1", "start": start, "end": end, "legal_status": legal}
        ),
        _pick(Place(0), Place(1), Place(2)),
        _pick(None, Place(3), Place(4), *[Place(5)] * 6),
        _pick("C2", "V2", ""),
    )
)
_any_care = _rows(
    *("care_periods", 4),
    start=_dated,
    lasts=_lasts,
    legal_status=_pick("C1", "C2", "V2", "V3", "J2", ""),
    short_break=_pick(None, None, None, False, True),
    reason_ceased=_pick("", "", "", "E4A", "E11"),
)
_GROUPS = {
    "care_periods": st.one_of(_in_care, _in_care, _any_care),
    "circumstances": _rows(
        *("circumstances", 4),
        kind=_pick(*CIRCUMSTANCES[4:], *CIRCUMSTANCES),
        start=st.one_of(_dated, _pick(Place(8))),
        lasts=_lasts,
        detail=_pick("", "was_looked_after"),
    ),
    "allocations": _rows(
        *("allocations", 3),
        worker_id=_pick("W1", "W2", "W9"),
        role=_pick("personal_adviser", "personal_adviser", *ROLES),
        start=_dated,
        lasts=_lasts,
    ),
    "contacts": _rows(
        *("contacts", 8),
        worker_id=_pick("W1", "W2", "W9", ""),
        on=_dated,
        rung=_pick("", *RUNGS, *RUNGS),
        begun_by=_pick(*BEGUN_BY),
    ),
    "assessments": _rows(
        "assessments", 2, kind=_pick("needs", "needs", "health"), completed_on=_dated
    ),
    "plans": _rows(
        *("plans", 2),
        started_on=_dated,
        approved_on=_dated,
        copy_given_on=_dated,
        contact_every_days=_pick(None, None, 1, 28, 56, 57, 90, 366),
        ended_on=_pick(None, *(Place(at) for at in _CALENDAR[::4])),
    ),
    "plan_reviews": _rows("plan_reviews", 4, asked_on=_dated, held_on=_dated),
    "events": _rows("events", 6, kind=_pick(*EVENTS), on=_dated, outcome=_pick(*OUTCOMES)),
    "duty_answers": _rows(
        *("duty_answers", 8),
        duty=_pick(*FINDERS),
        answer=_pick(*ANSWERS),
        on=_dated,
        reason=_pick("They said so.", "Not now", ""),
        ask_again_on=_dated,
    ),
    "homes": _rows(
        *("homes", 3),
        start=_dated,
        lasts=_lasts,
        type=_pick("U", "U", "U", "D", "Z", "", *HOME_LABELS),
        provided_by_authority=_yes_no,
        tenancy=_pick("own", *TENANCIES),
        placement=_pick("", "U1", "U4", "K2"),
        emergency=_yes_no,
        known_on=_dated,
    ),
    "activities": _rows(
        "activities", 1, start=_dated, code=_pick("", *ACTIVITY_LABELS), known_on=_dated
    ),
    "immigration": _rows(
        *("immigration", 2),
        leave_type=_pick("uasc_leave", "limited", *LEAVE_TYPES),
        granted_on=_dated,
        expires_on=_dated,
        applied_on=_dated,
    ),
    "entitlements": _rows(
        *("entitlements", 3),
        entitlement=_pick(
            "setting_up_home_allowance", "council_tax_relief", "home_contents_insurance", "other"
        ),
        stage=_pick("", *STAGES),
        on=_dated,
    ),
    "snoozes": _rows("snoozes", 1, duty=_pick(*FINDERS), on=_dated, until=_dated),
    "confirmations": _rows(
        "confirmations",
        1,
        contact_id=st.just("1"),
        subject=_pick(*SUBJECTS),
        answer=_pick(*CONFIRMED),
    ),
    "promises": _rows("promises", 1, made_on=_dated, due_on=_dated, kept_on=_dated),
}
_drawn = st.fixed_dictionaries(
    {
        "ago": st.integers(14 * 365, 26 * 366),
        "leap_year": st.sampled_from([None] * 10 + [2004, 2008]),
        "far": st.lists(st.integers(-1800, 400), min_size=_FAR, max_size=_FAR),
        "gap": _rarely,
        "dies": st.sampled_from([False] * 7 + [True]),
        "died_on": _dated,
        "uasc": _yes_no,
        "care_order_now": _yes_no,
        "recorded_status": _pick("", "relevant"),
        "groups": st.fixed_dictionaries(_GROUPS),
    }
)


def lives() -> st.SearchStrategy[CaseFile]:
    """One case file: born 14 to 26 years ago, most with a history of care, all with gaps."""
    return _drawn.map(_life)


def _life(drawn: dict[str, Any]) -> CaseFile:
    born = TODAY - timedelta(days=drawn["ago"])
    if drawn["leap_year"]:
        born = date(drawn["leap_year"], 2, 29)
    birthdays = [birthday(born, age) for age in _AGES]
    near = [
        anchor + timedelta(days=days)
        for anchor in (TODAY, *birthdays[3:6], birthdays[8])
        for days in (0, -1, 1, -56, 57)
    ]
    calendar = birthdays + near + [TODAY + timedelta(days=days) for days in drawn["far"]]
    groups = {
        group: tuple(_dated_by(calendar, row) for row in rows)
        for group, rows in drawn["groups"].items()
    }
    groups["contacts"] = tuple(sorted(groups["contacts"], key=lambda row: row.on or date.min))
    died_on = drawn["died_on"] and calendar[drawn["died_on"].at]
    person = Person(
        *("P1", "Sam"),
        date_of_birth=None if drawn["gap"] else born,
        date_of_death=max(died_on, born) if drawn["dies"] and died_on else None,
        died=True if drawn["dies"] else None,
        uasc=drawn["uasc"],
        care_order_now=drawn["care_order_now"],
        recorded_status=drawn["recorded_status"],
    )
    return CaseFile(person, **groups, workers=WORKERS)


def _dated_by(calendar: Sequence[date], row: Any) -> Any:
    """The row with a day of the calendar for each place."""
    return row._make(
        calendar[value.at] + timedelta(days=value.later) if isinstance(value, Place) else value
        for value in row
    )


def days_of_asking(case: CaseFile) -> st.SearchStrategy[list[date]]:
    """Several days on which to ask how the case stands: each on or next to one that matters."""
    born = case.person.date_of_birth or TODAY - timedelta(days=20 * 365)
    held = {birthday(born, age) for age in (16, 17, 18, 21, 22, 25)} | {TODAY, *_days_in(case)}
    first, last = birthday(born, 16) - timedelta(days=2), birthday(born, 25) + timedelta(days=2)
    asked = {
        day + timedelta(days=days)
        for day in held
        for days in (-1, 0, 1, 55, 57, 183)
        if first <= day + timedelta(days=days) <= last
    }
    return st.lists(st.sampled_from(sorted(asked)), min_size=6, max_size=10, unique=True)


def _days_in(case: CaseFile) -> Iterable[date]:
    for group in fields(case):
        if group.name in KINDS and group.name != "workers":
            for fact in getattr(case, group.name):
                yield from (value for value in fact if isinstance(value, date))
