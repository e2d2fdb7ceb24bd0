"""What stands on a line of the overview? A headline, which way it went, others' figures beside."""

from collections.abc import Mapping
from typing import NamedTuple

from carelink.dates import show
from carelink.figures.comparators import Comparators
from carelink.figures.targets import Target, target_for
from carelink.release import Release
from carelink.release.comparators import Comparator, beside
from carelink.release.direction import direction
from carelink.release.headlines import Headline, headlines_of

_TARGET = "Target"


class Line(NamedTuple):
    """One headline; `beside` has its target and others' per cents, `notes` what they are."""

    headline: Headline
    gone: str
    beside: Mapping[str, str]
    notes: tuple[str, ...]


def lines_of(
    release: Release,
    earlier: Release | None,
    targets: tuple[Target, ...] = (),
    others: Comparators | None = None,
) -> list[Line]:
    """Everybody of each indicator, and an age band alone where it has a target or others' figures.

    Shape: a target stands under "Target", a published per cent under its area.
    """
    lines = []
    for headline in headlines_of(release):
        published = _published(release, headline, others)
        target = target_for(targets, headline.name, headline.age_band, headline.population)
        if headline.age_band and not published and target is None:
            continue
        shares = {_TARGET: f"{target.percent}%"} if target else {}
        shares |= {one.area: one.share for one in published}
        notes = (*((target.says + ".",) if target else ()), *_notes(published))
        lines.append(Line(headline, _gone(release, earlier, headline), shares, notes))
    return lines


def _published(
    release: Release, headline: Headline, others: Comparators | None
) -> tuple[Comparator, ...]:
    if not headline.definition:
        return ()
    found = beside(release, headline.name, headline.age_band or None, others)
    return tuple(one for one in found if one.at)


def _gone(release: Release, earlier: Release | None, headline: Headline) -> str:
    """Which way it went; the day is in the heading of the column."""
    if earlier is None or not headline.definition:
        return ""
    says = direction(release, earlier, headline.name, headline.age_band or None)
    if says.startswith("about the same"):
        return "about the same"
    return says.replace(f" on {show(earlier.as_at)}", "")


def _notes(published: tuple[Comparator, ...]) -> tuple[str, ...]:
    """When and how the figures beside ours were counted."""
    years = sorted({one.at for one in published if one.at})
    if not years:
        return ()
    when = " and ".join(show(year) for year in years)
    care = sorted({one.compares for one in published})
    counted = sorted({one.counted for one in published})
    return (f"Published figures to {when}, counted {'; '.join(counted)}: {'; '.join(care)}.",)
