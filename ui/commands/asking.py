"""What every command asks: which store, which user, which passphrase, which day."""

import getpass
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

import click
import platformdirs

from carelink.errors import Problem, Refused
from ui.standards import rulebook_beside

if TYPE_CHECKING:
    from carelink.case import CaseFile
    from carelink.rulebook import Rulebook
    from db.store import Store

_HERE = ZoneInfo("Europe/London")
# Nobody in a store was born before, and nobody in it now will be under 25 after.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class Program(NamedTuple):
    """What main.py hands to every command: the clock, and how to open the window."""

    clock: Callable[[], datetime]
    open_window: Callable[[Path, str, bool], int]

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.clock().astimezone(_HERE).date()


class Words(click.ParamType[str]):
    """What somebody says in words: text that can be kept.

    Where a terminal hands over bytes that are no text, the system makes half letters of them.
    """

    name = "text"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        said = str(value)
        try:
            said.encode()
        except UnicodeEncodeError:
            self.fail("this is not text in UTF-8", param, ctx)
        return said


class Day(click.ParamType[date]):
    """A day as a command takes it: 2026-03-31."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is not a day; write it as 2026-03-31', param, ctx)


class AsAt(Day):
    """A day that a list can be asked about: from it one counts years back and years ahead."""

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        day = super().convert(value, param, ctx)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            says = f"{day.isoformat()} is not in the years {_FIRST_YEAR} to {_LAST_YEAR}"
            self.fail(says, param, ctx)
        return day


def default_store() -> Path:
    """Where the store lies unless told otherwise: the local user data folder, never roaming."""
    return (
        Path(platformdirs.user_data_dir("CareLink", appauthor=False, roaming=False)) / "carelink.db"
    )


def default_user() -> str:
    """The user from CARELINK_USER, else the operating system's name."""
    return os.environ.get("CARELINK_USER") or getpass.getuser()


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which store, and who asks."""
    command = click.option(
        "--user", type=Words(), default=default_user, help="Who you are in the store."
    )(command)
    return click.option("--store", "store", default=default_store, help="The store's file.")(
        command
    )


def as_at_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The day asked about."""
    return click.option("--as-at", "as_at", type=AsAt(), help="The day asked about; else today.")(
        command
    )


def reason_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Why, where an opening or an export is kept with its reason."""
    return click.option(
        "--reason", type=Words(), default="command line", help="Kept with what was done."
    )(command)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """How rows are printed."""
    kinds = click.Choice(["csv", "json"])
    return click.option("--format", "format_", type=kinds, default="csv", help="csv or json.")(
        command
    )


def path_of(store: str | Path) -> Path:
    """The store's path; a server's address is refused in words."""
    if str(store).startswith(("postgresql:", "postgresql+")):
        says = "This version of CareLink keeps its store in a file; it cannot use a server yet."
        raise Refused(Problem("store", says))
    return Path(store)


def passphrase(*, twice: bool = False) -> str:
    """The passphrase, from CARELINK_PASSPHRASE or a prompt; never from the words of a command."""
    given = os.environ.get("CARELINK_PASSPHRASE")
    if given is not None:
        return given
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", getpass.GetPassWarning)  # said already, in plain words
        answer: str = click.prompt(
            "Passphrase", hide_input=True, confirmation_prompt=twice, err=True
        )
    return answer


@contextmanager
def opened(program: Program, store: str | Path, user: str) -> Iterator["Store"]:
    """The store, open for one command."""
    from db.store import open_store

    held = open_store(path_of(store), user=user, passphrase=passphrase(), clock=program.clock)
    try:
        yield held
    finally:
        held.close()


def rulebook_for(store: str | Path) -> "Rulebook":
    """The law with the standards of this store's council."""
    return rulebook_beside(path_of(store))


def made(program: Program, store: str | Path, user: str, role: str) -> str:
    """Make an empty store with its first user; returns the recovery code."""
    from db.store import create_store

    path = path_of(store)
    if path == default_store():
        path.parent.mkdir(parents=True, exist_ok=True)
    return create_store(
        path,
        user=user,
        role=role,
        passphrase=passphrase(twice=True),
        clock=program.clock,
    )


def all_cases(store: "Store") -> "list[CaseFile]":
    """Every case file in the store, by id."""
    from db.reading import read_cases

    with store.reading() as connection:
        return read_cases(connection)


def all_ids(store: "Store", kind: str) -> list[str]:
    """The ids that a file of the bundle would hold, in its order."""
    from carelink.facts import KINDS
    from db.reading import read_rows

    key = KINDS[kind].key
    with store.reading() as connection:
        return [getattr(fact, key) for fact, _ in read_rows(connection, kind)]
