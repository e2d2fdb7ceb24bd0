"""Where is it all kept, and who may open it? One encrypted file; one gesture, one transaction."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from glob import escape
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, select

from carelink.errors import NotWhole, Problem, Refused, WrongKey
from carelink.words import ROLES
from db.engine import WRITING, check_driver, open_engine, settle
from db.keys import WRONG, Keys, Purpose, new_keys, new_slots, unlock
from db.migrate import bring_up, make_tables
from db.place import check_file, check_place
from db.slots import FLOOR, KdfCost, Slot, keep_names, key_file, write_first_slots
from db.tables import STORE_FACTS, USERS
from db.trail import Writing as Writing
from db.trail import keep
from db.trouble import files_in_plain_words, in_plain_words

# The day is the day here, also when the store's instants are in UTC.
HERE = ZoneInfo("Europe/London")
_STORE_ID = "store_id"
# The key file holds the name once for each way in, and is not read beyond a length.
LONGEST_NAME = 200


class User(NamedTuple):
    """The worker at the keyboard."""

    user_id: str
    name: str
    role: str
    worker_id: str = ""


class Store:
    """An open store. Every reading and every writing is one transaction of its own."""

    def __init__(
        self, path: Path, engine: Engine, user: User, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.engine = engine
        self.user = user
        self._clock = clock

    @property
    def today(self) -> date:
        """The day it is in this country."""
        return self._clock().astimezone(HERE).date()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, unchanged until it closes.

        Raises: StoreTrouble or NotWhole, with one plain sentence.
        """
        with in_plain_words(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, origin: str = "") -> Iterator[Writing]:
        """One gesture: all of it is kept, its trail with it, or none of it is.

        Raises: StoreTrouble, NotWhole or Refused, with one plain sentence; nothing is kept then.
        """
        at = self._clock().astimezone(UTC).replace(microsecond=0)
        with (
            in_plain_words(),
            self.engine.connect().execution_options(begin=WRITING) as connection,
            connection.begin(),
        ):
            today = at.astimezone(HERE).date()
            yield Writing(connection, self.user.name, at, origin, today, self.user.user_id)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def create_store(
    path: Path,
    *,
    user: str,
    role: str,
    passphrase: str,
    clock: Callable[[], datetime],
    cost: KdfCost = FLOOR,
    fill: Callable[[Store], None] | None = None,
) -> str:
    """Make a store with its first user, whole or not at all; returns the recovery code.

    It is empty, or holds what `fill` writes into it: the store gets its name only after that.

    Raises: Refused for what can be put right, a file of that name above all; StoreTrouble.
    """
    check_driver()
    check_place(path)
    _check_new(path, user, role)
    keys = new_keys(uuid.uuid4().hex)
    slots, code = new_slots(keys, user, passphrase, cost)
    with files_in_plain_words(), in_plain_words():
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        fresh = path.with_name(f".{path.name}.{keys.store_id}.new")
        try:
            _fill(fresh, keys, User(uuid.uuid4().hex, user, role), clock, fill)
            _put_in_place(fresh, path, slots)
        finally:
            _sweep(path)
    return code


def open_store(
    path: Path,
    *,
    user: str,
    passphrase: str,
    clock: Callable[[], datetime],
    keys: Keys | None = None,
) -> Store:
    """Open a store by a user's passphrase or recovery code, brought to this version if need be.

    `keys` spares the time of proving the passphrase where `db.keys.unlock` has done so already.

    Raises: WrongKey, NotWhole or StoreTrouble, with one plain sentence; the store is as it was.
    """
    check_driver()
    with files_in_plain_words(), in_plain_words():
        check_place(path)
        check_file(path)
        keys = keys or unlock(key_file(path), user, passphrase)
        key = keys.derive(Purpose.DATABASE)
        engine = open_engine(path, key)
        try:
            bring_up(engine, path, key)
            _check_pair(engine, keys)
            return Store(path, engine, _user_named(engine, user), clock)
        except BaseException:
            engine.dispose()
            raise


def _check_new(path: Path, user: str, role: str) -> None:
    problems = [_taken(name) for name in (path, key_file(path)) if name.exists()]
    if not user.strip():
        problems.append(Problem("user", "A store needs a first user: give a name."))
    if len(user) > LONGEST_NAME or not user.isprintable():
        says = f"A user's name is at most {LONGEST_NAME} letters that can all be seen."
        problems.append(Problem("user", says))
    if role not in ROLES:
        problems.append(Problem("role", f"The role must be one of {', '.join(ROLES)}."))
    if problems:
        raise Refused(*problems)


def _sweep(path: Path) -> None:
    """Take away what the making of this store, now or cut short before, has left half done."""
    for left in path.parent.glob(f".{escape(path.name)}.*.new*"):
        left.unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path, slots: list[Slot]) -> None:
    """Give a store its name, its way in first: where a store stands, it can be opened."""
    try:
        write_first_slots(key_file(path), slots)
    except FileExistsError:
        raise Refused(_taken(key_file(path))) from None
    try:
        fresh.rename(path)
    except BaseException:
        key_file(path).unlink()
        raise
    keep_names(path.parent)


def _taken(path: Path) -> Problem:
    says = f"There is a file at {path} already. It was left alone; choose another name."
    return Problem("store", says)


def _fill(
    fresh: Path,
    keys: Keys,
    user: User,
    clock: Callable[[], datetime],
    fill: Callable[[Store], None] | None,
) -> None:
    """Make the tables, the first user and the content in a file that nobody knows of yet."""
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    engine = open_engine(fresh, keys.derive(Purpose.DATABASE))
    store = Store(fresh, engine, user, clock)
    try:
        with store.writing() as writing:
            make_tables(writing.connection)
            keep(writing, STORE_FACTS, _STORE_ID, {"value": keys.store_id})
            keep(writing, USERS, user.user_id, user._asdict())
        if fill is not None:
            fill(store)
        settle(engine)
    finally:
        store.close()


def _check_pair(engine: Engine, keys: Keys) -> None:
    """Refuse a key file that was made for another store with the same key."""
    with engine.connect() as connection:
        named = select(STORE_FACTS.c.value).where(STORE_FACTS.c.name == _STORE_ID)
        if connection.scalar(named) != keys.store_id:
            raise NotWhole("The key file beside this store belongs to another store.")


def _user_named(engine: Engine, name: str) -> User:
    with engine.connect() as connection:
        row = connection.execute(select(USERS).where(USERS.c.name == name)).one_or_none()
    if row is None:
        raise WrongKey(WRONG)
    return User(*row)
