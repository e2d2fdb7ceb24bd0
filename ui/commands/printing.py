"""How rows reach standard output, and how files come to be whole or not there at all."""

import csv
import json
import os
import shutil
import sys
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from glob import escape
from pathlib import Path

import click

from carelink.errors import Problem, Refused


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], format_: str) -> None:
    """Rows as CSV, or as one JSON array of objects with exactly these keys."""
    if format_ == "json":
        objects = [dict(zip(columns, map(_plain, row), strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=1))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)


def print_object(held: Mapping[str, object], format_: str) -> None:
    """One object: as JSON, or as CSV of a header and one row."""
    if format_ == "json":
        click.echo(json.dumps(held, ensure_ascii=False, indent=1))
    else:
        print_rows(list(held), [list(held.values())], "csv")


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Write the files as a folder, all of them or none; a folder of earlier ones is replaced.

    Raises Refused when the folder holds anything that is not such a file, or is the one that the
    command runs in: a folder cannot be replaced under the feet of who stands in it.
    """
    out = out.resolve()
    if out == Path.cwd():
        says = "Choose another folder than the one you are in, or name a new one inside it."
        raise Refused(Problem("out", says))
    if out.exists():
        held = {path.name for path in out.iterdir()}
        if not held <= set(files):
            says = f"The folder {out.name} holds other files. Choose a new or empty folder."
            raise Refused(Problem("out", says))
    out.parent.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    fresh = out.with_name(f".{out.name}.{uuid.uuid4().hex}.new")
    try:
        fresh.mkdir(mode=0o700)
        for name, content in files.items():
            _write(fresh / name, content)
        _put_in_place(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check_out(out: Path) -> None:
    """Refuse a place where no file can be written, before anything is done that leads to it."""
    if out.is_dir():
        name = out.resolve().name or out
        raise Refused(Problem("out", f"{name} is a folder; give the name of a file."))
    if out.exists() and not out.is_file():
        raise Refused(Problem("out", f"{out} is no ordinary file; name another."))
    above = next(folder for folder in out.resolve().parents if folder.exists())
    if not above.is_dir():
        raise Refused(Problem("out", f"{above.name} is a file, so {out.name} cannot lie in it."))
    if not os.access(above, os.W_OK):
        raise Refused(Problem("out", f"You may not write in the folder {above.name}."))


def write_file(out: Path, content: bytes) -> None:
    """Write one file, whole or not at all; raises Refused as `check_out` does."""
    check_out(out)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    fresh = out.with_name(f".{out.name}.{uuid.uuid4().hex}.new")
    try:
        _write(fresh, content)
        fresh.replace(out)
    finally:
        fresh.unlink(missing_ok=True)


def _sweep(out: Path) -> None:
    """Take away what an earlier writing there, cut short by force, left half done and hidden.

    It holds names and notes in the clear, and nobody would look for it.
    """
    for left in out.parent.glob(f".{escape(out.name)}.{'[0-9a-f]' * 32}.[no]*"):
        if left.suffix not in (".new", ".old"):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _put_in_place(fresh: Path, out: Path) -> None:
    if not out.exists():
        fresh.rename(out)
        return
    old = out.with_name(f".{out.name}.{uuid.uuid4().hex}.old")
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
