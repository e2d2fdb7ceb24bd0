"""What did the store know at an instant? The cases of today with what came since taken away.

The trail decides, not the day a fact speaks of nor the day another system recorded it: what was
taken in yesterday became known here yesterday. Rows added since are left out, rows changed since
are as they were, rows taken out since stand again.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, func, select

from carelink.case import CaseFile
from carelink.changes import TouchedFact
from carelink.facts import KINDS, OF_THE_TEAM, Person, Worker
from carelink.figures.seats import OF_THE_FILE
from db.reading import (
    ROLL,
    in_order,
    read_cases,
    read_of_the_team,
    read_people,
    read_workers,
)
from db.store import HERE
from db.tables import TRAIL, VERSIONS
from db.trail import ADD

# What a roll holds, what figures ask for beside it, and what is known of the team. Left out are
# what one file alone shows, and what was released: that never changes.
_READ = ("people", *ROLL, *OF_THE_FILE, *sorted(OF_THE_TEAM - {"releases"}))


class Touched(NamedTuple):
    """A fact that was added, changed or taken out since: what it was, and who touched it last.

    Shape: `was` is None where the fact was not there yet.
    """

    was: Any
    who: str
    at: datetime


@dataclass(frozen=True)
class Then:
    """The store at one place of its trail: every fact touched since, by kind and id."""

    seq: int
    touched: Mapping[str, Mapping[str, Touched]]
    # Whose facts stood then and were touched since: by person, then by kind.
    stood: Mapping[str, Mapping[str, Sequence[Any]]] = field(repr=False)


def seq_at(connection: Connection, at: datetime) -> int:
    """The last row of the trail that was left at the instant or before; 0 before the first."""
    return connection.scalar(select(func.max(TRAIL.c.seq)).where(TRAIL.c.at <= at)) or 0


def seq_at_end_of(connection: Connection, day: date) -> int:
    """The last row of the trail left on the day here or before."""
    midnight = datetime.combine(day + timedelta(days=1), time(), HERE)
    return seq_at(connection, midnight - timedelta(seconds=1))


def seq_of_release(connection: Connection, hash: str) -> int | None:
    """The row of the trail that says the release was prepared; None when none does."""
    prepared = (TRAIL.c.kind == "releases") & (TRAIL.c.action == ADD)
    found: int | None = connection.scalar(
        select(func.min(TRAIL.c.seq)).where(prepared, TRAIL.c.object_id == hash)
    )
    return found


def read_then(connection: Connection, seq: int) -> Then:
    """What was touched after this row of the trail, with what it was before that."""
    kept = TRAIL.outerjoin(VERSIONS, VERSIONS.c.trail_seq == TRAIL.c.seq)
    wanted = (
        select(TRAIL.c.kind, TRAIL.c.object_id, VERSIONS.c.was, TRAIL.c.who, TRAIL.c.at)
        .select_from(kept)
        .where(TRAIL.c.seq > seq, TRAIL.c.kind.in_(_READ))
        .order_by(TRAIL.c.seq)
    )
    touched: dict[str, dict[str, Touched]] = {}
    for kind, key, was, who, at in connection.execute(wanted):
        found = touched.setdefault(kind, {})
        # The first that happened to it says what it was, the last who touched it.
        before = found[key].was if key in found else _fact(kind, was)
        found[key] = Touched(before, who, at)
    return Then(seq, touched, _stood(touched))


def known_then(
    connection: Connection, then: Then, person_ids: Collection[str] | None = None
) -> list[CaseFile]:
    """The case files as `read_cases` gave them at the time, of these people or of everyone."""
    return [was for was, _ in then_and_now(connection, then, person_ids) if was is not None]


def then_and_now(
    connection: Connection,
    then: Then,
    person_ids: Collection[str] | None = None,
    also: Collection[str] = (),
) -> Iterator[tuple[CaseFile | None, CaseFile | None]]:
    """Each case file as it was and as it is, in the order of the references; None: not there.

    Shape: where nothing of it was touched the two are one and the same. `also` are kinds of
    OF_THE_FILE, of which the files hold nothing else.
    """
    now = {case.person.person_id: case for case in read_cases(connection, person_ids, also)}
    wanted = None if person_ids is None else frozenset(person_ids)
    gone = [
        person_id
        for person_id, facts in then.stood.items()
        if "people" in facts and person_id not in now and (wanted is None or person_id in wanted)
    ]
    workers = workers_then(connection, then)
    for person_id in sorted([*now, *gone]):
        case = now.get(person_id)
        yield _as_it_was(person_id, case, then, workers, (*ROLL, *also)), case


def touched_of(
    then: Then, person_id: str, now: CaseFile | None, also: Collection[str] = ()
) -> list[TouchedFact]:
    """Every fact of one person that a roll holds and that is not what it was, by kind and id."""
    found: list[TouchedFact] = []
    stood = then.stood.get(person_id, {})
    for kind in ("people", *ROLL, *also):
        touched, at = then.touched.get(kind), _place_of_key(kind)
        if not touched:
            continue
        was = {fact[at]: fact for fact in stood.get(kind, ())}
        held = () if now is None else (now.person,) if kind == "people" else getattr(now, kind)
        held = {fact[at]: fact for fact in held if fact[at] in touched}
        for key in sorted({*was, *held}):
            if was.get(key) != held.get(key):
                who, on = touched[key].who, touched[key].at.astimezone(HERE).date()
                found.append(TouchedFact(kind, was.get(key), held.get(key), who, on))
    return found


def people_then_and_now(connection: Connection, then: Then) -> list[str]:
    """The references of everybody who was in the store then or is in it now, in order."""
    held = {person.person_id for person in read_people(connection)}
    stood = {person_id for person_id, facts in then.stood.items() if "people" in facts}
    return sorted(held | stood)


def workers_then(connection: Connection, then: Then) -> dict[str, Worker]:
    """Every worker known then, by id, in the order of the ids."""
    touched = then.touched.get("workers", {})
    held = {**read_workers(connection), **{key: one.was for key, one in touched.items()}}
    return {key: held[key] for key in sorted(held) if held[key] is not None}


def of_the_team_then(connection: Connection, then: Then, kind: str) -> list[Any]:
    """Every fact of a kind that is about no young person, as `read_of_the_team` gave them then."""
    touched, at = then.touched.get(kind, {}), _place_of_key(kind)
    still = [fact for fact in read_of_the_team(connection, kind) if fact[at] not in touched]
    stood = [one.was for one in touched.values() if one.was is not None]
    return list(in_order(kind, [*still, *stood]))


def _as_it_was(
    person_id: str,
    now: CaseFile | None,
    then: Then,
    workers: Mapping[str, Worker],
    kinds: Collection[str],
) -> CaseFile | None:
    """One case file with what was touched since put back; the same file where nothing was."""
    stood = then.stood.get(person_id, {})
    person: Person | None = None
    if "people" in stood:
        (person,) = stood["people"]
    elif now and person_id not in then.touched.get("people", ()):
        person = now.person
    if person is None:
        return None
    groups: dict[str, Any] = {}
    for kind in kinds:
        touched = then.touched.get(kind)
        if not touched:
            continue
        at = _place_of_key(kind)
        held = getattr(now, kind) if now else ()
        still = [fact for fact in held if fact[at] not in touched]
        if len(still) < len(held) or kind in stood:
            groups[kind] = in_order(kind, [*still, *stood.get(kind, ())])
    if now is None:
        return CaseFile(person, workers=workers, **groups)
    if not groups and "people" not in stood:
        return now
    return replace(now, person=person, workers=workers, worked_out={}, **groups)


def _stood(touched: Mapping[str, Mapping[str, Touched]]) -> dict[str, dict[str, list[Any]]]:
    stood: dict[str, dict[str, list[Any]]] = {}
    for kind, facts in touched.items():
        if kind in OF_THE_TEAM:
            continue
        for one in facts.values():
            if one.was is not None:
                stood.setdefault(one.was.person_id, {}).setdefault(kind, []).append(one.was)
    return stood


def _fact(kind: str, was: str | None) -> Any:
    """A fact from what was kept of it; a column that came later is as a new row has it."""
    if was is None:
        return None
    held = json.loads(was)
    # A roll holds contacts without the words of their notes.
    left_out = ("note",) if kind == "contacts" else ()
    given = {
        name: _value(dated, held[name])
        for name, dated in _fields(kind)
        if name in held and name not in left_out
    }
    made: Any = KINDS[kind].fact
    return made(**given)


def _value(dated: bool, kept: Any) -> Any:
    return date.fromisoformat(kept) if dated and kept is not None else kept


@cache
def _fields(kind: str) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind, and of each whether it is a date."""
    said = KINDS[kind].fact.__annotations__
    return tuple((name, date in (get_args(held) or (held,))) for name, held in said.items())


@cache
def _place_of_key(kind: str) -> int:
    return KINDS[kind].fact._fields.index(KINDS[kind].key)
