"""What did a release show of one indicator, and by which definition?"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.disclosure.cells import cell_at
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE
from carelink.release.release import Release
from carelink.release.rows import Row


class Shown(NamedTuple):
    """The per cent of one indicator in a release, as shown, with what it means.

    Shape: `row` has the per cent and the two shown figures it was made of; `at` is the last day of
    the period it speaks of, `period` says that period; `better` is as in release.json; `beside`
    are the dimensions of its table; `unit` is what its figures are rounded to, 1 where exact.
    """

    row: Row
    title: str
    theme: str
    population: str
    at: date
    period: str
    definition: str
    version: int
    better: str
    beside: tuple[str, ...]
    mode: str
    unit: int


def shown_of(release: Release, indicator: str, age_band: str | None = None) -> Shown | None:
    """One indicator, of one age band or of everybody; None where this release does not show it."""
    said = next((one for one in release.said["indicators"] if one["name"] == indicator), None)
    if said is None:
        return None
    table = next(one for one in release.said["tables"] if one["table"] == said["table"])
    age = ((age_of(table["dimensions"]), age_band),) if age_band else ()
    at = cell_at((*table["fixed"].items(), tuple(said["counted"]), *age))
    row = next((one for one in release.percents(table["table"]) if one.at == at), None)
    if row is None:
        return None
    period = release.said.get("period", {}).get(table["population"], {})
    return Shown(
        row,
        said["title"],
        said["theme"],
        table["population"],
        date.fromisoformat(period.get("last", release.said["as_at"])),
        table["period"],
        said["definition"],
        int(said["version"]),
        said["better"],
        tuple(table["dimensions"]),
        release.mode,
        _unit(release, row),
    )


def age_bands_of(release: Release, indicator: str) -> dict[str, str]:
    """The age bands by which a release shows an indicator, each with what it is called there."""
    said = next((one for one in release.said["indicators"] if one["name"] == indicator), None)
    if said is None:
        return {}
    table = next(one for one in release.said["tables"] if one["table"] == said["table"])
    age, counted = age_of(table["dimensions"]), tuple(said["counted"])
    rows = (row for row in release.percents(said["table"]) if counted in row.at)
    bands = dict.fromkeys(dict(row.at).get(age, "") for row in rows)
    words = release.said["labels"][age]["nodes"] if age else {}
    return {band: words.get(band, band) for band in bands if band}


def age_of(dimensions: Iterable[str]) -> str:
    """The dimension by which a table divides people by age; empty where it does not."""
    return next((name for name in dimensions if name in (AGE, BIRTHDAY_AGE)), "")


def _unit(release: Release, row: Row) -> int:
    """What a count of the per cent was rounded to. Source: the column `base`, such as 5a."""
    return int(release.bases.get(row.at, "1").rstrip("a"))
