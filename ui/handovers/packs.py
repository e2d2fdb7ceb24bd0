"""Where are the packs saved, and under which name? In a folder that is asked for once."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from carelink.facts import Handover
from ui.desk import Desk
from ui.papers import PAPERS, save_paper

_KIND = next(kind for kind in PAPERS if kind.name == "handover")


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for the folder; None where the worker thinks better of it."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, "Save the packs in", home)
    return Path(chosen) if chosen else None


def save_pack(desk: Desk, handover: Handover, folder: Path) -> list[Path]:
    """Save one person's pack as PDF and page; returns what was written.

    Raises: Refused when the folder cannot be written.
    """
    reference = handover.person_id
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in f"handover-{reference}")
    paper = _KIND.make(desk.known(reference), desk)
    return save_paper(_KIND, paper, folder / f"{name[:80]}.pdf")
