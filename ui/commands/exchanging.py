"""Reading other people's files in, and giving everything back as an open bundle."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.commands.asking import Program, opened, reason_option, store_option
from ui.commands.endings import REFUSED
from ui.commands.printing import write_file, write_folder

if TYPE_CHECKING:
    from db.intake import Taken

_KINDS = ("bundle", "annex-a", "ssda903", "ssd", "tracker")


@click.command(name="import")
@store_option
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(_KINDS), help="What it is; else judged from the file.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--strict", is_flag=True, help="Take nothing if any row is refused.")
@click.option("--report", type=click.Path(path_type=Path), help="Write the refused rows to a file.")
@click.pass_obj
def import_(
    program: Program,
    store: str,
    user: str,
    source: Path,
    kind: str | None,
    dry_run: bool,
    strict: bool,
    report: Path | None,
) -> int:
    """Read a source: what can be taken in one transaction, the rest listed with reasons."""
    from carelink.exchange import read_source
    from db.intake import NotTaken, open_source, take_in

    reading = read_source(open_source(source), kind, program.today)
    taken = None
    with opened(program, store, user) as held:
        try:
            with held.writing(_origin(source)) as writing:
                taken = take_in(writing, reading)
                _report(taken, report)  # before anything is kept: where it fails, nothing is
                if dry_run or (strict and taken.refused):
                    raise NotTaken
        except NotTaken:
            pass
    assert taken is not None
    _say(taken, reading.notes)
    if strict and taken.refused:
        click.echo("Nothing was taken, because some rows were refused (--strict).", err=True)
        return REFUSED
    if dry_run:
        click.echo("A dry run: nothing was kept.", err=True)
    click.echo(f"imported={taken.imported} changed={taken.changed} rejected={taken.rejected}")
    return 0


@click.command()
@store_option
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@reason_option
@click.pass_obj
def export(program: Program, store: str, user: str, out: Path, reason: str) -> None:
    """Everything about the young people and workers, as an open bundle."""
    from carelink.exchange import write_bundle
    from db.intake import read_bundle_rows

    with opened(program, store, user) as held, held.reading() as connection:
        files = write_bundle(read_bundle_rows(connection))
    write_folder(out, files)
    click.echo(f"Wrote {len(files)} files to {out.name}.", err=True)


def _origin(source: Path) -> str:
    """Where the rows come from, as they carry it; a file's name need not be text."""
    return f"import {source.name}".encode(errors="replace").decode()


def _say(taken: "Taken", notes: list[str]) -> None:
    for said in notes:
        click.echo(said, err=True)
    for refusal in taken.refused:
        click.echo(f"{refusal.file}, line {refusal.line}: {refusal.says}", err=True)


def _report(taken: "Taken", report: Path | None) -> None:
    if report is not None:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("file", "line", "reason"))
        writer.writerows((r.file, r.line, r.says) for r in taken.refused)
        write_file(report, text.getvalue().encode(errors="backslashreplace"))
