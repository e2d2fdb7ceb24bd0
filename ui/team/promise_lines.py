"""How do the promises and answers that wait for us become lines? The longest wait first."""

from collections.abc import Sequence

from carelink.dates import show
from carelink.names import kept_apart
from carelink.voice.waiting import Wait, Waiting
from carelink.words import State
from ui.lines import ListLine

_HEADS = {
    Wait.LATE: "We are late",
    Wait.SOON: "Due within seven days",
    Wait.TO_TELL: "It has come out, and they have not been told",
}
_STATES = {
    Wait.LATE: State.OVERDUE,
    Wait.SOON: State.DUE_SOON,
    Wait.TO_TELL: State.DUE_SOON,
}
_NONE = "No promise or answer of ours waits."


def say_promises(waiting: Sequence[Waiting]) -> str:
    """What the button of the list says."""
    late = sum(one.wait is Wait.LATE for one in waiting)
    return f"Promises and answers late ({late:,})"


def promise_lines(waiting: Sequence[Waiting]) -> list[ListLine]:
    """A line for each under what it waits for, opening its person; none is said."""
    if not waiting:
        return [ListLine("no promises", _NONE)]
    rows: list[ListLine] = []
    for wait, head in _HEADS.items():
        held = [one for one in waiting if one.wait is wait]
        if held:
            rows.append(ListLine(f"group {wait.name}", f"{head} ({len(held):,})"))
            rows += [_line(one) for one in held]
    return rows


def _line(one: Waiting) -> ListLine:
    since = f", since {show(one.on)}" if one.wait is Wait.TO_TELL and one.on else ""
    return ListLine(
        f"{one.person_id} {one.key}",
        kept_apart(one.name),
        one.sentence + since,
        _STATES[one.wait],
        one.adviser or "No personal adviser",
        about=one.person_id,
    )
