"""What do they work at or learn, since when, and what is missing? No day passes over in silence."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile, covers, has_died
from carelink.dates import show
from carelink.facts import Activity
from carelink.learning.words import BARRIER_LABELS, FULL_TIME, FULL_TIME_HOURS, PART_TIME
from carelink.said import Line, counted, say_activity, say_from_to
from carelink.words import IN_WORK_OR_LEARNING, NOT_IN_WORK_OR_LEARNING

NOT_RECORDED = "Not recorded. Ask them"
# Ways of not being in work or learning are told apart, and never one heap. Source: seeds, F4.
_WHY = {
    "G4": "illness or disability",
    "G5": "other reasons",
    "G6": "pregnancy or parenting",
}
_CUSTODY = "X"
_NOTHING_NOW = "No work or learning is recorded now"


class Spell(NamedTuple):
    """A time with one activity, or with none recorded. `end` is the first day it was over."""

    activity: Activity | None
    start: date | None
    end: date | None


def spells_of(case: CaseFile, day: date) -> list[Spell]:
    """Every activity and every gap between, newest first; a gap up to the day is open."""
    held = sorted((one for one in case.activities if _began(one) <= day), key=_began, reverse=True)
    spells: list[Spell] = []
    after: date | None = None
    for one in held:
        over = one.end
        if over is not None and over <= day and (after is None or over < after):
            spells.append(Spell(None, over, after))
        spells.append(Spell(one, one.start, one.end))
        began = one.start or one.known_on
        after = min(filter(None, (after, began)), default=None)
    return spells if _any_now(case, day) else _with_open_gap(spells, held)


def now_lines(case: CaseFile, day: date) -> list[Line]:
    """What they do on the day, with every detail that is kept and every one that is missing."""
    activity = case.activity_on(day)
    if activity is None:
        return [Line("Now", _NOTHING_NOW, "Ask them")]
    since = say_from_to(activity.start, activity.end, activity.known_on)
    lines = [Line("Now", say_activity(activity), _sentence(since))]
    if activity.code in IN_WORK_OR_LEARNING:
        lines.append(Line("What it is", activity.detail or NOT_RECORDED))
        hours = f"{activity.hours:g} a week" if activity.hours else NOT_RECORDED
        lines.append(Line("Hours", hours, warn_of_hours(activity)))
        return [*lines, Line("What shows it", activity.evidence or NOT_RECORDED)]
    if activity.code in NOT_IN_WORK_OR_LEARNING:
        lines += _not_in_work(case, activity, day)
    return lines


def why_not(case: CaseFile, activity: Activity, day: date) -> str:
    """Why they are not in work or learning: each reason by itself, custody told apart."""
    home = case.home_on(day)
    if activity.code == "G5" and home is not None and home.type == _CUSTODY:
        return "in custody"
    return _WHY.get(activity.code, "not known")


def say_barrier(activity: Activity) -> str:
    """What stands in the way, in words; words that are no code stay as they are."""
    return BARRIER_LABELS.get(activity.barrier, activity.barrier)


def warn_of_hours(activity: Activity) -> str:
    """Where hours and code do not go together; it may still be so, and is taken."""
    hours = activity.hours
    if not hours:
        return ""
    if activity.code.startswith(FULL_TIME) and hours < FULL_TIME_HOURS:
        return f"Full time means {FULL_TIME_HOURS} hours a week or more. Look again."
    if activity.code.startswith(PART_TIME) and hours >= FULL_TIME_HOURS:
        return f"{FULL_TIME_HOURS} hours a week or more count as full time. Look again."
    return ""


def activities(case: CaseFile, day: date) -> list[Line]:
    """Work and learning now and before, newest first, the time with none recorded said."""
    alive = not has_died(case.person)
    ordered = sorted(case.activities, key=_began, reverse=True)
    current = next((one for one in ordered if alive and covers(one, day)), None)
    lines = [Line("Now", _NOTHING_NOW)] if alive and current is None else []
    began: date | None = None
    for one in ordered:
        if began and one.end and one.end < began:
            lines.append(Line("Gap", f"Nothing recorded {say_from_to(one.end, began)}"))
        label = "Before" if one.end or not alive else "Also recorded"
        label = "Now" if one is current else label
        lines.append(Line(label, say_activity(one), say_from_to(one.start, one.end, one.known_on)))
        began = min(filter(None, (began, one.start)), default=None)
    return lines


def _not_in_work(case: CaseFile, activity: Activity, day: date) -> Iterator[Line]:
    why = why_not(case, activity, day)
    if why != _WHY.get(activity.code):
        yield Line("Why", _sentence(why))
    if activity.detail:
        yield Line("In their words", activity.detail)
    if activity.start:
        yield Line("For how long", counted((day - activity.start).days, "day"))
    yield Line("What stands in the way", say_barrier(activity) or NOT_RECORDED)
    step = activity.next_step or "We have not agreed a next step"
    yield Line("What we do next", step, _by_when(activity, day))


def _by_when(activity: Activity, day: date) -> str:
    if not activity.next_step:
        return ""
    if activity.next_step_on is None:
        return "No day is set"
    late = (day - activity.next_step_on).days
    if late > 0:
        return f"We are {counted(late, 'day')} late, by {show(activity.next_step_on)}"
    return f"By {show(activity.next_step_on)}"


def _with_open_gap(spells: list[Spell], held: list[Activity]) -> list[Spell]:
    """The time since the last activity ended, unless the newest gap says it already."""
    if not held or (spells and spells[0].activity is None):
        return spells
    return [Spell(None, max((one.end for one in held if one.end), default=None), None), *spells]


def _any_now(case: CaseFile, day: date) -> bool:
    return any(covers(one, day) for one in case.activities)


def _began(activity: Activity) -> date:
    return activity.start or activity.known_on or date.min


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]
