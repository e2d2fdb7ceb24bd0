"""The Board's figures: made safe, written whole, and approved by somebody else."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from carelink.errors import Problem, Refused
from ui.commands.asking import (
    Program,
    Words,
    as_at_option,
    format_option,
    opened,
    path_of,
    reason_option,
    store_option,
)
from ui.commands.printing import print_rows, write_folder
from ui.releasing import Wish, count_for, prepare
from ui.standards import comparators_beside, targets_beside

if TYPE_CHECKING:
    from carelink.release.prepared import Prepared
    from db.store import Store

_TABLES = ("table", "title", "theme", "population", "fixed", "dimensions", "headline")
_LEDGER = ("hash", "as_at", "audience", "mode", "level", "prepared_by", "approved_by", "corrects")
# Commentary is a few pages of words; a larger file is something else.
_LONGEST_FILE = 1_000_000


class _Saying(NamedTuple):
    """What is said with the release, and why it was made."""

    commentary: dict[str, Any]
    corrects: str
    reason: str


def _choices(command: Callable[..., Any]) -> Callable[..., Any]:
    """How the release is wanted."""
    modes, levels = (
        click.Choice(["rounded", "exact"]),
        click.Choice(["full", "grouped", "headline"]),
    )
    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    for option in (
        click.option("--mode", type=modes, default=None, help="Else as released before."),
        click.option("--level", type=levels, help="How fine; else as fine as the roll allows."),
        click.option("--table", "only", multiple=True, help="Only this table; may be repeated."),
        click.option("--audience", type=Words(), default="", help="For whom; else the Board."),
        click.option("--commentary", type=file, help="A JSON file of words for each theme."),
        click.option("--corrects", type=Words(), default="", help="The hash this puts right."),
        click.option("--release", "again", type=Words(), help="Write this earlier one again."),
    ):
        command = option(command)
    return command


@click.command()
@store_option
@as_at_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write."
)
@click.option(
    "--approve", type=Words(), help="Approve the release with this hash; not by who prepared it."
)
@click.option("--tables", "list_tables", is_flag=True, help="Print the list of tables.")
@click.option("--ledger", "list_ledger", is_flag=True, help="Print what was released before.")
@_choices
@format_option
@reason_option
@click.pass_obj
def board(
    program: Program,
    /,
    store: str,
    user: str,
    as_at: date | None,
    out: Path | None,
    approve: str | None,
    list_tables: bool,
    list_ledger: bool,
    again: str | None,
    commentary: Path | None,
    corrects: str,
    format_: str,
    reason: str,
    **wished: Any,
) -> None:
    """The anonymised figures for the Corporate Parenting Board."""
    if (out is not None) + (approve is not None) + list_tables + list_ledger != 1:
        says = "Give one of --out (prepare a release), --approve, --tables and --ledger."
        raise click.UsageError(says)
    if list_tables:
        print_rows(_TABLES, _table_rows(), format_)
        return
    saying = _Saying(_commentary(commentary), corrects, reason)
    with opened(program, store, user) as held:
        if list_ledger:
            print_rows(_LEDGER, _ledger_rows(held), format_)
        elif approve is not None:
            _approve(held, approve, reason)
        elif out is not None and again is not None:
            _write_again(held, again, out)
        elif out is not None:
            chosen = {name: given or "" for name, given in wished.items() if name != "only"}
            wish = Wish(as_at or program.today, only=wished["only"], **chosen)
            _prepare(held, store, wish, saying, out)


def _prepare(held: "Store", store: str, wish: Wish, saying: _Saying, out: Path) -> None:
    """Count, protect, attack, keep in the ledger and write: all of it or nothing."""
    from db.releases import ledger, record_release
    from ui.release_files import files_beside

    ask, beside = partial(_ask, held), path_of(store)
    prepared = prepare(ask, beside, count_for(ask, beside, wish.as_at), wish)
    release = prepared.release
    if release is None:
        raise Refused(*(Problem("release", says) for says in _not_safe(prepared)))
    _check_words(held, prepared, saying.commentary)
    with held.writing(saying.reason) as writing:
        earlier = [one.release for one in ledger(writing.connection)]
        record_release(
            writing,
            release,
            level=prepared.level,
            seats=prepared.seats,
            commentary=saying.commentary,
            corrects=saying.corrects,
            corrects_why=saying.reason if saying.corrects else "",
        )
        write_folder(out, files_beside(beside, release, saying.commentary, earlier))
    click.echo(release.hash)
    for says in (*_tried(prepared), release.said["attack_says"]):
        click.echo(says, err=True)
    form = f"{prepared.mode} {prepared.level}"
    click.echo(f"Prepared as {form}, not yet approved: {out.name}.", err=True)


def _ask(held: "Store", question: Callable[..., Any], *args: Any) -> Any:
    with held.reading() as connection:
        return question(connection, *args)


def _approve(held: "Store", hash: str, reason: str) -> None:
    from db.releases import approve_release

    with held.writing(reason) as writing:
        approve_release(writing, hash)
    click.echo(f"Approved {hash}.", err=True)


def _write_again(held: "Store", hash: str, out: Path) -> None:
    """A release of the ledger once more, as it was written, with what came before it."""
    from db.releases import ledger, read_releases, release_kept
    from ui.release_files import files_beside

    release = _ask(held, release_kept, hash)
    kept = next(one for one in _ask(held, read_releases) if one.hash == hash)
    before = [one.release for one in _ask(held, ledger) if one.prepared_at < kept.prepared_at]
    write_folder(out, files_beside(held.path, release, kept.words, before))
    click.echo(hash)


def _commentary(file: Path | None) -> dict[str, Any]:
    """The words for each theme.

    Raises: Refused when the file is no JSON object.
    """
    if file is None:
        return {}
    try:
        said = json.loads(file.read_bytes()[:_LONGEST_FILE])
    except ValueError:
        said = None
    if not isinstance(said, dict):
        says = f"{file.name} is no JSON object of a theme and its words."
        raise Refused(Problem("commentary", says))
    return said


def _check_words(held: "Store", prepared: "Prepared", words: Mapping[str, Any]) -> None:
    """Let no words go that name somebody, nor another number unless `let_stand` says why it may.

    Raises: Refused with everything that was found.
    """
    from carelink.release.commentary import check_commentary, percents_beside
    from db.reading import read_people

    release = prepared.release
    said = {box: text for box, text in words.items() if isinstance(text, str)}
    why = said.pop("let_stand", "").strip()
    if release is None or not said:
        return
    people = _ask(held, read_people)
    found = check_commentary(
        said,
        release,
        (name for one in people for name in (one.known_as, one.legal_name, one.previous_names)),
        ids=(one.person_id for one in people),
        counts=prepared.counts,
        also=percents_beside(release, targets_beside(held.path), comparators_beside(held.path)),
    )
    wrong = [one for one in found if not (one.may_stand and why)]
    if wrong:
        raise Refused(*(Problem(one.box, one.says) for one in wrong))


def _tried(prepared: "Prepared") -> Iterator[str]:
    for one in prepared.tried:
        yield f"Not as {one.mode} {one.level}: {one.says}"


def _not_safe(prepared: "Prepared") -> Iterator[str]:
    """Why there is no release, and what could be done instead."""
    yield "No safe release was found; nothing was written."
    yield from _tried(prepared)
    yield from prepared.offers


def _table_rows() -> Iterator[tuple[str, ...]]:
    from carelink.figures.levels import Level
    from carelink.figures.whitelist import tables_at

    for table in tables_at(Level.FULL):
        fixed = ";".join(f"{name}={node}" for name, node in table.fixed if name != "population")
        headline = "Y" if table.headline else "N"
        named = (table.name, table.title, table.theme, table.population)
        yield (*named, fixed, ";".join(table.across), headline)


def _ledger_rows(held: "Store") -> Iterator[tuple[Any, ...]]:
    from db.releases import read_releases

    for one in _ask(held, read_releases):
        yield tuple(getattr(one, name) for name in _LEDGER)
