"""What a note has answered, what it has set going, and what is still open after it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.duties.duty import Duty
from carelink.words import STATE_LABELS, State

# Worst first: the order in which they are said.
_OPEN = (State.NEVER, State.OVERDUE, State.NO_DATE, State.CANNOT_TELL, State.DUE_SOON)
_IN_TIME = (State.ON_TRACK, State.DUE_SOON)


class Answered(NamedTuple):
    """A duty that the note satisfied, the day it was due before, and the day it is due next."""

    duty: str
    was_due_on: date | None
    due_on: date | None


class Receipt(NamedTuple):
    """One note's effect on the duties to one person; no duty stands in two of the groups.

    `begun` has a new day to be done by, `ended` was open and is asked for no longer. `actions` is
    how many actions of the plan were answered.
    """

    answered: tuple[Answered, ...] = ()
    begun: tuple[Duty, ...] = ()
    ended: tuple[Duty, ...] = ()
    still_open: tuple[Duty, ...] = ()
    actions: int = 0


def receipt_of(before: Iterable[Duty], after: Iterable[Duty]) -> Receipt:
    """Compare the duties to one person as they stood before a note and as they stand after it."""
    old = {duty.duty: duty for duty in before}
    answered: list[Answered] = []
    begun: list[Duty] = []
    ended: list[Duty] = []
    still_open: list[Duty] = []
    for new in after:
        was = old.get(new.duty)
        if was and _is_answered(was, new):
            answered.append(Answered(new.duty, was.due_on, new.due_on))
        elif _is_begun(was, new):
            begun.append(new)
        elif was and was.state in _OPEN and new.state not in _OPEN:
            ended.append(new)
        elif new.state in _OPEN:
            still_open.append(new)
    answered.sort(key=lambda done: done.was_due_on or date.max)
    begun.sort(key=lambda duty: duty.due_on or date.max)
    still_open.sort(key=lambda duty: (_OPEN.index(duty.state), duty.due_on or date.max))
    return Receipt(tuple(answered), tuple(begun), tuple(ended), tuple(still_open))


def _is_answered(was: Duty, new: Duty) -> bool:
    if new.last_on is None or new.state not in _IN_TIME:
        return False
    later = was.last_on is None or new.last_on > was.last_on
    return later and (was.state, was.due_on) != (new.state, new.due_on)


def _is_begun(was: Duty | None, new: Duty) -> bool:
    if new.state not in _IN_TIME or new.due_on is None:
        return False
    return was is None or was.due_on != new.due_on


def say_receipt(receipt: Receipt, titles: Mapping[str, str], at_most: int = 3) -> str:
    """The receipt in a few sentences; no more than `at_most` duties of a group are named.

    Shape: `titles` gives each duty's title by its id.
    """
    named = {
        "This answered": [_say_answered(done, titles) for done in receipt.answered],
        "Now due": [_say_begun(duty, titles) for duty in receipt.begun],
        "No longer asked for": [titles[duty.duty] for duty in receipt.ended],
        "Still open": [say_open(duty, titles) for duty in receipt.still_open],
    }
    listed = {group: _listed(lines, at_most) for group, lines in named.items() if lines}
    if receipt.actions:
        answered = [listed.get("This answered", ""), *say_actions(receipt)]
        listed = {"This answered": ", ".join(filter(None, answered)), **_but_answered(listed)}
    said = ["Saved."] if "This answered" in listed else ["Saved. No duty was waiting for this."]
    said += [f"{group}: {lines}." for group, lines in listed.items()]
    return " ".join(said if receipt.still_open else [*said, "Nothing is still open."])


def _but_answered(listed: Mapping[str, str]) -> dict[str, str]:
    return {group: lines for group, lines in listed.items() if group != "This answered"}


def say_actions(receipt: Receipt) -> list[str]:
    """How many actions of the plan the note answered; nothing for none."""
    if not receipt.actions:
        return []
    return [f"{receipt.actions} {'action' if receipt.actions == 1 else 'actions'} of the plan"]


def say_open(duty: Duty, titles: Mapping[str, str]) -> str:
    """One open duty with its state and its day: Plan review (overdue, due 3 May 2026)."""
    due = f", due {show(duty.due_on)}" if duty.due_on else ""
    return f"{titles[duty.duty]} ({STATE_LABELS[duty.state].lower()}{due})"


def _say_answered(done: Answered, titles: Mapping[str, str]) -> str:
    was = f" (was due {show(done.was_due_on)})" if done.was_due_on else ""
    return titles[done.duty] + was


def _say_begun(duty: Duty, titles: Mapping[str, str]) -> str:
    return f"{titles[duty.duty]} (by {show(duty.due_on)})" if duty.due_on else titles[duty.duty]


def _listed(lines: list[str], at_most: int) -> str:
    shown = lines if len(lines) <= at_most + 1 else lines[:at_most]
    rest = len(lines) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")
