import errno
import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from carelink.errors import StoreTrouble
from db.store import Store
from db.trouble import files_in_plain_words, in_plain_words


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not read and write S here"),
        (errno.EROFS, "may not read and write S here"),
        (errno.EIO, r"could not reach S \(EIO\)"),
        (None, r"could not reach S \(no reason given\)"),
    ],
)
def test_trouble_with_the_stores_files_is_said_in_words(number: int | None, says: str) -> None:
    with pytest.raises(StoreTrouble, match=says), files_in_plain_words():
        raise OSError(number, "as the system says it", "/cases/S")


def test_trouble_with_other_files_in_a_gesture_stays_theirs(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), store.writing():
        (tmp_path / "not there" / "figures.csv").write_bytes(b"")


def test_a_mistake_in_our_own_statement_stays_a_fault(store: Store) -> None:
    with (
        pytest.raises(Exception, match="no such table") as fault,
        store.reading() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(fault.value, StoreTrouble)


def test_the_engine_alone_is_heard_too(tmp_path: Path) -> None:
    missing = f"{(tmp_path / 'S').as_uri()}?mode=rw"
    with pytest.raises(StoreTrouble, match="could not be opened"), in_plain_words():
        driver.connect(missing, uri=True)


def test_a_store_that_may_only_be_read_is_read_and_not_written(store: Store) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StoreTrouble, match="only be read"), store.writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM drafts")


def test_another_engines_errors_are_not_ours() -> None:
    with pytest.raises(sqlite3.OperationalError), in_plain_words():
        raise sqlite3.OperationalError("database is locked")
