"""Which figure of each indicator is read first, and which way has it gone?

A direction is a sentence about two shown figures that differ, and about nothing else.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from carelink.disclosure.cells import cell_at
from carelink.release.grids import as_shown, share_said, table_named
from carelink.release.release import Release


class Headline(NamedTuple):
    """One indicator of everybody in its base, or how many a table counts, all as shown.

    Shape: for a count `percent` and `of` are empty; `version` is the definition's.
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

    @property
    def of_whom(self) -> str:
        """The shown figures in words: 75 of 90."""
        return f"{self.n} of {self.of}" if self.of else self.n

    @property
    def value(self) -> str:
        """What is compared with the last release: the per cent, else the count."""
        return self.percent or self.n


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
        table = table_named(release, indicator["table"])
        at = cell_at((*table["fixed"].items(), tuple(indicator["counted"])))
        row = next((one for one in release.percents(table["table"]) if one.at == at), None)
        if row is not None:
            yield _headline(indicator, str(table["period"]), *share_said(row))


def _headline(indicator: Mapping[str, Any], period: str, percent: str, n: str, of: str) -> Headline:
    return Headline(
        indicator["name"],
        indicator["title"],
        indicator["theme"],
        period,
        percent,
        n,
        of,
        indicator["definition"],
        int(indicator["version"]),
    )


def way_gone(now: Headline, earlier: Release | None) -> str:
    """Which way a figure has gone since an earlier release, in words; empty if none can be said."""
    if earlier is None:
        return ""
    before = next((one for one in headlines_of(earlier) if one.name == now.name), None)
    if before is None:
        return "new"
    if before.version != now.version:
        return "defined anew: not to be compared"
    was, is_now = _number(before.value), _number(now.value)
    if was is None or is_now is None:
        return ""
    if was == is_now:
        return "no change shown"
    return f"{'up' if is_now > was else 'down'} from {before.value}"


def _number(shown: str) -> int | None:
    digits = shown.rstrip("%").replace(",", "")
    return int(digits) if digits.isdigit() else None
