"""What was released for the Board: the texts that were published, and who stood behind them?"""

from datetime import date
from typing import NamedTuple


class Released(NamedTuple):
    """One release as it was published; a figure once released is never changed.

    Shape: `prepared_at` is an instant in UTC, as 2026-11-24T10:00:00+00:00. `figures`, `meta` and
    `about` are the texts of figures.csv, figures.meta.json and release.json; `commentary` is JSON
    by theme; `seats` says who stood in which category by marks that are no names, as packed by
    `carelink.release.seats_kept`. `corrects` is the hash of the release that this one puts right.
    """

    release_hash: str
    as_at: date | None = None
    audience: str = ""
    mode: str = ""
    level: str = ""
    prepared_by: str = ""
    prepared_at: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    figures: str = ""
    meta: str = ""
    about: str = ""
    commentary: str = ""
    seats: str = ""
    corrects: str = ""
    corrects_why: str = ""


# What may still be said of a release, until it is approved.
STILL_OPEN = frozenset({"commentary", "approved_by", "approved_on"})
