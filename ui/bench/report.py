"""What was measured, side by side: one object for a program, one table for a reader."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from typing import NamedTuple

from ui.bench import ahead, oversee, papers, release, windows, work
from ui.bench.timing import Timed

SPREADSHEET = "spreadsheet"
# A tracker workbook with a contact log of 36,000 lines for 3,000 people, recalculated by
# LibreOffice 7.4.7: measured once on a machine of this kind, not in this run.
_SPREADSHEET = Timed(SPREADSHEET, 3000, 10.2, 10.2, 1)
SAYS = {
    work.MY_WEEK: "My week opened: unlock, caseload read, duties worked out",
    work.WHOLE_ROLL: "Whole roll: unlock, read, worked out",
    work.DUTIES: "Every duty of the roll, without reasons",
    work.REASONS: "Every duty of the roll, reasons in words",
    work.GIVEN: "Every duty, no reasons, each status known before",
    work.LIMIT: "The limit: the same by Polars, statuses known before",
    SPREADSHEET: "A LibreOffice tracker recalculated (measured elsewhere)",
    work.NOTE: "One note: checked, committed, told anew",
    work.FILE: "One file with the longest history: read whole, worked out",
    papers.COPY: "A plan copy of 12 pages or more, from the case to the PDF",
    ahead.TAKEN: "Looking ahead: everybody read and what is needed kept",
    ahead.CHRISTMAS: "  the Christmas test of three duties, with the visits that help",
    ahead.FORECAST: "  the forecast with its ranges, and the homes wanted",
    ahead.CHART: "A chart drawn",
    **oversee.SAYS,
    **release.SAYS,
    work.IMPORT: "The roll imported from a bundle",
    windows.EMPTY: "An empty PySide6 window, from nothing to painted",
    windows.SQLALCHEMY: "The import of SQLAlchemy",
    windows.UNLOCK: "The unlock",
    windows.USABLE: "CareLink's window, from nothing to usable",
    windows.DRESSED: "  of which: Qt and the way in, imported and made",
    windows.OPENED: "  and up to the store open and its first cases read",
    windows.READ: "From usable to everybody on the desk",
    windows.LOADING: "Longest hold-up of the screen, roll loading",
    windows.PEOPLE: "Longest hold-up of the screen, People shown",
    windows.TEAM: "Longest hold-up of the screen, Team shown",
    windows.BOARD: "Longest hold-up of the screen, Board shown",
    windows.MY_WEEK: "Longest hold-up of the screen, My week shown",
    windows.TEAM_FOLLOWED: "A note recorded with Team in view: committed, told, painted",
    windows.FILE: "One file opened on the screen: read, worked out, painted",
    windows.MEMORY: "Most memory of the window's process",
}
Medians = Mapping[str, float]


class Aim(NamedTuple):
    """What is aimed for: a name, the sentence, what it comes to, and the most it may be."""

    name: str
    says: str
    reached: float
    most: float


def machine() -> str:
    """What it was measured on."""
    parts = [f"{name} {version(name)}" for name in ("PySide6-Essentials", "SQLAlchemy", "polars")]
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {', '.join(parts)}"
    )


def as_object(measured: Sequence[Timed], day: str) -> dict[str, object]:
    """One flat object. Shape: `name.people.median` and so on; `aim.name.reached` and `.most`."""
    held: dict[str, object] = {"as_at": day, "machine": machine()}
    for one in [*measured, _SPREADSHEET]:
        name = f"{one.what}.{one.people}"
        held[f"{name}.median"] = round(one.median, 6)
        held[f"{name}.least"] = round(one.least, 6)
        held[f"{name}.times"] = one.times
        held[f"{name}.unit"] = one.unit
    for aim in aims(measured):
        held[f"aim.{aim.name}.reached"] = round(aim.reached, 3)
        held[f"aim.{aim.name}.most"] = aim.most
    return held


def as_table(measured: Sequence[Timed]) -> str:
    """A line a measurement, a column a roll, the least in brackets; then what was aimed for."""
    rolls = sorted({one.people for one in measured})
    held = {(one.what, one.people): one for one in [*measured, _SPREADSHEET]}
    names = [name for name in SAYS if any((name, people) in held for people in rolls)]
    wide = max(map(len, SAYS.values()))
    lines = [f"{'Median (least)':<{wide}}" + "".join(f"{f'{n:,} people':>22}" for n in rolls)]
    for name in names:
        cells = (_cell(held.get((name, people))) for people in rolls)
        lines.append(f"{SAYS[name]:<{wide}}" + "".join(f"{cell:>22}" for cell in cells))
    lines += ["", *map(_line, aims(measured)), f"Measured on {machine()}."]
    return "\n".join(lines)


def aims(measured: Sequence[Timed]) -> list[Aim]:
    """What the medians come to beside what is aimed for; what was not measured is left out."""
    rolls = sorted({one.people for one in measured})
    if not rolls:
        return []
    least, most = (
        {one.what: one.median for one in measured if one.people == people}
        for people in (rolls[0], rolls[-1])
    )
    if len(rolls) == 1:
        least = {}
    found = [(name, says, reached(least, most), at_most) for name, says, reached, at_most in _AIMS]
    return [Aim(name, says, value, at) for name, says, value, at in found if value is not None]


Reached = Callable[[Medians, Medians], float | None]


def _over(above: str, *below: str) -> Reached:
    """One measurement as a multiple of others together, on the largest roll."""

    def reached(_: Medians, most: Medians) -> float | None:
        if above not in most or any(name not in most for name in below):
            return None
        return most[above] / sum(most[name] for name in below)

    return reached


def _alone(name: str) -> Reached:
    return lambda _, most: most.get(name)


def _smallest(name: str) -> Reached:
    """One measurement on the smallest roll."""
    return lambda least, most: least.get(name, None if least else most.get(name))


def _grown(name: str) -> Reached:
    """One measurement on the largest roll as a multiple of the same on the smallest."""
    return lambda least, most: most[name] / least[name] if name in least and name in most else None


_PARTS = (windows.EMPTY, windows.SQLALCHEMY, windows.UNLOCK)
_AIMS: tuple[tuple[str, str, Reached, float], ...] = (
    ("duties", "Duties without reasons, times the limit", _over(work.DUTIES, work.LIMIT), 10),
    ("reasons", "Duties with reasons, times the limit", _over(work.REASONS, work.LIMIT), 10),
    (
        "status_given",
        "Duties with statuses known, times the limit",
        _over(work.GIVEN, work.LIMIT),
        10,
    ),
    ("note", "A note on the largest roll, times the smallest", _grown(work.NOTE), 1.5),
    ("window", "Window usable, times its parts together", _over(windows.USABLE, *_PARTS), 1.5),
    ("loading", "Hold-up while the roll loads, seconds", _alone(windows.LOADING), 0.1),
    ("people", "Hold-up when People is shown, seconds", _alone(windows.PEOPLE), 0.1),
    ("team", "Hold-up when Team is shown, seconds", _alone(windows.TEAM), 0.1),
    ("board", "Hold-up when Board is shown, seconds", _alone(windows.BOARD), 0.1),
    ("my_week", "Hold-up when My week is shown, seconds", _alone(windows.MY_WEEK), 0.1),
    ("team_followed", "A note, until Team shows it, seconds", _alone(windows.TEAM_FOLLOWED), 0.05),
    ("file", "A file opened on the screen, seconds", _alone(windows.FILE), 0.1),
    ("plan_copy", "A plan copy of 12 pages, seconds", _alone(papers.COPY), 2),
    ("christmas", "The Christmas test of three duties, seconds", _alone(ahead.CHRISTMAS), 2),
    ("forecast", "The forecast and the homes wanted, seconds", _alone(ahead.FORECAST), 1),
    ("chart", "A chart drawn, seconds", _alone(ahead.CHART), 0.5),
    ("team_board", "The team board the first time, seconds", _alone(oversee.TEAM), 0.3),
    ("team_again", "The team board after a note, seconds", _alone(oversee.TEAM_AGAIN), 0.05),
    ("pack", "The slowest pack of the smallest roll, seconds", _smallest(oversee.PACK), 3),
    ("what_if", "The what-if on the smallest roll, seconds", _smallest(oversee.WHAT_IF), 5),
    ("what_if_most", "The what-if on the largest roll, seconds", _alone(oversee.WHAT_IF), 30),
    ("release", "A pack rounded, the smallest roll, seconds", _smallest(release.ROUNDED), 30),
    ("release_most", "A pack rounded, the largest roll, seconds", _alone(release.ROUNDED), 120),
    ("release_exact", "A pack exact, the smallest roll, seconds", _smallest(release.EXACT), 120),
    ("memory", "Memory of the window's process, MiB", _alone(windows.MEMORY), 300),
)


def _line(aim: Aim) -> str:
    kept = "reached" if aim.reached <= aim.most else "missed"
    return f"{aim.says}: {aim.reached:.2f}, aim at most {aim.most:g}: {kept}."


def _cell(one: Timed | None) -> str:
    if one is None:
        return ""
    if one.unit != "s":
        return f"{one.median:,.0f} ({one.least:,.0f}) {one.unit}"
    if one.median >= 1:
        return f"{one.median:.2f} ({one.least:.2f}) s"
    return f"{one.median * 1000:.1f} ({one.least * 1000:.1f}) ms"
