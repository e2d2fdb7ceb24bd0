"""The forecast: how many young people there will be, by single age, in the years ahead."""

from datetime import date
from pathlib import Path

import click

from carelink.errors import Problem, Refused
from ui.commands.asking import (
    Program,
    all_cases,
    as_at_option,
    opened,
    reason_option,
    store_option,
)
from ui.commands.printing import print_object, print_rows

_MOST_YEARS = 30
_LARGEST = 1_000_000


@click.command()
@store_option
@as_at_option
@click.option("--years", type=click.IntRange(1, _MOST_YEARS), default=3, help="How many ahead.")
@click.option(
    "--counts",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A CSV with year, age and count, in place of the store's people.",
)
@click.option("--attrition", is_flag=True, help="With who leaves and who comes, as a range.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["csv", "json"]),
    default="json",
    help="json, one object; or csv, a row a year.",
)
@reason_option
@click.pass_obj
def forecast(
    program: Program,
    store: str,
    user: str,
    as_at: date | None,
    years: int,
    counts: Path | None,
    attrition: bool,
    format_: str,
    reason: str,
) -> None:
    """Care-leaver numbers by single age in the years ahead, and what they rest on."""
    from carelink.forecast import (
        Given,
        as_object,
        as_table,
        forecast_of,
        forecast_of_counts,
        learnt_from,
        lived_of,
        read_counts,
    )

    day = as_at or program.today
    given: Given | None = read_counts(_text(counts)) if counts else None
    if given is not None and not attrition:
        found = forecast_of_counts(given, years)
    else:
        with opened(program, store, user) as held:
            lives = [lived_of(case, day) for case in all_cases(held)]
        if given is not None:
            found = forecast_of_counts(given, years, learnt_from(lives))
        else:
            found = forecast_of(lives, day, years, attrition=attrition)
    if format_ == "json":
        print_object(as_object(found), "json")
    else:
        print_rows(*as_table(found), "csv")
    for says in found.assumptions:
        click.echo(says, err=True)


def _text(path: Path) -> str:
    """The file as text; one that is too large or no text is no file of numbers."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(Problem("counts", f"{path.name} is too large for a file of numbers."))
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Refused(Problem("counts", f"{path.name} is not text in UTF-8.")) from error
    except OSError as error:
        raise Refused(Problem("counts", f"{path.name} could not be read.")) from error
