"""What does saving a form do? The verb, what is said after, and how it is undone."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from db.one_fact import AT_ONCE, Check, as_it_was, change_fact, record_fact, take_back
from db.trail import Writing

Verb = Callable[..., Any]


class Gesture(NamedTuple):
    """What saving does: the verb and what it is given, what is said after, how it is undone.

    `undo` is a verb too and is given what the first one gave back; None where nothing undoes it.
    """

    verb: Verb
    args: tuple[Any, ...]
    says: str
    undo: Verb | None = None

    def way_back(self, answer: Any) -> Callable[[Writing], Any] | None:
        """What undoes it, now that it gave this answer."""
        undo = self.undo
        return None if undo is None else lambda writing: undo(writing, answer)


def recording(kind: str, fact: Any, check: Check, says: str) -> Gesture:
    """One fact is recorded; undone, it is taken out again."""
    return Gesture(record_fact, (kind, fact, check), says, partial(_take_out, kind=kind))


def changing(kind: str, before: Any, after: Any, check: Check, says: str) -> Gesture:
    """One fact is changed; undone, it is as it was, however it came in."""

    def put_back(writing: Writing, now: Any, was: Any) -> None:
        change_fact(writing, kind, now, was, as_it_was)

    args = (kind, before, after, check)
    return Gesture(change_fact, args, says, undo_of_change(put_back, before, after))


def undo_of_change(put_back: Verb, before: Any, after: Any) -> Verb:
    """The way back of a change, by the verb that puts `before` where `after` stands."""

    def undo(writing: Writing, key: str) -> None:
        put_back(writing, after, before)

    return undo


def _take_out(writing: Writing, key: str, kind: str) -> None:
    take_back(writing, kind, key, AT_ONCE)
