"""How many were there, release by release? The shown counts of tables that have no per cent."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from carelink.charts import Break, Point, Series, Trend
from carelink.disclosure.cells import TOTAL, cell_at
from carelink.release.grids import label_of
from carelink.release.release import Release
from carelink.release.trend import NOT_APPROVED, NOT_IN_IT, OURS, SAYS, Kept, current

_BASE = "_base"


def counts_of(releases: Iterable[Kept]) -> tuple[tuple[str, str, str], ...]:
    """What can be counted over time, as (theme, table and category, title), the latest first.

    A table that only says who is in another one's base is left out.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for kept in reversed(current(releases)):
        release = kept.release
        for table in release.said["tables"]:
            if table["indicators"] or table["table"].endswith(_BASE):
                continue
            first = table["dimensions"][0]
            for node in (TOTAL, *release.shape["hierarchies"][first].get(TOTAL, ())):
                name = f"{table['table']}:{node}"
                title = f"How many: {label_of(release, first, node).lower()}"
                found.setdefault(name, (table["theme"], name, title))
    return tuple(found.values())


def count_trend(releases: Iterable[Kept], name: str) -> Trend:
    """One count over time, as it was shown. Shape: `name` is one of `counts_of`."""
    kept = current(releases)
    points = [_point(one, name) for one in kept]
    first = next((at for at, point in enumerate(points) if point.says != NOT_IN_IT), len(points))
    title = next((title for _, named, title in counts_of(kept) if named == name), name)
    ours = (Series(OURS, tuple(points[first:]), ours=True),) if points[first:] else ()
    return Trend(title, ours, unit="", breaks=tuple(_breaks(kept[first:])))


def _point(kept: Kept, name: str) -> Point:
    aside = "" if kept.approved else f", {NOT_APPROVED}"
    shown = _shown(kept.release, name)
    if shown is None:
        return Point(kept.release.as_at, None, NOT_IN_IT)
    if not shown.isdigit():
        return Point(kept.release.as_at, None, f"{SAYS.get(shown, shown)}{aside}")
    return Point(kept.release.as_at, float(shown), f"{int(shown):,}{aside}")


def _shown(release: Release, name: str) -> str | None:
    table, _, node = name.partition(":")
    said = next((one for one in release.said["tables"] if one["table"] == table), None)
    if said is None:
        return None
    return release.counts.get(cell_at((*said["fixed"].items(), (said["dimensions"][0], node))))


def _breaks(kept: Sequence[Kept]) -> Iterator[Break]:
    """Where figures came to be shown in another way."""
    for before, after in pairwise(one.release for one in kept):
        if before.mode != after.mode:
            says = f"figures are {after.mode}, before that they were {before.mode}"
            yield Break(after.as_at, says)
