"""Keeping a store: make one, make a made-up one, and see that it is whole."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelink.errors import Refused
from carelink.facts import KINDS
from carelink.words import ROLES
from ui.commands.asking import (
    Program,
    all_cases,
    all_ids,
    as_at_option,
    format_option,
    made,
    opened,
    passphrase,
    path_of,
    rulebook_for,
    store_option,
)
from ui.commands.endings import DONE, NOT_WHOLE
from ui.commands.printing import check_out, print_object, print_rows, write_file

if TYPE_CHECKING:
    from db.store import Store

_recovery = click.option(
    "--recovery-out", type=click.Path(path_type=Path), help="Write the recovery code to this file."
)


@click.command()
@store_option
@click.option("--role", type=click.Choice(ROLES), default="team_manager", help="Their role.")
@_recovery
@click.pass_obj
def init(program: Program, store: str, user: str, role: str, recovery_out: Path | None) -> None:
    """Make an empty store with its first user."""
    if recovery_out is not None:
        check_out(recovery_out)
    _hand_over(made(program, store, user, role), recovery_out)
    click.echo(f"Made the store {path_of(store).name} with its first user, {user}.", err=True)


@click.command()
@store_option
@click.option("--people", type=click.IntRange(0, 100_000), default=200, help="How many people.")
@click.option("--seed", type=int, default=1, help="The same seed makes the same people.")
@as_at_option
@_recovery
@click.pass_obj
def demo(
    program: Program,
    store: str,
    user: str,
    people: int,
    seed: int,
    as_at: date | None,
    recovery_out: Path | None,
) -> None:
    """Make a store of made-up young people with years of history."""
    from db.made_up import make_demo_store

    if recovery_out is not None:
        check_out(recovery_out)
    day = as_at or program.today
    code = make_demo_store(
        path_of(store), people, seed, day, user=user, passphrase=passphrase(), clock=program.clock
    )
    _hand_over(code, recovery_out)
    click.echo(f"Made {people:,} people up to {day.isoformat()}, none of them real.", err=True)


@click.command()
@store_option
@format_option
@click.option("--rows", help="Print the ids that this file of the bundle would hold.")
@click.pass_obj
def check(program: Program, store: str, user: str, format_: str, rows: str | None) -> int:
    """Is the store whole: database, keys, trail, releases; whose cases are nobody's."""
    from db.wholeness import check_store

    with opened(program, store, user) as held:
        if rows is not None:
            _print_ids(held, rows, format_)
            return DONE
        found = check_store(held)
        orphans = _orphans(held, store, program.today)
    says = {
        "database": found.database,
        "keys": found.keys,
        "trail": found.trail,
        "releases": found.releases,
        "whole": "Y" if found.whole else "N",
        "orphans": ";".join(orphans),
    }
    print_object(says, format_)
    return DONE if found.whole else NOT_WHOLE


def _print_ids(held: "Store", kind: str, format_: str) -> None:
    """One id a line, or the same as JSON."""
    if kind not in KINDS:
        raise click.UsageError(f'"{kind}" is no file of the bundle: {", ".join(KINDS)}')
    ids = all_ids(held, kind)
    if format_ == "json":
        print_rows((KINDS[kind].key,), ((one,) for one in ids), "json")
    else:
        click.echo("".join(f"{one}\n" for one in ids), nl=False)


def _orphans(held: "Store", store: str, today: date) -> list[str]:
    """People on the roll whom no personal adviser is allocated to today."""
    from carelink.duties import duties_of
    from carelink.handover.orphans import orphan_of

    book = rulebook_for(store)
    return [
        case.person.person_id
        for case in all_cases(held)
        if duties_of(case, book, today) and (orphan := orphan_of(case, today)) and orphan.today
    ]


def _hand_over(code: str, out: Path | None) -> None:
    """Give the recovery code away; where its file cannot be written it is said, never lost."""
    said = f"Recovery code, to print and keep in a safe place: {code}"
    if out is None:
        click.echo(said, err=True)
        return
    try:
        write_file(out, f"{code}\n".encode())
    except (OSError, Refused):
        click.echo(said, err=True)
        raise
    click.echo(f"The recovery code is in {out.name}; keep it in a safe place.", err=True)
