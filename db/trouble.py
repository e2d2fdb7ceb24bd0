"""What went wrong with the store, in one plain sentence, and what was kept?"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from carelink.errors import NotWhole, Problem, Refused, StoreTrouble

_FULL = (
    "The disk is full. What you had saved before is safe; nothing of this was kept. "
    "Free some space and save again."
)
_DAMAGED = (
    "The store is damaged. It was left as it is: keep it, and put back the newest backup beside it."
)

# By the beginning of SQLite's own name for it; the longer names of a family share their sentence.
_SAYS: tuple[tuple[str, type[StoreTrouble], str], ...] = (
    ("SQLITE_FULL", StoreTrouble, _FULL),
    (
        "SQLITE_BUSY",
        StoreTrouble,
        "Another program is writing to the store. Nothing of this was kept. Try again in a moment.",
    ),
    ("SQLITE_NOTADB", NotWhole, _DAMAGED),
    ("SQLITE_CORRUPT", NotWhole, _DAMAGED),
    (
        "SQLITE_READONLY",
        StoreTrouble,
        "The store may only be read here, so nothing of this was kept.",
    ),
    (
        "SQLITE_CANTOPEN",
        StoreTrouble,
        "The store could not be opened. Is it still there, and may you read and write it?",
    ),
    (
        "SQLITE_IOERR",
        StoreTrouble,
        "The disk did not answer as it should. What you had saved before is safe; nothing of this "
        "was kept. Check the disk, and that it is not full, and save again.",
    ),
)
_REFERS = (
    "This refers to somebody or something that the store does not hold, or repeats what it holds "
    "already. Nothing of this was kept."
)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what the engine says about the store into StoreTrouble with a sentence."""
    try:
        yield
    except DBAPIError as error:
        raise _said(error.orig, error) from None
    except driver.Error as error:
        raise _said(error, error) from None


@contextmanager
def files_in_plain_words() -> Iterator[None]:
    """Turn what the system says about the store's files into StoreTrouble with a sentence.

    Around the store's own files alone: a gesture may write other files, whose trouble is theirs.
    """
    try:
        yield
    except OSError as error:
        raise StoreTrouble(_of_the_system(error)) from None


def _said(cause: BaseException | None, error: Exception) -> Exception:
    """The sentence for what SQLite says; a mistake in our own SQL stays what it is: a fault."""
    name = str(getattr(cause, "sqlite_errorname", ""))
    if name.startswith("SQLITE_CONSTRAINT"):
        return Refused(Problem("", _REFERS))
    for beginning, kind, says in _SAYS:
        if name.startswith(beginning):
            return kind(says)
    return error


def _of_the_system(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FULL
    name = Path(error.filename).name if isinstance(error.filename, str) else "the store"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"You may not read and write {name} here. Nothing was kept; ask who looks after it."
    reason = errno.errorcode.get(error.errno or 0, "no reason given")
    return f"The computer could not reach {name} ({reason}). Nothing of this was kept."
