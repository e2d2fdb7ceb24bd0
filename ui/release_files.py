"""Which files is a release made of, and how are they written to a folder? All of them, or none."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelink.errors import Problem, Refused
from ui.assets import paper_fonts

if TYPE_CHECKING:
    from carelink.figures.comparators import Comparators
    from carelink.figures.targets import Target
    from carelink.release import Release
    from ui.desk import Desk


def write_release_to(
    folder: Path, desk: "Desk", release: "Release", commentary: Mapping[str, Any]
) -> None:
    """Write every file of a release into a new or empty folder.

    Raises: Refused where the folder holds anything else, or cannot be written.
    """
    from ui.commands.printing import write_folder

    try:
        write_folder(folder, files_of(desk, release, commentary))
    except OSError:
        says = f"The folder {folder.name} could not be written. Choose another one."
        raise Refused(Problem("out", says)) from None


def files_of(desk: "Desk", release: "Release", commentary: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of a release with what the ledger holds before it.

    Raises: Refused with a damaged release in the ledger.
    """
    from db.releases import ledger

    earlier = []
    for one in desk.ask(ledger):
        if one.release.hash == release.hash:
            break
        earlier.append(one.release)
    return release_files(release, commentary, earlier)


def release_files(
    release: "Release",
    commentary: Mapping[str, Any] | None = None,
    earlier: Sequence["Release"] = (),
    *,
    targets: "tuple[Target, ...] | None" = None,
    comparators: "Comparators | None" = None,
) -> dict[str, bytes]:
    """Every file of a release by its name; the same release, words and ledger, the same bytes."""
    from carelink.exchange.release_ods import release_ods
    from carelink.exchange.release_workbook import release_xlsx
    from carelink.figures.comparators import load_comparators
    from carelink.papers.board_pack import board_pack
    from carelink.papers.html import write_html
    from carelink.papers.pdf import write_pdf

    listed = comparators or load_comparators()
    pack = board_pack(release, commentary, earlier, targets, listed)
    return {
        "figures.csv": release.figures.encode(),
        "figures.meta.json": release.meta.encode(),
        "release.json": release.about.encode(),
        "benchmarks.csv": _benchmarks(listed),
        "release.html": write_html(pack),
        "release.pdf": write_pdf(pack, paper_fonts()),
        "release.xlsx": release_xlsx(release),
        "release.ods": release_ods(release),
    }


def _benchmarks(comparators: "Comparators") -> bytes:
    """What others published, as it stands beside our figures."""
    from carelink.figures.published import Published

    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(Published._fields)
    rows.writerows(comparators.figures)
    return out.getvalue().encode()
