"""Which figures of a release are read first? One of each indicator, and how many there are."""

from collections.abc import Iterator
from typing import NamedTuple

from carelink.disclosure.cells import cell_at
from carelink.release.grids import as_shown, label_of, share_said
from carelink.release.release import Release
from carelink.release.shown import Shown, age_bands_of, shown_of


class Headline(NamedTuple):
    """One indicator of everybody in its base, or how many a table counts, all as shown.

    Shape: for a count `percent` and `of` are empty; `version` is the definition's; `age_band` is
    blank for all ages, `ages` says it in words.
    """

    name: str
    title: str
    theme: str
    period: str
    percent: str
    n: str
    of: str
    definition: str = ""
    version: int = 0
    age_band: str = ""
    population: str = ""
    ages: str = ""

    @property
    def of_whom(self) -> str:
        """The shown figures in words: 75 of 90."""
        return f"{self.n} of {self.of}" if self.of else self.n


def headlines_of(release: Release) -> tuple[Headline, ...]:
    """Theme by theme: one for each indicator, and how many a table without one counts."""
    order = [one["id"] for one in release.said["themes"]]
    found = [*_of_tables(release), *_of_indicators(release)]
    return tuple(sorted(found, key=lambda one: order.index(one.theme)))


def _of_tables(release: Release) -> Iterator[Headline]:
    for table in release.said["tables"]:
        if not table["indicators"]:
            total = release.counts[cell_at(table["fixed"].items())]
            said = (table["title"], table["theme"], table["period"], "", as_shown(total), "")
            yield Headline(table["table"], *said)


def _of_indicators(release: Release) -> Iterator[Headline]:
    for indicator in release.said["indicators"]:
        for band in ("", *age_bands_of(release, indicator["name"])):
            shown = shown_of(release, indicator["name"], band or None)
            if shown is not None:
                yield _headline(release, indicator["name"], shown, band)


def _headline(release: Release, name: str, shown: Shown, band: str) -> Headline:
    ages = next((label_of(release, *one) for one in shown.row.at if one[1] == band), "")
    title = f"{shown.title}, {ages.lower()}" if ages else shown.title
    said = (title, shown.theme, shown.period, *share_said(shown.row))
    return Headline(name, *said, shown.definition, shown.version, band, shown.population, ages)
