"""What is known? Rows of the store read back as carelink's facts and case files."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, literal_column, or_, select

from carelink.case import CaseFile
from carelink.errors import Problem, Refused
from carelink.facts import KINDS, OF_THE_TEAM, Contact, Person, Provenance, Worker
from db.tables import FACTS

_OF_A_PERSON = tuple(kind for kind in KINDS if kind != "people" and kind not in OF_THE_TEAM)
# What only the young person's own file shows: left out of a roll, for no duty asks for it, nor
# the figure of what is unclaimed, nor an adviser's load.
OF_THE_FILE = frozenset(
    {
        *("supporters", "plan_versions", "plan_matters", "plan_actions"),
        *("suitability", "learning_levels", "education_plans", "opportunities"),
        *("skill_ratings", "health_items", "savings", "messages", "meeting_items"),
    }
)
# What a roll holds of everybody.
ROLL = tuple(kind for kind in _OF_A_PERSON if kind not in OF_THE_FILE)
# More people than this are picked out of everyone: an engine takes only so many values at once.
_MANY = 500


def read_case(connection: Connection, person_id: str) -> CaseFile:
    """The whole case file of one young person, notes included.

    Raises: Refused when nobody has that reference.
    """
    cases = _cases(connection, [person_id], _OF_A_PERSON, without=())
    if not cases:
        says = f"Nobody with the reference {person_id} is in the store."
        raise Refused(Problem("person_id", says))
    return cases[0]


def read_cases(
    connection: Connection,
    person_ids: Collection[str] | None = None,
    also: Collection[str] = (),
) -> list[CaseFile]:
    """The case files of these people, else of everyone, in the order of their references.

    Contacts come without the words of their notes, and the kinds of OF_THE_FILE not at all but
    for those of `also`: no duty asks for them.
    """
    few = person_ids if person_ids is None or len(person_ids) <= _MANY else None
    with _nothing_thrown_away():
        kinds = dict.fromkeys((*ROLL, *also))
        cases = _cases(connection, few, kinds, without=("note",))
    if person_ids is None:
        return cases
    wanted = frozenset(person_ids)
    return [case for case in cases if case.person.person_id in wanted]


def read_people(connection: Connection) -> list[Person]:
    """Everyone in the store, in the order of their references."""
    return sorted(_facts(connection, "people"))


def read_workers(connection: Connection) -> dict[str, Worker]:
    """Every worker by id, in the order of the ids."""
    return {worker.worker_id: worker for worker in sorted(_facts(connection, "workers"))}


def read_of_the_team(connection: Connection, kind: str) -> list[Any]:
    """Every fact of a kind that is about no young person, in the order of what tells them apart."""
    return list(in_order(kind, _facts(connection, kind)))


def in_order(kind: str, facts: Iterable[Any]) -> tuple[Any, ...]:
    """Facts of one kind in an order that does not hang on when their rows were written."""
    return tuple(sorted(facts, key=_ORDERS[kind]))


def read_rows(
    connection: Connection, kind: str, person_id: str | None = None
) -> Iterator[tuple[Any, Provenance]]:
    """Every fact of a kind, or one person's, with its provenance, in the order of the ids."""
    table, fact = FACTS[kind], KINDS[kind].fact
    wanted = select(*_columns(kind), *(table.c[name] for name in Provenance._fields))
    if person_id is not None:
        wanted = wanted.where(table.c.person_id == person_id)
    width, at = len(fact._fields), fact._fields.index(KINDS[kind].key)
    for row in sorted(connection.execute(wanted), key=lambda row: str(row[at])):
        yield fact._make(row[:width]), Provenance._make(row[width:])


def read_caseload(connection: Connection, worker_id: str, day: date) -> list[str]:
    """Whose allocation to this worker covers the day, in the order of their references."""
    held = FACTS["allocations"].c
    begun = or_(held.start.is_(None), held.start <= day)
    wanted = select(held.person_id).where(
        held.worker_id == worker_id, begun, or_(held.end.is_(None), held.end > day)
    )
    return list(connection.scalars(wanted.distinct().order_by(held.person_id)))


