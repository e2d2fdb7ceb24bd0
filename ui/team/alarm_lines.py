"""How does what a manager must decide on become lines? Sort by sort, in each the longest first."""

from collections.abc import Sequence

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


class AlarmLines:
    """Makes the lines; those of alarms that have not changed are kept from one time to the next."""

    def __init__(self) -> None:
        self._made: dict[Alarm, ListLine] = {}

    def of(
        self, alarms: Sequence[Alarm], to_agree: Sequence[ListLine], decided: int
    ) -> list[ListLine]:
        """A heading for each sort that has any, with its number; what is decided is counted below.

        `to_agree` are the kinds of what waits to be agreed to, each answered in a pane of its own.
        """
        self._made = {alarm: self._made.get(alarm) or _line(alarm) for alarm in alarms}
        rows: list[ListLine] = []
        for sort in Sort:
            held = [self._made[alarm] for alarm in alarms if alarm.sort is sort]
            if sort is Sort.APPROVAL:
                held = list(to_agree)
            if held:
                rows.append(ListLine(f"group {sort.name}", f"{SORT_LABELS[sort]} ({len(held):,})"))
                rows += held
        if not rows:
            rows = [_NONE]
        if decided:
            rows.append(ListLine("group decided", f"Decided, and not due again yet ({decided:,})"))
        return rows


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
