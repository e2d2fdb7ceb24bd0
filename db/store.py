"""Where is it all kept, and who may open it? One encrypted file, one gesture one transaction."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, insert, select

from carelink.errors import Problem, Refused, StoreTrouble, WrongKey
from db.engine import WRITING, open_engine
from db.keys import (
    FLOOR,
    KdfCost,
    Keys,
    Purpose,
    key_file,
    new_keys,
    new_slots,
    unlock,
    write_slots,
)
from db.tables import METADATA, STORE_FACTS, USERS

_HERE = ZoneInfo("Europe/London")


class User(NamedTuple):
    """The worker at the keyboard."""

    user_id: str
    name: str
    role: str
    worker_id: str = ""


class Writing(NamedTuple):
    """One gesture being written: by whom, when, on which day here, and where it came from."""

    connection: Connection
    who: str
    at: datetime
    origin: str
    today: date


class Store:
    """An open store. Reads and writes each happen in one transaction of their own."""

    def __init__(self, engine: Engine, user: User, clock: Callable[[], datetime]) -> None:
        self.user = user
        self._engine = engine
        self._clock = clock

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, unchanged until it closes."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, origin: str = "") -> Iterator[Writing]:
        """One gesture: all of it is kept, or none. The trail is written in the same transaction."""
        at = self._clock()
        today = at.astimezone(_HERE).date()
        with self._engine.connect().execution_options(begin=WRITING) as connection:
            with connection.begin():
                yield Writing(connection, self.user.name, at, origin, today)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def create_store(
    path: Path,
    *,
    user: str,
    role: str,
    passphrase: str,
    clock: Callable[[], datetime],
    cost: KdfCost = FLOOR,
) -> str:
    """Make an empty store with its first user, whole or not at all; returns the recovery code."""
    if path.exists():
        raise Refused(
            Problem("store", f"There is a file named {path.name} already; it was left alone.")
        )
    keys = new_keys(uuid.uuid4().hex)
    slots, code = new_slots(keys, user, passphrase, cost)
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL, 0o600))
    engine = open_engine(fresh, keys.derive(Purpose.DATABASE))
    with engine.connect().execution_options(begin=WRITING) as connection, connection.begin():
        METADATA.create_all(connection)
        connection.execute(insert(STORE_FACTS), {"name": "store_id", "value": keys.store_id})
        connection.execute(insert(USERS), {"user_id": uuid.uuid4().hex, "name": user, "role": role})
    engine.dispose()
    write_slots(key_file(path), slots)
    os.rename(fresh, path)
    return code


def open_store(path: Path, *, user: str, passphrase: str, clock: Callable[[], datetime]) -> Store:
    """Open a store by a user's passphrase or recovery code."""
    if not path.exists():
        raise StoreTrouble(f"There is no store named {path.name} here.")
    keys = unlock(key_file(path), user, passphrase)
    engine = open_engine(path, keys.derive(Purpose.DATABASE))
    with engine.connect() as connection:
        row = connection.execute(select(USERS).where(USERS.c.name == user)).one_or_none()
    if row is None:
        raise WrongKey("This name and passphrase do not open the store.")
    return Store(engine, User(*row), clock)
