"""Which visits, made before which day, keep a duty's rate at its target?"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from carelink.pace.clocks import Clock
from carelink.pace.presence import Presence
from carelink.pace.projecting import Late, Memo, Projection, project
from carelink.pace.speed import Pace

# Where the rate is under its target already, or will be at once, this is the time to catch up.
_TO_CATCH_UP = timedelta(days=14)
# So few visits are tried one by one, whether each is needed; of many it would take too long.
_TRY_WITHOUT = 15
_ROUNDS = 60
_DAY = timedelta(days=1)


class Visit(NamedTuple):
    """One visit to make beside the usual ones, by `on`; `away`: their adviser is not there."""

    person_id: str
    name: str
    worker_id: str
    due_on: date
    on: date
    away: bool


class Keeping(NamedTuple):
    """What keeps the rate up. `since` and `before` are None where nothing is needed.

    The rate falls under `goal` on `since`; the visits, all made before `before`, keep it there
    from then on if they are enough, which `reached` says; `lowest` is then its lowest share. The
    goal, in per cent, is the target, or what can be reached where some can never be in time.
    """

    since: date | None
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
    """The fewest visits found, of those who would be late when the rate is at its lowest.

    Each is to be made before its clock runs out, on a day on which the adviser is there.
    """
    day, until = projection.day, projection.until
    goal = min(target, _most(clocks, projection))
    since = _falls_on(projection, goal)
    if since is None:
        return Keeping(None, None, (), goal, True, _lowest(projection, 0))
    first = (since - day).days
    memo: Memo = {}

    def run(chosen: Mapping[int, date]) -> Projection:
        return project(clocks, paces, presence, day, until, chosen, memo)

    def dated(place: int, limit: int) -> date | None:
        return _day_for(clocks[place], presence, day, projection.on(limit))

    chosen, now = _choose(clocks, dated, run, projection, first, goal)
    reached = _worst(now, first, goal)[0] <= 0
    if reached and len(chosen) <= _TRY_WITHOUT:
        for at in tuple(chosen):
            fewer = {place: on for place, on in chosen.items() if place != at}
            if _worst(tried := run(fewer), first, goal)[0] <= 0:
                chosen, now = fewer, tried
    in_order = sorted(chosen.items(), key=lambda one: (one[1], one[0]))
    visits = tuple(_visit(clocks[at], on, presence) for at, on in in_order)
    before = max((visit.on + _DAY for visit in visits), default=since)
    return Keeping(since, before, visits, goal, reached, _lowest(now, first))


def _choose(
    clocks: Sequence[Clock],
    dated: Callable[[int, int], date | None],
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
        more = _with_days(_late_on(now, at, first), dated, chosen)
        if not more:
            late_only = late_only or (chosen, now)
            more = _with_days(_beside_the_late(clocks, now, at), dated, chosen)
        if not more:
            break
        chosen = chosen | dict(more[:short])
        now = run(chosen)
    return late_only or (chosen, now)


def _with_days(
    places: Mapping[int, int], dated: Callable[[int, int], date | None], chosen: Mapping[int, date]
) -> list[tuple[int, date]]:
    """Those not chosen yet who can be seen in time, each with the day. Shape: limits by place."""
    days = ((place, dated(place, limit)) for place, limit in places.items() if place not in chosen)
    return [(place, on) for place, on in days if on is not None]


def _falls_on(projection: Projection, goal: int) -> date | None:
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


def _late_on(projection: Projection, at: int, first: int) -> dict[int, int]:
    """Who is late on this day, the longest late first. Shape: by place, the day late begins."""
    begins = {one.at: max(one.first, first) for one in projection.late if _covers(one, at)}
    days: Counter[int] = Counter()
    for one in projection.late:
        days[one.at] += max(one.last - max(one.first, first) + 1, 0)
    return {at: begins[at] for at in sorted(begins, key=lambda place: (-days[place], place))}


def _beside_the_late(clocks: Sequence[Clock], projection: Projection, at: int) -> dict[int, int]:
    """Others of the same advisers, by their day: a visit to them leaves time for the late."""
    busy = {clocks[one.at].worker_id for one in projection.late if _covers(one, at)} - {""}
    return {place: at for place, clock in enumerate(clocks) if clock.worker_id in busy}


def _covers(late: Late, at: int) -> bool:
    return late.first <= at <= late.last


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
