"""Who is away on a day, for what, and until when? A day back that nobody knows is said."""

from collections.abc import Iterable
from datetime import date

from carelink.cover.words import ABSENCE_LABELS
from carelink.dates import runs_on, show
from carelink.facts import Absence


def away_on(absences: Iterable[Absence], worker_id: str, day: date) -> Absence | None:
    """What keeps this worker away on the day; of several, the one that lasts longest."""
    away = [
        one
        for one in absences
        if one.worker_id == worker_id and runs_on(one.first_on, one.back_on, day)
    ]
    return max(away, key=lambda one: one.back_on or date.max, default=None)


def booked(absences: Iterable[Absence], worker_id: str, day: date, last: date) -> list[Absence]:
    """What this worker has booked that begins after the day and by the last, the first first."""
    ahead = [
        one
        for one in absences
        if one.worker_id == worker_id and one.first_on is not None and day < one.first_on <= last
    ]
    return sorted(ahead, key=lambda one: one.first_on or date.max)


def say_absence(absence: Absence) -> str:
    """What it is and until when: Leave, back on 4 January 2027."""
    kind = ABSENCE_LABELS.get(absence.kind, "Away")
    if absence.back_on is not None:
        return f"{kind}, back on {show(absence.back_on)}"
    since = f" since {show(absence.first_on)}" if absence.first_on else ""
    return f"{kind}{since}; no day back is known"


def say_booked(absence: Absence) -> str:
    """The same of one that lies ahead: Leave from 21 December 2026, back on 4 January 2027."""
    kind = ABSENCE_LABELS.get(absence.kind, "Away")
    first = f" from {show(absence.first_on)}" if absence.first_on else ", first day not known"
    back = f"back on {show(absence.back_on)}" if absence.back_on else "no day back is known"
    return f"{kind}{first}, {back}"
