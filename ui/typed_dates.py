"""Which day did somebody mean by what they typed: "3 5 26", "3 May 2026", "today", "-3", "fri"?"""

import re
from datetime import date, timedelta

from carelink.dates import show

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORDS = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
# A two-digit year further ahead than this is taken to be in the last century.
_YEARS_AHEAD = 20


def understood(typed: str, today: date, *, ahead: bool = False) -> date | None:
    """The day meant; None when it cannot be told.

    A bare weekday or a date without a year is the latest such day up to today, or with `ahead`
    the next one after it.
    """
    text = " ".join(re.sub(r"[,.]", " ", typed.casefold()).split())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    return _counted(text, today) or _weekday(text, today, ahead) or _written(text, today, ahead)


def shown_back(typed: str, today: date, *, ahead: bool = False) -> str:
    """What was understood, with its weekday, for the line under the field; empty for nothing."""
    day = understood(typed, today, ahead=ahead)
    return f"{day:%A} {show(day)}" if day else ""


def _counted(text: str, today: date) -> date | None:
    found = re.fullmatch(r"([-+−–]) ?(\d{1,4})(?: ?(d|days?|w|weeks?))?", text)
    if not found:
        return None
    days = int(found[2]) * (7 if (found[3] or "d").startswith("w") else 1)
    return _moved(today, days if found[1] == "+" else -days)


def _weekday(text: str, today: date, ahead: bool) -> date | None:
    turn, _, name = text.rpartition(" ")
    if len(name) < 2 or turn not in ("", "last", "next", "this", "on"):
        return None
    at = next((at for at, day in enumerate(_WEEKDAYS) if day.startswith(name)), None)
    if at is None:
        return None
    back = (today.weekday() - at) % 7
    if turn == "next" or (turn in ("", "this", "on") and ahead):
        return today + timedelta(days=7 - back)
    if turn == "last" and back == 0:
        return today - timedelta(days=7)
    return today - timedelta(days=back)


def _written(text: str, today: date, ahead: bool) -> date | None:
    text = re.sub(r"\b(\d{1,2})(st|nd|rd|th)\b", r"\1", text)
    iso = re.fullmatch(r"(\d{4})[-/ ](\d{1,2})[-/ ](\d{1,2})", text)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = [part for part in re.split(r"[\s/\-–]+", text) if part]
    named = [_month(part) for part in parts]
    if len(parts) in (2, 3) and named[0] and not named[1]:
        parts[0], parts[1] = parts[1], parts[0]
        named[0], named[1] = named[1], named[0]
    if len(parts) not in (2, 3) or not parts[0].isdecimal():
        return None
    month = named[1] or (int(parts[1]) if parts[1].isdecimal() else 0)
    if len(parts) == 3:
        year = _year(parts[2], today)
        return _date(year, month, int(parts[0])) if year else None
    return _nearest(month, int(parts[0]), today, ahead)


def _nearest(month: int, number: int, today: date, ahead: bool) -> date | None:
    years = range(today.year - 4, today.year + 5)
    days = [day for year in years if (day := _date(year, month, number))]
    if ahead:
        return next((day for day in days if day > today), None)
    return next((day for day in reversed(days) if day <= today), None)


def _month(part: str) -> int:
    if len(part) < 3:
        return 0
    return next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(part)), 0)


def _year(part: str, today: date) -> int | None:
    if not part.isdecimal() or len(part) not in (2, 4):
        return None
    if len(part) == 4:
        return int(part)
    year = today.year // 100 * 100 + int(part)
    return year - 100 if year > today.year + _YEARS_AHEAD else year


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
