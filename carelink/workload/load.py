"""How much does each adviser carry beside their hours, and do the lines add up to the roll?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from carelink.dates import show
from carelink.facts import Absence, Cover, Worker
from carelink.said import counted, worker_told_apart
from carelink.words import ADVISER
from carelink.working_days import is_working_day
from carelink.workload.bearing import AHEAD, Borne
from carelink.workload.weights import Weights

_DAY = timedelta(days=1)


class Band(StrEnum):
    """Where an adviser's load lies beside the target range; the words are what is read."""

    BELOW = "below the range"
    WITHIN = "within the range"
    ABOVE = "above the range"
    CANNOT_TELL = "cannot tell"


class AdviserLoad(NamedTuple):
    """What one adviser carries. `people` are theirs alone; `shared` have another adviser as well.

    `fte` is None where no hours are known, or none are worked; then `per_fte` is None too.
    `due` falls due within four weeks; `away` and `covered` touch those weeks, `days_away` counts
    the working days away in them.
    """

    worker: Worker
    name: str
    people: tuple[Borne, ...]
    shared: tuple[Borne, ...]
    weight: float
    fte: float | None
    per_fte: float | None
    band: Band
    due: int
    away: tuple[Absence, ...]
    days_away: int
    covered: tuple[Cover, ...]


class Workload(NamedTuple):
    """The whole team's load on a day, by name of adviser.

    Everyone on the roll is counted once: with their one adviser, in `nobody`, or in `several`.
    """

    day: date
    advisers: tuple[AdviserLoad, ...]
    nobody: tuple[Borne, ...]
    several: tuple[Borne, ...]
    workers: Mapping[str, Worker]
    names: Mapping[str, str]

    @property
    def roll(self) -> int:
        """Everybody on the roll."""
        return sum(len(one.people) for one in self.advisers) + len(self.nobody) + len(self.several)

    @property
    def said(self) -> str:
        """The sum: "166 = 150 with one adviser + 12 with none + 4 with two or more"."""
        if not self.roll:
            return "Nobody is on the roll yet"
        alone = sum(len(one.people) for one in self.advisers)
        parts = [f"{alone:,} with one adviser"]
        parts += [f"{len(self.nobody):,} with none"] if self.nobody else []
        parts += [f"{len(self.several):,} with two or more"] if self.several else []
        return f"{self.roll:,} = {' + '.join(parts)}"


def workload_of(
    held: Iterable[Borne],
    workers: Mapping[str, Worker],
    day: date,
    weights: Weights,
    absences: Sequence[Absence] = (),
    covers: Sequence[Cover] = (),
) -> Workload:
    """The load of everyone who works here as an adviser, and of whoever has young people."""
    everyone = sorted(held, key=lambda one: one.person_id)
    named = {worker_id for one in everyone for worker_id in one.advisers}
    known = {**{key: Worker(key) for key in sorted(named)}, **workers}
    here = [key for key, worker in known.items() if key in named or _advises(worker, day)]
    names = {key: worker_told_apart(key, known) for key in known}
    alone = {key: [one for one in everyone if one.advisers == (key,)] for key in here}
    several = tuple(one for one in everyone if len(one.advisers) > 1)
    loads = [
        _load(
            known[key],
            names[key],
            tuple(alone[key]),
            tuple(one for one in several if key in one.advisers),
            day,
            weights,
            tuple(one for one in absences if one.worker_id == key and _in_weeks(one, day)),
            tuple(one for one in covers if one.worker_id == key and _in_weeks(one, day)),
        )
        for key in here
    ]
    loads.sort(key=lambda one: (one.name.casefold(), one.worker.worker_id))
    nobody = tuple(one for one in everyone if not one.advisers)
    return Workload(day, tuple(loads), nobody, several, known, names)


def band_of(per_fte: float | None, weights: Weights) -> Band:
    """Where a load for one full-time adviser lies beside the target range, both ends in it."""
    if per_fte is None:
        return Band.CANNOT_TELL
    if per_fte < weights.target.low:
        return Band.BELOW
    return Band.ABOVE if per_fte > weights.target.high else Band.WITHIN


def hours_of(worker: Worker) -> float | None:
    """The part of a full week worked; None where it is not known, or is no part at all."""
    return worker.fte if worker.fte is not None and worker.fte > 0 else None


def say_fte(worker: Worker) -> str:
    """The hours in words, what is missing said."""
    if worker.fte is None:
        return "Not recorded"
    return f"{worker.fte:g}" if worker.fte > 0 else "0, no hours"


def say_away(load: AdviserLoad) -> str:
    """The working days away in the next four weeks, and when."""
    if not load.away:
        return ""
    days = counted(load.days_away, "working day")
    return f"{days} of these four weeks: " + "; ".join(_say_absence(one) for one in load.away)


def say_cover(load: AdviserLoad, names: Mapping[str, str]) -> str:
    """Who stands in, until when."""
    return "; ".join(
        names.get(one.cover_id, one.cover_id)
        + (f", until {show(one.back_on - _DAY)}" if one.back_on else ", no end set")
        for one in load.covered
    )


def _load(
    worker: Worker,
    name: str,
    people: tuple[Borne, ...],
    shared: tuple[Borne, ...],
    day: date,
    weights: Weights,
    away: tuple[Absence, ...],
    covered: tuple[Cover, ...],
) -> AdviserLoad:
    weight = round(sum(one.weight_with(worker, weights) for one in people), 2)
    fte = hours_of(worker)
    per_fte = round(weight / fte, 2) if fte else None
    return AdviserLoad(
        worker=worker,
        name=name,
        people=people,
        shared=shared,
        weight=weight,
        fte=fte,
        per_fte=per_fte,
        band=band_of(per_fte, weights),
        due=sum(len(one.due) for one in people),
        away=away,
        days_away=_days_away(away, day),
        covered=covered,
    )


def _advises(worker: Worker, day: date) -> bool:
    """Whether they are an adviser here on the day; one who begins within four weeks is shown."""
    begun = worker.start is None or worker.start <= day + AHEAD
    return worker.role == ADVISER and begun and (worker.end is None or day < worker.end)


def _in_weeks(one: Absence | Cover, day: date) -> bool:
    first = one.first_on or day
    return first <= day + AHEAD and (one.back_on is None or one.back_on > day)


def _days_away(away: Sequence[Absence], day: date) -> int:
    """Working days from the day for four weeks on which any of these absences holds."""
    days = (day + _DAY * ahead for ahead in range(AHEAD.days + 1))
    return sum(
        is_working_day(on)
        and any(
            (one.first_on or day) <= on and (not one.back_on or on < one.back_on) for one in away
        )
        for on in days
    )


def _say_absence(one: Absence) -> str:
    first = f"from {show(one.first_on)}" if one.first_on else "first day not recorded"
    return f"{first}, back {show(one.back_on)}" if one.back_on else f"{first}, no day back"
