from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from carelink.errors import StoreTrouble
from carelink.facts import Contact, Person, Promise
from db.engine import ask
from db.slots import key_file, read_slots, write_slots
from db.store import Store
from db.trail import add, amend, remove
from db.wholeness import check_store
from tests.db.test_opening import again


@pytest.fixture
def lived_in(store: Store) -> Store:
    """A store in which things were added, changed and taken out, one of them twice."""
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
        add(writing, "contacts", [Contact(f"c{n:03}", "p1", note="n" * 900) for n in range(60)])
        amend(writing, "contacts", "c001", {"on": date(2026, 5, 3)})
        for _ in range(2):
            add(writing, "promises", [Promise("r1", "p1")])
            remove(writing, "promises", "r1", "a mistake")
    return store


def test_a_store_used_as_it_should_be_is_whole(lived_in: Store) -> None:
    found = check_store(lived_in)
    assert found == ("whole", "whole", "whole", "whole")
    assert found.whole


TAMPERED: dict[str, tuple[str, str]] = {
    "a fact written behind the gate": (
        "INSERT INTO contacts (contact_id, person_id, version, recorded_by, recorded_at) "
        "VALUES ('x', 'p1', 1, '', '')",
        "1 rows of contacts are not in the trail",
    ),
    "a fact taken out behind the gate": (
        "DELETE FROM contacts WHERE contact_id = 'c002'",
        "1 rows of contacts are gone without a trace",
    ),
    "one put in the place of another": (
        "UPDATE contacts SET contact_id = 'x' WHERE contact_id = 'c003'",
        "1 rows of contacts are not in the trail. 1 rows of contacts are gone",
    ),
    "a row of the trail taken out": (
        "DROP TRIGGER trail_no_delete; PRAGMA foreign_keys = OFF; "
        "DELETE FROM trail WHERE object_id = 'c004'",
        "1 rows of the trail are missing",
    ),
    "what it was taken out": (
        "DROP TRIGGER versions_no_delete; DELETE FROM versions WHERE object_id = 'c001'",
        "1 earlier versions are missing",
    ),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_the_trail_tells(lived_in: Store, how: str) -> None:
    said, finding = TAMPERED[how]
    ask(lived_in.engine, *said.split("; "))
    found = check_store(lived_in)
    assert finding in found.trail
    assert (found.database, found.whole) == ("whole", False)


def test_a_trail_that_is_gone_is_told(lived_in: Store) -> None:
    ask(lived_in.engine, "PRAGMA foreign_keys = OFF", "DROP TABLE versions", "DROP TABLE trail")
    assert check_store(lived_in).trail == "Whole tables are missing: trail, versions."


def test_a_row_that_points_at_nobody_is_told(lived_in: Store) -> None:
    behind = "UPDATE contacts SET person_id = 'p9' WHERE contact_id = 'c005'"
    ask(lived_in.engine, "PRAGMA foreign_keys = OFF", behind)
    assert check_store(lived_in).database == "contacts: points at nobody"


def _half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:400] + b"?" + content[401:])


def _gone(path: Path) -> None:
    path.unlink()


def _one(path: Path) -> None:
    slots, _ = read_slots(path)
    write_slots(path, slots[:1])


@pytest.mark.parametrize(
    ("happened", "finding"),
    [(_half, "damaged in part"), (_gone, "not beside the store"), (_one, "only one way in")],
)
def test_the_keys_tell(lived_in: Store, happened: Callable[[Path], None], finding: str) -> None:
    happened(key_file(lived_in.path))
    found = check_store(lived_in)
    assert finding in found.keys
    assert (found.database, found.trail) == ("whole", "whole")


def test_a_changed_page_tells_and_every_one_is_named(lived_in: Store) -> None:
    lived_in.close()
    content = bytearray(lived_in.path.read_bytes())
    last = len(content) // 4096 - 1
    for page in (last - 1, last):
        content[page * 4096 + 2000] ^= 1
    lived_in.path.write_bytes(content)
    damaged = again(lived_in.path)
    found = check_store(damaged)
    assert f"page {last}" in found.database
    assert f"page {last + 1}" in found.database
    damaged.close()


def test_a_store_in_use_is_not_judged(lived_in: Store) -> None:
    other = again(lived_in.path)
    ask(lived_in.engine, "PRAGMA busy_timeout = 1")
    with other.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM people").one()
        with lived_in.writing() as writing:
            add(writing, "people", [Person("p2")])
        with pytest.raises(StoreTrouble, match="in use elsewhere"):
            check_store(lived_in)
    other.close()
    assert check_store(lived_in).whole
