"""Which releases may be seen at this desk, and what does one of them hold?

What stands here has been published or is about to be: never a true count.
"""

from typing import TYPE_CHECKING

from carelink.dates import show
from carelink.errors import Refused
from db.releases import MAY_PREPARE, Recorded, read_releases, release_kept

if TYPE_CHECKING:
    from carelink.release import Release
    from ui.desk import Desk

# Released before all figures of a release were rounded together: kept as figures alone.
_BEFORE_THE_LEDGER = "nearest"


def shelf_of(desk: "Desk") -> list[Recorded]:
    """What this user may see, the newest first: approved ones, and for those who prepare all."""
    every = [one for one in desk.ask(read_releases) if one.mode != _BEFORE_THE_LEDGER]
    every.reverse()
    if desk.user.role in MAY_PREPARE:
        return every
    return [one for one in every if one.approved_by]


def say_which(kept: Recorded) -> str:
    """Which release it is, in words: its day and how far it has come."""
    if kept.approved_by:
        return f"As at {show(kept.as_at)}, approved by {kept.approved_by}"
    return f"As at {show(kept.as_at)}, prepared, not approved"


def taken_down(desk: "Desk", kept: Recorded) -> "Release":
    """The release as it was published.

    Raises: Refused when what is kept of it is damaged.
    """
    release: Release = desk.ask(release_kept, kept.hash)
    return release


def one_before(desk: "Desk", shelf: list[Recorded], kept: Recorded) -> "Release | None":
    """The latest approved release of an earlier day that is whole."""
    earlier = [one for one in shelf if one.approved_by and one.as_at < kept.as_at]
    for one in sorted(earlier, key=lambda one: (one.as_at, one.prepared_at), reverse=True):
        try:
            return taken_down(desk, one)
        except Refused:
            continue
    return None
