"""What the verbs of the plan share: the version that may be written in, who writes, and undoing."""

from typing import Any, NamedTuple

from sqlalchemy import select

from carelink.case import CaseFile
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import KINDS
from carelink.plan.version import WholeVersion, version_named
from carelink.plan.words import VERSION_STATE_LABELS, VersionState
from db.reading import read_case
from db.tables import FACTS, USERS
from db.trail import Writing, add, amend, remove

PLAN_KINDS = ("plans", "plan_reviews", "plan_versions", "plan_matters", "plan_actions")
_WRITABLE = (VersionState.DRAFT, VersionState.RETURNED)
_UNDONE = "undone at once"


class Author(NamedTuple):
    """Who is at the keyboard: as they are named in the plan, every name they go by, their role."""

    name: str
    names: frozenset[str]
    role: str


def author_of(writing: Writing) -> Author:
    """The worker that the user is, else the user's own name."""
    wanted = select(USERS.c.worker_id, USERS.c.role).where(USERS.c.user_id == writing.user_id)
    row = writing.connection.execute(wanted).one_or_none()
    worker_id, role = (row.worker_id, row.role) if row else ("", "")
    names = frozenset({writing.who, worker_id} - {""})
    return Author(worker_id or writing.who, names, role)


def case_of(writing: Writing, kind: str, key: str) -> CaseFile:
    """The case file of the person whom a row of the plan is about.

    Raises: Refused when the row is gone.
    """
    table = FACTS[kind]
    wanted = select(table.c.person_id).where(table.c[KINDS[kind].key] == key)
    person_id = writing.connection.scalar(wanted)
    if person_id is None:
        raise Refused(Problem("", "This part of the plan is no longer there."))
    return read_case(writing.connection, person_id)


def whole_of(case: CaseFile, version_id: str) -> WholeVersion:
    """The version of this id.

    Raises: Refused when it is gone.
    """
    whole = version_named(case, version_id)
    if whole is None:
        raise Refused(Problem("", "This version of the plan is no longer there."))
    return whole


def writable(case: CaseFile, version_id: str) -> WholeVersion:
    """The version of this id, to be written in.

    Raises: Refused when it is with the manager or approved.
    """
    whole = whole_of(case, version_id)
    if whole.state not in _WRITABLE:
        stands = VERSION_STATE_LABELS[whole.state].lower()
        says = f"This version cannot be written in: {stands}. It is kept as it is."
        raise Refused(Problem("", says))
    return whole


def undo_planning(writing: Writing, before: CaseFile, after: CaseFile) -> str:
    """Put the plan back as it stood before a gesture. Returns the person's reference.

    `before` and `after` are the case as it was read on either side of the gesture.

    Raises: ChangedMeanwhile when any of what it wrote has changed since; nothing is put back.
    """
    now = read_case(writing.connection, before.person.person_id)
    for kind in reversed(PLAN_KINDS):
        _put_back(writing, kind, *(_by_key(case, kind) for case in (before, after, now)))
    return before.person.person_id


def _put_back(
    writing: Writing, kind: str, was: dict[str, Any], wrote: dict[str, Any], now: dict[str, Any]
) -> None:
    for key in was.keys() | wrote.keys():
        old, new = was.get(key), wrote.get(key)
        if old == new:
            continue
        if now.get(key) != new:
            raise ChangedMeanwhile("This has been changed since, so it is not taken back.")
        if old is None:
            remove(writing, kind, key, _UNDONE)
        elif new is None:
            add(writing, kind, [old])
        else:
            amend(writing, kind, key, old._asdict())


def _by_key(case: CaseFile, kind: str) -> dict[str, Any]:
    return {getattr(fact, KINDS[kind].key): fact for fact in getattr(case, kind)}
