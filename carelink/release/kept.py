"""Is what was kept of a release still what was published? And what is read from it?"""

import csv
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from carelink.errors import Problem, Refused
from carelink.facts import Released
from carelink.facts.released import STILL_OPEN
from carelink.release.earlier import Earlier, Seats
from carelink.release.release import Release
from carelink.release.seats_kept import pack_seats, read_seats
from carelink.words import RELEASE_LEVELS

# Released before all figures of a release were rounded together: figures alone, and no attack.
NEAREST = "nearest"


def problems_kept(kept: Released) -> list[str]:
    """Everything by which a kept release is not what was published; none where it is whole."""
    return list(_problems(kept))


def release_of(kept: Released) -> Release:
    """The release in its three texts, as it was published."""
    return Release(kept.figures, kept.meta, kept.about)


def kept_of(
    release: Release, *, level: str, seats: Seats, prepared_by: str, prepared_at: datetime
) -> Released:
    """A release as the ledger keeps it, nothing written to it and nobody's approval yet."""
    return Released(
        release_hash=release.hash,
        as_at=release.as_at,
        audience=release.audience,
        mode=release.mode,
        level=str(level),
        prepared_by=prepared_by,
        prepared_at=prepared_at.astimezone(UTC).isoformat(timespec="seconds"),
        figures=release.figures,
        meta=release.meta,
        about=release.about,
        seats=pack_seats(seats),
    )


def earlier_of(kept: Released) -> Earlier:
    """A whole release as the next one must know it.

    Raises: ValueError where it is not whole.
    """
    prepared = datetime.fromisoformat(kept.prepared_at)
    return Earlier(release_of(kept), read_seats(kept.seats), prepared, bool(kept.approved_on))


def changes_taken(held: Released, given: Released) -> dict[str, Any]:
    """What a whole row from elsewhere changes in the one held under its hash.

    A damaged one becomes what the row says; a whole one takes what is still open.

    Raises: Refused where the row says something else of what was released.
    """
    differing = {
        field: value
        for field, value, before in zip(given._fields, given, held, strict=True)
        if value != before
    }
    if problems_kept(held):
        return differing
    said = {field: value for field, value in differing.items() if value not in ("", None)}
    fixed = [field for field in said if held.approved_by or field not in STILL_OPEN]
    if fixed:
        says = f"What was released is never changed, and {', '.join(fixed)} would be; take it out."
        raise Refused(Problem("release_hash", says))
    return said


def _problems(kept: Released) -> Iterator[str]:
    if hashlib.sha256(kept.figures.encode()).hexdigest() != kept.release_hash:
        yield "figures do not have this release_hash; export the row again."
    if kept.as_at is None:
        yield "as_at is empty; give the day the figures speak of."
    if not kept.prepared_by.strip():
        yield "prepared_by is empty; say who prepared it."
    if not _is_instant(kept.prepared_at):
        yield "prepared_at is not an instant; write it as 2026-05-31T09:30:00+00:00."
    if bool(kept.approved_by) != bool(kept.approved_on):
        yield "approved_by and approved_on go together; give both or neither."
    elif kept.approved_by and kept.approved_by == kept.prepared_by:
        yield "approved_by is prepared_by; nobody approves what they prepared themselves."
    if kept.commentary and not _is_object(kept.commentary):
        yield "commentary is not JSON by theme; correct it."
    if kept.mode != NEAREST:
        yield from _beside_the_figures(kept)


def _beside_the_figures(kept: Released) -> Iterator[str]:
    if not kept.mode:
        yield "mode is empty; say how it is protected."
    if kept.level not in RELEASE_LEVELS:
        yield "level is empty; say how fine its categories are."
    if not _belong_together(kept):
        yield "meta and about do not belong to the figures; export all three again."
    try:
        read_seats(kept.seats)
    except ValueError:
        yield "seats cannot be read; export the row again."


def _belong_together(kept: Released) -> bool:
    release = release_of(kept)
    try:
        says = (release.as_at, release.audience, release.mode)
        return release.whole and says == (kept.as_at, kept.audience, kept.mode)
    except (csv.Error, ValueError, KeyError, TypeError, RecursionError):
        return False


def _is_instant(text: str) -> bool:
    """Whether it is an instant in the one form in which the ledger writes it."""
    try:
        at = datetime.fromisoformat(text)
        return at.tzinfo is not None and at.astimezone(UTC).isoformat(timespec="seconds") == text
    except (ValueError, OverflowError):
        return False


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False
