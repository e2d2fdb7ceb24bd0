"""How is a fact about a worker or a meeting recorded, changed or taken back? Checked, then written.

Facts about a young person have `one_fact`; these are about nobody's case.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from carelink.errors import ChangedMeanwhile
from carelink.facts import KINDS, Worker
from db.reading import read_of_the_team, read_workers
from db.trail import Writing, add, amend

TeamCheck = Callable[[Mapping[str, Worker], Any, date], None]


def record_team_fact(writing: Writing, kind: str, fact: Any, check: TeamCheck) -> str:
    """Record a fact of the team that holds; one without an id is given one. Returns the id.

    Raises: Refused with every problem at once.
    """
    key = KINDS[kind].key
    if not getattr(fact, key):
        fact = fact._replace(**{key: uuid4().hex})
    check(read_workers(writing.connection), fact, writing.today)
    (fact_id,) = add(writing, kind, [fact])
    return fact_id


def change_team_fact(writing: Writing, kind: str, before: Any, after: Any, check: TeamCheck) -> str:
    """Change a fact of the team from what was read to what it is to be. Returns the id.

    Raises: Refused with every problem at once; ChangedMeanwhile, with `now`, when the fact is no
    longer what was read; nothing is then kept.
    """
    key = KINDS[kind].key
    named = getattr(before, key)
    held = read_of_the_team(writing.connection, kind)
    now = next((fact for fact in held if getattr(fact, key) == named), None)
    if now != before:
        says = "Someone else changed this while you had it open. It was left as it is now."
        raise ChangedMeanwhile(says, now)
    check(read_workers(writing.connection), after, writing.today)
    amend(writing, kind, named, after._asdict())
    return str(named)
