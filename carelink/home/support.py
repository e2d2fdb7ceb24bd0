"""Which support comes with a home, until when, and what of staying put and staying close?"""

from datetime import date

from carelink.case import CaseFile
from carelink.circumstances import covers
from carelink.dates import birthday, show
from carelink.facts import Circumstance, Home
from carelink.home.words import SUPPORT_LABELS
from carelink.said import Line, counted

# Source: Children's Wellbeing and Schools Act 2026, section 7, inserting section 23CZAA into the
# Children Act 1989; prospective in the text read in June 2026.
STAYING_CLOSE = (
    "Section 23CZAA of the Children Act 1989 will ask it for all former relevant "
    "young people under 25; no day has been set. Nothing is counted from it."
)
_SOON = 28


def say_package(home: Home, day: date) -> Line:
    """The support package, its hours and the day it is to be stepped down."""
    if not home.support_level and home.support_hours is None:
        return Line("Support", "No support package recorded")
    level = SUPPORT_LABELS.get(home.support_level, home.support_level) or "Level not recorded"
    hours = "" if home.support_hours is None else f", {home.support_hours:g} hours a week"
    return Line("Support", level + hours, _step_down(home.support_until, day))


def staying_put_on(case: CaseFile, day: date) -> Circumstance | None:
    """The staying put arrangement that runs on the day."""
    running = [
        held
        for held in case.circumstances
        if held.kind == "staying_put" and (covers(held, day) or _without_start(held, day))
    ]
    return max(running, key=lambda held: held.start or date.min, default=None)


def say_staying_put(case: CaseFile, day: date) -> list[Line]:
    """The arrangement now and any before, or that a home with the carer has none recorded."""
    now, home = staying_put_on(case, day), case.home_on(day)
    lines = []
    if now is not None:
        lines.append(Line("Staying put", _with(now), _until(case, now, day)))
    elif home is not None and home.type == "Z":
        says = "They live with a former foster carer, but no arrangement is recorded"
        lines.append(Line("Staying put", says))
    for held in case.circumstances:
        if held.kind == "staying_put" and held != now:
            until = f" until {show(held.end)}" if held.end else ""
            since = f"from {show(held.start)}" if held.start else "start not recorded"
            lines.append(Line("Stayed put", _with(held), since + until))
    return lines


def _with(held: Circumstance) -> str:
    return f"With {held.detail}" if held.detail else "The carer is not recorded"


def _until(case: CaseFile, held: Circumstance, day: date) -> str:
    since = f"Since {show(held.start)}" if held.start else "Start not recorded"
    born = case.person.date_of_birth
    ends = held.end or (birthday(born, 21) if born else None)
    if ends is None:
        return f"{since}. Ends at 21; date of birth not recorded"
    if ends <= day:
        return f"{since}. The law's arrangement ended on {show(ends)}, when they turned 21"
    turning = "" if held.end else ", when they turn 21"
    return f"{since}, until {show(ends)}{turning}: in {counted((ends - day).days, 'day')}"


def _without_start(held: Circumstance, day: date) -> bool:
    return held.start is None and (held.end or date.max) > day


def _step_down(until: date | None, day: date) -> str:
    if until is None:
        return "No day is set for stepping it down"
    late = (day - until).days
    if late > 0:
        return f"We are {counted(late, 'day')} late with stepping it down, due {show(until)}"
    when = "today" if late == 0 else f"in {counted(-late, 'day')}"
    soon = "soon" if -late <= _SOON else ""
    said = f"To be stepped down by {show(until)}, {when}"
    return f"{said}: plan it with them now" if soon else said
