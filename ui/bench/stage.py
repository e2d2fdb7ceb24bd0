"""A made-up roll in an encrypted store, and the day and the adviser it is looked at from."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from ui.desk import Desk
from ui.opening import open_desk

USER = "Sam Reed"
PASSPHRASE = "made-up people only"
_SEED = 1


class Stage(NamedTuple):
    """Where a measurement is made: a store of so many people, up to a day."""

    folder: Path
    people: int
    day: date

    @property
    def store(self) -> Path:
        """The store's file."""
        return self.folder / "made-up.db"

    @property
    def clock(self) -> Callable[[], datetime]:
        """A clock that stands still at noon of the day."""
        return clock_at(self.day)

    def desk(self) -> Desk:
        """The store unlocked and the first cases read; the caller closes it."""
        return open_desk(self.store, USER, PASSPHRASE, self.clock)

    def empty(self, name: str) -> Desk:
        """A fresh store with nobody in it, open."""
        return empty_store(self.folder / name, self.day)


def clock_at(day: date) -> Callable[[], datetime]:
    """A clock that stands still at noon of the day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return lambda: noon


def set_stage(folder: Path, people: int, day: date) -> Stage:
    """Make the store, and let its user be the adviser with the most young people."""
    from db.recording import link_user

    stage = Stage(folder, people, day)
    _make(stage.store, people, day)
    desk = stage.desk()
    try:
        cases = desk.read([person.person_id for person in desk.people()])
        given = (case.adviser_on(day) for case in cases)
        advised = Counter(allocation.worker_id for allocation in given if allocation)
        if advised:
            desk.do(link_user, advised.most_common(1)[0][0])
    finally:
        desk.close()
    return stage


def empty_store(path: Path, day: date) -> Desk:
    """A fresh store with nobody in it, open."""
    _make(path, 0, day)
    return open_desk(path, USER, PASSPHRASE, clock_at(day))


def _make(path: Path, people: int, day: date) -> None:
    from db.made_up import make_demo_store

    make_demo_store(path, people, _SEED, day, user=USER, passphrase=PASSPHRASE, clock=clock_at(day))
