"""A store whose releases were kept before there was a ledger comes up with all that they said."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from carelink.errors import Refused
from db.engine import WRITING, open_engine
from db.keys import Purpose, unlock
from db.known_then import seq_of_release
from db.migrate import STEPS, Steps, make_tables
from db.releases import ledger, read_releases, release_kept
from db.slots import key_file
from db.store import Store
from db.wholeness import WHOLE, check_store
from tests.db.test_opening import again
from tests.releases import made_release, recorded
from tests.stores import PASSPHRASE

FIGURES = "release,table,measure,value\n2026-03-31,eet,count,60\n"
FIRST, SECOND = sha256(FIGURES.encode()).hexdigest(), sha256(b"second").hexdigest()
AS_IT_WAS = f"""
INSERT INTO releases VALUES ('{FIRST}', '2026-03-31', 'Amina Yusuf', '2026-04-01T09:00:00+00:00',
  'Ben Hall', '2026-04-02T10:30:00+00:00', '{FIGURES}', 'eet.snapshot 1
suitable.snapshot 2');
INSERT INTO releases VALUES ('{SECOND}', '2026-06-30', 'Ben Hall', '2026-07-01T09:00:00+00:00',
  '', NULL, 'second', '');
INSERT INTO trail VALUES (1, '2026-04-01T09:00:00+00:00', 'Amina Yusuf', 'add', 'releases',
  '{FIRST}', 'as_at,prepared_by,prepared_at,content', '');
INSERT INTO trail VALUES (2, '2026-04-02T10:30:00+00:00', 'Ben Hall', 'amend', 'releases',
  '{FIRST}', 'approved_by,approved_at', '');
INSERT INTO trail VALUES (3, '2026-07-01T09:00:00+00:00', 'Ben Hall', 'add', 'releases',
  '{SECOND}', 'as_at,prepared_by,prepared_at,content', '')
"""


@pytest.fixture
def steps_to_0003(tmp_path: Path) -> Steps:
    """The steps as they were before the ledger."""
    ended = tmp_path / "steps"
    shutil.copytree(STEPS.folder, ended, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (ended / "versions").glob("step_*.py"):
        if step.name > "step_0004":
            step.unlink()
    return Steps(ended, "0003")


@pytest.fixture
def brought_up(store: Store, steps_to_0003: Steps) -> Iterator[Store]:
    """A store of that time with two releases in it, opened by this version."""
    store.close()
    key = unlock(key_file(store.path), store.user.name, PASSPHRASE).derive(Purpose.DATABASE)
    engine = open_engine(store.path, key)
    with engine.connect() as held:
        users = held.exec_driver_sql("SELECT * FROM users").all()
        said = held.exec_driver_sql("SELECT * FROM store_facts").all()
    engine.dispose()
    store.path.write_bytes(b"")
    engine = open_engine(store.path, key)
    with engine.connect().execution_options(begin=WRITING) as connection, connection.begin():
        make_tables(connection, steps_to_0003)
        for row in users:
            connection.exec_driver_sql("INSERT INTO users VALUES (?, ?, ?, ?)", tuple(row))
        for row in said:
            connection.exec_driver_sql("INSERT INTO store_facts VALUES (?, ?)", tuple(row))
        for line in AS_IT_WAS.split(";\n"):
            connection.exec_driver_sql(line)
    engine.dispose()
    made = again(store.path)
    yield made
    made.close()


def test_the_releases_of_before_keep_their_figures_and_who_answered_for_them(
    brought_up: Store,
) -> None:
    with brought_up.reading() as connection:
        first, second = read_releases(connection, texts=True)
        assert seq_of_release(connection, SECOND) == 3
    assert (first.hash, first.as_at, first.figures) == (FIRST, date(2026, 3, 31), FIGURES)
    assert (first.mode, first.level) == ("nearest", "headline")
    assert (first.prepared_by, first.prepared_at) == (
        "Amina Yusuf",
        datetime(2026, 4, 1, 9, tzinfo=UTC),
    )
    assert (first.approved_by, first.approved_on) == ("Ben Hall", date(2026, 4, 2))
    assert json.loads(first.about)["definitions"] == ["eet.snapshot 1", "suitable.snapshot 2"]
    assert (second.hash, second.approved_by, second.approved_on) == (SECOND, "", None)


def test_the_store_is_whole_and_says_what_a_release_was_before_it_was_approved(
    brought_up: Store,
) -> None:
    found = check_store(brought_up)
    assert (found.database, found.trail, found.releases) == (WHOLE, WHOLE, WHOLE)
    with brought_up.reading() as connection:
        kept = connection.exec_driver_sql("SELECT trail_seq, version, was FROM versions").all()
    ((seq, version, was),) = kept
    assert (seq, version, json.loads(was)["approved_by"]) == (2, 1, "")


def test_they_stand_beside_new_releases_and_are_not_taken_for_such(brought_up: Store) -> None:
    new = recorded(brought_up, made_release())
    with brought_up.reading() as connection:
        assert [one.release.hash for one in ledger(connection)] == [new.hash]
        assert len(read_releases(connection)) == 3
        with pytest.raises(Refused, match="made by an earlier CareLink"):
            release_kept(connection, FIRST)
