"""What bears on a young person's status for a time, and whether it holds on a day."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from carelink.dates import months_after
from carelink.facts import Circumstance
from carelink.words import END_COUNTED

# Six months at home again end being relevant. Source: SI 2010/2571, regulation 3; a setting.
HOME_RULE_MONTHS = 6
HOME_AGAIN = frozenset({"living_with_parent", "special_guardianship"})


class Circumstances:
    """One person's circumstances by kind."""

    def __init__(self, circumstances: Iterable[Circumstance]) -> None:
        self._by_kind: dict[str, list[Circumstance]] = {}
        for circumstance in circumstances:
            self._by_kind.setdefault(circumstance.kind, []).append(circumstance)

    def of(self, *kinds: str) -> list[Circumstance]:
        """Every circumstance of these kinds, whenever it was."""
        return [c for kind in kinds for c in self._by_kind.get(kind, ())]

    def running(self, kind: str, day: date) -> Circumstance | None:
        """The circumstance of this kind that covers the day; of several, the latest to start."""
        running = [c for c in self._by_kind.get(kind, ()) if covers(c, day)]
        return max(running, key=lambda c: c.start or date.min, default=None)

    def turning_days(self) -> Iterator[date]:
        """Every day on which one of them may make a difference that was none before."""
        for listed in self._by_kind.values():
            for circumstance in listed:
                yield from _turning_days_of(circumstance)


def covers(circumstance: Circumstance, day: date) -> bool:
    """Whether it holds on the day.

    Only a programme in the plan may lack a start; two kinds count their last day. Source: the
    open bundle.
    """
    start, end = circumstance.start, circumstance.end
    if start is None:
        if circumstance.kind != "programme_in_plan":
            return False
    elif day < start:
        return False
    if end is None:
        return True
    return day <= end if circumstance.kind in END_COUNTED else day < end


def six_months_at_home(circumstance: Circumstance) -> date | None:
    """The day on which six months at home were completed, counted from its start."""
    return months_after(circumstance.start, HOME_RULE_MONTHS) if circumstance.start else None


def _turning_days_of(circumstance: Circumstance) -> Iterator[date]:
    if circumstance.start:
        yield circumstance.start
    completed = six_months_at_home(circumstance)
    if completed and circumstance.kind in HOME_AGAIN:
        yield completed
    if circumstance.end:
        counted = circumstance.kind in END_COUNTED
        yield circumstance.end + timedelta(days=1) if counted else circumstance.end
