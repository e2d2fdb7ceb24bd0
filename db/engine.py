"""How is a store file reached? One encrypted SQLite connection and its real transactions."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

WRITING = "BEGIN IMMEDIATE"
_READING = "BEGIN"

# Durable at a power cut (WAL with FULL), strict about what points where, quiet on standard error.
_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "busy_timeout = 10000",
    "trusted_schema = OFF",
    "cache_size = -65536",
)


def open_engine(path: Path, key: bytes) -> Engine:
    """An engine on the file, which must exist; usable from any thread."""

    def connect() -> Any:
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

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
    """Begin in so many words, so that changes of tables roll back too."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", _READING))
