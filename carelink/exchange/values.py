"""What does one cell of the open bundle mean, and what is wrong with one that means nothing?

A converter is made once for a column and called for every cell; most are dictionaries that fill
themselves, for a roll's 150,000 contacts hold a few thousand different days.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from carelink.dates import months_after
from carelink.exchange.columns import PROVENANCE, Column
from carelink.exchange.wild_dates import EARLIEST, MISSING

Read = Callable[[str], object]
LONGEST_ID = 200
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(\.\d+)?(e-\d{1,3})?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_YEARS_AHEAD = 100
_NONE: datetime | None = None


class Unfit(ValueError):
    """The cell cannot be taken; the message is a plain sentence."""


def reader_of(column: Column, today: date) -> Read:
    """The converter of a column's cells. What it returns for an empty cell is: not known."""
    if column.codes:
        return _Codes(column).__getitem__
    if column.holds == "day":
        return _Days(column, today).__getitem__
    if column.holds == "yes_no":
        return _YesNo(column).__getitem__
    if column.holds == "instant":
        return _Instants(column, today)
    if column.holds in ("whole", "number"):
        return _Numbers(column).__getitem__
    if column.name.endswith("_id"):
        return _Ids(column).__getitem__
    return _Same().__getitem__ if column.name in PROVENANCE else str


class _Days(dict[str, date | None]):
    def __init__(self, column: Column, today: date) -> None:
        super().__init__({"": None})
        self._column = column
        self._today = today
        self._last = months_after(today, 12 * _YEARS_AHEAD) if column.ahead else today

    def __missing__(self, text: str) -> date | None:
        day = self[text] = self._day(text.strip())
        return day

    def _day(self, text: str) -> date | None:
        name = self._column.name
        if not text:
            return None
        if not _DAY.fullmatch(text):
            raise Unfit(f'{name} is "{shown(text)}"; write the day as 2026-05-31.')
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise Unfit(f"{name} is {text}, a day that does not exist; correct it.") from None
        if day == MISSING:
            return None
        if day < EARLIEST:
            raise Unfit(f"{name} is {text}, before 1900; correct it.")
        if day > self._last:
            raise Unfit(self._too_late(text))
        return day

    def _too_late(self, text: str) -> str:
        name = self._column.name
        if self._column.ahead:
            return f"{name} is {text}, too far ahead; leave it empty where there is no end."
        return f"{name} is {text}, which lies in the future; correct it."


class _Codes(dict[str, str]):
    def __init__(self, column: Column) -> None:
        super().__init__({code: code for code in ("", *column.codes)})
        self._column = column

    def __missing__(self, text: str) -> str:
        code = text.strip()
        if code in self:
            return self[code]
        use = ", ".join(self._column.codes)
        raise Unfit(f'{self._column.name} is "{shown(text)}", not a code here; use one of {use}.')


class _YesNo(dict[str, bool | None]):
    def __init__(self, column: Column) -> None:
        super().__init__({"": None, "Y": True, "N": False})
        self._name = column.name

    def __missing__(self, text: str) -> bool | None:
        answer = text.strip().upper()
        if answer in self:
            return self[answer]
        raise Unfit(f'{self._name} is "{shown(text)}"; write Y or N or leave it empty.')


class _Numbers(dict[str, float | int | None]):
    def __init__(self, column: Column) -> None:
        super().__init__({"": None})
        self._column = column

    def __missing__(self, text: str) -> float | int | None:
        number = text.strip()
        if not number:
            return None
        whole = self._column.holds == "whole"
        if not (_WHOLE if whole else _NUMBER).fullmatch(number):
            kind = "a whole number" if whole else "a number"
            raise Unfit(f'{self._column.name} is "{shown(text)}"; write {kind}, nought or more.')
        return int(number) if whole else float(number)


class _Instants:
    def __init__(self, column: Column, today: date) -> None:
        self._name = column.name
        end = datetime(today.year, today.month, today.day, tzinfo=UTC)
        self._last = end + timedelta(days=2)
        # Rows recorded in one go stand together and carry one instant.
        self._text, self._at = "", _NONE

    def __call__(self, text: str) -> datetime | None:
        if text == self._text:
            return self._at
        self._at, self._text = self._instant(text), text
        return self._at

    def _instant(self, text: str) -> datetime | None:
        if not text.strip():
            return None
        try:
            if not _INSTANT.fullmatch(text):
                raise ValueError
            at = datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError):
            says = f'{self._name} is "{shown(text)}"; write it as 2026-05-31T09:30:00+00:00.'
            raise Unfit(says) from None
        if at >= self._last:
            raise Unfit(f"{self._name} is {at.isoformat()}, which lies in the future; correct it.")
        return at.replace(microsecond=0) if at.microsecond else at


class _Ids(dict[str, str]):
    """Keeps one text for all the rows that name one person: a roll names each some fifty times."""

    def __init__(self, column: Column) -> None:
        super().__init__({"": ""})
        self._name = column.name

    def __missing__(self, text: str) -> str:
        if len(text) > LONGEST_ID:
            raise Unfit(f"{self._name} is longer than {LONGEST_ID} characters; shorten it.")
        if not text.isprintable():
            raise Unfit(f"{self._name} holds a character that cannot be printed; take it out.")
        self[text] = text if text.strip() else ""
        return self[text]


class _Same(dict[str, str]):
    """Keeps one text for all the rows that were recorded by one worker, or in one import."""

    def __missing__(self, text: str) -> str:
        return self.setdefault(text, text)


def shown(text: str) -> str:
    """A cell as it may be repeated in a sentence: short, and on one line."""
    clean = "".join(char if char.isprintable() else "·" for char in text)
    return clean if len(clean) <= 40 else f"{clean[:40]}…"
