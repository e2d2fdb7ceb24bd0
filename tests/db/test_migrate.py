"""Do the steps make what the tables say, and does a store come to this version whole or not?"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from carelink.errors import NotWhole, StoreTrouble
from carelink.facts import Contact, Person
from db.engine import ask, open_engine
from db.keys import Purpose, unlock
from db.migrate import STEPS, Steps, bring_up
from db.reading import read_case
from db.slots import key_file
from db.store import Store
from db.tables import METADATA
from db.trail import add
from db.trouble import in_plain_words
from tests.db.test_opening import again

STEP = '''
"""A step for tests."""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0005", "0004"
def upgrade():
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default="-"))
    {then}
'''


@pytest.fixture
def steps(tmp_path: Path) -> Callable[[str], Steps]:
    """The real steps and one more, with what it does after adding a column."""

    def made(then: str = "") -> Steps:
        copy = tmp_path / "steps"
        shutil.copytree(STEPS.folder, copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "versions" / "step_0005.py").write_text(STEP.format(then=then or "pass"))
        return Steps(copy, "0005")

    return made


@pytest.fixture
def older(store: Store) -> tuple[Path, bytes]:
    """A closed store with something in it, and its database key."""
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
        add(writing, "contacts", [Contact("c1", "p1", note="Kettle on.")])
    store.close()
    keys = unlock(key_file(store.path), store.user.name, "four plain words here")
    return store.path, keys.derive(Purpose.DATABASE)


def brought_up(path: Path, key: bytes, steps: Steps) -> Path | None:
    """Bring the store up as opening does."""
    engine = open_engine(path, key)
    try:
        return bring_up(engine, path, key, steps)
    finally:
        engine.dispose()


def shape(path: Path, key: bytes) -> list[tuple[str, ...]]:
    engine = open_engine(path, key)
    found = ask(engine, "SELECT type, name, sql FROM sqlite_master ORDER BY name, type")
    engine.dispose()
    return found


def test_the_steps_make_exactly_the_tables_of_today(store: Store) -> None:
    today = create_engine("sqlite://")
    METADATA.create_all(today)
    wanted = "SELECT type, name, sql FROM sqlite_master WHERE type != 'trigger' ORDER BY name"
    with today.connect() as connection:
        expected = [tuple(row) for row in connection.exec_driver_sql(wanted)]
    made = [row for row in ask(store.engine, wanted) if "alembic" not in row[1]]
    assert spaced(made) == spaced(expected)
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []
    today.dispose()


def spaced(rows: list[tuple[str, ...]]) -> list[list[str]]:
    """The rows with the spaces and marks that a table copied over writes otherwise made one."""
    return [[_plain(str(cell)) for cell in row] for row in rows]


def _plain(sql: str) -> str:
    return " ".join(sql.replace("DEFAULT ('')", "DEFAULT ''").replace('"', "").split())


def test_the_code_knows_its_newest_step(store: Store) -> None:
    (made,) = ask(store.engine, "SELECT version_num FROM alembic_version")
    assert made == (STEPS.newest,)
    assert bring_up(store.engine, store.path, b"", STEPS) is None


def test_a_newer_store_is_refused_and_not_a_byte_of_it_changed(store: Store) -> None:
    with store.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreTrouble, match="newer CareLink"):
        again(store.path)
    assert store.path.read_bytes() == before


def test_an_encrypted_file_that_is_no_store_is_said_to_be_none(store: Store) -> None:
    with store.writing() as writing:
        writing.connection.exec_driver_sql("DROP TABLE alembic_version")
    store.close()
    with pytest.raises(NotWhole, match="holds no CareLink store"):
        again(store.path)


def test_an_older_store_is_brought_up_after_a_proven_copy(
    older: tuple[Path, bytes], steps: Callable[[str], Steps]
) -> None:
    path, key = older
    was = shape(path, key)
    copy = brought_up(path, key, steps(""))
    assert copy is not None
    assert any("nickname" in str(row) for row in shape(path, key))
    assert shape(copy, key) == was
    assert copy.stat().st_mode & 0o777 == 0o600
    again_up = brought_up(path, key, Steps(STEPS.folder, "0005"))
    assert again_up is None, "a store that has been brought up is left alone"
    kept = again(copy)
    with kept.reading() as connection:
        assert read_case(connection, "p1").contacts[0].note == "Kettle on."
    kept.close()


@pytest.mark.parametrize(
    ("then", "error"),
    [
        ("raise ZeroDivisionError", ZeroDivisionError),
        ('op.execute("DELETE FROM people")', NotWhole),
    ],
)
def test_a_step_that_fails_leaves_nothing_of_itself(
    older: tuple[Path, bytes],
    steps: Callable[[str], Steps],
    then: str,
    error: type[Exception],
) -> None:
    path, key = older
    was = shape(path, key)
    with pytest.raises(error):
        brought_up(path, key, steps(then))
    assert shape(path, key) == was
    store = again(path)
    with store.reading() as connection:
        assert read_case(connection, "p1").person.name == "Sam"
    store.close()


def test_a_damaged_store_is_not_brought_up(
    older: tuple[Path, bytes], steps: Callable[[str], Steps]
) -> None:
    path, key = older
    content = bytearray(path.read_bytes())
    for page in range(10, len(content) // 4096):
        content[page * 4096 + 2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(NotWhole), in_plain_words():
        brought_up(path, key, steps(""))
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.glob("*.schema-*")] == []


def test_a_copy_that_is_not_whole_stops_it_before_it_begins(
    older: tuple[Path, bytes], steps: Callable[[str], Steps]
) -> None:
    path, key = older
    engine = open_engine(path, key, foreign_keys=False)
    ask(engine, "UPDATE contacts SET person_id = 'p9'")
    engine.dispose()
    was = shape(path, key)
    with pytest.raises(NotWhole, match="copy made of the store"):
        brought_up(path, key, steps(""))
    assert shape(path, key) == was
    assert [file.name for file in path.parent.glob("*.schema-*")] == []
