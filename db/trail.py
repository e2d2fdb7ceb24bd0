"""Who wrote what, when? The one gate through which facts are written, leaving its trail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import func, insert, select

from carelink.facts import KINDS
from db.store import Writing
from db.tables import FACTS, TRAIL


class Provenance(NamedTuple):
    """When a fact was recorded, by whom, and where it came from."""

    recorded_at: datetime
    recorded_by: str
    origin: str


def add(writing: Writing, kind: str, facts: Sequence[Any]) -> list[str]:
    """Add facts of one kind; a fact without an id is given one. Returns the ids, in order."""
    if not facts:
        return []
    key = KINDS[kind].key
    rows = [
        {
            **fact._asdict(),
            key: getattr(fact, key) or uuid4().hex,
            "version": 1,
            "recorded_by": writing.who,
            "recorded_at": writing.at,
            "origin": writing.origin,
        }
        for fact in facts
    ]
    ids = [row[key] for row in rows]
    writing.connection.execute(insert(FACTS[kind]), rows)
    leave(writing, "add", kind, ids)
    return ids


def leave(writing: Writing, action: str, kind: str, ids: Sequence[str], fields: str = "") -> int:
    """Leave one trail row for each object; returns the first one's seq."""
    last = writing.connection.scalar(select(func.coalesce(func.max(TRAIL.c.seq), 0)))
    rows = [
        {
            "seq": seq,
            "at": writing.at,
            "who": writing.who,
            "action": action,
            "kind": kind,
            "object_id": object_id,
            "fields": fields,
            "origin": writing.origin,
        }
        for seq, object_id in enumerate(ids, start=(last or 0) + 1)
    ]
    writing.connection.execute(insert(TRAIL), rows)
    return (last or 0) + 1