def version_of(connection: Connection, kind: str, key: str) -> int | None:
    """The version of a fact as it is now, to hand to `amend` later; None when it is gone."""
    table = FACTS[kind]
    return connection.scalar(select(table.c.version).where(table.c[KINDS[kind].key] == key))


def _cases(
    connection: Connection,
    person_ids: Collection[str] | None,
    kinds: Collection[str],
    without: Collection[str],
) -> list[CaseFile]:
    people = sorted(_facts(connection, "people", person_ids))
    held: dict[str, dict[str, Any]] = {person.person_id: {} for person in people}
    for kind in kinds:
        for fact in _facts(connection, kind, person_ids, without):
            held[fact.person_id].setdefault(kind, []).append(fact)
    workers = read_workers(connection)
    return [
        CaseFile(person, workers=workers, **_in_order(held[person.person_id])) for person in people
    ]


def _in_order(facts: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Each group in an order that does not hang on when its rows were written."""
    return {
        kind: in_order(kind, group) if len(group) > 1 else tuple(group)
        for kind, group in facts.items()
    }


def _by_day(contact: Contact) -> tuple[date, str]:
    return contact.on or date.min, contact.contact_id


def _by_its_own(kind: str) -> Callable[[Any], tuple[str, ...]]:
    """What tells facts of a kind apart, then the id: dates as text fall in the same order."""
    fact, key, natural = KINDS[kind]
    places = [fact._fields.index(name) for name in (*natural, key)]
    return lambda fact: tuple([str(fact[place]) for place in places])


# Columns whose values stand in many rows: one copy of each takes a quarter off a roll's memory.
_REPEATED = frozenset(
    {
        *("person_id", "worker_id", "plan_id", "contact_id", "role", "kind", "rung", "begun_by"),
        *("on", "start", "end", "next_on", "made_on", "due_on", "kept_on", "completed_on"),
        *("subject", "answer", "entitlement", "stage", "type", "code", "outcome", "legal_status"),
    }
)
_ORDERS: dict[str, Callable[[Any], Any]] = {
    **{kind: _by_its_own(kind) for kind in KINDS},
    "contacts": _by_day,
}


def _facts(
    connection: Connection,
    kind: str,
    person_ids: Collection[str] | None = None,
    without: Collection[str] = (),
) -> list[Any]:
    """Facts of a kind, all or these people's, in any order; `without` names texts left empty."""
    wanted, given = _question(kind, person_ids, tuple(without))
    rows = connection.execute(wanted, given).all()
    columns = [
        _one_of_each(column) if field in _REPEATED else column
        for field, column in zip(KINDS[kind].fact._fields, zip(*rows, strict=True), strict=False)
    ]
    return [*map(KINDS[kind].fact._make, zip(*columns, strict=True))]


def _question(
    kind: str, person_ids: Collection[str] | None, without: tuple[str, ...]
) -> tuple[Select[Any], dict[str, str]]:
    """What to ask for, and the person's reference where it is one person alone."""
    if person_ids is not None and len(person_ids) == 1:
        return _of_one(kind, without), {"whose": next(iter(person_ids))}
    wanted = select(*_columns(kind, without))
    if person_ids is not None:
        wanted = wanted.where(FACTS[kind].c.person_id.in_(person_ids))
    return wanted, {}


@cache
def _of_one(kind: str, without: tuple[str, ...]) -> Select[Any]:
    """One person's facts of a kind: a file asks for all kinds, so each question is made once."""
    mine = FACTS[kind].c.person_id == bindparam("whose")
    return select(*_columns(kind, without)).where(mine)


def _one_of_each(column: Sequence[Any]) -> list[Any]:
    """The same column with one copy of values that are equal."""
    kept: dict[Any, Any] = {}
    return [kept.setdefault(value, value) for value in column]


def _columns(kind: str, without: Collection[str] = ()) -> list[ColumnElement[Any]]:
    return [
        literal_column("''") if field in without else FACTS[kind].c[field]
        for field in KINDS[kind].fact._fields
    ]


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Not to look for garbage while a roll is read: all of it stays, and looking takes a third."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
