"""The ledger goes along in the bundle, so that the next release comes out the same in a copy."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from carelink.exchange import read_source, write_bundle
from carelink.release.earlier import Earlier
from db.intake import Taken, read_bundle_rows, take_in
from db.known_then import seq_of_release
from db.releases import approve_release, ledger, read_releases
from db.store import Store, User
from db.tables import FACTS, USERS
from db.trail import keep
from db.wholeness import check_store
from tests.releases import made_release, recorded
from tests.stores import TODAY, clock_at, do, made_store

FIRST, SECOND = made_release(date(2026, 6, 30), 55), made_release()


@pytest.fixture
def full(store: Store) -> Store:
    """A store with two releases, the first of them approved by somebody else."""
    recorded(store, FIRST, commentary={"eet": "Line one.\nLine two, “quoted”."})
    other = User("u2", "Ben Hall", "team_manager")
    do(store, keep, USERS, "u2", {"name": other.name, "role": other.role})
    do(Store(store.path, store.engine, other, clock_at(TODAY, 14)), approve_release, FIRST.hash)
    recorded(store, SECOND, corrects=FIRST.hash, corrects_why="Three homes were wrongly known.")
    return store


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Store]:
    """An empty store of another team."""
    made = made_store(tmp_path, name="copy.store")
    yield made
    made.close()


def exported(store: Store) -> dict[str, bytes]:
    with store.reading() as connection:
        return write_bundle(read_bundle_rows(connection))


def imported(store: Store, files: dict[str, bytes]) -> Taken:
    taken: Taken = do(store, take_in, read_source(files, "bundle", TODAY))
    return taken


def the_ledger(store: Store) -> list[Earlier]:
    with store.reading() as connection:
        return ledger(connection)


def changed(files: dict[str, bytes], hash: str, **values: str) -> dict[str, bytes]:
    """The bundle with one release of it otherwise."""
    rows = list(csv.DictReader(io.StringIO(files["releases.csv"].decode())))
    out = io.StringIO()
    written = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    written.writeheader()
    written.writerows([row | (values if row["release_hash"] == hash else {}) for row in rows])
    return {"releases.csv": out.getvalue().encode()}


def test_a_copy_has_the_same_ledger_and_says_it_in_the_same_bytes(full: Store, copy: Store) -> None:
    files = exported(full)
    taken = imported(copy, files)
    assert (taken.imported, taken.refused) == (2, [])
    assert the_ledger(copy) == the_ledger(full)
    with full.reading() as here, copy.reading() as there:
        assert read_releases(there, texts=True) == read_releases(here, texts=True)
        assert seq_of_release(there, FIRST.hash)
    assert exported(copy)["releases.csv"] == files["releases.csv"]
    assert check_store(copy).whole
    again = imported(copy, files)
    assert (again.imported, again.changed, again.refused) == (0, 0, [])


def test_two_ledgers_add_up_by_hash(full: Store, copy: Store) -> None:
    own = recorded(copy, made_release(date(2026, 3, 31), 40))
    taken = imported(copy, exported(full))
    assert (taken.imported, taken.refused) == (2, [])
    assert {one.release.hash for one in the_ledger(copy)} == {own.hash, FIRST.hash, SECOND.hash}


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"figures": SECOND.figures.replace("60", "65")}, "figures do not have this release_hash"),
        ({"release_hash": "0" * 64}, "figures do not have this release_hash"),
        ({"meta": FIRST.meta}, "meta and about do not belong to the figures"),
        ({"about": "{"}, "meta and about do not belong to the figures"),
        ({"about": "[]"}, "meta and about do not belong to the figures"),
        ({"about": "[" * 100_000}, "meta and about do not belong to the figures"),
        ({"commentary": "[" * 90_000}, "commentary is not JSON"),
        ({"as_at": "2026-09-29"}, "meta and about do not belong to the figures"),
        ({"seats": ""}, "seats cannot be read"),
        ({"seats": "QUJD"}, "seats cannot be read"),
        ({"mode": ""}, "mode is empty"),
        ({"level": ""}, "level is empty"),
        ({"prepared_at": "2026-11-24 12:00"}, "prepared_at is not an instant"),
        ({"prepared_by": ""}, "prepared_by is empty"),
        ({"approved_by": "Ben Hall"}, "approved_by and approved_on go together"),
        ({"approved_by": "Amina Yusuf", "approved_on": "2026-11-24"}, "nobody approves what"),
        ({"commentary": "words"}, "commentary is not JSON"),
    ],
)
def test_a_row_that_is_not_what_was_released_is_refused_with_its_line(
    full: Store, copy: Store, values: dict[str, str], says: str
) -> None:
    taken = imported(copy, changed(exported(full), SECOND.hash, **values))
    assert taken.imported == 1
    (refusal,) = taken.refused
    assert (refusal.file, says in refusal.says) == ("releases.csv", True)
    assert refusal.line > 1
    assert check_store(copy).whole


@pytest.mark.parametrize(
    "values",
    [{"audience": "", "prepared_at": "2026-11-23T12:00:00+00:00"}, {"corrects_why": "Another."}],
)
def test_a_row_never_changes_what_is_held(full: Store, values: dict[str, str]) -> None:
    was = the_ledger(full)
    files = exported(full)
    taken = imported(full, changed(files, FIRST.hash, **{"corrects_why": "Another."}))
    assert (taken.changed, len(taken.refused)) == (0, 1)
    assert "never changed" in taken.refused[0].says
    taken = imported(full, changed(files, SECOND.hash, **values))
    assert taken.changed == 0
    assert the_ledger(full) == was
    assert exported(full) == files


def test_an_approval_given_in_another_copy_comes_along(full: Store, copy: Store) -> None:
    files = exported(full)
    not_yet = changed(files, FIRST.hash, approved_by="", approved_on="", commentary="")
    assert imported(copy, not_yet).imported == 2
    assert [one.approved for one in the_ledger(copy)] == [False, False]
    taken = imported(copy, files)
    assert (taken.changed, taken.refused) == (1, [])
    assert exported(copy)["releases.csv"] == files["releases.csv"]
    assert check_store(copy).whole


def test_a_damaged_release_is_put_right_by_a_bundle_that_has_it_whole(full: Store) -> None:
    files, was = exported(full), the_ledger(full)
    with full.writing() as writing:
        table = FACTS["releases"]
        wrong = update(table).where(table.c.release_hash == FIRST.hash)
        writing.connection.execute(wrong.values(figures="", seats=""))
    assert not check_store(full).whole
    taken = imported(full, files)
    assert (taken.changed, taken.refused) == (1, [])
    assert the_ledger(full) == was
    assert check_store(full).whole


def test_the_instant_of_a_release_is_read_as_it_was(full: Store) -> None:
    (first, _) = the_ledger(full)
    assert first.prepared_at == datetime(2026, 11, 24, 12, tzinfo=UTC)
