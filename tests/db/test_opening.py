import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import SQLAlchemyError

from carelink.errors import NotWhole, Refused, StoreTrouble, WrongKey
from carelink.facts import Contact, Person
from db.engine import check_driver
from db.reading import read_case
from db.store import Store, create_store, open_store
from db.trail import add
from tests.stores import CHEAP, PASSPHRASE, USER, clock_at, made_store

CLOCK = clock_at(date(2026, 11, 24))


def again(path: Path, passphrase: str = PASSPHRASE, user: str = USER) -> Store:
    return open_store(path, user=user, passphrase=passphrase, clock=CLOCK)


def create(path: Path, **said: str) -> str:
    asked = {"user": USER, "role": "team_manager", "passphrase": PASSPHRASE, **said}
    return create_store(path, clock=CLOCK, cost=CHEAP, **asked)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A store with two hundred notes in it, closed."""
    store = made_store(tmp_path)
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
        add(writing, "contacts", [Contact(f"c{n:03}", "p1", note="n" * 900) for n in range(200)])
    store.close()
    return store.path


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_store_is_two_files_that_nobody_else_may_read(tmp_path: Path) -> None:
    create(tmp_path / "S")
    assert files_in(tmp_path) == ["S", "S.keys.json"]
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_every_connection_keeps_what_is_written_through_a_power_cut(tmp_path: Path) -> None:
    create(tmp_path / "S")
    store = again(tmp_path / "S")
    with store.reading() as first, store.reading() as second:
        for connection in (first, second):
            held = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
            }
            full = 2
            assert held == {
                "journal_mode": "wal",
                "synchronous": full,
                "foreign_keys": 1,
                "trusted_schema": 0,
            }
    store.close()


def test_the_recovery_code_opens_the_store(tmp_path: Path) -> None:
    code = create(tmp_path / "S")
    again(tmp_path / "S", code).close()


def test_the_user_is_who_opened_it(tmp_path: Path) -> None:
    create(tmp_path / "S", role="personal_adviser")
    store = again(tmp_path / "S")
    assert (store.user.name, store.user.role) == (USER, "personal_adviser")
    store.close()


@pytest.mark.parametrize(
    ("said", "field"),
    [({"passphrase": "short"}, "passphrase"), ({"user": " "}, "user"), ({"role": "king"}, "role")],
)
def test_what_can_be_put_right_is_refused_and_leaves_no_file(
    tmp_path: Path, said: dict[str, str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        create(tmp_path / "new" / "S", **said)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("name", ["S", "S.keys.json"])
def test_what_is_there_already_is_never_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"somebody's work")
    with pytest.raises(Refused, match="already"):
        create(tmp_path / "S")
    assert (tmp_path / name).read_bytes() == b"somebody's work"
    assert files_in(tmp_path) == [name]


def test_a_store_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> datetime:
        raise ValueError("no clock")

    with pytest.raises(ValueError, match="no clock"):
        create_store(
            tmp_path / "S", user=USER, role="qa", passphrase=PASSPHRASE, clock=broken, cost=CHEAP
        )
    assert files_in(tmp_path) == []


def test_what_a_making_cut_short_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    for ending in ("new", "new-wal", "new-shm"):
        (tmp_path / f".S[1].abc.{ending}").write_bytes(b"half")
    (tmp_path / ".T.abc.new").write_bytes(b"of another store")
    create(tmp_path / "S[1]")
    assert files_in(tmp_path) == [".T.abc.new", "S[1]", "S[1].keys.json"]


def test_of_two_who_make_one_store_at_once_the_second_is_refused(tmp_path: Path) -> None:
    def meanwhile() -> datetime:
        (tmp_path / "S.keys.json").write_bytes(b"the first one's")
        return CLOCK()

    with pytest.raises(Refused, match="already"):
        create_store(
            tmp_path / "S", user=USER, role="qa", passphrase=PASSPHRASE, clock=meanwhile, cost=CHEAP
        )
    assert (tmp_path / "S.keys.json").read_bytes() == b"the first one's"
    assert files_in(tmp_path) == ["S.keys.json"]


def test_a_name_that_cannot_be_given_leaves_no_key_behind(tmp_path: Path) -> None:
    def meanwhile() -> datetime:
        (tmp_path / "S").mkdir()
        return CLOCK()

    with pytest.raises(StoreTrouble):
        create_store(
            tmp_path / "S",
            user=USER,
            role="qa",
            passphrase=PASSPHRASE,
            clock=meanwhile,
            cost=CHEAP,
        )
    assert files_in(tmp_path) == ["S"]


def test_a_wrong_passphrase_changes_nothing(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(WrongKey):
        again(closed, "not it at all")
    assert closed.read_bytes() == before
    assert files_in(closed.parent) == ["carelink.store", "carelink.store.keys.json"]


def test_a_missing_store_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="There is no store"):
        again(tmp_path / "S")
    assert files_in(tmp_path) == []


def test_an_empty_file_is_lost_content_and_not_a_new_store(closed: Path) -> None:
    closed.write_bytes(b"")
    with pytest.raises(NotWhole, match="empty"):
        again(closed)
    assert closed.read_bytes() == b""


def test_a_plain_database_is_refused_with_no_byte_written(closed: Path) -> None:
    closed.unlink()
    with closing(sqlite3.connect(closed)) as plain:
        plain.execute("CREATE TABLE people (person_id TEXT)")
        plain.commit()
    before = closed.read_bytes()
    with pytest.raises(StoreTrouble, match="not encrypted"):
        again(closed)
    assert closed.read_bytes() == before
    assert files_in(closed.parent) == ["carelink.store", "carelink.store.keys.json"]


def test_a_store_whose_key_file_is_another_stores_is_not_whole(closed: Path) -> None:
    create(closed.with_name("T"))
    shutil.copy(closed.with_name("T.keys.json"), closed.with_name(closed.name + ".keys.json"))
    with pytest.raises(NotWhole, match="damaged"):
        again(closed)


def test_a_damaged_beginning_is_damage_and_not_a_wrong_passphrase(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:140] = bytes(40)
    closed.write_bytes(content)
    with pytest.raises(NotWhole, match="damaged"):
        again(closed)
    assert closed.read_bytes() == content


def test_a_file_that_lost_its_end_is_not_whole(closed: Path) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[: len(content) // 2 // 4096 * 4096])
    with pytest.raises(NotWhole, match="damaged"):
        read_everything(closed)


def test_one_changed_bit_in_a_note_is_noticed_when_it_is_read(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    for page in range(10, len(content) // 4096):
        content[page * 4096 + 2000] ^= 1
    closed.write_bytes(content)
    with pytest.raises(NotWhole, match="damaged"):
        read_everything(closed)


def read_everything(path: Path) -> None:
    store = again(path)
    try:
        with store.reading() as connection:
            read_case(connection, "p1")
    finally:
        store.close()


def test_a_library_that_cannot_encrypt_is_refused() -> None:
    with pytest.raises(StoreTrouble, match="cannot encrypt"):
        check_driver(sqlite3)


def test_a_library_that_loses_writes_is_refused() -> None:
    import sqlcipher3.dbapi2 as linked

    old = SimpleNamespace(
        connect=linked.connect, sqlite_version="3.51.1", sqlite_version_info=(3, 51, 1)
    )
    with pytest.raises(StoreTrouble, match=r"SQLite 3\.51\.1 here can lose"):
        check_driver(old)  # type: ignore[arg-type]  # stands in for an older library


def test_a_full_disk_keeps_nothing_of_the_gesture_and_all_before_it(store: Store) -> None:
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
    with store.reading() as connection:
        (pages,) = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(StoreTrouble, match="disk is full"), store.writing() as writing:
        add(writing, "contacts", [Contact(f"c{n}", "p1", note="n" * 900) for n in range(200)])
    with store.reading() as connection:
        assert read_case(connection, "p1").contacts == ()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages * 100}")
    with store.writing() as writing:
        add(writing, "contacts", [Contact("c1", "p1")])


def test_no_file_of_a_store_shows_a_word_of_it(tmp_path: Path) -> None:
    store = made_store(tmp_path)
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "CANARYNAME")])
        add(writing, "contacts", [Contact("c1", "p1", note="CANARYNOTE " * 400)])
        files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    files |= {file.name + " after": file.read_bytes() for file in tmp_path.iterdir()}
    store.close()
    assert len(files) == 8, "the store, its log, its index and its keys, twice"
    for name, content in files.items():
        assert b"CANARY" not in content, name
        assert "CANARY".encode("utf-16-le") not in content, name
        assert b"SQLite format" not in content, name


def test_nothing_of_the_storehouse_reaches_who_asked(store: Store) -> None:
    with pytest.raises(Refused, match="does not hold") as refused, store.writing() as writing:
        add(writing, "contacts", [Contact("c1", "nobody", note="CANARY")])
    assert not isinstance(refused.value, SQLAlchemyError)
    assert "CANARY" not in repr(refused.value)


def test_two_at_once_wait_for_each_other(store: Store) -> None:
    other = again(store.path)
    with other.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    with store.writing() as writing:
        add(writing, "people", [Person("p1", "Sam")])
        with pytest.raises(StoreTrouble, match="Another program"), other.writing():
            raise AssertionError("both wrote at once")
    with other.reading() as connection:
        assert read_case(connection, "p1").person.name == "Sam"
    other.close()


def test_the_day_is_the_day_here_and_the_instant_is_utc(tmp_path: Path) -> None:
    create(tmp_path / "S")
    late = datetime(2026, 7, 1, 23, 30, 1, 5, tzinfo=UTC)
    store = open_store(tmp_path / "S", user=USER, passphrase=PASSPHRASE, clock=lambda: late)
    assert store.today == date(2026, 7, 2)
    with store.writing() as writing:
        assert (writing.today, writing.at) == (date(2026, 7, 2), late.replace(microsecond=0))
    store.close()


CRASH = """
import os, signal, sys
from datetime import date
from pathlib import Path
sys.path.insert(0, {root!r})
from carelink.facts import Contact, Person
from db.store import open_store
from db.trail import add
from tests.stores import PASSPHRASE, USER, clock_at
store = open_store(
    Path({path!r}), user=USER, passphrase=PASSPHRASE, clock=clock_at(date(2026, 11, 24))
)
with store.writing() as writing:
    # A small cache, so that half of it is on the disk when the end comes.
    writing.connection.exec_driver_sql("PRAGMA cache_size = -200")
    add(writing, "people", [Person("p2", "Half")])
    add(writing, "contacts", [Contact(f"d{{n}}", "p2", note="n" * 900) for n in range(5_000)])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_crash_in_the_middle_of_an_import_takes_nothing(closed: Path) -> None:
    root = str(Path(__file__).parents[2])
    script = CRASH.format(root=root, path=str(closed))
    ended = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert ended.returncode == -9, ended.stderr.decode()
    store = again(closed)
    with store.reading() as connection:
        assert len(read_case(connection, "p1").contacts) == 200
        with pytest.raises(Refused, match="Nobody with the reference p2"):
            read_case(connection, "p2")
    store.close()


def test_a_copy_of_another_stores_key_under_another_name_is_not_whole(closed: Path) -> None:
    store = again(closed)
    with store.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE store_facts SET value = 'another'")
    store.close()
    with pytest.raises(NotWhole, match="belongs to another store"):
        again(closed)


def test_a_user_taken_out_of_the_store_cannot_open_it(closed: Path) -> None:
    store = again(closed)
    with store.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE users SET name = 'Somebody else'")
    store.close()
    with pytest.raises(WrongKey):
        again(closed)


def test_another_thread_reads_while_this_one_writes(closed: Path) -> None:
    store = again(closed)

    def notes() -> int:
        with store.reading() as connection:
            return len(read_case(connection, "p1").contacts)

    with ThreadPoolExecutor(1) as threads, store.writing() as writing:
        add(writing, "contacts", [Contact("new", "p1")])
        assert threads.submit(notes).result(timeout=10) == 200
    assert notes() == 201
    store.close()
