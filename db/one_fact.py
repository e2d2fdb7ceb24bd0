"""How is one fact of a file recorded, changed or taken back? Checked, then written, at once."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from carelink.case import CaseFile
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import KINDS
from db.reading import read_case, version_of
from db.trail import Writing, add, amend, remove

# Why a fact was taken out that had just been recorded.
AT_ONCE = "undone at once"
Check = Callable[[CaseFile, Any, date], None]


def record_fact(writing: Writing, kind: str, fact: Any, check: Check) -> str:
    """Record a fact that holds; a fact without an id is given one. Returns the id.

    Raises: Refused with every problem at once, also when the id is recorded already.
    """
    key = KINDS[kind].key
    if not getattr(fact, key):
        fact = fact._replace(**{key: uuid4().hex})
    if version_of(writing.connection, kind, getattr(fact, key)) is not None:
        says = "This is recorded already; it was not recorded a second time."
        raise Refused(Problem("", says))
    check(read_case(writing.connection, fact.person_id), fact, writing.today)
    (fact_id,) = add(writing, kind, [fact])
    return fact_id


def change_fact(writing: Writing, kind: str, before: Any, after: Any, check: Check) -> str:
    """Change a fact from what was read to what it is to be; what it was is kept. Returns the id.

    Raises: Refused with every problem at once; ChangedMeanwhile, with `now`, when the fact is no
    longer what was read; nothing is then kept.
    """
    key = getattr(before, KINDS[kind].key)
    case = read_case(writing.connection, before.person_id)
    now = _standing(case, kind, key)
    if now != before:
        raise _changed_to(now)
    check(case, after, writing.today)
    amend(writing, kind, key, after._asdict())
    return str(key)


def as_it_was(case: CaseFile, fact: Any, today: date) -> None:
    """What stood before may stand again, however it came in: nothing is checked."""


def take_back(writing: Writing, kind: str, key: str, why: str) -> str:
    """Take a fact out, keeping what it was with the reason. Returns the id.

    Raises: ChangedMeanwhile when it is gone.
    """
    remove(writing, kind, key, why)
    return key


def _standing(case: CaseFile, kind: str, key: str) -> Any:
    """The fact as the store holds it; None when it is gone."""
    if kind == "people":
        return case.person
    field = KINDS[kind].key
    return next((fact for fact in getattr(case, kind) if getattr(fact, field) == key), None)


def _changed_to(now: Any) -> ChangedMeanwhile:
    says = "It was left as it is now." if now else "It was taken out meanwhile."
    return ChangedMeanwhile(f"Someone else changed this while you had it open. {says}", now)
