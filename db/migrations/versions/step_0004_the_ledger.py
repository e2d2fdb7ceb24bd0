"""The ledger: what was released becomes a fact of the team, kept with all that the next one needs.

A frozen copy of what was added, and never a look at the tables of today. A release of before keeps
its hash, its figures, who prepared and who approved it; what it never had stays empty.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_COLUMNS = (
    "release_hash key, as_at date, audience text, mode text, level text, prepared_by text, "
    "prepared_at text, approved_by text, approved_on date, figures text, meta text, about text, "
    "commentary text, seats text, corrects text, corrects_why text, "
    "version int!, recorded_by text!, recorded_at instant!, origin text"
)
_TYPES: dict[str, Any] = {
    "key": sa.Text(),
    "text": sa.Text(),
    "date": sa.Date(),
    "int": sa.Integer(),
    "instant": _INSTANT,
}
_AUDIENCE = "Corporate Parenting Board"


def upgrade() -> None:
    """Set the old table aside in memory, make the new one, and bring over what was in it."""
    connection = op.get_bind()
    # Written out as a script, the step has no store to bring anything over from.
    script = op.get_context().as_sql
    kept = None if script else connection.execute(sa.text("SELECT * FROM releases")).mappings()
    had = [dict(row) for row in kept or ()]
    op.drop_table("releases")
    table = op.create_table(
        "releases",
        *[_column(one) for one in _COLUMNS.split(", ")],
        sa.PrimaryKeyConstraint("release_hash", name="pk_releases"),
    )
    for old in had:
        prepared = _prepared(old)
        op.bulk_insert(table, [{**prepared, **_approved(old)}])
        _keep_as_it_was(connection, prepared)


def _prepared(old: Mapping[str, Any]) -> dict[str, Any]:
    """A release of before as it was when it had been prepared."""
    said = {"as_at": _day(old["as_at"]), "audience": _AUDIENCE, "mode": "nearest"}
    said |= {"hash": old["hash"], "definitions": old["definitions"].splitlines()}
    return {
        "release_hash": old["hash"],
        "as_at": _date(old["as_at"]),
        "audience": _AUDIENCE,
        "mode": "nearest",
        "level": "headline",
        "prepared_by": old["prepared_by"],
        "prepared_at": _instant(old["prepared_at"]),
        "approved_by": "",
        "approved_on": None,
        "figures": old["content"],
        "meta": "",
        "about": json.dumps(said, ensure_ascii=False),
        "commentary": "",
        "seats": "",
        "corrects": "",
        "corrects_why": "",
        "version": 1,
        "recorded_by": old["prepared_by"],
        "recorded_at": old["prepared_at"],
        "origin": "",
    }


def _approved(old: Mapping[str, Any]) -> dict[str, Any]:
    if not old["approved_by"]:
        return {}
    return {
        "approved_by": old["approved_by"],
        "approved_on": _date(old["approved_at"]),
        "version": 2,
        "recorded_by": old["approved_by"],
        "recorded_at": old["approved_at"],
    }


def _keep_as_it_was(connection: sa.Connection, prepared: Mapping[str, Any]) -> None:
    """What a release was before it was approved, which until now was kept of no release."""
    approvals = connection.execute(
        sa.text(
            "SELECT seq FROM trail WHERE kind = 'releases' AND action = 'amend' "
            "AND object_id = :hash AND seq NOT IN (SELECT trail_seq FROM versions)"
        ),
        {"hash": prepared["release_hash"]},
    )
    was = json.dumps(prepared, default=_day, ensure_ascii=False)
    for (seq,) in approvals.all():
        connection.execute(
            sa.text(
                "INSERT INTO versions (trail_seq, kind, object_id, version, was, reason) "
                "VALUES (:seq, 'releases', :hash, 1, :was, '')"
            ),
            {"seq": seq, "hash": prepared["release_hash"], "was": was},
        )


def _date(value: Any) -> Any:
    """The day of a date or an instant: SQLite keeps both as text."""
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value


def _day(value: Any) -> str:
    return value if isinstance(value, str) else str(value.isoformat())


def _instant(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value.astimezone(UTC).isoformat(timespec="seconds"))


def _column(said: str) -> sa.Column[Any]:
    name, kind = said.split(" ")
    bare = kind.removesuffix("!")
    never_empty = kind.endswith("!") or bare in ("text", "key")
    return sa.Column(
        name,
        _TYPES[bare],
        nullable=not never_empty,
        server_default="" if kind == "text" else None,
    )
