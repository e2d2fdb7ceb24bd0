"""Who wrote what, when? The one gate through which anything is written, leaving its trail."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, Dialect, RowMapping, Table, delete, func, insert, select, update

from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import KINDS, Provenance
from carelink.facts.released import STILL_OPEN
from db.tables import FACTS, TRAIL, VERSIONS

ADD, AMEND, REMOVE = "add", "amend", "remove"
_RELEASED = (
    "What was released is kept as it was published, and is never changed or taken out. Prepare a "
    "new release that corrects it."
)


class Writing(NamedTuple):
    """One gesture being written: by whom, when, where it came from, on which day here."""

    connection: Connection
    who: str
    at: datetime
    origin: str
    today: date
    user_id: str = ""

    @property
    def provenance(self) -> Provenance:
        """What the rows of this gesture carry."""
        return Provenance(self.at, self.who, self.origin)


def add(
    writing: Writing,
    kind: str,
    facts: Sequence[Any],
    provenance: Sequence[Provenance] | None = None,
) -> list[str]:
    """Add facts of one kind; a fact without an id is given one. Returns the ids, in their order.

    `provenance`, one for each fact, is for what was recorded elsewhere and earlier; the trail says
    in any case who brought it here and when.

    Raises: Refused, by the store, when an id is taken or its person is not there.
    """
    if not facts:
        return []
    fields = KINDS[kind].fact._fields
    at = fields.index(KINDS[kind].key)
    named = [fact if fact[at] else (*fact[:at], uuid4().hex, *fact[at + 1 :]) for fact in facts]
    said = provenance or [writing.provenance] * len(facts)
    _insert(
        writing.connection,
        FACTS[kind],
        [
            (*fact, 1, by, recorded_at or writing.at, origin)
            for fact, (recorded_at, by, origin) in zip(named, said, strict=True)
        ],
    )
    ids: list[str] = [fact[at] for fact in named]
    _leave(writing, ADD, kind, ids, [_known(fields, fact) for fact in named])
    return ids


def amend(
    writing: Writing,
    kind: str,
    key: str,
    changes: Mapping[str, Any],
    *,
    expected_version: int | None = None,
    provenance: Provenance | None = None,
    mending: bool = False,
) -> bool:
    """Change what differs in one fact and keep what it was; False when nothing differs.

    Raises: ChangedMeanwhile when it is gone or is not of the version that was read; Refused for
    what was released, unless it was found damaged and is being mended.
    """
    table = FACTS[kind]
    was = _present(writing.connection, table, key, expected_version)
    changed = {field: value for field, value in changes.items() if was[field] != value}
    if not changed:
        return False
    if kind == "releases" and not mending:
        _check_still_open(was, changed)
    now = {"version": was["version"] + 1, **(provenance or writing.provenance)._asdict()}
    written = writing.connection.execute(
        update(table).where(*_just(table, key, was["version"])).values(**changed, **now)
    )
    _check_one(written.rowcount)
    (seq,) = _leave(writing, AMEND, kind, [key], [",".join(changed)])
    _keep_version(writing.connection, seq, kind, key, was, "")
    return True


def remove(
    writing: Writing, kind: str, key: str, reason: str, *, expected_version: int | None = None
) -> None:
    """Take one fact out and keep what it was, with the reason.

    Raises: ChangedMeanwhile when it is gone or is not of the version that was read; Refused for
    what was released.
    """
    if kind == "releases":
        raise Refused(Problem("release_hash", _RELEASED))
    table = FACTS[kind]
    was = _present(writing.connection, table, key, expected_version)
    written = writing.connection.execute(delete(table).where(*_just(table, key, was["version"])))
    _check_one(written.rowcount)
    (seq,) = _leave(writing, REMOVE, kind, [key], [""])
    _keep_version(writing.connection, seq, kind, key, was, reason)


def keep(writing: Writing, table: Table, key: str, values: Mapping[str, Any]) -> bool:
    """Write a row that is no fact about anybody, new or changed; False when nothing differs.

    What it was is not kept: what must be, is a fact.
    """
    _check_no_fact(table)
    (named,) = table.primary_key.columns
    was = writing.connection.execute(select(table).where(named == key)).mappings().one_or_none()
    changed = {name: value for name, value in values.items() if not was or was[name] != value}
    if not changed:
        return False
    if was:
        writing.connection.execute(update(table).where(named == key).values(**changed))
    else:
        writing.connection.execute(insert(table).values({named.name: key, **changed}))
    _leave(writing, AMEND if was else ADD, table.name, [key], [",".join(changed)])
    return True


def discard(writing: Writing, table: Table, key: str) -> bool:
    """Take out a row that is no fact about anybody; False when there is none."""
    _check_no_fact(table)
    (named,) = table.primary_key.columns
    gone = writing.connection.execute(delete(table).where(named == key)).rowcount
    if gone:
        _leave(writing, REMOVE, table.name, [key], [""])
    return bool(gone)


def _check_no_fact(table: Table) -> None:
    if table.name in FACTS:
        raise ValueError(f"Rows of {table.name} are facts: they are added, amended and removed.")


def _check_still_open(was: RowMapping, changed: Mapping[str, Any]) -> None:
    """A release takes its commentary and its approval, and nothing once it is approved."""
    if was["approved_by"] or changed.keys() - STILL_OPEN:
        raise Refused(Problem("release_hash", _RELEASED))


def _leave(
    writing: Writing, action: str, kind: str, ids: Sequence[str], fields: Sequence[str]
) -> Sequence[int]:
    """Leave one trail row for each object, numbered on from the last; returns the numbers.

    Numbered here and not by the engine, so that a gap can only mean that a row is missing.
    """
    last = writing.connection.scalar(select(func.max(TRAIL.c.seq))) or 0
    numbers = range(last + 1, last + 1 + len(ids))
    _insert(
        writing.connection,
        TRAIL,
        [
            (seq, writing.at, writing.who, action, kind, key, names, writing.origin)
            for seq, key, names in zip(numbers, ids, fields, strict=True)
        ],
    )
    return numbers


def _known(fields: Iterable[str], fact: Iterable[Any]) -> str:
    """The names of the fields that say something."""
    said = zip(fields, fact, strict=True)
    return ",".join([field for field, value in said if value not in (None, "")])


def _insert(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert whole rows, each a tuple in the table's own order.

    By the driver's own executemany: a roll of 150,000 facts goes in twice as fast.
    """
    statement, converters = _compiled(table, connection.dialect)
    columns: list[Iterable[Any]] = [
        map(convert, values) if convert else values
        for convert, values in zip(converters, zip(*rows, strict=True), strict=True)
    ]
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


