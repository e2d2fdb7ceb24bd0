"""What of a reading is news to the store? Taken in as one gesture; the rest is listed."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from carelink.errors import Refused
from carelink.exchange import Reading, Refusal, Row, settle
from carelink.exchange.fitting import problems_of
from carelink.facts import KINDS, OF_THE_TEAM, Provenance, Released
from carelink.home.checks import contradiction
from carelink.release.kept import changes_taken, problems_kept
from db.reading import read_rows
from db.sources import open_source as open_source
from db.tables import FACTS
from db.trail import Writing, add, amend

_AT_ONCE = 10_000


class NotTaken(Exception):
    """Raised within the writing by who only wanted to see: nothing of it is kept."""


class Taken(NamedTuple):
    """What became of a source's rows. A row that says what is held already is in none of them."""

    imported: int
    changed: int
    refused: list[Refusal]

    @property
    def rejected(self) -> int:
        """How many rows were left out."""
        return len(self.refused)


def take_in(writing: Writing, reading: Reading) -> Taken:
    """Add what is new and change what differs, all in the transaction of this writing.

    A field that the source leaves empty changes nothing. Rows about people who are neither in the
    source nor in the store are left out. To see only what it would do, raise NotTaken after it.
    """
    held = _Held(writing.connection)
    settled = settle(reading, held)
    intake = _Intake(writing, settled, held)
    for kind in KINDS:
        if settled.rows.get(kind):
            intake.take(kind, settled.rows[kind])
        held.forget(kind)
    return Taken(intake.imported, intake.changed, intake.refused)


def read_bundle_rows(connection: Connection) -> Mapping[str, Iterator[tuple[Any, Provenance]]]:
    """Everything about young people and workers, by kind, as `write_bundle` takes it."""
    return {kind: read_rows(connection, kind) for kind in KINDS}


def _place(kind: str) -> int:
    return KINDS[kind].fact._fields.index(KINDS[kind].key)


class _Held(Mapping[str, Mapping[str, Any]]):
    """What the store holds, by kind and id, each kind read when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, kind: str) -> Mapping[str, Any]:
        if kind not in self._read:
            self._read[kind] = self._facts(kind)
        return self._read[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)

    def forget(self, kind: str) -> None:
        """Let go of a kind that has been taken in: a roll's contacts need the room."""
        self._read.pop(kind, None)

    def _facts(self, kind: str) -> Mapping[str, Any]:
        fact, place = KINDS[kind].fact, _place(kind)
        wanted = select(*(FACTS[kind].c[field] for field in fact._fields))
        found = self._connection.execute(wanted, execution_options={"yield_per": _AT_ONCE})
        return {row[place]: fact._make(row) for row in found}


class _Intake:
    """The taking in of one reading, kind by kind in the order in which they point at each other."""

    def __init__(
        self, writing: Writing, reading: Reading, held: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.imported = 0
        self.changed = 0
        self.refused = list(reading.refused)
        self._writing = writing
        self._held = held
        # Other people's files know a person by their reference alone, and may mean another.
        self._strict = reading.kind != "bundle"
        self._known = set(held["people"])
        self._left_out: set[str] = set()

    def take(self, kind: str, rows: list[Row]) -> None:
        """Take in the rows of one kind."""
        place, held = _place(kind), self._held[kind]
        new: list[Row] = []
        for row in rows:
            was = held.get(row.fact[place])
            if says := self._unfit(kind, row, was):
                self._refuse(row, says)
            elif was is None:
                new.append(row)
            else:
                self._change(kind, row, was)
        self._add(kind, new)

    def _add(self, kind: str, rows: list[Row]) -> None:
        # Some at a time: a roll's contacts, written at once, would be held three times over.
        for first in range(0, len(rows), _AT_ONCE):
            some = rows[first : first + _AT_ONCE]
            said = [self._provenance(row) for row in some]
            add(self._writing, kind, [row.fact for row in some], said)
        self.imported += len(rows)
        if kind == "people":
            self._known.update(row.fact.person_id for row in rows)

    def _change(self, kind: str, row: Row, was: Any) -> None:
        if row.fact == was:
            return
        if kind == "releases":
            self._change_release(row, was)
            return
        changes = {
            field: value
            for field, value, before in zip(was._fields, row.fact, was, strict=True)
            if value not in (None, "") and value != before and field not in row.assumed
        }
        if not changes:
            return
        now = problems_of(kind, was._replace(**changes))
        if problems := [says for says in now if says not in problems_of(kind, was)]:
            self._refuse(row, f"Beside what is held: {' '.join(problems)}")
            return
        said = self._provenance(row) if row.told else None
        self.changed += amend(self._writing, kind, was[_place(kind)], changes, provenance=said)

    def _change_release(self, row: Row, was: Released) -> None:
        """A damaged release is put right by a whole one; else only what is open can be said."""
        try:
            changes = changes_taken(was, row.fact)
        except Refused as refused:
            self._refuse(row, str(refused))
            return
        key, said = was.release_hash, self._provenance(row) if row.told else None
        mending = bool(problems_kept(was))
        self.changed += amend(
            self._writing, "releases", key, changes, provenance=said, mending=mending
        )

    def _unfit(self, kind: str, row: Row, was: Any) -> str:
        """Why a row cannot stand beside what is held; empty when it can."""
        if kind in OF_THE_TEAM:
            return ""
        person = row.fact.person_id
        if kind == "people":
            return self._unfit_person(row, was)
        if person in self._left_out:
            return "The row of this young person was refused; mend that one first."
        if person not in self._known:
            return (
                f'No young person "{person}" is in the store or has a row that can be taken; add '
                "them or correct the reference."
            )
        if was is not None and was.person_id != person:
            key = KINDS[kind].key
            return f"Its {key} belongs to another young person's row; give it one of its own."
        if kind == "suitability":
            return contradiction(self._held["homes"].get(row.fact.home_id), row.fact)
        return ""

    def _unfit_person(self, row: Row, was: Any) -> str:
        born = row.fact.date_of_birth
        differs = was is not None and born and was.date_of_birth not in (None, born)
        if not (self._strict and differs):
            return ""
        self._left_out.add(row.fact.person_id)
        return (
            "The date of birth is not the one held for this reference: correct it here or in the "
            "store, if it is the same young person."
        )

    def _provenance(self, row: Row) -> Provenance:
        told = row.told
        if told is None or told.recorded_at is None:
            return self._writing.provenance
        return Provenance(told.recorded_at, told.recorded_by, told.origin)

    def _refuse(self, row: Row, says: str) -> None:
        self.refused.append(Refusal(row.file, row.line, says))
