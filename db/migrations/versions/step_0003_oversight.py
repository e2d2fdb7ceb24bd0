"""The team manager: decisions, approvals, meetings, cover; what workers speak, figures meant.

A frozen copy of what was added, and never a look at the tables of today.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Column by column: "name type". `key` is the row's id, `person` points at people.
_NEW = {
    "absences": "worker_id text, kind text, first_on date, back_on date, row_id key",
    "covers": "worker_id text, cover_id text, first_on date, back_on date, reason text, row_id key",
    "messages": (
        "message_id key, person_id person, worker_id text, on date, time text, caller text, "
        "words text, urgent bool, taken_by text, done_on date, done_by text, done_words text"
    ),
    "handovers": (
        "handover_id key, person_id person, from_worker text, to_worker text, asked_on date, "
        "starts_on date, reason text, pack_on date, joint_visit_on date, told_on date, "
        "told_by text, view_words text, accepted_on date, accepted_by text, withdrawn_on date, "
        "withdrawn_why text"
    ),
    "pins": (
        "person_id person, worker_id text, on date, reason text, ended_on date, ended_why text, "
        "row_id key"
    ),
    "decisions": (
        "decision_id key, person_id person, about text, on date, answer text, again_on date, "
        "words text, action text, by_whom text, done_on date, decided_by text"
    ),
    "approvals": (
        "approval_id key, person_id person, subject text, subject_id text, on date, answer text, "
        "words text, decided_by text"
    ),
    "status_overrides": (
        "person_id person, status text, start date, end date, reason text, evidence text, "
        "asked_on date, asked_by text, row_id key"
    ),
    "meetings": (
        "meeting_id key, kind text, on date, worker_id text, chair text, attended text, words text"
    ),
    "meeting_items": (
        "item_id key, person_id person, meeting_id text, on date, answer text, service text, "
        "lead text, words text, action text, by_whom text, due_on date, done_on date, "
        "done_words text"
    ),
    "meeting_actions": (
        "action_id key, meeting_id text, on date, what text, by_whom text, due_on date, "
        "done_on date, done_words text"
    ),
}
_PROVENANCE = ", version int!, recorded_by text!, recorded_at instant!, origin text"
_TYPES: dict[str, Any] = {
    "key": sa.Text(),
    "person": sa.Text(),
    "text": sa.Text(),
    "date": sa.Date(),
    "bool": sa.Boolean(),
    "int": sa.Integer(),
    "instant": sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite"),
}


def upgrade() -> None:
    """Add to the workers and the releases where it belongs, then the tables."""
    _add("workers", "end", [_column("languages text"), _column("district text")])
    _add("releases", "content", [_column("definitions text")])
    for table, said in _NEW.items():
        of_a_person = " person" in said
        columns = [_column(one) for one in (said + _PROVENANCE).split(", ")]
        key = next(one.split(" ")[0] for one in said.split(", ") if one.endswith(" key"))
        person = sa.ForeignKeyConstraint(
            ["person_id"], ["people.person_id"], name=f"fk_{table}_person_id_people"
        )
        op.create_table(
            table,
            *columns,
            sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
            *([person] if of_a_person else []),
        )
        if of_a_person:
            by_day = ["on"] if " on date" in said else []
            op.create_index(
                f"ix_{table}_{'_'.join(['person_id', *by_day])}", table, ["person_id", *by_day]
            )


def _add(table: str, after: str, columns: list[sa.Column[Any]]) -> None:
    """SQLite adds at the end alone: there the table is copied over, its columns in their order."""
    if op.get_context().dialect.name != "sqlite":
        for column in columns:
            op.add_column(table, column)
        return
    with op.batch_alter_table(table, recreate="always") as altered:
        for column in columns:
            altered.add_column(column, insert_after=after)
            after = column.name


def _column(said: str) -> sa.Column[Any]:
    name, kind = said.split(" ")
    bare = kind.removesuffix("!")
    never_empty = kind.endswith("!") or bare in ("text", "person", "key")
    return sa.Column(
        name,
        _TYPES[bare],
        nullable=not never_empty,
        server_default="" if kind in ("text", "person") else None,
    )
