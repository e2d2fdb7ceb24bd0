"""Reasons kept as parts, and put into words only when somebody asks why."""

from collections.abc import Callable
from datetime import date

# A sentence in parts: text, dates and numbers as they are, and what is only looked up when read.
Because = tuple[str | int | date | Callable[[], str], ...]


def in_words(because: Because) -> str:
    """The reason as it is read: dates as "3 May 2026", one space between its words."""
    return " ".join("".join(_part(part) for part in because).split())


def _part(part: str | int | date | Callable[[], str]) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, date):
        return f"{part.day} {part:%B} {part.year}"
    return str(part) if isinstance(part, int) else part()