@lru_cache(maxsize=64)
def _compiled(table: Table, dialect: Dialect) -> tuple[str, list[Any]]:
    """The insert statement of a table and what each value passes through on its way in."""
    converters = [
        column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns
    ]
    return str(insert(table).compile(dialect=dialect)), converters


def _just(table: Table, key: str, version: int) -> tuple[Any, Any]:
    """The row as it was read and not as anybody has changed it since."""
    return table.c[KINDS[table.name].key] == key, table.c.version == version


def _present(connection: Connection, table: Table, key: str, version: int | None) -> RowMapping:
    """The row as it is now."""
    wanted = select(table).where(table.c[KINDS[table.name].key] == key)
    was = connection.execute(wanted).mappings().one_or_none()
    _check_one(0 if was is None or version not in (None, was["version"]) else 1)
    assert was is not None
    return was


def _check_one(rows: int) -> None:
    if rows != 1:
        raise ChangedMeanwhile(
            "Someone else changed this record after it was read. Nothing of this was kept: look at "
            "it as it is now, then save again."
        )


def _keep_version(
    connection: Connection, seq: int, kind: str, key: str, was: RowMapping, reason: str
) -> None:
    content = json.dumps(dict(was), default=_plain, ensure_ascii=False)
    _insert(connection, VERSIONS, [(seq, kind, key, was["version"], content, reason)])


def _plain(day: date) -> str:
    return day.isoformat()
