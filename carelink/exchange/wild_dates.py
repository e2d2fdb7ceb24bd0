"""Which day does a date mean as other systems write it? Always day before month."""

import re
from datetime import date, datetime

from carelink.dates import months_after

MISSING = date(1900, 1, 1)
EARLIEST = date(1900, 1, 2)
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})" + _TIME, re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})" + _TIME, re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[ /-]([A-Za-z]{3,9})[ /,-]+(\d{4}|\d{2})" + _TIME, re.ASCII)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# How other systems write that there is no date: Excel shows a nought as the first.
_NONE = {"", "0", "00/01/1900", "00/00/0000", "0000-00-00", "null", "n/a"}


class NotADay(ValueError):
    """The text is no day; the message says what is wrong in plain words."""


def read_day(value: object, today: date, *, ahead: bool = False) -> date | None:
    """The day a cell means, None when it is empty or 1 January 1900.

    Raises: NotADay for anything else, for a day that does not exist, and for one in the future
    (where it may lie `ahead`, for one no living person will see).
    """
    day = _day_of(value, today)
    if day is None or day == MISSING:
        return None
    if day > (months_after(today, 1200) if ahead else today):
        raise NotADay(f"{day:%d/%m/%Y} lies in the future")
    if day < EARLIEST:
        raise NotADay(f"{day:%d/%m}/{day.year} lies before 1900")
    return day


def _day_of(value: object, today: date) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    text = str(value).strip()
    if text.lower() in _NONE:
        return None
    year, month, number = _parts(text)
    if len(year) == 2:
        year = f"20{year}" if int(year) + 2000 <= today.year else f"19{year}"
    try:
        return date(int(year), month, int(number))
    except ValueError:
        raise NotADay(f'"{text[:40]}" is no day in the calendar') from None


def _parts(text: str) -> tuple[str, int, str]:
    """Year, month and day as they stand in the text."""
    if found := _DAY_FIRST.fullmatch(text):
        return found[3], int(found[2]), found[1]
    if found := _YEAR_FIRST.fullmatch(text):
        return found[1], int(found[2]), found[3]
    if found := _NAMED.fullmatch(text):
        for number, month in enumerate(_MONTHS, start=1):
            if month.startswith(found[2].lower()):
                return found[3], number, found[1]
    raise NotADay(f'"{text[:40]}" is not a date such as 31/12/2005')
