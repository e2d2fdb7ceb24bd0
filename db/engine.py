"""How is a store file reached? Encrypted connections with real transactions."""

from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from carelink.errors import StoreTrouble

WRITING = "BEGIN IMMEDIATE"
_READING = "BEGIN"

# SQLite before this loses acknowledged writes when two connections meet at a checkpoint.
_OLDEST = (3, 51, 3)

# Durable at a power cut (WAL with FULL); 24 MB of cache a connection reads a roll of 3,000 as
# quickly as 64 MB do, and two connections are open.
_PRAGMAS = (
    "busy_timeout = 10000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "cache_size = -24576",
)


def check_driver(module: ModuleType = driver) -> None:
    """Refuse to start on a library that would lose writes or keep them in the clear.

    The library that is linked is asked, not the one that was pinned.
    """
    with closing(module.connect(":memory:")) as connection:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if not cipher or not cipher[0]:
        raise StoreTrouble("This computer's SQLite cannot encrypt, so no store was opened.")
    if module.sqlite_version_info < _OLDEST:
        needed = ".".join(map(str, _OLDEST))
        raise StoreTrouble(
            f"SQLite {module.sqlite_version} here can lose what was saved. CareLink needs {needed} "
            "or newer; no store was opened."
        )


def open_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> Engine:
    """An engine on a file, which must exist; any thread may use it."""

    def connect() -> Any:
        address = f"{path.absolute().as_uri()}?mode=rw"
        made = driver.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        made.execute("PRAGMA cipher_log_level = NONE")
        made.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in (*_PRAGMAS, f"foreign_keys = {'ON' if foreign_keys else 'OFF'}"):
            made.execute(f"PRAGMA {pragma}")
        return made

    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in so many words: the driver's own way would let changes of tables slip out."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", _READING))


def ask(engine: Engine, *statements: str) -> list[tuple[Any, ...]]:
    """Ask SQLite outside any transaction; every answer to every statement."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        return [row for said in statements for row in cursor.execute(said).fetchall()]


def settle(engine: Engine) -> bool:
    """Bring what stands in the log into the file itself; False when others are in its way."""
    ((busy, *_),) = ask(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
    return not busy


def damage_in(engine: Engine) -> list[str]:
    """What the cipher and SQLite find wrong, after `settle`; empty when all is well.

    All answers are read: others before us have read the first alone, and damage stayed hidden.
    """
    found = [*_told(engine, "cipher_integrity_check"), *_told(engine, "quick_check")]
    return found or [f"{table}: points at nobody" for table in _told(engine, "foreign_key_check")]


def _told(engine: Engine, pragma: str) -> list[str]:
    """The first word of every answer but "ok"; that it cannot be answered is an answer too."""
    try:
        return [str(row[0]) for row in ask(engine, f"PRAGMA {pragma}") if row[0] != "ok"]
    except driver.DatabaseError as error:
        return [f"{pragma}: {error}"]
