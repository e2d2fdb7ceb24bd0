"""Which figures were prepared for the Board, and who approved them?"""

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from carelink.errors import Problem, Refused
from db.tables import RELEASES
from db.trail import Writing, keep

if TYPE_CHECKING:
    from carelink.figures import Release


class Recorded(NamedTuple):
    """A release as it was prepared, and who approved it since; empty while nobody has.

    Shape: `definitions` are the ids with their versions, one a line: `eet.snapshot 1`.
    """

    hash: str
    as_at: date
    prepared_by: str
    prepared_at: datetime
    approved_by: str
    approved_at: datetime | None
    content: str
    definitions: str = ""


def record_release(writing: Writing, release: "Release") -> str:
    """Keep a release as prepared, its figures with it; the same figures again change nothing."""
    if _found(writing.connection, release.hash) is None:
        values = {
            "as_at": release.as_at,
            "prepared_by": writing.who,
            "prepared_at": writing.at,
            "content": release.figures.decode(),
            "definitions": "\n".join(f"{one.id} {one.version}" for one in release.definitions),
        }
        keep(writing, RELEASES, release.hash, values)
    return release.hash


def approve_release(writing: Writing, hash: str) -> None:
    """Approve a prepared release.

    Raises: Refused when it is not known, approved already, or prepared by the same person.
    """
    found = _found(writing.connection, hash)
    if found is None:
        raise Refused(Problem("hash", "No release with this hash was prepared here."))
    if found.approved_by:
        raise Refused(Problem("hash", f"{found.approved_by} has approved this release already."))
    if found.prepared_by == writing.who:
        raise Refused(Problem("user", "A release is approved by somebody who did not prepare it."))
    keep(writing, RELEASES, hash, {"approved_by": writing.who, "approved_at": writing.at})


def read_releases(connection: Connection) -> list[Recorded]:
    """Every release prepared, the newest last."""
    wanted = select(RELEASES).order_by(RELEASES.c.prepared_at, RELEASES.c.hash)
    return [Recorded(*row) for row in connection.execute(wanted)]


def _found(connection: Connection, hash: str) -> Recorded | None:
    row = connection.execute(select(RELEASES).where(RELEASES.c.hash == hash)).one_or_none()
    return None if row is None else Recorded(*row)
