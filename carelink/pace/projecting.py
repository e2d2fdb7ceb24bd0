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


def project(
    clocks: Sequence[Clock],
    paces: Mapping[str, Pace],
    presence: Presence,
    day: date,
    until: date,
    more: Mapping[int, date] | None = None,
) -> Projection:
    """Run every clock on: whoever falls due first is seen first.

    `more` are visits beside those, by the place of the clock, made whoever is there.
    """
    runs = _Runs(clocks, day, until)
    by_worker: dict[str, list[int]] = {}
    for at, clock in enumerate(clocks):
        if clock.due_on is not None:
            by_worker.setdefault(clock.worker_id, []).append(at)
    for worker_id, places in sorted(by_worker.items()):
        pace = paces.get(worker_id)
        there = set(presence.days(worker_id)) if worker_id and pace else set()
        extra: dict[date, list[int]] = {}
        for at in places:
            if more and at in more:
                extra.setdefault(more[at], []).append(at)
        runs.work(places, pace.per_day if pace else 0.0, there, extra)
    return runs.end()


class _Runs:
    """The clocks as they run: when each is due next, and from when to when it was late."""

    def __init__(self, clocks: Sequence[Clock], day: date, until: date) -> None:
        self._clocks = clocks
        self._day, self._length = day, (until - day).days + 1
        self._days = [day + timedelta(days=at) for at in range(self._length)]
        self._due = [self._at(clock.due_on) for clock in clocks]
        self._late: list[Late] = []
        self._made = 0

    def work(
        self,
        places: Sequence[int],
        per_day: float,
        there: set[date],
        extra: Mapping[date, Sequence[int]],
    ) -> None:
        """One adviser's days: the visits that are to be made anyhow, then their own pace's."""
        heap = [(self._due[at], at) for at in places]
        heapify(heap)
        credit = _BEGUN
        for here in range(1, self._length):
            on = self._days[here]
            for at in extra.get(on, ()):
                self._see(at, here)
                heappush(heap, (self._due[at], at))
            if on not in there:
                continue
            credit += per_day
            while credit >= _ONE:
                chosen = self._next(heap, here)
                if chosen is None:
                    credit = min(credit, 1.0)
                    break
                self._see(chosen, here)
                heappush(heap, (self._due[chosen], chosen))
                credit -= 1

    def end(self) -> Projection:
        """Whoever is still late stays so to the end; then everybody is added up by the day."""
        for at in range(len(self._clocks)):
            self._was_late(at, self._length)
        owed = self._sums(self._owed(clock) for clock in self._clocks)
        late = self._sums((one.first, one.last) for one in self._late)
        in_time = [all_ - some for all_, some in zip(owed, late, strict=True)]
        last = self._days[-1]
        return Projection(self._day, last, owed, in_time, self._late, self._made)

    def _next(self, heap: list[tuple[int, int]], here: int) -> int | None:
        """Who falls due first and may be seen now; those not owed yet wait their turn."""
        waiting: list[tuple[int, int]] = []
        chosen: int | None = None
        while heap and chosen is None:
            due, at = heappop(heap)
            if due != self._due[at] or self._clocks[at].owed_until <= self._days[here]:
                continue  # seen meanwhile, or owed no longer
            if self._clocks[at].owed_from > self._days[here]:
                waiting.append((due, at))
            else:
                chosen = at
        for item in waiting:
            heappush(heap, item)
        return chosen

    def _see(self, at: int, here: int) -> None:
        self._was_late(at, here)
        self._due[at] = self._at(self._clocks[at].span.after(self._days[here]))
        self._made += 1

    def _was_late(self, at: int, here: int) -> None:
        """Late from the day after it was due to the eve of `here`, as far as it was owed."""
        first, last = self._owed(self._clocks[at])
        first, last = max(first, self._due[at] + 1), min(last, here - 1)
        if first <= last:
            self._late.append(Late(at, first, last))

    def _owed(self, clock: Clock) -> tuple[int, int]:
        first = max(self._at(clock.owed_from), 0)
        return first, min(self._at(clock.owed_until) - 1, self._length - 1)

    def _at(self, day: date | None) -> int:
        return -1 if day is None else (day - self._day).days

    def _sums(self, spans: Iterable[tuple[int, int]]) -> list[int]:
        """How many of these stretches cover each day."""
        steps = [0] * (self._length + 1)
        for first, last in spans:
            if first <= last:
                steps[first] += 1
                steps[last + 1] -= 1
        return list(accumulate(steps))[:-1]
