"""How many advisers since 16, for how long the one now, and who was it in the last year?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday, months_after
from carelink.facts import Allocation
from carelink.said import counted
from carelink.words import ADVISER

_A_YEAR = 12


class LastYear(StrEnum):
    """Who was their adviser in the last twelve months; everyone is in exactly one of these."""

    ONE = "one adviser and no other"
    SEVERAL = "two advisers or more"
    NOBODY = "nobody"


class Continuity(NamedTuple):
    """The advisers of one person. `since_16` is None while the date of birth is not known.

    `ever` counts every adviser there has been; `months` is how long the one now has been theirs,
    None when there is none now or their first day is not known.
    """

    since_16: int | None
    ever: int
    months: int | None
    last_year: LastYear
    has_one: bool = False


class Figures(NamedTuple):
    """The team's continuity; each mapping adds up to `roll`.

    Shape: `since_16` by how many advisers (None: cannot tell); `with_present` by a length in words;
    `last_year` by who it was.
    """

    roll: int
    since_16: Mapping[int | None, int]
    with_present: Mapping[str, int]
    last_year: Mapping[LastYear, int]

    @property
    def said(self) -> str:
        """What the Board asks: how many had one adviser throughout the last year."""
        if not self.roll:
            return "Nobody is on the roll yet"
        one = self.last_year.get(LastYear.ONE, 0)
        return f"{one:,} of {self.roll:,} had one adviser and no other in the last year"


_NONE_NOW, _NOT_KNOWN = "No adviser now", "First day not recorded"
_LENGTHS = (
    (6, "Under 6 months"),
    (12, "6 to 11 months"),
    (24, "1 year"),
    (10_000, "2 years or more"),
)
WITH_PRESENT = (*(words for _, words in _LENGTHS), _NOT_KNOWN, _NONE_NOW)


def continuity_of(case: CaseFile, day: date) -> Continuity:
    """The advisers of one person up to the day."""
    born = case.person.date_of_birth
    held = [
        (given, case.allocation_end(given))
        for given in case.allocations
        if given.role == ADVISER and (given.start is None or given.start <= day)
    ]
    sixteen = birthday(born, 16) if born else None
    since = _workers(held, sixteen) if sixteen else None
    year_ago = months_after(day, -_A_YEAR)
    lately = len(_workers(held, year_ago))
    now = case.adviser_on(day)
    months = whole_months(now.start, day) if now and now.start else None
    return Continuity(
        since_16=None if since is None else len(since),
        ever=len(_workers(held, date.min)),
        months=months,
        last_year=(LastYear.NOBODY, LastYear.ONE)[lately] if lately < 2 else LastYear.SEVERAL,
        has_one=now is not None,
    )


def figures_of(held: Iterable[Continuity]) -> Figures:
    """The team's figures from each person's; every one of them is counted once in each."""
    known = list(held)
    since = Counter(one.since_16 for one in known)
    with_present = Counter(_length(one) for one in known)
    years = Counter(one.last_year for one in known)
    return Figures(
        roll=len(known),
        since_16={number: since[number] for number in sorted(since, key=_none_last)},
        with_present={words: with_present[words] for words in WITH_PRESENT},
        last_year={year: years[year] for year in LastYear},
    )


def say_count(count: int | None) -> str:
    """How many advisers since 16, in words."""
    if count is None:
        return "Cannot tell: no date of birth"
    return counted(count, "adviser") if count else "None since 16"


def whole_months(start: date, day: date) -> int:
    """Whole months from start to day, by the corresponding date."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return months - (months_after(start, months) > day)


def _workers(held: list[tuple[Allocation, date | None]], since: date) -> set[str]:
    return {given.worker_id for given, end in held if end is None or end > since}


def _length(one: Continuity) -> str:
    if not one.has_one:
        return _NONE_NOW
    if one.months is None:
        return _NOT_KNOWN
    return next(words for months, words in _LENGTHS if one.months < months)


def _none_last(count: int | None) -> tuple[bool, int]:
    return count is None, count or 0
