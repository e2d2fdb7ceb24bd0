"""The Board's figures: prepared, written whole, and approved by somebody else."""

from datetime import date
from pathlib import Path

import click

from ui.commands.asking import (
    Program,
    Words,
    all_cases,
    as_at_option,
    opened,
    reason_option,
    rulebook_for,
    store_option,
)
from ui.commands.printing import write_folder


@click.command()
@store_option
@as_at_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write."
)
@click.option(
    "--approve", type=Words(), help="Approve the release with this hash; not by who prepared it."
)
@reason_option
@click.pass_obj
def board(
    program: Program,
    store: str,
    user: str,
    as_at: date | None,
    out: Path | None,
    approve: str | None,
    reason: str,
) -> None:
    """The anonymised figures for the Corporate Parenting Board."""
    from carelink.figures import headline_release, write_release
    from db.releases import approve_release, record_release

    if (out is None) == (approve is None):
        raise click.UsageError("Give --out to prepare a release, or --approve to approve one.")
    with opened(program, store, user) as held:
        if approve is not None:
            with held.writing(reason) as writing:
                approve_release(writing, approve)
            click.echo(f"Approved {approve}.", err=True)
            return
        assert out is not None
        day = as_at or program.today
        release = headline_release(all_cases(held), rulebook_for(store), day)
        with held.writing(reason) as writing:
            record_release(writing, release)
            write_folder(out, write_release(release))
    click.echo(release.hash)
    click.echo(f"Prepared, not yet approved: {out.name}.", err=True)
