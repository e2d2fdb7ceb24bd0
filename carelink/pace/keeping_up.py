"""Which visits, made before which day, keep a duty's rate at its target?"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from carelink.pace.clocks import Clock
from carelink.pace.presence import Presence
from carelink.pace.projecting import Memo, Projection, project
from carelink.pace.speed import Pace

# Where the rate is under its target already, or will be at once, this is the time to catch up.
_TO_CATCH_UP = timedelta(days=14)
# So few visits are tried one by one, whether each is needed; of many it would take too long.
_TRY_WITHOUT = 15
_ROUNDS = 60


class Visit(NamedTuple):
    """One visit to make beside the usual ones, by `on`; `away`: their adviser is not there."""

    person_id: str
    name: str
    worker_id: str
    due_on: date
    on: date
    away: bool


class Keeping(NamedTuple):
    """What keeps the rate up. `before` is None where nothing is needed.

    `goal` is the target, or what can be reached where some can never be in time, in per cent.
    `reached` says whether the visits are enough; `lowest` is the lowest share from `before` on.
    """

    before: date | None
    visits: tuple[Visit, ...]
    goal: int
    reached: bool
    lowest: float | None


def keep_up(
    clocks: Sequence[Clock],
    paces: Mapping[str, Pace],
    presence: Presence,
    projection: Projection,
    target: int,
) -> Keeping:
    """The fewest visits found, of those who would be late when the rate is at its lowest."""
    day, until = projection.day, projection.until
    goal = min(target, _most(clocks, projection))
    before = _before(projection, goal)
    if before is None:
        return Keeping(None, (), goal, True, _lowest(projection, 0))
    first = (before - day).days
    days = {at: _day_for(clock, presence, day, before) for at, clock in enumerate(clocks)}
    able = {at: on for at, on in days.items() if on is not None}

    memo: Memo = {}

    def run(chosen: Mapping[int, date]) -> Projection:
        return project(clocks, paces, presence, day, until, chosen, memo)

    chosen, now = _choose(clocks, able, run, projection, first, goal)
    reached = _worst(now, first, goal)[0] <= 0
    if reached and len(chosen) <= _TRY_WITHOUT:
        for at in tuple(chosen):
            fewer = {place: on for place, on in chosen.items() if place != at}
            if _worst(tried := run(fewer), first, goal)[0] <= 0:
                chosen, now = fewer, tried
    visits = tuple(_visit(clocks[at], on, presence) for at, on in sorted(chosen.items()))
    return Keeping(before, visits, goal, reached, _lowest(now, first))


def _choose(
    clocks: Sequence[Clock],
    able: Mapping[int, date],
    run: Callable[[Mapping[int, date]], Projection],
    now: Projection,
    first: int,
    goal: int,
) -> tuple[dict[int, date], Projection]:
    """Visits to those late on the worst day, as many as it is short, until no day is short.

    Where that is not enough, visits to others of the same advisers; where that is not enough
    either, only the first are told.
    """
    chosen: dict[int, date] = {}
    late_only: tuple[dict[int, date], Projection] | None = None
    for _ in range(_ROUNDS):
        short, at = _worst(now, first, goal)
        if short <= 0:
            return chosen, now
        free = able.keys() - chosen.keys()
        more = _late_on(now, at, first, free)
        if not more:
            late_only = late_only or (chosen, now)
            more = _beside_the_late(clocks, now, at, free)
        if not more:
            break
        chosen = chosen | {place: able[place] for place in more[:short]}
        now = run(chosen)
    return late_only or (chosen, now)


def _before(projection: Projection, goal: int) -> date | None:
    """The day on which the rate next falls under the goal; None where it does not.

    Where it is under it today and does not come back by itself in two weeks, those two weeks.
    """
    under = [_short(projection, at, goal) > 0 for at in range(len(projection.owed))]
    back = under.index(False) if False in under else len(under)
    if back > _TO_CATCH_UP.days:
        return min(projection.day + _TO_CATCH_UP, projection.until)
    falls = next((at for at in range(back, len(under)) if under[at]), None)
    return None if falls is None else projection.on(falls)


def _most(clocks: Sequence[Clock], projection: Projection) -> int:
    """The rate, in whole per cent, that seeing everybody could reach on every day."""
    never = sum(clock.due_on is None for clock in clocks)
    shares = [(owed - never) / owed for owed in projection.owed if owed]
    return int(max(min(shares, default=1), 0) * 100)


def _short(projection: Projection, at: int, target: int) -> int:
    """How many more would have to be in time on this day."""
    return ceil(projection.owed[at] * target / 100 - 1e-9) - projection.in_time[at]


def _worst(projection: Projection, first: int, target: int) -> tuple[int, int]:
    """By how many the worst day from `first` on falls short, and which day it is."""
    days = range(first, len(projection.owed))
    at = max(days, key=lambda at: _short(projection, at, target))
    return _short(projection, at, target), at


def _late_on(projection: Projection, at: int, first: int, able: Set[int]) -> list[int]:
    """Who is late on this day and could be seen, the longest late first."""
    late_then = {one.at for one in projection.late if one.first <= at <= one.last}
    days: Counter[int] = Counter()
    for one in projection.late:
        days[one.at] += max(one.last - max(one.first, first) + 1, 0)
    return sorted(late_then & able, key=lambda place: (-days[place], place))


def _beside_the_late(
    clocks: Sequence[Clock], projection: Projection, at: int, able: Set[int]
) -> list[int]:
    """Others of the same advisers, by their day: a visit to them leaves time for the late."""
    busy = {clocks[one.at].worker_id for one in projection.late if one.first <= at <= one.last}
    return sorted(place for place in able if clocks[place].worker_id in busy - {""})


def _day_for(clock: Clock, presence: Presence, day: date, before: date) -> date | None:
    """The last day before the limit on which their adviser is there, else the last working day."""
    if clock.due_on is None:
        return None
    mine = presence.days(clock.worker_id) if clock.worker_id else []
    for days in (mine, presence.working):
        found = [on for on in days[-140:] if day < on < before and _owed(clock, on)]
        if found:
            return found[-1]
    return None


def _owed(clock: Clock, on: date) -> bool:
    return clock.owed_from <= on < clock.owed_until


def _visit(clock: Clock, on: date, presence: Presence) -> Visit:
    assert clock.due_on is not None
    there = clock.worker_id and on in presence.days(clock.worker_id)
    return Visit(clock.person_id, clock.name, clock.worker_id, clock.due_on, on, away=not there)


def _lowest(projection: Projection, first: int) -> float | None:
    rates = [projection.rate(at) for at in range(first, len(projection.owed))]
    return min((rate for rate in rates if rate is not None), default=None)
