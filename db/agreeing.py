"""How does a manager answer what waits? Agreed, or returned with words; and nobody their own."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, select

from carelink.approvals.checks import check_approval, says_own
from carelink.approvals.limits import Limits, load_limits
from carelink.approvals.said import KINDS_OF
from carelink.approvals.waiting import Waiting, waiting_of
from carelink.approvals.words import AGREED, RETURNED
from carelink.case import CaseFile
from carelink.duties import duties_of
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import Approval, StatusOverride
from carelink.problems import refuse_if, text_problems
from carelink.rulebook import Rulebook, load_rulebook
from carelink.words import MANAGER
from db.one_fact import AT_ONCE, as_it_was, change_fact, take_back
from db.plan_rows import Author, author_of
from db.reading import read_case, read_workers
from db.store import User
from db.tables import FACTS, VERSIONS
from db.trail import Writing, add

_ONLY_MANAGERS = "Only a team manager can answer this."
_GONE = "This no longer waits: it was answered, has ended, or was taken out."
# An engine takes only so many values at once.
_MANY = 500


class Rules(NamedTuple):
    """What is measured by: the council's rulebook and its limits."""

    rulebook: Rulebook
    limits: Limits


def agree(writing: Writing, waiting: Waiting, words: str = "", rules: Rules | None = None) -> str:
    """Agree to what waits; a status asked for stands from now on. Returns the answer's id.

    Raises: Refused for anybody but a team manager, for whoever asked for or recorded it, or when
    it no longer waits.
    """
    case, author = _before_answering(writing, waiting, rules)
    return _record(writing, case, author, waiting, AGREED, words)


def return_it(writing: Writing, waiting: Waiting, words: str, rules: Rules | None = None) -> str:
    """Return what waits, with words; a line set aside or a duty decided away holds no longer.

    Raises: Refused as for `agree`, and without words.
    """
    case, author = _before_answering(writing, waiting, rules)
    return _record(writing, case, author, waiting, RETURNED, words)


def undo_answer(writing: Writing, approval_id: str) -> None:
    """Take an answer back that was just given: what waited waits again, as it was.

    Raises: ChangedMeanwhile when it is gone.
    """
    take_back(writing, "approvals", approval_id, AT_ONCE)


def end_status(writing: Writing, before: StatusOverride, after: StatusOverride) -> str:
    """End a status that was agreed to, today or on a day to come. Returns its id.

    What is worked out then stands again; what it was until then does not change.

    Raises: Refused for anybody but a team manager, for a day that has been, without a reason.
    """
    if author_of(writing).role != MANAGER:
        raise Refused(Problem("", "Only a team manager can end this."))
    return change_fact(writing, "status_overrides", before, after, _check_end)


def stand_again(writing: Writing, now: StatusOverride, was: StatusOverride) -> str:
    """Undo an end that was just given."""
    return change_fact(writing, "status_overrides", now, was, as_it_was)


def _check_end(case: CaseFile, after: StatusOverride, today: date) -> None:
    was = next(held for held in case.status_overrides if held.row_id == after.row_id)
    problems = text_problems("reason", after.reason)
    if after.end is None:
        problems.append(Problem("end", "Give the day from which it no longer stands."))
    elif after.end < today:
        problems.append(Problem("end", "Choose today or a day to come; what was, was."))
    if not after.reason.strip() or after.reason.strip() == was.reason.strip():
        problems.append(Problem("reason", "Say why it ends."))
    refuse_if(problems)


def author_at(user: User) -> Author:
    """Who sits at the keyboard, as the verbs here see them."""
    names = frozenset({user.name, user.worker_id} - {""})
    return Author(user.worker_id or user.name, names, user.role)


def why_not(
    connection: Connection, author: Author, waiting: Sequence[Waiting]
) -> dict[tuple[str, str], str]:
    """Why this author cannot answer each of these, by what it is about; nothing where they can."""
    if author.role != MANAGER:
        return {(one.subject, one.subject_id): _ONLY_MANAGERS for one in waiting}
    recorded = _recorded_by(connection, waiting)
    # Where no worker is linked to the user, their name is all there is to know them by.
    by_name = len(author.names) == 1
    workers = read_workers(connection) if by_name else {}
    found = {}
    for one in waiting:
        named = workers.get(one.asked_by)
        asked_by = {one.asked_by, named.name if named else ""} - {""}
        key = (one.subject, one.subject_id)
        says = says_own(author.names, asked_by, recorded.get(key, ()))
        if says:
            found[key] = says
    return found


def _before_answering(
    writing: Writing, waiting: Waiting, rules: Rules | None
) -> tuple[CaseFile, Author]:
    """The case with this still waiting in it, and a manager who may answer it."""
    rulebook, limits = rules or Rules(load_rulebook(), load_limits())
    case = read_case(writing.connection, waiting.person_id)
    duties = duties_of(case, rulebook, writing.today)
    now = waiting_of(case, duties, rulebook, limits, writing.today)
    key = (waiting.subject, waiting.subject_id)
    still = next((one for one in now if (one.subject, one.subject_id) == key), None)
    if still is None:
        raise Refused(Problem("", _GONE))
    if still.says != waiting.says:
        raise ChangedMeanwhile(
            "This was changed after it was read. Look at it as it is now.", still
        )
    author = author_of(writing)
    says = why_not(writing.connection, author, [still]).get(key)
    if says:
        raise Refused(Problem("", says))
    return case, author


def _record(
    writing: Writing, case: CaseFile, author: Author, waiting: Waiting, answer: str, words: str
) -> str:
    about = (waiting.subject, waiting.subject_id)
    approval = Approval(
        uuid4().hex,
        waiting.person_id,
        *about,
        on=writing.today,
        answer=answer,
        words=words.strip(),
        decided_by=author.name,
    )
    check_approval(case, approval, writing.today)
    add(writing, "approvals", [approval])
    return approval.approval_id


def _recorded_by(
    connection: Connection, waiting: Sequence[Waiting]
) -> dict[tuple[str, str], frozenset[str]]:
    """Everybody who recorded or changed each of these, by what it is about."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for subject, kinds in KINDS_OF.items():
        ids = [one.subject_id for one in waiting if one.subject == subject]
        for first in range(0, len(ids), _MANY):
            for kind in kinds:
                for key, who in _writers(connection, kind, ids[first : first + _MANY]):
                    found[(subject, key)] = found.get((subject, key), frozenset()) | {who}
    return found


def _writers(connection: Connection, kind: str, ids: Collection[str]) -> list[tuple[str, str]]:
    table = FACTS[kind]
    now = select(table.c.row_id, table.c.recorded_by).where(table.c.row_id.in_(ids))
    before = select(VERSIONS.c.object_id, VERSIONS.c.was).where(
        VERSIONS.c.kind == kind, VERSIONS.c.object_id.in_(ids)
    )
    held = [(row.row_id, row.recorded_by) for row in connection.execute(now)]
    for row in connection.execute(before):
        held.append((row.object_id, str(json.loads(row.was).get("recorded_by", ""))))
    return held
