"""What tables does a store have? One for each kind of fact, its columns the fact's own fields."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, get_args

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from carelink.facts import KINDS

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, to the second: text in SQLite, `timestamptz` in PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        """SQLite has no type for an instant and would drop its zone: it keeps the text."""
        kept: Any = Text() if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(kept)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """The instant as it is kept."""
        if value is None or dialect.name != "sqlite":
            return value
        return instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The instant as it is read, always with its zone."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value


@lru_cache(maxsize=1024)
def instant_text(at: datetime) -> str:
    """An instant as the open bundle writes it: 2026-11-24T10:00:00+00:00."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    str: Text,
    date: Date,
    bool: Boolean,
    int: Integer,
    float: Float,
}


def _fact_column(name: str, said: Any, key: str, table: str) -> Column[Any]:
    """The column of one field: a text is never null, anything else is null when not known."""
    known = next(kind for kind in get_args(said) or (said,) if kind is not type(None))
    person = name == "person_id" and table != "people"
    return Column(
        name,
        _TYPES[known](),
        *([ForeignKey("people.person_id")] if person else []),
        primary_key=name == key,
        nullable=known is not str,
        server_default="" if known is str and name != key else None,
    )


def _provenance() -> list[Column[Any]]:
    return [
        Column("version", Integer, nullable=False),
        Column("recorded_by", Text, nullable=False),
        Column("recorded_at", Instant, nullable=False),
        Column("origin", Text, nullable=False, server_default=""),
    ]


def _fact_table(name: str) -> Table:
    kind = KINDS[name]
    fields = kind.fact.__annotations__
    columns = [_fact_column(field, said, kind.key, name) for field, said in fields.items()]
    table = Table(name, METADATA, *columns, *_provenance())
    if "person_id" in fields and name != "people":
        by_day = [table.c.on] if "on" in fields else []
        Index(None, table.c.person_id, *by_day)
    return table


FACTS = {name: _fact_table(name) for name in KINDS}

# SQLite counts rows by INTEGER alone.
_SEQ = BigInteger().with_variant(Integer, "sqlite")

TRAIL = Table(
    "trail",
    METADATA,
    Column("seq", _SEQ, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("object_id", Text, nullable=False),
    Column("fields", Text, nullable=False, server_default=""),
    Column("origin", Text, nullable=False, server_default=""),
    Index(None, "kind", "object_id"),
)

VERSIONS = Table(
    "versions",
    METADATA,
    Column("trail_seq", _SEQ, ForeignKey("trail.seq"), primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("object_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("was", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Index(None, "kind", "object_id"),
)

USERS = Table(
    "users",
    METADATA,
    Column("user_id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("worker_id", Text, nullable=False, server_default=""),
)

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("draft_id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.user_id"), nullable=False),
    Column("form", Text, nullable=False),
    Column("person_id", Text, nullable=False, server_default=""),
    Column("content", Text, nullable=False),
    Column("saved_at", Instant, nullable=False),
)

STORE_FACTS = Table(
    "store_facts",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
