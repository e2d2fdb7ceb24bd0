"""Which paper is to be printed? A button with the papers under it; each is saved where asked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from carelink.errors import Refused
from ui.desk import Desk
from ui.held import Known
from ui.papers import PAPERS, PaperKind, save_paper

_ENDING = "PDF, with a web page beside it (*.pdf)"


class PapersButton(QPushButton):
    """`said(text)` tells what was saved, or why it was not."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Papers", parent)
        self._desk = desk
        self._known: Known | None = None
        self.setToolTip("Papers to print or give, each as PDF and as a page for any reader")
        menu = QMenu(self)
        for kind in PAPERS:
            menu.addAction(f"{kind.says}…").triggered.connect(partial(self._on_asked, kind, False))
            if not kind.is_card and kind.name != "brief":
                large = menu.addAction(f"{kind.says}, large print…")
                large.triggered.connect(partial(self._on_asked, kind, True))
        self.setMenu(menu)

    def show_known(self, known: Known) -> None:
        """Whose papers these are from now on."""
        self._known = known

    def save(self, kind: PaperKind, out: Path, *, large: bool) -> None:
        """Make the paper and save it there."""
        if self._known is None:
            return
        try:
            paper = kind.make(self._known, self._desk)
            files = save_paper(kind, paper, out, large=large)
        except Refused as refused:
            self.said.emit(str(refused))
            return
        names = " and ".join(path.name for path in files)
        self.said.emit(
            f"Saved {names} in {out.parent.name}. The store does not protect them there."
        )

    def _on_asked(self, kind: PaperKind, large: bool, *_: object) -> None:
        if self._known is None:
            return
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        reference = self._known.case.person.person_id
        name = "".join(c if c.isalnum() or c in "-_" else "-" for c in f"{kind.name}-{reference}")
        chosen, _ending = QFileDialog.getSaveFileName(
            self, f"Save: {kind.says}", str(Path(home) / f"{name[:80]}.pdf"), _ENDING
        )
        if chosen:
            self.save(kind, Path(chosen), large=large)
