"""What of our promises and answers presses on a day, for the line of a young person on My week?"""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.said import counted
from carelink.voice.promises import Standing, lives_on, promise_of, say_standing
from carelink.voice.statements import Heard, say_heard, statement_of
from carelink.voice.words import STATEMENT_LABELS, Stands

_PRESS = (Stands.LATE, Stands.DUE_SOON)
_CHANGES = {
    Standing: "It goes when it is marked as kept, or when we say that we cannot keep it.",
    Heard: "It goes when the answer is written.",
}


class Pressing(NamedTuple):
    """How many promises and answers are late, and what presses most: late, or due in a week."""

    promises: int = 0
    answers: int = 0
    worst: Standing | Heard | None = None


_NOTHING = Pressing()


def pressing_of(case: CaseFile, day: date) -> Pressing:
    """What is late or due within a week; of several the first due presses most."""
    if not (case.promises or case.statements) or not lives_on(case.person, day):
        return _NOTHING
    promises = [promise_of(p, day) for p in case.promises if _begun(p.made_on, day)]
    heard = [statement_of(s, day) for s in case.statements if _begun(s.on, day)]
    every: list[Standing | Heard] = [*promises, *heard]
    pressing = [one for one in every if one.stands in _PRESS]
    return Pressing(
        sum(held.stands is Stands.LATE for held in promises),
        sum(held.stands is Stands.LATE for held in heard),
        min(pressing, key=lambda one: due_of(one) or date.max, default=None),
    )


def due_of(one: Standing | Heard) -> date | None:
    """The day by which it is to be done."""
    return one.promise.due_on if isinstance(one, Standing) else one.answer_by


def id_of(one: Standing | Heard) -> str:
    """The id of the promise or of the statement."""
    return one.promise.promise_id if isinstance(one, Standing) else one.statement.statement_id


def say_pressing(one: Standing | Heard) -> str:
    """In one sentence for a line: We are 3 days late with a promise: ring the bank."""
    if isinstance(one, Standing):
        called, what = "a promise", f": {one.promise.what}"
    else:
        called, what = _answer(one), ""
    if one.stands is Stands.LATE:
        return f"We are {counted(one.days, 'day')} late with {called}{what}"
    when = {0: "today", 1: "tomorrow"}.get(one.days, f"in {counted(one.days, 'day')}")
    return f"A{called[1:]} is due {when}{what}"


def explain_pressing(one: Standing | Heard) -> str:
    """Why it is here, and what would change it."""
    if isinstance(one, Standing):
        promise = one.promise
        made = f"We promised on {show(promise.made_on)}" if promise.made_on else "We promised"
        lines = [f"{made}: {promise.what}. {say_standing(one)}."]
        lines += [f"They had said: “{promise.said}”"] if promise.said else []
    else:
        told = f" on {show(one.statement.on)}" if one.statement.on else ""
        lines = [f"They told us{told}: “{one.statement.words}”", f"{say_heard(one)}."]
    return "\n".join([*lines, _CHANGES[type(one)]])


def _begun(on: date | None, day: date) -> bool:
    return on is None or on <= day


def _answer(heard: Heard) -> str:
    kind = STATEMENT_LABELS.get(heard.statement.kind, "statement")
    # Mind of My Own keeps its capitals: it is a name.
    kind = kind if heard.statement.kind == "mind_of_my_own" else kind.lower()
    return f"an answer to their {kind}"
