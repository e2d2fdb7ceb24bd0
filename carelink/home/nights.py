"""How many nights without a settled home? Counted to the day, by kind, and said."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import age_on, show
from carelink.facts import Home
from carelink.home.codes import return_year
from carelink.home.history import begun
from carelink.said import Line, counted

EMERGENCY, BED_AND_BREAKFAST, NO_HOME, CUSTODY = "emergency", "bed_and_breakfast", "none", "custody"
NIGHT_LABELS: Mapping[str, str] = {
    BED_AND_BREAKFAST: "Bed and breakfast",
    EMERGENCY: "Emergency home",
    NO_HOME: "No fixed home",
    CUSTODY: "Custody",
}
_BY_TYPE = {"W": BED_AND_BREAKFAST, "V": EMERGENCY, "S": NO_HOME, "X": CUSTODY}
_Spell = tuple[date, date]
# Source: statutory guidance on 16 and 17 year olds and the Homelessness Code of Guidance.
_UNDER_18 = "Bed and breakfast is not suitable for anyone under 18, even for a night."


class Nights(NamedTuple):
    """The nights of one kind up to the morning of a day; a night is counted on waking.

    `since` is the day the spell that still runs began, None when none does. `this_year` counts
    from `year_from`, a 1 April. `at_least` where the first day of a home is not known.
    """

    kind: str
    since: date | None
    this_spell: int
    this_year: int
    year_from: date
    ever: int
    at_least: bool = False


def kind_of_night(home: Home) -> str:
    """Which kind of night is spent in this home; empty for a settled one."""
    return _BY_TYPE.get(home.type) or (EMERGENCY if home.emergency else "")


def nights_of(case: CaseFile, day: date) -> list[Nights]:
    """The nights of each kind there ever were any of, or that begin today, in a set order."""
    counted_kinds = (_nights(case, kind, day) for kind in NIGHT_LABELS)
    return [nights for nights in counted_kinds if nights is not None]


def nights_between(case: CaseFile, kinds: Collection[str], first: date, day: date) -> int:
    """The nights of these kinds from `first` up to the morning of the day, each counted once."""
    stays = [
        (max(begun(home), first), min(home.end or day, day))
        for home in case.homes
        if kind_of_night(home) in kinds
    ]
    return _days(_merged([(start, end) for start, end in stays if start < end]))


def say_nights(case: CaseFile, day: date) -> list[Line]:
    """What is said of them, the kind that still runs first."""
    found = sorted(nights_of(case, day), key=lambda nights: nights.since is None)
    lines = [_line(nights) for nights in found]
    born, home = case.person.date_of_birth, case.home_on(day)
    if born and home and home.type == "W" and age_on(born, day) < 18:
        lines.append(Line("Under 18", _UNDER_18))
    return lines


def _line(nights: Nights) -> Line:
    least = "at least " if nights.at_least else ""
    year = f"{counted(nights.this_year, 'night')} since {show(nights.year_from)}"
    ever = f"{counted(nights.ever, 'night')} in all"
    if nights.since is None:
        return Line(NIGHT_LABELS[nights.kind], f"Not now. {least}{year}".strip(), f"{least}{ever}")
    now = f"{least}{counted(nights.this_spell, 'night')} now, since {show(nights.since)}"
    return Line(NIGHT_LABELS[nights.kind], now[:1].upper() + now[1:], f"{year}, {ever}")


def _nights(case: CaseFile, kind: str, day: date) -> Nights | None:
    of_kind = [home for home in case.homes if kind_of_night(home) == kind and begun(home) <= day]
    if not of_kind:
        return None
    spells = _merged([(begun(home), min(home.end or day, day)) for home in of_kind])
    runs = any(home.end is None or home.end > day for home in of_kind)
    year_from = return_year(day)
    return Nights(
        kind,
        spells[-1][0] if runs else None,
        _days([spells[-1]]) if runs else 0,
        _days([(max(start, year_from), end) for start, end in spells if end > year_from]),
        year_from,
        _days(spells),
        any(home.start is None for home in of_kind),
    )


def _merged(stays: list[_Spell]) -> list[_Spell]:
    """Stays that touch or overlap as one spell, in order: a night is counted once."""
    spells: list[_Spell] = []
    for start, end in sorted(stays):
        if spells and start <= spells[-1][1]:
            spells[-1] = (spells[-1][0], max(end, spells[-1][1]))
        else:
            spells.append((start, end))
    return spells


def _days(spells: list[_Spell]) -> int:
    return sum((end - start).days for start, end in spells)
