"""Which figures were released for the Board, who prepared them and who approved them?

The ledger. A release counts as released from the moment it is prepared; what it showed can never
be changed or taken out, and a correction is a new release that names the one it puts right.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, select

from carelink.dates import show
from carelink.errors import Problem, Refused
from carelink.facts import Released
from carelink.problems import refuse_if, text_problems
from carelink.words import MANAGER
from db.plan_rows import author_of
from db.reading import read_of_the_team
from db.tables import FACTS, USERS
from db.trail import Writing, add, amend

if TYPE_CHECKING:
    from carelink.release import Release
    from carelink.release.earlier import Earlier, Seats

# Whoever oversees may prepare and see the ledger; approving takes somebody who answers for it.
MAY_PREPARE = frozenset({MANAGER, "qa", "analyst"})
MAY_APPROVE = frozenset({MANAGER, "qa"})
_TEXTS = ("figures", "meta", "about")


class Recorded(NamedTuple):
    """A release of the ledger, the texts left empty unless they were asked for.

    Shape: `mode` is rounded, exact or, for what was released before there was a ledger, nearest;
    `corrects` is the hash of the release that this one puts right.
    """

    hash: str
    as_at: date
    audience: str
    mode: str
    level: str
    prepared_by: str
    prepared_at: datetime
    approved_by: str = ""
    approved_on: date | None = None
    commentary: str = ""
    corrects: str = ""
    corrects_why: str = ""
    figures: str = ""
    meta: str = ""
    about: str = ""

    @property
    def words(self) -> Mapping[str, Any]:
        """What was written to each theme; empty where nothing was, or it cannot be read."""
        try:
            said = json.loads(self.commentary or "{}")
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


def record_release(
    writing: Writing,
    release: "Release",
    *,
    level: str,
    seats: "Seats",
    commentary: Mapping[str, Any] | None = None,
    corrects: str = "",
    corrects_why: str = "",
) -> str:
    """Keep a release as prepared; the same figures again change their commentary alone.

    Raises: Refused for whoever may not prepare one, for a release that is not whole, with a
    damaged one in the ledger, for a correction of nothing or without words, and when the words of
    one that is approved would change.
    """
    _check_role(
        writing,
        MAY_PREPARE,
        "Only a team manager, quality assurance or an analyst can prepare figures for the Board.",
    )
    refuse_damaged(writing.connection)
    words = json.dumps(commentary, ensure_ascii=False, sort_keys=True) if commentary else ""
    held = _found(writing.connection, release.hash)
    if held is not None:
        _change_words(writing, held, words)
        return release.hash
    _check_correction(writing.connection, corrects, corrects_why)
    kept = _prepared(writing, release, level, seats)
    kept = kept._replace(commentary=words, corrects=corrects, corrects_why=corrects_why)
    _check_whole(kept)
    add(writing, "releases", [kept])
    return release.hash


def approve_release(writing: Writing, hash: str) -> None:
    """Approve a prepared release.

    Raises: Refused when it is not known, damaged, approved already or prepared by the same person,
    and for whoever may not approve one.
    """
    _check_role(
        writing,
        MAY_APPROVE,
        "Only a team manager or quality assurance can approve figures for the Board.",
    )
    held = _known(writing.connection, hash)
    if held.approved_by:
        raise Refused(Problem("hash", f"{held.approved_by} has approved this release already."))
    if held.prepared_by in author_of(writing).names:
        raise Refused(Problem("user", "A release is approved by somebody who did not prepare it."))
    _check_whole(held)
    approved = {"approved_by": writing.who, "approved_on": writing.today}
    amend(writing, "releases", hash, approved)


def read_releases(connection: Connection, *, texts: bool = False) -> list[Recorded]:
    """Every release prepared, the newest last; with their texts where those are asked for."""
    table = FACTS["releases"].c
    names = [name for name in Recorded._fields if name != "hash" and (texts or name not in _TEXTS)]
    wanted = select(table.release_hash.label("hash"), *(table[name] for name in names))
    rows = connection.execute(wanted.add_columns(table.recorded_at)).mappings()
    return sorted((_recorded(row) for row in rows), key=_in_order)


def release_kept(connection: Connection, hash: str) -> "Release":
    """A release as it was published, to be written once more.

    Raises: Refused when it is not known, is damaged, or was released before there was a ledger.
    """
    from carelink.release.kept import NEAREST, release_of

    held = _known(connection, hash)
    _check_whole(held)
    if held.mode == NEAREST:
        says = "This release was made by an earlier CareLink, and cannot be written once more."
        raise Refused(Problem("hash", says))
    return release_of(held)


def seats_of(connection: Connection, hash: str) -> "Seats | None":
    """Who stood where in a release, by marks that are no names; None where that was not kept."""
    from carelink.release.kept import NEAREST, earlier_of, problems_kept

    held = _known(connection, hash)
    return None if held.mode == NEAREST or problems_kept(held) else earlier_of(held).seats


def may_approve(connection: Connection, hash: str) -> list[str]:
    """Who can approve a release: everybody in a role for it but the one who prepared it."""
    held = _known(connection, hash)
    wanted = select(USERS.c.name).where(USERS.c.role.in_(MAY_APPROVE)).order_by(USERS.c.name)
    return [name for name in connection.scalars(wanted) if name != held.prepared_by]


def ledger(connection: Connection) -> "list[Earlier]":
    """Every release that the next one must be safe beside, the newest last.

    What was released before there was a ledger is not among them: each of its figures was rounded
    by itself, and nothing says who stood behind it.

    Raises: Refused, naming each, with a damaged release in the ledger.
    """
    from carelink.release.kept import NEAREST, earlier_of

    refuse_damaged(connection)
    kept = [one for one in _all(connection) if one.mode != NEAREST]
    return [earlier_of(one) for one in kept]


def damaged_releases(connection: Connection) -> dict[str, list[str]]:
    """What is wrong with each release of the ledger that is not as it was published, by hash."""
    from carelink.release.kept import problems_kept

    found = ((one.release_hash, problems_kept(one)) for one in _all(connection))
    return {hash: says for hash, says in found if says}


def refuse_damaged(connection: Connection) -> None:
    """Let nothing be prepared beside a release that nobody can rely on.

    Raises: Refused, naming each damaged release.
    """
    damaged = damaged_releases(connection)
    if not damaged:
        return
    kept = [one for one in read_releases(connection) if one.hash in damaged]
    days = ", ".join(f"{show(one.as_at)} ({one.hash[:12]})" for one in kept)
    says = (
        f"The ledger holds a damaged release, as at {days}. Without it nobody can say whether a "
        "new one is safe: put the store back from a backup, or import a bundle that has it whole."
    )
    raise Refused(Problem("ledger", says))


def _prepared(writing: Writing, release: "Release", level: str, seats: "Seats") -> Released:
    from carelink.release.kept import kept_of

    if not release.whole:
        says = "This release is not whole: its figures and what is said of them do not belong "
        raise Refused(Problem("release", says + "together. Prepare it again."))
    return kept_of(
        release, level=level, seats=seats, prepared_by=writing.who, prepared_at=writing.at
    )


def _change_words(writing: Writing, held: Released, words: str) -> None:
    if not words or words == held.commentary:
        return
    if held.approved_by:
        says = f"{held.approved_by} has approved this release, and its words stand as they are."
        raise Refused(Problem("commentary", says))
    amend(writing, "releases", held.release_hash, {"commentary": words})


def _check_correction(connection: Connection, corrects: str, why: str) -> None:
    if not corrects:
        return
    problems = text_problems("corrects_why", why)
    if _found(connection, corrects) is None:
        problems.append(Problem("corrects", "No release with this hash was prepared here."))
    if not why.strip():
        problems.append(Problem("corrects_why", "Say what was wrong with the earlier release."))
    refuse_if(problems)


def _check_role(writing: Writing, roles: frozenset[str], says: str) -> None:
    if author_of(writing).role not in roles:
        raise Refused(Problem("role", says))


def _check_whole(kept: Released) -> None:
    from carelink.release.kept import problems_kept

    if wrong := problems_kept(kept):
        says = f"The release {kept.release_hash[:12]} is damaged: {' '.join(wrong)}"
        raise Refused(Problem("hash", says))


def _known(connection: Connection, hash: str) -> Released:
    held = _found(connection, hash)
    if held is None:
        raise Refused(Problem("hash", "No release with this hash was prepared here."))
    return held


def _found(connection: Connection, hash: str) -> Released | None:
    table = FACTS["releases"].c
    wanted = select(*(table[name] for name in Released._fields)).where(table.release_hash == hash)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else Released._make(row)


def _all(connection: Connection) -> list[Released]:
    held = read_of_the_team(connection, "releases")
    return sorted(held, key=lambda one: (one.prepared_at, str(one.as_at), one.release_hash))


def _recorded(row: Mapping[Any, Any]) -> Recorded:
    """A row as it is read; a damaged instant or day is made good by when the row was recorded."""
    said = {name: value for name, value in row.items() if name != "recorded_at"}
    try:
        said["prepared_at"] = datetime.fromisoformat(row["prepared_at"])
    except ValueError:
        said["prepared_at"] = row["recorded_at"]
    said["as_at"] = row["as_at"] or said["prepared_at"].date()
    return Recorded(**said)


def _in_order(one: Recorded) -> tuple[datetime, date, str]:
    return one.prepared_at, one.as_at, one.hash
