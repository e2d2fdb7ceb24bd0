"""Who stands in for whom on a day? One who stands in may be away as well: then the next does.

A cover ends by itself on its `back_on`; nobody has to take it out.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from carelink.cover.absences import away_on, say_absence
from carelink.dates import runs_on, show
from carelink.facts import Absence, Cover, Worker
from carelink.said import are, worker_told_apart


class Stand(NamedTuple):
    """How a worker's work stands on a day.

    `here` is who is to be asked: they themselves, else whoever stands in and is not away; empty
    when they are away and nobody is. `through` are those asked for in turn who are away too.
    `until` is the first day on which `here` stands in no longer; None while it is not known.
    """

    worker_id: str
    away: Absence | None = None
    here: str = ""
    through: tuple[str, ...] = ()
    until: date | None = None

    @property
    def gap(self) -> bool:
        """Whether they are away and nobody stands in."""
        return not self.here

    @property
    def covered(self) -> bool:
        """Whether somebody else is here for them."""
        return bool(self.here) and self.here != self.worker_id


def cover_on(covers: Iterable[Cover], worker_id: str, day: date) -> Cover | None:
    """The cover for this worker that holds on the day; of several, the one begun last."""
    held = [
        one
        for one in covers
        if one.worker_id == worker_id
        and one.cover_id != worker_id
        and runs_on(one.first_on, one.back_on, day)
    ]
    return max(held, key=lambda one: (one.first_on or date.min, one.row_id), default=None)


def stand_of(
    worker_id: str, absences: Collection[Absence], covers: Collection[Cover], day: date
) -> Stand:
    """Who is here for this worker on the day, along the covers until somebody is not away."""
    away = away_on(absences, worker_id, day)
    asked, through = worker_id, list[str]()
    ends: list[date] = []
    while (cover := cover_on(covers, asked, day)) is not None:
        if cover.back_on is not None:
            ends.append(cover.back_on)
        asked = cover.cover_id
        if asked == worker_id or asked in through:
            break
        if away_on(absences, asked, day) is None:
            return Stand(worker_id, away, asked, tuple(through), min(ends, default=None))
        through.append(asked)
    return Stand(worker_id, away, worker_id if away is None else "", tuple(through))


def covered_by(
    worker_id: str, absences: Collection[Absence], covers: Collection[Cover], day: date
) -> list[Stand]:
    """For whom this worker stands in on the day, by the others' ids."""
    others = sorted({one.worker_id for one in covers} - {worker_id})
    stands = (stand_of(other, absences, covers, day) for other in others)
    return [stand for stand in stands if stand.here == worker_id]


def say_stand(stand: Stand, workers: Mapping[str, Worker]) -> str:
    """Until when they are away and who stands in; empty for one who is here."""
    if stand.away is None and not stand.covered:
        return ""
    says = say_absence(stand.away) if stand.away else "Here"
    if stand.gap:
        asked = [worker_told_apart(one, workers) for one in stand.through]
        also = f"; {' and '.join(asked)} would, and {are(len(asked))} away too" if asked else ""
        return f"{says}. Nobody stands in{also}"
    until = f" until {show(stand.until)}" if stand.until else ""
    return f"{says}. {worker_told_apart(stand.here, workers)} stands in{until}"


def say_covering(stands: Iterable[Stand], workers: Mapping[str, Worker]) -> str:
    """For whom somebody stands in, for their own week: Standing in for Tom Ode until 4 January."""
    said = [
        worker_told_apart(stand.worker_id, workers)
        + (f" until {show(stand.until)}" if stand.until else ", no last day is known")
        for stand in stands
    ]
    return f"Standing in for {'; '.join(said)}" if said else ""
