"""How a command ends: one plain sentence per problem, and the exit code that says which kind."""

import errno
import logging
import traceback
import uuid
from pathlib import Path

import click

from carelink.errors import (
    ChangedMeanwhile,
    NotWhole,
    Refused,
    RulebookError,
    StoreTrouble,
    WrongKey,
)

DONE, REFUSED, WRONG_WORDS, CHANGED, WRONG_KEY, NOT_WHOLE = 0, 1, 2, 3, 4, 6
_CODES: tuple[tuple[type[Exception], int], ...] = (
    (WrongKey, WRONG_KEY),
    (NotWhole, NOT_WHOLE),
    (ChangedMeanwhile, CHANGED),
    (StoreTrouble, REFUSED),
    (RulebookError, REFUSED),
    (Refused, REFUSED),
)


def end(error: BaseException) -> int:
    """Say what went wrong on standard error; returns the exit code."""
    if isinstance(error, click.UsageError):
        error.show()
        return WRONG_WORDS
    if isinstance(error, click.Abort | KeyboardInterrupt):
        click.echo("Stopped; nothing more was done.", err=True)
        return REFUSED
    for sentence in sentences(error):
        click.echo(sentence, err=True)
    return next((code for kind, code in _CODES if isinstance(error, kind)), REFUSED)


def sentences(error: BaseException) -> list[str]:
    """What went wrong, a plain sentence a problem."""
    if isinstance(error, Refused):
        return [problem.says for problem in error.problems]
    if isinstance(error, StoreTrouble | RulebookError):
        return [str(error)]
    if isinstance(error, OSError):
        return [_of_the_disk(error)]
    return [_our_fault(error)]


def _of_the_disk(error: OSError) -> str:
    name = Path(str(error.filename)).name if error.filename else "a file"
    if error.errno == errno.ENOSPC:
        return f"The disk is full, so {name} was not written. Free some space and try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"You may not read or write {name} there. Choose another place."
    if error.errno == errno.ENOENT:
        return f"There is no file or folder named {name} there."
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST):
        return f"{name} is not what was expected there: a file where a folder should be, or both."
    return f"{name} could not be read or written (error {error.errno})."


def _our_fault(error: BaseException) -> str:
    """A fault of ours: the place in the code goes to the log, never what it was working on."""
    reference = uuid.uuid4().hex[:8]
    where = traceback.extract_tb(error.__traceback__)
    trail = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(where))
    logging.getLogger("carelink").error("%s %s at %s", reference, type(error).__name__, trail)
    return f"CareLink has met a fault of its own (reference {reference}). What was saved is safe."
