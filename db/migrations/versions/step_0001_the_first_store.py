"""The first store: one table a kind of fact, the trail and its versions, users, drafts, releases.

A frozen copy of the tables as they were, and never a look at the tables of today.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Column by column: "name type". `key` is the row's id, `person` points at people.
_FACTS = {
    "people": "person_id key, known_as text, legal_name text, date_of_birth date, "
    "date_of_death date, sex text, gender text, pronouns text, ethnicity text, uasc bool, "
    "disability bool, nhs_number text, responsible_authority text, care_order_now bool, died bool, "
    "recorded_status text",
    "workers": "worker_id key, name text, role text, team text, fte float, start date, end date",
    "care_periods": "person_id person, start date, end date, legal_status text, short_break bool, "
    "reason_ceased text, row_id key",
    "circumstances": "person_id person, kind text, start date, end date, detail text, row_id key",
    "allocations": "person_id person, worker_id text, role text, start date, end date, row_id key",
    "contacts": "contact_id key, person_id person, worker_id text, on date, rung text, "
    "begun_by text, note text, alone bool, worry text, next_on date",
    "assessments": "person_id person, kind text, completed_on date, row_id key",
    "plans": "plan_id key, person_id person, started_on date, approved_on date, "
    "copy_given_on date, contact_every_days int, ended_on date",
    "plan_reviews": "review_id key, person_id person, plan_id text, asked_on date, asked_by text, "
    "held_on date",
    "events": "event_id key, person_id person, kind text, on date, outcome text, worker_id text, "
    "detail text",
    "duty_answers": "person_id person, duty text, answer text, on date, reason text, "
    "decided_by text, ask_again_on date, row_id key",
    "homes": "person_id person, start date, end date, type text, suitable text, "
    "provided_by_authority bool, postcode text, provider text, tenancy text, placement text, "
    "emergency bool, known_on date, row_id key",
    "activities": "person_id person, start date, end date, code text, known_on date, row_id key",
    "immigration": "person_id person, leave_type text, granted_on date, expires_on date, "
    "applied_on date, reference text, row_id key",
    "entitlements": "person_id person, entitlement text, stage text, on date, amount_pence int, "
    "row_id key",
    "snoozes": "person_id person, duty text, on date, until date, reason text, worker_id text, "
    "row_id key",
    "confirmations": "person_id person, contact_id text, subject text, answer text, row_id key",
    "promises": "promise_id key, person_id person, contact_id text, what text, made_on date, "
    "due_on date, kept_on date",
}
_PROVENANCE = ", version int!, recorded_by text!, recorded_at instant!, origin text"
_OTHERS = {
    "trail": "seq seq, at instant!, who text!, action text!, kind text!, object_id text!, "
    "fields text, origin text",
    "versions": "trail_seq seq trail.seq, kind text!, object_id text!, version int!, was text!, "
    "reason text",
    "users": "user_id key, name unique!, role text!, worker_id text",
    "drafts": "draft_id key, user_id text! users.user_id, form text!, person_id text, "
    "content text!, saved_at instant!",
    "releases": "hash key, as_at date!, prepared_by text!, prepared_at instant!, approved_by text, "
    "approved_at instant, content text!",
    "store_facts": "name key, value text!",
}
_TYPES: dict[str, Any] = {
    "key": sa.Text(),
    "person": sa.Text(),
    "unique": sa.Text(),
    "text": sa.Text(),
    "date": sa.Date(),
    "bool": sa.Boolean(),
    "int": sa.Integer(),
    "float": sa.Float(),
    "instant": sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite"),
    "seq": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
}
# The trail and the versions are only ever added to.
_ONLY_ADDED_TO = ("trail", "versions")


def upgrade() -> None:
    """Make every table of the first store."""
    for table, said in _FACTS.items():
        _make(table, said + _PROVENANCE)
        if "person_id person" in said:
            by_day = ["on"] if " on date" in said else []
            _index(table, "person_id", *by_day)
    for table, said in _OTHERS.items():
        _make(table, said)
    _index("trail", "kind", "object_id")
    _index("versions", "kind", "object_id")
    if op.get_context().dialect.name == "sqlite":
        for table in _ONLY_ADDED_TO:
            for change in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'the {table} is only ever added to'); END"
                )


def _make(table: str, said: str) -> None:
    columns: list[sa.Column[Any]] = []
    constraints: list[sa.Constraint] = []
    for column in said.split(", "):
        name, kind, *points_at = column.split(" ")
        bare = kind.removesuffix("!")
        key = bare in ("key", "seq")
        columns.append(
            sa.Column(
                name,
                _TYPES[bare],
                nullable=not (key or kind.endswith("!") or bare in ("text", "person")),
                server_default="" if kind in ("text", "person") else None,
                autoincrement=False if bare == "seq" else "auto",
            )
        )
        if bare == "unique":
            constraints.append(sa.UniqueConstraint(name, name=f"uq_{table}_{name}"))
        if key:
            constraints.append(sa.PrimaryKeyConstraint(name, name=f"pk_{table}"))
        for target in ["people.person_id"] if bare == "person" else points_at:
            other = target.split(".")[0]
            fk = f"fk_{table}_{name}_{other}"
            constraints.append(sa.ForeignKeyConstraint([name], [target], name=fk))
    op.create_table(table, *columns, *constraints)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
