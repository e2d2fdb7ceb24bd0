"""Is there one gate, and do the tables say what the facts say?"""

import re
from pathlib import Path

import pytest

from carelink.facts import KINDS, OF_THE_TEAM, Provenance
from db.tables import FACTS

DB = Path(__file__).parents[2] / "db"
WRITES = re.compile(
    r"(?<![.\w])(insert|update|delete)\(|\b(INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b"
)
GATE = DB / "trail.py"


def test_only_the_gate_writes() -> None:
    writers = {
        file
        for file in DB.rglob("*.py")
        if "migrations" not in file.parts and WRITES.search(file.read_text())
    }
    assert writers == {GATE}


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_has_its_facts_fields_in_their_order_and_where_they_came_from(kind: str) -> None:
    columns = tuple(column.name for column in FACTS[kind].columns)
    assert columns == (*KINDS[kind].fact._fields, "version", *sorted_provenance())
    (key,) = FACTS[kind].primary_key.columns
    assert key.name == KINDS[kind].key


def sorted_provenance() -> tuple[str, ...]:
    """The provenance as the columns stand."""
    return tuple(sorted(Provenance._fields, key=["recorded_by", "recorded_at", "origin"].index))


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - OF_THE_TEAM - {"people"}))
def test_everything_points_at_its_person_and_is_found_by_them(kind: str) -> None:
    table = FACTS[kind]
    (reference,) = table.foreign_keys
    assert reference.target_fullname == "people.person_id"
    assert any(next(iter(index.columns)).name == "person_id" for index in table.indexes)
