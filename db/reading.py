"""What is known? Rows of the store read back as carelink's facts and case files."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from carelink.case import CaseFile
from carelink.facts import KINDS, Person, Worker
from db.tables import FACTS

_OF_A_PERSON = tuple(kind for kind in KINDS if kind not in ("people", "workers"))


def read_case(connection: Connection, person_id: str) -> CaseFile:
    """The whole case file of one young person, notes included."""
    (case,) = _cases(connection, [person_id])
    return case


def read_cases(connection: Connection, person_ids: Collection[str] | None = None) -> list[CaseFile]:
    """The case files of these people, or of everyone, by id."""
    return _cases(connection, person_ids)


def read_people(connection: Connection) -> list[Person]:
    """Everyone in the store, by id."""
    return _facts(connection, "people", None)


def read_workers(connection: Connection) -> dict[str, Worker]:
    """Every worker by id."""
    return {worker.worker_id: worker for worker in _facts(connection, "workers", None)}


def _cases(connection: Connection, person_ids: Collection[str] | None) -> list[CaseFile]:
    workers = read_workers(connection)
    held: dict[str, dict[str, Any]] = {
        person.person_id: {"person": person} for person in _facts(connection, "people", person_ids)
    }
    for kind in _OF_A_PERSON:
        for fact in _facts(connection, kind, person_ids):
            held[fact.person_id].setdefault(kind, []).append(fact)
    return [
        CaseFile(
            workers=workers,
            **{kind: tuple(v) if isinstance(v, list) else v for kind, v in facts.items()},
        )
        for facts in held.values()
    ]


def _facts(connection: Connection, kind: str, person_ids: Collection[str] | None) -> list[Any]:
    table, fact = FACTS[kind], KINDS[kind].fact
    wanted = select(*(table.c[field] for field in fact._fields)).order_by(table.c[KINDS[kind].key])
    if person_ids is not None:
        wanted = wanted.where(table.c.person_id.in_(person_ids))
    return [fact._make(row) for row in connection.execute(wanted)]
