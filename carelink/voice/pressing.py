"""Which promise presses on a day, for the line of a young person on My week?"""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.said import counted
from carelink.voice.promises import Standing, lives_on, promise_of, say_standing
from carelink.voice.words import Stands

_PRESS = (Stands.LATE, Stands.DUE_SOON)


class Pressing(NamedTuple):
    """How many promises are late, and the one that presses most: late, or due within a week."""

    late: int
    worst: Standing | None


_NONE = Pressing(0, None)


def pressing_of(case: CaseFile, day: date) -> Pressing:
    """The promises to them that are late or due within a week; of several, the first due."""
    if not case.promises or not lives_on(case.person, day):
        return _NONE
    made = [p for p in case.promises if p.made_on is None or p.made_on <= day]
    pressing = [held for p in made if (held := promise_of(p, day)).stands in _PRESS]
    late = sum(held.stands is Stands.LATE for held in pressing)
    first = min(pressing, key=lambda held: held.promise.due_on or date.max, default=None)
    return Pressing(late, first)


def say_pressing(standing: Standing) -> str:
    """The promise in one sentence for a line: We are 3 days late with a promise: ring the bank."""
    what = standing.promise.what
    if standing.stands is Stands.LATE:
        return f"We are {counted(standing.days, 'day')} late with a promise: {what}"
    left = standing.days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {counted(left, 'day')}")
    return f"A promise is due {when}: {what}"


def explain_pressing(standing: Standing) -> str:
    """Why the promise is here, and what would change it."""
    promise = standing.promise
    made = f"We promised on {show(promise.made_on)}" if promise.made_on else "We promised"
    said = f"\nThey had said: “{promise.said}”" if promise.said else ""
    return (
        f"{made}: {promise.what}. {say_standing(standing)}.{said}\n"
        "It goes when it is marked as kept, or when we say that we cannot keep it."
    )
