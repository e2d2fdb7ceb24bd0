"""Which files does a release have, and how do they reach a folder? The same ones, all or none."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelink.errors import Problem, Refused, RulebookError
from ui.standards import comparators_beside, targets_beside

if TYPE_CHECKING:
    from carelink.figures.comparators import Comparators
    from carelink.figures.targets import Target
    from carelink.release import Release
    from ui.desk import Desk


def release_files(
    release: "Release",
    commentary: Mapping[str, Any] | None = None,
    earlier: "Sequence[Release]" = (),
    *,
    targets: "tuple[Target, ...] | None" = None,
    comparators: "Comparators | None" = None,
) -> dict[str, bytes]:
    """Every file of a release by its name; `earlier` are the releases before it, in order.

    Without a council's own targets and comparators it stands beside those that come with us.
    """
    from carelink.exchange.release_ods import release_ods
    from carelink.exchange.release_workbook import release_xlsx
    from carelink.figures.comparators import load_comparators
    from carelink.papers.board_pack import board_pack
    from carelink.papers.html import write_html
    from carelink.papers.pdf import write_pdf
    from ui.assets import paper_fonts

    beside = comparators or load_comparators()
    paper = board_pack(release, commentary, earlier, targets, beside)
    return {
        "figures.csv": release.figures.encode(),
        "figures.meta.json": release.meta.encode(),
        "release.json": release.about.encode(),
        "benchmarks.csv": _benchmarks(beside),
        "release.html": write_html(paper),
        "release.xlsx": release_xlsx(release),
        "release.ods": release_ods(release),
        "release.pdf": write_pdf(paper, paper_fonts()),
    }


def files_beside(
    store: Path,
    release: "Release",
    commentary: Mapping[str, Any] | None = None,
    earlier: "Sequence[Release]" = (),
) -> dict[str, bytes]:
    """The files with the targets and comparators of this store's council.

    Raises: Refused where the council's own list of either cannot be used.
    """
    try:
        targets, comparators = targets_beside(store), comparators_beside(store)
    except RulebookError as wrong:
        raise Refused(Problem("standards", str(wrong))) from None
    return release_files(release, commentary, earlier, targets=targets, comparators=comparators)


def files_for(
    desk: "Desk",
    release: "Release",
    commentary: Mapping[str, Any],
    prepared_at: datetime | None = None,
) -> dict[str, bytes]:
    """Every file of a release with what came before it; takes a while, any thread.

    `prepared_at` is when it was prepared; without it everything in the ledger came before.
    """
    from db.releases import ledger

    before = [
        one.release
        for one in desk.ask(ledger)
        if one.release.hash != release.hash
        and (prepared_at is None or one.prepared_at < prepared_at)
    ]
    return files_beside(desk.store.path, release, commentary, before)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write them into a new or empty folder, all of them or none.

    Raises: Refused where the folder holds anything else, or cannot be written.
    """
    from ui.commands.printing import write_folder

    try:
        write_folder(folder, files)
    except OSError:
        says = f"The folder {folder.name} could not be written. Choose another one."
        raise Refused(Problem("out", says)) from None


def _benchmarks(comparators: "Comparators") -> bytes:
    """What others published, as it stands beside our figures."""
    from carelink.figures.published import Published

    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(Published._fields)
    rows.writerows(comparators.figures)
    return out.getvalue().encode()
