"""Real encrypted stores for tests, made quickly: a cheap passphrase, and the steps run but once."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from carelink.case import CaseFile
from carelink.errors import Refused
from db.reading import read_case
from db.slots import KdfCost, key_file
from db.store import Store, create_store, open_store

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "four plain words here"
USER = "Amina Yusuf"
TODAY = date(2026, 11, 24)


def clock_at(day: date, hour: int = 12) -> Callable[[], datetime]:
    """A clock that stands still."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return lambda: at


def made_store(
    folder: Path,
    today: date = TODAY,
    *,
    user: str = USER,
    role: str = "team_manager",
    name: str = "carelink.store",
) -> Store:
    """A fresh store in the folder, open, with its first user; the caller closes it."""
    path = folder / name
    for file, content in zip((path, key_file(path)), _a_store(user, role), strict=True):
        file.write_bytes(content)
        file.chmod(0o600)
    return open_store(path, user=user, passphrase=PASSPHRASE, clock=clock_at(today))


@lru_cache
def _a_store(user: str, role: str) -> tuple[bytes, bytes]:
    """The two files of an empty store; every copy of it has the same id and key."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "S"
        create_store(
            path, user=user, role=role, passphrase=PASSPHRASE, clock=clock_at(TODAY), cost=CHEAP
        )
        return path.read_bytes(), key_file(path).read_bytes()


def do(store: Store, verb: Callable[..., Any], *given: Any, **more: Any) -> Any:
    """One verb in a transaction of its own; what it gives back."""
    with store.writing() as writing:
        return verb(writing, *given, **more)


def case_of(store: Store, person_id: str = "p1") -> CaseFile:
    """A person's file as the store holds it."""
    with store.reading() as connection:
        return read_case(connection, person_id)


def refused(store: Store, verb: Callable[..., Any], *given: Any) -> list[str]:
    """The fields of every problem said; and nothing has been kept."""
    before = case_of(store)
    with pytest.raises(Refused) as said:
        do(store, verb, *given)
    assert case_of(store) == before
    return [problem.field for problem in said.value.problems]
