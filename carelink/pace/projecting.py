"""How do the clocks run on, day by day, if everything goes on as it does now?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from itertools import accumulate
from typing import NamedTuple

from carelink.pace.clocks import Clock
from carelink.pace.presence import Presence
from carelink.pace.speed import Pace

# The next visit is on average half a visit away.
_BEGUN = 0.5
# Tenths do not add up to a whole exactly.
_ONE = 1 - 1e-9


class Late(NamedTuple):
    """Days on which somebody is late, by their place from the first day; both ends counted."""

    at: int
    first: int
    last: int


class Projection(NamedTuple):
    """What becomes of every clock from `day` to `until`.

    Shape: `owed` and `in_time` have a number for each day, both ends counted; `late` has whose
    clock (its place among the clocks) runs out from when to when.
    """

    day: date
    until: date
    owed: list[int]
    in_time: list[int]
    late: list[Late]
    made: int

    def on(self, at: int) -> date:
        """The day at this place."""
        return self.day + timedelta(days=at)

    def rate(self, at: int) -> float | None:
        """The share in time on the day at this place, 0 to 1; None where nobody is owed it."""
        return self.in_time[at] / self.owed[at] if self.owed[at] else None


# What became of one adviser's clocks: who was late when, and how many visits were made.
_Outcome = tuple[list[Late], int]
Memo = dict[tuple[str, tuple[tuple[int, date], ...]], _Outcome]


def project(
    clocks: Sequence[Clock],
    paces: Mapping[str, Pace],
    presence: Presence,
    day: date,
    until: date,
    more: Mapping[int, date] | None = None,
    memo: Memo | None = None,
) -> Projection:
    """Run every clock on: whoever falls due first is seen first.

    `more` are visits beside those, by the place of the clock, made whoever is there. `memo` keeps
    what came of an adviser's clocks for the next time the same is asked with other visits.
    """
    calendar = _Calendar(day, until)
    by_worker: dict[str, list[int]] = {}
    never: list[int] = []
    for at, clock in enumerate(clocks):
        (never if clock.due_on is None else by_worker.setdefault(clock.worker_id, [])).append(at)
    late = [Late(at, *calendar.owed(clocks[at])) for at in never]
    made = 0
    for worker_id, places in by_worker.items():
        extra = tuple((at, more[at]) for at in places if at in more) if more else ()
        found = memo.get((worker_id, extra)) if memo is not None else None
        if found is None:
            pace = paces.get(worker_id)
            there = set(presence.days(worker_id)) if worker_id and pace else set()
            run = _Run(clocks, places, calendar)
            found = run.through(pace.per_day if pace else 0.0, there, extra)
            if memo is not None:
                memo[worker_id, extra] = found
        late += found[0]
        made += found[1]
    owed = calendar.sums(calendar.owed(clock) for clock in clocks)
    of_late = calendar.sums((one.first, one.last) for one in late)
    in_time = [everyone - some for everyone, some in zip(owed, of_late, strict=True)]
    return Projection(day, until, owed, in_time, late, made)


class _Calendar:
    """The days looked at, each by its place from the first."""

    def __init__(self, day: date, until: date) -> None:
        self.day, self.length = day, (until - day).days + 1
        self.days = [day + timedelta(days=at) for at in range(self.length)]

    def at(self, day: date) -> int:
        return (day - self.day).days

    def owed(self, clock: Clock) -> tuple[int, int]:
        """The first and the last place at which it is owed; none where they are crossed."""
        first = max(self.at(clock.owed_from), 0)
        return first, min(self.at(clock.owed_until) - 1, self.length - 1)

    def sums(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """How many of these stretches cover each day."""
        steps = [0] * (self.length + 1)
        for first, last in spans:
            if first <= last:
                steps[first] += 1
                steps[last + 1] -= 1
        return list(accumulate(steps))[:-1]


class _Run:
    """One adviser's clocks as they run: when each is due next, and when it was late."""

    def __init__(self, clocks: Sequence[Clock], places: Sequence[int], calendar: _Calendar) -> None:
        self._clocks, self._calendar = clocks, calendar
        self._due = {
            at: calendar.at(due) for at in places if (due := clocks[at].due_on) is not None
        }
        self._heap = [(due, at) for at, due in self._due.items()]
        heapify(self._heap)
        self._late: list[Late] = []
        self._made = 0

    def through(
        self, per_day: float, there: set[date], extra: Sequence[tuple[int, date]]
    ) -> _Outcome:
        """Day by day: the visits that are to be made anyhow, then their own pace's."""
        anyhow: dict[date, list[int]] = {}
        for at, on in extra:
            anyhow.setdefault(on, []).append(at)
        credit = _BEGUN
        for here in range(1, self._calendar.length):
            on = self._calendar.days[here]
            for at in anyhow.get(on, ()):
                self._see(at, here)
            if on not in there:
                continue
            credit += per_day
            while credit >= _ONE:
                chosen = self._next(here)
                if chosen is None:
                    credit = min(credit, 1.0)
                    break
                self._see(chosen, here)
                credit -= 1
        for at in self._due:  # whoever is still late stays so to the end
            self._was_late(at, self._calendar.length)
        return self._late, self._made

    def _next(self, here: int) -> int | None:
        """Who falls due first and may be seen now; those not owed yet wait their turn."""
        waiting: list[tuple[int, int]] = []
        chosen: int | None = None
        on = self._calendar.days[here]
        while self._heap and chosen is None:
            due, at = heappop(self._heap)
            if due != self._due[at] or self._clocks[at].owed_until <= on:
                continue  # seen meanwhile, or owed no longer
            if self._clocks[at].owed_from > on:
                waiting.append((due, at))
            else:
                chosen = at
        for item in waiting:
            heappush(self._heap, item)
        return chosen

    def _see(self, at: int, here: int) -> None:
        self._was_late(at, here)
        span = self._clocks[at].span
        self._due[at] = self._calendar.at(span.after(self._calendar.days[here]))
        heappush(self._heap, (self._due[at], at))
        self._made += 1

    def _was_late(self, at: int, here: int) -> None:
        """Late from the day after it was due to the eve of `here`, as far as it was owed."""
        first, last = self._calendar.owed(self._clocks[at])
        first, last = max(first, self._due[at] + 1), min(last, here - 1)
        if first <= last:
            self._late.append(Late(at, first, last))
