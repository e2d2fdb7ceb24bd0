"""Which papers are there about a young person, and how is one saved? PDF and page, side by side."""

import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from carelink.errors import Problem, Refused
from carelink.papers.blocks import Paper
from ui.assets import paper_fonts
from ui.desk import Desk
from ui.held import Known


class PaperKind(NamedTuple):
    """One paper: its name, what its button says, and how it is made. A card has no page beside."""

    name: str
    says: str
    make: Callable[[Known, Desk], Paper]
    is_card: bool = False


def _plan(known: Known, desk: Desk) -> Paper:
    from carelink.papers.plan_copy import plan_copy

    return plan_copy(known.case, known.day)


def _own_words(known: Known, desk: Desk) -> Paper:
    from carelink.papers.plan_copy import plan_copy

    return plan_copy(known.case, known.day, own_words_only=True)


def _passport(known: Known, desk: Desk) -> Paper:
    from carelink.papers.health_passport import health_passport

    return health_passport(known.case, known.day)


def _passport_for_others(known: Known, desk: Desk) -> Paper:
    from carelink.papers.health_passport import passport_for_others

    return passport_for_others(known.case, known.day)


def _card(known: Known, desk: Desk) -> Paper:
    from carelink.papers.health_passport import passport_card

    return passport_card(known.case, known.day)


def _entitlements(known: Known, desk: Desk) -> Paper:
    from carelink.papers.entitlements_sheet import entitlements_sheet

    return entitlements_sheet(known.case, desk.catalogue, known.day)


def _you_said(known: Known, desk: Desk) -> Paper:
    from carelink.papers.you_said import you_said

    return you_said(known.case, known.day)


def _brief(known: Known, desk: Desk) -> Paper:
    from carelink.papers.duty_brief import duty_brief

    return duty_brief(known.case, desk.rulebook, desk.catalogue, known.day)


def handover_pack_of(known: Known, desk: Desk) -> Paper:
    """The pack for whoever takes over: of the handover under way, where there is one."""
    from carelink.handover.steps import open_on
    from carelink.papers.handover_pack import handover_pack

    under_way = [progress.handover for progress in open_on(known.case, known.day)]
    going = under_way[0] if under_way else None
    return handover_pack(known.case, going, desk.rulebook, desk.catalogue, known.day)


PAPERS = (
    PaperKind("plan", "Pathway plan, their copy", _plan),
    PaperKind("own-words", "Pathway plan, their words only", _own_words),
    PaperKind("passport", "Health passport", _passport),
    PaperKind("passport-shared", "Health passport, what others may see", _passport_for_others),
    PaperKind("health-card", "Health card for the pocket", _card, is_card=True),
    PaperKind("entitlements", "What they may have", _entitlements),
    PaperKind("you-said", "You said, we did", _you_said),
    PaperKind("brief", "Brief for the duty desk", _brief),
    PaperKind("handover", "Handover pack, for the next worker", handover_pack_of),
)


def save_paper(kind: PaperKind, paper: Paper, out: Path, *, large: bool = False) -> list[Path]:
    """Write the PDF, and the page beside it with the ending .html; returns what was written.

    Raises: Refused when the folder cannot be written; each file is whole or not there.
    """
    from carelink.papers.pocket import write_pocket_card

    if kind.is_card:
        return save_files({out.with_suffix(".pdf"): write_pocket_card(paper, paper_fonts())})
    return save_sheet(paper, out, large=large)


def save_sheet(paper: Paper, out: Path, *, large: bool = False) -> list[Path]:
    """Write any paper but a card, as PDF and as a page beside it; raises as `save_paper` does."""
    from carelink.papers.html import write_html
    from carelink.papers.pdf import write_pdf

    pdf, page = out.with_suffix(".pdf"), out.with_suffix(".html")
    return save_files({pdf: write_pdf(paper, paper_fonts(), large=large), page: write_html(paper)})


def save_files(files: Mapping[Path, bytes]) -> list[Path]:
    """Write these files, each whole or not at all; returns what was written.

    Raises: Refused when the folder cannot be written.
    """
    try:
        for path, content in files.items():
            _write_whole(path, content)
    except OSError as error:
        says = f"The paper could not be saved there ({error.strerror}). Choose another folder."
        raise Refused(Problem("out", says)) from None
    return list(files)


def _write_whole(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{uuid.uuid4().hex}.new")
    try:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
