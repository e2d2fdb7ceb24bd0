"""How fast is CareLink, against what is possible? Everything in one run, side by side."""

from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from carelink.errors import Problem, Refused
from ui.commands.asking import Program, format_option
from ui.commands.printing import print_object

if TYPE_CHECKING:
    from ui.bench.timing import Timed


@click.command()
@click.option(
    "--people",
    "rolls",
    multiple=True,
    type=click.IntRange(1, 20_000),
    default=(200, 3000),
    help="How many people; may be given more than once.",
)
@click.option("--times", type=click.IntRange(1, 100), default=5, help="How often, each thing.")
@click.option("--window/--no-window", default=True, help="Whether to start windows too.")
@format_option
@click.pass_obj
def bench(program: Program, rolls: tuple[int, ...], times: int, window: bool, format_: str) -> None:
    """The benchmark: made-up rolls, in encrypted stores that are thrown away after."""
    _needs("polars", "psutil")
    from ui.bench.report import as_object, as_table
    from ui.bench.stage import set_stage
    from ui.bench.windows import start_windows
    from ui.bench.work import work_on

    measured: list[Timed] = []
    for people in sorted(set(rolls)):
        with TemporaryDirectory(prefix="carelink-bench-") as folder:
            click.echo(f"Making up {people:,} people.", err=True)
            stage = set_stage(Path(folder), people, program.today)
            click.echo(f"Measuring with {people:,} people.", err=True)
            measured += work_on(stage, times)
            if window and people == max(rolls):
                measured += start_windows(stage, times)
    click.echo(as_table(measured), err=True)
    print_object(as_object(measured, program.today.isoformat()), format_)


def _needs(*packages: str) -> None:
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        says = f"The benchmark needs {' and '.join(missing)}: python3 run.py installs them."
        raise Refused(Problem("bench", says))
