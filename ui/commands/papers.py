"""The papers about one young person: as PDF, and as a page that can be read by any means."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelink.errors import Problem, Refused
from ui.commands.asking import Program, Words, as_at_option, opened, store_option
from ui.commands.printing import write_file, write_folder

if TYPE_CHECKING:
    from carelink.case import CaseFile
    from carelink.papers.blocks import Paper

_person_option = click.option(
    "--person", required=True, type=Words(), help="The council's reference of the young person."
)
_out_option = click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="A name ending in .pdf or .html; any other is a folder for both.",
)
_large_option = click.option("--large", is_flag=True, help="In large print, 18 pt.")


@click.command(name="plan-copy")
@store_option
@_person_option
@as_at_option
@_out_option
@_large_option
@click.option("--own-words", is_flag=True, help="Only what they said themselves.")
@click.pass_obj
def plan_copy(
    program: Program,
    store: str,
    user: str,
    person: str,
    as_at: date | None,
    out: Path,
    large: bool,
    own_words: bool,
) -> None:
    """The young person's copy of their pathway plan."""
    from carelink.papers.plan_copy import plan_copy as make

    def made(case: "CaseFile", day: date) -> "Paper":
        return make(case, day, own_words_only=own_words)

    _write(out, _paper(program, store, user, person, as_at, made), "plan", large=large)


@click.command()
@store_option
@_person_option
@as_at_option
@_out_option
@_large_option
@click.option("--card", is_flag=True, help="The card for the pocket, to be folded; PDF alone.")
@click.pass_obj
def passport(
    program: Program,
    store: str,
    user: str,
    person: str,
    as_at: date | None,
    out: Path,
    large: bool,
    card: bool,
) -> None:
    """The young person's health passport."""
    from carelink.papers.health_passport import health_passport, passport_card

    if not card:
        paper = _paper(program, store, user, person, as_at, health_passport)
        _write(out, paper, "passport", large=large)
        return
    from carelink.papers.pocket import write_pocket_card
    from ui.assets import paper_fonts

    if out.suffix.lower() != ".pdf":
        raise click.UsageError("The card is a PDF: give --out a name ending in .pdf.")
    paper = _paper(program, store, user, person, as_at, passport_card)
    write_file(out, write_pocket_card(paper, paper_fonts()))


def _paper(
    program: Program,
    store: str,
    user: str,
    person: str,
    as_at: date | None,
    make: "Callable[[CaseFile, date], Paper]",
) -> "Paper":
    """The paper as it would have been made on the day."""
    from carelink.as_at import up_to
    from db.reading import read_case

    day = as_at or program.today
    if day > program.today:
        raise Refused(Problem("as_at", "A paper says what is known: give today or a day before."))
    with opened(program, store, user) as held, held.reading() as connection:
        case = read_case(connection, person)
    return make(up_to(case, day), day)


def _write(out: Path, paper: "Paper", stem: str, *, large: bool) -> None:
    """By the ending of the name: the PDF, the page, or a folder of both."""
    from carelink.papers.html import write_html
    from carelink.papers.pdf import write_pdf
    from ui.assets import paper_fonts

    ending = out.suffix.lower()
    if ending == ".pdf":
        write_file(out, write_pdf(paper, paper_fonts(), large=large))
    elif ending in (".html", ".htm"):
        write_file(out, write_html(paper))
    else:
        pdf = write_pdf(paper, paper_fonts(), large=large)
        write_folder(out, {f"{stem}.pdf": pdf, f"{stem}.html": write_html(paper)})
