"""The pack of one meeting: as PDF, as a page to read, and as a spreadsheet; all of it or none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelink.dates import show
from carelink.errors import Problem, Refused
from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from ui.commands.asking import (
    Program,
    Words,
    as_at_option,
    format_option,
    opened,
    path_of,
    rulebook_for,
    store_option,
)
from ui.commands.printing import print_rows, write_folder
from ui.standards import catalogue_beside

if TYPE_CHECKING:
    from carelink.meetings.asked import Asked
    from carelink.meetings.pack import Pack

_LONGEST_NAME = 60


@click.command()
@store_option
@click.option(
    "--kind", required=True, type=click.Choice(list(MEETING_LABELS)), help="Which meeting."
)
@as_at_option
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write.",
)
@click.option("--worker", type=Words(), default="", help="Whose supervision; else everybody's.")
@click.option("--audience", default="team", show_default=True, type=Words(), help="Who reads it.")
@click.option("--key", is_flag=True, help="Print who is who, for our own team alone.")
@format_option
@click.pass_obj
def pack(
    program: Program,
    store: str,
    user: str,
    kind: str,
    as_at: date | None,
    out: Path,
    worker: str,
    audience: str,
    key: bool,
    format_: str,
) -> None:
    """The pack of one meeting: its list, what is carried on, what was decided."""
    if worker and kind != SUPERVISION:
        raise click.UsageError("--worker says whose supervision it is; this is another meeting.")
    from db.packs import read_for_packs

    day = as_at or program.today
    rulebook, catalogue = rulebook_for(store), catalogue_beside(path_of(store))
    with opened(program, store, user) as held, held.reading() as connection:
        asked = read_for_packs(connection, [kind], rulebook, catalogue, day)
    files = dict(_files(asked, kind, audience, worker))
    write_folder(out, files)
    if key:
        from carelink.meetings.packs import key_to

        who = sorted(key_to(kind, asked, audience, worker).items())
        print_rows(("person_id", "called"), who, format_)


def _files(asked: "Asked", kind: str, audience: str, worker: str) -> Iterator[tuple[str, bytes]]:
    """Each file by its name; supervision has one pack for each adviser, or for whom was asked."""
    from carelink.meetings.packs import pack_of
    from carelink.meetings.supervision import advisers_of

    if kind != SUPERVISION:
        yield from _written(kind, pack_of(kind, asked, audience))
        return
    advisers = [worker] if worker else advisers_of(asked)
    if not advisers:
        says = f"Nobody is a personal adviser here on {show(asked.day)}: there is no supervision."
        raise Refused(Problem("worker", says))
    taken: set[str] = set()
    for worker_id in advisers:
        name = _free(f"{kind}-{_as_a_name(worker_id)}", taken)
        yield from _written(name, pack_of(kind, asked, audience, worker_id))


def _written(name: str, held: "Pack") -> Iterator[tuple[str, bytes]]:
    from carelink.exchange.pack_workbook import write_workbook
    from carelink.papers.html import write_html
    from carelink.papers.meeting_pack import meeting_pack
    from carelink.papers.pdf import write_pdf
    from ui.assets import paper_fonts

    paper = meeting_pack(held)
    yield f"{name}.pdf", write_pdf(paper, paper_fonts())
    yield f"{name}.html", write_html(paper)
    yield f"{name}.xlsx", write_workbook(held)


def _as_a_name(worker_id: str) -> str:
    """A worker's reference as part of a file's name that any system takes."""
    plain = (one if one.isascii() and (one.isalnum() or one in "-_") else "-" for one in worker_id)
    return "".join(plain)[:_LONGEST_NAME]


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where another has it already; capitals tell no two files apart."""
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free.casefold())
    return free
