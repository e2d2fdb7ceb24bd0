"""Birthdays, spans in the law's own unit, and how a date is shown."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

_UNITS = ("day", "week", "month", "year")
# By name and not by the machine's language; a list of thousands is also written in half the time.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@lru_cache(maxsize=65536)
def months_after(day: date, months: int) -> date:
    """The corresponding date that many months on (or back), cut to the month's end."""
    return day + relativedelta(months=months)


@lru_cache(maxsize=65536)
def birthday(born: date, age: int) -> date:
    """The day that age is reached: 1 March in ordinary years for those born on 29 February.

    Source: practice in England and Wales; a setting to confirm (`leap_day_policy`).
    """
    year = born.year + age
    if born.month == 2 and born.day == 29 and not _is_leap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def age_on(born: date, day: date) -> int:
    """Whole years at the last birthday; an age is reached at the start of the birthday."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1


class Span(NamedTuple):
    """A length of time in the law's own unit: two months are not eight weeks and not 60 days."""

    number: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read "2 months" or "56 days"; raises ValueError for anything else."""
        number, _, unit = text.strip().partition(" ")
        unit = unit.removesuffix("s")
        if not (number.isascii() and number.isdigit() and len(number) <= 4) or unit not in _UNITS:
            raise ValueError(f'"{text}" is not a span such as "2 months" or "56 days"')
        return cls(int(number), unit)

    def after(self, day: date) -> date:
        """The last day in time, counted once from `day`, which is day 0."""
        if self.unit == "month":
            return months_after(day, self.number)
        if self.unit == "year":
            return months_after(day, 12 * self.number)
        return day + timedelta(days=self.number * (7 if self.unit == "week" else 1))

    def before(self, day: date) -> date:
        """The day that lies this far before `day`."""
        return Span(-self.number, self.unit).after(day)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


def runs_on(first: date | None, end: date | None, day: date) -> bool:
    """Whether it holds on the day: an unknown beginning has begun, an unknown end has not come.

    The end is the first day on which it no longer did.
    """
    return (first is None or first <= day) and (end is None or day < end)


def show(day: date) -> str:
    """The date as it is read: 3 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
