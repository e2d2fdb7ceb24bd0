"""Of which day does a list speak, when it carries no date of its own?"""

from collections.abc import Iterable
from datetime import date, timedelta

from carelink.dates import age_on, birthday
from carelink.exchange.annex_a.entry import Entry


def day_of(entries: Iterable[Entry]) -> date | None:
    """The latest day the list names; else the last on which all its ages are right, else None."""
    entries = list(entries)
    named = [day for entry in entries for day in (entry.contacted, entry.reviewed) if day]
    if named:
        return max(named)
    aged = [(entry.born, entry.age) for entry in entries if entry.born and entry.age is not None]
    if not aged:
        return None
    first = max(birthday(born, age) for born, age in aged)
    last = min(birthday(born, age + 1) for born, age in aged) - timedelta(days=1)
    return last if first <= last else None


def is_wrong_age(entry: Entry, listed_on: date, today: date) -> bool:
    """Whether the age given is one the date of birth cannot have given since that day."""
    if entry.born is None or entry.age is None:
        return False
    return not age_on(entry.born, listed_on) <= entry.age <= age_on(entry.born, today)
