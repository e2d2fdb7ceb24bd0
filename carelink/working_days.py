"""Which days are working days in England? Law that counts in them leaves out these."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

# Days that a proclamation moved or added. Source: bank holidays of England and Wales, GOV.UK.
_MOVED = {
    2020: {date(2020, 5, 4): date(2020, 5, 8)},
    2022: {date(2022, 5, 30): date(2022, 6, 2)},
}
_ADDED = {
    2022: (date(2022, 6, 3), date(2022, 9, 19)),
    2023: (date(2023, 5, 8),),
}
_ONE = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday of England."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The working day that is so many after `day`, which itself is not counted."""
    while number > 0:
        day += _ONE
        number -= is_working_day(day)
    return day


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England in a year, with the days that stand in for weekends."""
    moved = _MOVED.get(year, {})
    return frozenset([*(moved.get(day, day) for day in _usual(year)), *_ADDED.get(year, ())])


def _usual(year: int) -> Iterator[date]:
    yield _off_the_weekend(date(year, 1, 1))
    sunday = easter(year)
    yield sunday - 2 * _ONE
    yield sunday + _ONE
    yield _monday_from(date(year, 5, 1))
    yield _monday_from(date(year, 5, 25))
    yield _monday_from(date(year, 8, 25))
    christmas = _off_the_weekend(date(year, 12, 25))
    boxing = _off_the_weekend(date(year, 12, 26))
    yield christmas
    # Where a weekend moves Christmas Day on to Boxing Day's day, that moves on by one.
    yield boxing + _ONE if boxing == christmas else boxing


def _off_the_weekend(day: date) -> date:
    return _monday_from(day) if day.weekday() > 4 else day


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)
