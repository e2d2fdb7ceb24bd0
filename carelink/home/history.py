"""Where did they live, and when? Homes in order, with every gap and every overlap said."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile, covers, has_died
from carelink.dates import show
from carelink.facts import Home
from carelink.said import Line, counted, say_from_to, say_home, say_kind

_NOTHING = "No home is recorded now"


class Gap(NamedTuple):
    """Days for which no home is recorded: from the first of them, until the first that has one.

    `end` is None for a gap that goes on; `at_most` where the next home is known for a day alone.
    """

    start: date
    end: date | None
    at_most: bool = False


class Overlap(NamedTuple):
    """Two homes recorded for the same days: the one begun first, the other, and the days."""

    first: Home
    second: Home
    start: date
    end: date | None


def begun(home: Home) -> date:
    """The first day they are known to have lived there; the earliest day of all when none is."""
    return home.start or home.known_on or date.min


def in_order(case: CaseFile) -> list[Home]:
    """The homes in the order in which they began."""
    return sorted(case.homes, key=lambda home: (begun(home), home.end or date.max, home.row_id))


def gaps(case: CaseFile, day: date) -> list[Gap]:
    """Every gap up to the day, in order; nobody who has died has a gap that goes on."""
    found = []
    reached: date | None = None
    for home in in_order(case):
        if reached is not None and begun(home) > reached:
            found.append(Gap(reached, begun(home), home.start is None))
        reached = max(reached or date.min, home.end or date.max)
    died = has_died(case.person)
    if reached is not None and reached <= day and not died:
        found.append(Gap(reached, None))
    return found


def overlaps(case: CaseFile) -> list[Overlap]:
    """Every pair of homes that are recorded for the same days, in order."""
    ordered = in_order(case)
    return [
        Overlap(first, second, begun(second), _earlier(first.end, second.end))
        for place, first in enumerate(ordered)
        for second in ordered[place + 1 :]
        if begun(second) < (first.end or date.max) and begun(second) < (second.end or date.max)
    ]


def say_gap(gap: Gap, day: date) -> str:
    """A gap in words, with how long it is."""
    if gap.end is None:
        return f"Nothing recorded since {show(gap.start)}, {counted((day - gap.start).days, 'day')}"
    at_most = " at most" if gap.at_most else ""
    nights = f"{counted((gap.end - gap.start).days, 'day')}{at_most}"
    return f"Nothing recorded {say_from_to(gap.start, gap.end)} ({nights})"


def say_overlap(overlap: Overlap) -> str:
    """An overlap in words, and what to do about it."""
    first, second = _label(overlap.first), _label(overlap.second)
    until = f" until {show(overlap.end)}" if overlap.end else ""
    said = f"Both {first} and {second} are recorded from {show(overlap.start)}{until}."
    return f"{said} Change the day they left one of them."


def homes(case: CaseFile, day: date) -> list[Line]:
    """Where they live and lived, newest first, with gaps and overlaps between."""
    lines = []
    died = has_died(case.person)
    current = None if died else case.home_on(day)
    if current is None and not died:
        lines.append(Line("Lives now", _NOTHING, _since_when(case, day)))
    before = {gap.end: gap for gap in gaps(case, day) if gap.end}
    twice = {overlap.second: say_overlap(overlap) for overlap in overlaps(case)}
    for home in reversed(in_order(case)):
        now = not died and covers(home, day)
        about = "Lives now" if home == current else "Also recorded" if now else "Before"
        lines.append(Line(about, say_home(home), say_from_to(home.start, home.end, home.known_on)))
        if home in twice:
            lines.append(Line("Overlap", twice[home]))
        gap = before.pop(begun(home), None)
        if gap:
            lines.append(Line("Gap", say_gap(gap, day)))
    return lines


def ends_of_move(case: CaseFile, home: Home) -> Mapping[str, date]:
    """Which homes end when they move into this one: those open till then, by id, and the day."""
    if home.start is None:
        return {}
    return {
        held.row_id: home.start
        for held in case.homes
        if held.end is None and begun(held) < home.start and held.row_id != home.row_id
    }


def ends_of_change(case: CaseFile, before: Home, after: Home) -> Mapping[str, date]:
    """Which homes end on another day when this one's first day is changed: those it followed on."""
    if before.start is None or after.start is None or after.start == before.start:
        return {}
    return {
        held.row_id: after.start
        for held in case.homes
        if held.end == before.start and begun(held) < after.start and held.row_id != before.row_id
    }


def say_ends(case: CaseFile, ends: Mapping[str, date]) -> list[str]:
    """What a move or a change did to other homes, each in a sentence."""
    by_id = {home.row_id: home for home in case.homes}
    return [
        f"The home {_label(by_id[row_id])} now ends on {show(day)}." for row_id, day in ends.items()
    ]


def _since_when(case: CaseFile, day: date) -> str:
    open_gap = next((gap for gap in gaps(case, day) if gap.end is None), None)
    return say_gap(open_gap, day) if open_gap else ""


def _label(home: Home) -> str:
    return f'"{say_kind(home)}"'


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(filter(None, (one, other)), default=None)
