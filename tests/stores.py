"""Real encrypted stores for tests, made quickly by a cheap passphrase."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from db.keys import KdfCost
from db.store import Store, create_store, open_store

CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "four plain words here"
USER = "Amina Yusuf"


def clock_at(day: date, hour: int = 12) -> Callable[[], datetime]:
    """A clock that stands still."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return lambda: at


def made_store(
    folder: Path,
    today: date = date(2026, 11, 24),
    *,
    user: str = USER,
    role: str = "team_manager",
    name: str = "carelink.store",
) -> Store:
    """A fresh store in the folder, open, with its first user; the caller closes it."""
    clock = clock_at(today)
    path = folder / name
    create_store(path, user=user, role=role, passphrase=PASSPHRASE, clock=clock, cost=CHEAP)
    return open_store(path, user=user, passphrase=PASSPHRASE, clock=clock)
