"""What is wrong with one field? The small questions that the checks of every subject ask."""

from collections.abc import Collection
from datetime import date

from carelink.errors import Problem, Refused
from carelink.words import LONGEST_TEXT, UNPRINTABLE


def day_that_has_been(field: str, day: date | None, today: date, what: str) -> list[Problem]:
    """A day must be given, and be today or in the past; `what` names it: the day of the move."""
    if day is None:
        return [Problem(field, f"Give the day of the {what}.")]
    return not_ahead(field, day, today, what)


def not_ahead(field: str, day: date | None, today: date, what: str) -> list[Problem]:
    """A day that may be left out, but not lie in the future."""
    if day is not None and day > today:
        return [Problem(field, f"The day of the {what} must be today or in the past.")]
    return []


def end_after_start(start: date | None, end: date | None) -> list[Problem]:
    """A period may not end before it begins."""
    if start is not None and end is not None and end < start:
        return [Problem("end", "The end is before the start.")]
    return []


def text_problems(field: str, text: str) -> list[Problem]:
    """A text that can be kept and printed: not too long, no control character."""
    if len(text) > LONGEST_TEXT:
        return [Problem(field, f"The text is too long; {LONGEST_TEXT:,} characters is the most.")]
    if UNPRINTABLE.search(text):
        return [Problem(field, "The text holds a control character; take it out.")]
    return []


def one_of(field: str, code: str, codes: Collection[str], says: str) -> list[Problem]:
    """A code must be one of those in use; `says` asks for it in words."""
    return [] if code in codes else [Problem(field, says)]


def refuse_if(problems: list[Problem]) -> None:
    """Raise Refused with every problem there is; nothing when there is none."""
    if problems:
        raise Refused(*problems)
