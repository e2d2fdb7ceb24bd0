"""Which totals does a reader hold already? What others published exactly of the same young people.

The Department for Education prints each council's figures of those around their birthday exactly.
A council lays its own list beside: `year,indicator,age_band,number,of,source`, the year being the
one that ended on 31 March of it; what was printed as hidden is left blank.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from carelink.attack import Known
from carelink.errors import RulebookError
from carelink.figures.contract import FigureTable
from carelink.figures.indicators import INDICATORS
from carelink.figures.populations import AGE_BANDS, BIRTHDAY_COHORT, year_before
from carelink.figures.published import DFE, all_published
from carelink.figures.seats import POPULATION
from carelink.figures.subjects.people import BIRTHDAY_AGE
from carelink.figures.whitelist import TABLES
from carelink.release.earlier import Earlier

COLUMNS = ("year", "indicator", "age_band", "number", "of", "source")
# Published by a name of their own, and no indicator of ours.
_ALSO = {
    "not_eet": ("activity", "not_eet"),
    "activity_not_known": ("activity", "not_known"),
    "suitability_not_known": ("suitable", "not_known"),
}
_BANDS = (*dict.fromkeys(AGE_BANDS.values()), "")
_LONGEST = 1_000_000


class KnownTotal(NamedTuple):
    """One total printed exactly, of those counted around their birthday in one year.

    Units: `year` is the year ending 31 March of that year.
    """

    year: int
    at: Mapping[str, str]
    count: int  # type: ignore[assignment]  # the word for it; nobody counts a tuple's items
    source: str


def known_totals(council: str, own: str | None = None) -> tuple[KnownTotal, ...]:
    """Every total printed exactly of this council; what its own list says stands first.

    Raises: RulebookError that names the line which cannot be used, and what to do.
    """
    ours = _read(own) if own is not None else ()
    said = {_cell(one) for one in ours}
    return (*ours, *(one for one in _published(council) if _cell(one) not in said))


def known_beside(
    earlier: Sequence[Earlier], as_at: date, totals: Sequence[KnownTotal]
) -> tuple[Known, ...]:
    """What of these a reader knows of each earlier release, and of one as at the day after them."""
    days = [*(one.release.as_at for one in earlier), as_at]
    return tuple(
        Known(place, one.at, one.count, one.source)
        for place, day in enumerate(days)
        for one in totals
        if one.year == year_before(day)[1].year
    )


@lru_cache(maxsize=4)
def _published(council: str) -> tuple[KnownTotal, ...]:
    found: dict[tuple[int, frozenset[tuple[str, str]]], KnownTotal] = {}
    for one in all_published():
        if (one.area, one.counted) == (council, DFE) and one.age_band in _BANDS:
            figure = (one.at.year, one.indicator, one.age_band)
            for total in _totals(*figure, one.n, one.of, one.source):
                found.setdefault(_cell(total), total)
    return tuple(found.values())


def _totals(
    year: int, indicator: str, band: str, number: str, of: str, source: str
) -> Iterator[KnownTotal]:
    """The number and what it is a part of, of an indicator that we count by the same rule."""
    counted = _counted().get(indicator)
    if counted is None:
        return
    table, (dimension, node) = counted
    base = dict(table.fixed) | ({BIRTHDAY_AGE: band} if band else {})
    if of.isdecimal():
        yield KnownTotal(year, base, int(of), source)
    if number.isdecimal():
        yield KnownTotal(year, base | {dimension: node}, int(number), source)


@lru_cache(maxsize=1)
def _counted() -> Mapping[str, tuple[FigureTable, tuple[str, str]]]:
    """By the name others publish it under: the table of the birthday cohort and the category."""
    tables = {
        dimension: table
        for table in TABLES
        if dict(table.fixed)[POPULATION] == BIRTHDAY_COHORT
        for dimension in table.across
        if dimension != BIRTHDAY_AGE
    }
    named = {one.name.removesuffix("_birthday"): one.counted for one in INDICATORS} | _ALSO
    return {name: (tables[at[0]], at) for name, at in named.items() if at[0] in tables}


@lru_cache(maxsize=4)
def _read(own: str) -> tuple[KnownTotal, ...]:
    named = "The council's list of known totals"
    if len(own) > _LONGEST:
        raise RulebookError(f"{named} is longer than a list can be; leave out what is not needed.")
    try:
        rows = csv.DictReader(io.StringIO(own.removeprefix("\ufeff")), strict=True)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise RulebookError(f"{named} begins with the columns {', '.join(COLUMNS)}.")
        listed = [(rows.line_num, row) for row in rows]
    except csv.Error as broken:
        says = f"{named} has quotation marks that do not match; put them right."
        raise RulebookError(says) from broken
    found: dict[tuple[int, frozenset[tuple[str, str]]], KnownTotal] = {}
    for line, row in listed:
        for total in _row(row, f"{named}, line {line}"):
            first = found.setdefault(_cell(total), total)
            if first.count != total.count:
                raise RulebookError(f"{named}, line {line}: an earlier line says {first.count:,}.")
    return tuple(found.values())


def _row(row: Mapping[str, str | None], named: str) -> Iterator[KnownTotal]:
    said = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if None in row or None in row.values():
        raise RulebookError(f"{named} needs {len(COLUMNS)} columns.")
    year, indicator, band, number, of, source = said.values()
    if not (year.isdecimal() and len(year) == len("2025")):
        raise RulebookError(f"{named}: write the year as 2025, for the year to 31 March 2025.")
    if indicator not in _counted():
        known = ", ".join(sorted(_counted()))
        raise RulebookError(f'{named}: there is no indicator "{indicator}"; use one of {known}.')
    if band not in _BANDS:
        bands = " or ".join(one for one in _BANDS if one)
        raise RulebookError(f"{named}: age_band is {bands}, or blank for both together.")
    if not all(
        one == "" or (one.isdecimal() and len(one) < len("1000000")) for one in (number, of)
    ):
        raise RulebookError(f"{named}: number and of are whole numbers, or blank where hidden.")
    if number and of and int(number) > int(of):
        raise RulebookError(f"{named}: number is more than of; correct one of them.")
    if not source:
        raise RulebookError(f"{named}: say in source who published it.")
    yield from _totals(int(year), indicator, band, number, of, source)


def _cell(total: KnownTotal) -> tuple[int, frozenset[tuple[str, str]]]:
    return total.year, frozenset(total.at.items())
