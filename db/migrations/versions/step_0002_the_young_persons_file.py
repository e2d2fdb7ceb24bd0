"""The young person's file: plan, home, learning, health, money, promises, skills and safety.

A frozen copy of what was added, and never a look at the tables of today.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What a table gained: after which column, and the columns in their order.
_ADDED = {
    "people": (
        "recorded_status",
        "previous_names text, phone text, safe_contact text, language text, about_me text",
    ),
    "homes": (
        "known_on",
        "address text, protected bool, host_authority text, host_offer text, support_level text, "
        "support_hours float, support_until date, trial bool, expected_end date, moved_why text",
    ),
    "activities": (
        "known_on",
        "detail text, hours float, evidence text, barrier text, next_step text, next_step_on date",
    ),
    "entitlements": ("amount_pence", "until date, authority text, detail text"),
    "promises": (
        "kept_on",
        "source text, statement_id text, said text, did text, told_on date, broken_on date, "
        "broken_why text, worker_id text",
    ),
}
# Column by column: "name type". `key` is the row's id, `person` points at people.
_NEW = {
    "supporters": (
        "person_id person, name text, relationship text, how_to_reach text, in_copy bool, start "
        "date, end date, row_id key"
    ),
    "statements": (
        "statement_id key, person_id person, kind text, on date, theme text, words text, to_whom "
        "text, respond_by date, answered_on date, answer text, stage text, told_on date"
    ),
    "plan_versions": (
        "version_id key, person_id person, plan_id text, review_id text, begun_on date, took_part "
        "text, took_part_how text, others_took_part text, no_part_why text, agreement text, "
        "agreement_words text, sent_on date, sent_by text, returned_on date, returned_why text, "
        "approved_on date, approved_by text, copy_given_on date, copy_given_how text"
    ),
    "plan_matters": (
        "person_id person, version_id text, matter text, need text, words text, goal text, "
        "no_action_why text, stands text, row_id key"
    ),
    "plan_actions": (
        "action_id key, person_id person, version_id text, matter text, what text, by_whom text, "
        "due_on date, carried int, from_action text, outcome text, outcome_on date, outcome_words "
        "text"
    ),
    "suitability": (
        "person_id person, home_id text, on date, worker_id text, facilities text, repair text, "
        "safety text, location text, support text, tenancy_status text, affordability text, views "
        "text, rights text, funding text, needs_met bool, landlord_suitable bool, "
        "wishes_considered bool, suitable bool, reasons text, oc3 text, oc3_reasons text, row_id "
        "key"
    ),
    "housing_steps": (
        "person_id person, kind text, on date, outcome text, detail text, worker_id text, row_id "
        "key"
    ),
    "learning_levels": (
        "person_id person, subject text, level text, on date, evidence text, row_id key"
    ),
    "education_plans": (
        "person_id person, kind text, held_on date, next_on date, ends_on date, detail text, "
        "consent bool, row_id key"
    ),
    "opportunities": (
        "person_id person, kind text, what text, told_on date, applied_on date, outcome text, "
        "outcome_on date, row_id key"
    ),
    "skill_ratings": (
        "person_id person, skill text, by text, on date, rating text, evidence text, tried bool, "
        "worker_id text, row_id key"
    ),
    "health_items": (
        "person_id person, part text, answer text, says text, on date, next_on date, until date, "
        "ended_on date, shared bool, source text, row_id key"
    ),
    "spending": (
        "person_id person, entitlement text, on date, kind text, amount_pence int, what text, "
        "receipt text, worker_id text, row_id key"
    ),
    "savings": (
        "person_id person, kind text, provider text, on date, amount_pence int, detail text, "
        "row_id key"
    ),
    "safety_flags": (
        "flag_id key, person_id person, kind text, level text, concerns text, set_on date, set_by "
        "text, set_by_role text, tool text, tool_on date, plan_on date, review_on date, "
        "expires_on date, ended_on date, ended_why text"
    ),
    "missing_episodes": (
        "person_id person, missing_on date, missing_time text, found_on date, found_time text, "
        "interview_offered_on date, interviewed_on date, interviewed_time text, interviewed_by "
        "text, detail text, row_id key"
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
    "float": sa.Float(),
    "instant": sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite"),
}


def upgrade() -> None:
    """Add the columns where they belong, then the tables."""
    for table, (after, said) in _ADDED.items():
        _add(table, after, [_column(one) for one in said.split(", ")])
    for table, said in _NEW.items():
        columns = [_column(one) for one in (said + _PROVENANCE).split(", ")]
        key = next(one.split(" ")[0] for one in said.split(", ") if one.endswith(" key"))
        op.create_table(
            table,
            *columns,
            sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
            sa.ForeignKeyConstraint(
                ["person_id"], ["people.person_id"], name=f"fk_{table}_person_id_people"
            ),
        )
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
