"""What do the care-leaver rows (OC3) say: a home and an activity around a birthday, or a death?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.exchange.reading import Reading, Row, derived_id
from carelink.exchange.ssda903.children import Child, Children
from carelink.exchange.ssda903.codes import broken_rules
from carelink.exchange.ssda903.said import Label, Said
from carelink.exchange.ssda903.years import known_on, year_by_ages, years_of
from carelink.exchange.values import Unfit
from carelink.facts import Activity, Home

_CODES = ("IN_TOUCH", "ACTIV", "ACCOM")


class CareLeaver(NamedTuple):
    """One row that holds: whom it is about, the year it is for, the day it speaks of."""

    child: Child
    year: int
    day: date
    said: Said


def add_care_leavers(
    rows: Iterable[Said],
    episodes: Iterable[Said],
    children: Children,
    reading: Reading,
    today: date,
) -> None:
    """Add the homes, activities and deaths of every care-leaver row that holds.

    The return's `episodes` tell which year it is for.
    """
    rows = [row for row in rows if any(row.code(code) for code in _CODES)]
    met = list(_children(rows, children))
    years = _years(met, episodes, today)
    kept = []
    for row, child in met:
        try:
            kept.append(_care_leaver(row, child, years[row.label], today))
        except Unfit as unfit:
            children.refuse(row, str(unfit))
    alive = _latest_alive(kept)
    for care_leaver in sorted(kept, key=lambda one: one.year):
        _add(care_leaver, alive, children, reading)
    if rows:
        reading.notes.append(
            "Whether they were in touch (IN_TOUCH) is not kept, save a death: the return gives no "
            "date of contact."
        )


def _children(rows: Iterable[Said], children: Children) -> Iterator[tuple[Said, Child]]:
    """Each row with the child it is about; a row that cannot be placed is refused."""
    for row in rows:
        try:
            yield row, children.child_of(row)
        except Unfit as unfit:
            children.refuse(row, str(unfit))


def _years(
    met: Iterable[tuple[Said, Child]], episodes: Iterable[Said], today: date
) -> Mapping[Label | None, int | None]:
    """The year each label stands for: by the return's episodes, else by the children's ages."""
    born: dict[Label | None, list[date]] = defaultdict(list)
    for row, child in met:
        born[row.label] += [child.born] if child.born else []
    years = years_of(born, episodes, today)
    return {label: year or year_by_ages(born[label], today) for label, year in years.items()}


def _care_leaver(row: Said, child: Child, year: int | None, today: date) -> CareLeaver:
    """The row understood. Raises: Unfit when it breaks a rule or cannot be dated."""
    if year is None:
        raise Unfit("Nothing tells which year this row is for; put it in the name: 2026-oc3.csv.")
    in_touch, activ, accom = (row.code(code) for code in _CODES)
    if problems := broken_rules(in_touch, activ, accom, year):
        raise Unfit(" ".join(problems))
    if child.born is None:
        raise Unfit("DOB is empty, so the row cannot be dated; give the date of birth.")
    found = known_on(child.born, year)
    if found is None:
        raise Unfit(
            f"Born {show(child.born)}, no birthday from the 17th to the 21st falls in the year to "
            f"31 March {year}; correct DOB or take the row out."
        )
    if found[1] > today:
        raise Unfit(f"The row speaks of {show(found[1])}, which lies in the future; correct it.")
    return CareLeaver(child, year, found[1], row)


def _latest_alive(rows: Iterable[CareLeaver]) -> Mapping[str, int]:
    """The last year in which each child is said to be living."""
    alive: dict[str, int] = {}
    for row in rows:
        if row.said.code("IN_TOUCH") != "DIED":
            alive[row.child.child] = max(row.year, alive.get(row.child.child, 0))
    return alive


def _add(row: CareLeaver, alive: Mapping[str, int], children: Children, reading: Reading) -> None:
    child, said = row.child, row.said
    if said.code("IN_TOUCH") == "DIED":
        if alive.get(child.child, 0) > row.year:
            later = f"the year to 31 March {alive[child.child]}"
            children.refuse(said, f"IN_TOUCH is DIED, but in {later} it is not; correct one.")
        else:
            child.died = True
        return
    accom, activ = said.code("ACCOM"), said.code("ACTIV")
    if accom != "0":
        key = derived_id("ssda903", "oc3 home", child.child, row.year)
        home = Home(child.child, type=accom[0], suitable=accom[1], known_on=row.day, row_id=key)
        reading.add("homes", Row(home, said.file, said.line))
    if activ != "0":
        key = derived_id("ssda903", "oc3 activity", child.child, row.year)
        activity = Activity(child.child, code=activ, known_on=row.day, row_id=key)
        reading.add("activities", Row(activity, said.file, said.line))
