"""What was being typed when the window closed? Unfinished forms, kept from the first letter."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from db.tables import DRAFTS
from db.trail import Writing, discard, keep


class Draft(NamedTuple):
    """A form not yet saved: which one, about whom, and what its fields hold so far.

    `content` is what JSON can hold; `user_id` and `saved_at` are filled in when it is kept.
    """

    draft_id: str
    form: str
    person_id: str = ""
    content: Mapping[str, Any] = {}
    user_id: str = ""
    saved_at: datetime | None = None


def keep_draft(writing: Writing, draft: Draft) -> str:
    """Keep a draft, or its newer words in place of the older ones; returns its id."""
    values = {
        "user_id": writing.user_id,
        "form": draft.form,
        "person_id": draft.person_id,
        "content": json.dumps(draft.content, ensure_ascii=False, sort_keys=True),
    }
    held = select(*(DRAFTS.c[name] for name in values)).where(DRAFTS.c.draft_id == draft.draft_id)
    if writing.connection.execute(held).one_or_none() != tuple(values.values()):
        keep(writing, DRAFTS, draft.draft_id, {**values, "saved_at": writing.at})
    return draft.draft_id


def read_drafts(connection: Connection, user_id: str | None = None) -> list[Draft]:
    """The drafts of a user, or of everyone, the one saved last first."""
    wanted = select(DRAFTS).order_by(DRAFTS.c.saved_at.desc(), DRAFTS.c.draft_id)
    if user_id is not None:
        wanted = wanted.where(DRAFTS.c.user_id == user_id)
    return [
        Draft(
            row.draft_id,
            row.form,
            row.person_id,
            json.loads(row.content),
            row.user_id,
            row.saved_at,
        )
        for row in connection.execute(wanted)
    ]


def drop_draft(writing: Writing, draft_id: str) -> None:
    """Let a draft go, saved or thrown away: its words are kept nowhere else."""
    discard(writing, DRAFTS, draft_id)
