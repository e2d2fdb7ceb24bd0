"""What did a release show of one indicator, and by which definition?"""

from datetime import date
from typing import NamedTuple

from carelink.disclosure.cells import cell_at
from carelink.release.release import Release
from carelink.release.rows import Row

AGE_BAND = "age_band"


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
    age = ((AGE_BAND, age_band),) if age_band else ()
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


def age_bands_of(release: Release, indicator: str) -> tuple[str, ...]:
    """The age bands by which a release shows an indicator, in the order of its table."""
    said = next((one for one in release.said["indicators"] if one["name"] == indicator), None)
    if said is None:
        return ()
    rows = release.percents(said["table"])
    counted = tuple(said["counted"])
    bands = (dict(row.at).get(AGE_BAND) for row in rows if counted in row.at)
    return tuple(dict.fromkeys(band for band in bands if band))


def _unit(release: Release, row: Row) -> int:
    """What a count of the per cent was rounded to. Source: the column `base`, such as 5a."""
    counts = (one.base for one in release.rows if one.at == row.at and one.base)
    return max((int(base.rstrip("a")) for base in counts), default=1)
