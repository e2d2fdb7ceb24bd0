"""How does what a manager must decide on become lines? Sort by sort, in each the longest first."""

from collections.abc import Sequence
from itertools import pairwise

from carelink.names import kept_apart
from carelink.oversight.alarms import SORT_LABELS, Alarm, Sort
from ui.lines import ListLine

_NONE = ListLine("nothing to decide", "Nothing waits for a decision of yours.")
_WORDS = {Sort.DECIDED: "Due again", Sort.PROMISE: "Late", Sort.NIGHTS: "Unsettled"}


def say_to_decide(number: int) -> str:
    """What the button of the list says."""
    return f"To decide ({number:,})"


def key_of(alarm: Alarm) -> str:
    """The key of its line: one person may have several, of one sort too."""
    return f"alarm {alarm.person_id} {alarm.keys[0]}"


def alarm_lines(
    alarms: Sequence[Alarm], to_agree: Sequence[ListLine], decided: int
) -> list[ListLine]:
    """A heading for each sort that has any, with its number; what is decided is counted below.

    `to_agree` are the lines of what waits to be agreed to. It is answered in a pane of its own, so
    that each kind of it is one line here: how many, and who has waited longest.
    """
    rows: list[ListLine] = []
    for sort in Sort:
        held = [_line(alarm) for alarm in alarms if alarm.sort is sort]
        if sort is Sort.APPROVAL:
            held = _kinds(to_agree)
        if held:
            rows.append(ListLine(f"group {sort.name}", f"{SORT_LABELS[sort]} ({len(held):,})"))
            rows += held
    if not rows:
        rows = [_NONE]
    if decided:
        rows.append(ListLine("group decided", f"Decided, and not due again yet ({decided:,})"))
    return rows


def _kinds(to_agree: Sequence[ListLine]) -> list[ListLine]:
    """A line for each heading, opening what has waited longest below it."""
    kinds = []
    for head, first in pairwise(to_agree):
        if head.state is None and first.state is not None:
            says = f"The longest: {first.title}. {first.sentence}"
            kinds.append(first._replace(title=head.title, sentence=says, aside=""))
    return kinds


def _line(alarm: Alarm) -> ListLine:
    more = f" · {alarm.more:,} more" if alarm.more else ""
    return ListLine(
        key_of(alarm),
        kept_apart(alarm.name),
        alarm.says + more,
        alarm.state,
        alarm.adviser or "No personal adviser",
        about=alarm.person_id,
        word=_WORDS.get(alarm.sort, ""),
    )
