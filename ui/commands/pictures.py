"""Every screen on the made-up caseload, as pictures, without a display."""

from pathlib import Path

import click

from ui.commands.asking import Program


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="screenshots")
@click.pass_obj
def screenshots(program: Program, out: Path) -> None:
    """Every screen on the demo caseload as PNG."""
    from ui.screenshots import take_screenshots

    names = take_screenshots(out, program.clock)
    click.echo(f"Wrote {len(names)} pictures to {out}.", err=True)
