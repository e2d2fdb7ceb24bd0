"""Board pack: from a cut-off day to the files in six steps. What only a manager sees stays here."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.errors import Refused, StoreTrouble
from carelink.release.prepared import Prepared
from db.releases import record_release
from db.trail import Writing
from ui.background import Background, Job
from ui.comparing import MAY_COMPARE
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.one_of_several import OneOfSeveral
from ui.page import Page
from ui.release.changes_pane import ChangesPane
from ui.release.cut_off_pane import CutOffPane
from ui.release.export_pane import ExportPane
from ui.release.guarding import QUALITY
from ui.release.in_hand import InHand
from ui.release.preview_pane import PreviewPane
from ui.release.quality_pane import QualityPane
from ui.release.words_pane import WordsPane
from ui.release_files import files_for, write_files


class PackView(Page):
    """The steps in their order; each may be gone back to, and nothing is kept before the last."""

    title = "Board pack"

    def __init__(
        self,
        desk: Desk,
        signals: DeskSignals,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, signals, parent)
        self._background = background
        self._job: Job | None = None
        self.in_hand: InHand | None = None
        self.cut_off = CutOffPane(desk, background)
        self.quality = QualityPane(desk)
        self.changes: ChangesPane | None = None
        if desk.user.role in MAY_COMPARE:
            self.changes = ChangesPane(desk, background)
        self.preview = PreviewPane(desk)
        self.words = WordsPane(desk, background)
        self.export = ExportPane(desk)
        said = self._steps()
        self._panes = [pane for pane, _ in said]
        steps = [(f"{at}  {word}", pane) for at, (pane, word) in enumerate(said, 1)]
        self.several = OneOfSeveral(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.several)
        self._connect()
        self.setFocusProxy(self.cut_off)

    def _steps(self) -> list[tuple[QWidget, str]]:
        """The steps there are for this role, in their order."""
        every: tuple[tuple[QWidget | None, str], ...] = (
            (self.cut_off, "Cut-off"),
            (self.quality, "Who is not known"),
            (self.changes, "What changed"),
            (self.preview, "Preview"),
            (self.words, "Words"),
            (self.export, "Prepare and approve"),
        )
        return [(pane, word) for pane, word in every if pane is not None]

    def refresh(self) -> None:
        if self.desk.still_reading:
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
            return
        self.cut_off.refresh()
        self._on_turned()

    def show_step(self, pane: QWidget) -> None:
        """Turn to one of the steps, the keyboard with it."""
        self.several.show_pane(self._panes.index(pane))
        pane.setFocus()

    @property
    def pane(self) -> QWidget:
        """The step in view."""
        return self._panes[self.several.at]

    @property
    def is_writing(self) -> bool:
        """Whether the files are being made."""
        return self._job is not None

    def person_in_view(self) -> str:
        if self.pane is self.quality:
            return self.quality.person_in_view()
        if self.changes is not None and self.pane is self.changes:
            return self.changes.person_in_view()
        return ""

    def explain(self) -> None:
        if self.pane is self.preview:
            self.preview.explain()

    def step_back(self) -> bool:
        if self.pane is self.preview:
            return self.preview.step_back()
        return bool(self.changes and self.pane is self.changes and self.changes.step_back())

    def keep_drafts(self) -> None:
        self.words.drafting.flush()

    def prepare_to(self, folder: Path) -> None:
        """Make the files, then keep the frozen set as prepared and write them: both or neither."""
        if self.is_writing or self.in_hand is None or self.in_hand.prepared.release is None:
            return
        release, words = self.in_hand.prepared.release, self.words.words
        self.export.say_wrong("")
        if self.words.problems():
            return
        self.export.say_writing(True)
        self._say_sum()
        self._job = self._background.run(
            lambda: files_for(self.desk, release, words),
            partial(self._keep, folder, self.in_hand, words),
            self._on_trouble,
        )

    def _keep(
        self, folder: Path, in_hand: InHand, words: Mapping[str, str], files: Mapping[str, bytes]
    ) -> None:
        corrects, why = self.export.correction
        given: dict[str, Any] = {"commentary": words, "corrects": corrects, "corrects_why": why}
        self._at_rest()
        try:
            self.desk.do(partial(_record, **given), in_hand.prepared, folder, files, team=True)
        except (Refused, StoreTrouble) as trouble:
            self.export.say_wrong(str(trouble))
            return
        self.words.forget()
        self.said.emit(f"Written to {folder.name}: prepared, not yet approved.")
        self.export.refresh()
        self._say_sum()

    def _on_trouble(self, trouble: Exception) -> None:
        self._at_rest()
        if not isinstance(trouble, Refused | StoreTrouble):
            raise trouble
        self.export.say_wrong(str(trouble))

    def _at_rest(self) -> None:
        self._job = None
        self.export.say_writing(False)
        self._say_sum()

    def _take(self, in_hand: InHand) -> None:
        self.in_hand = in_hand
        for pane in (self.quality, self.preview, self.words):
            pane.show_in_hand(in_hand)
        self.export.show_in_hand(in_hand, self.words.problems())
        self._say_sum()

    def _on_words(self) -> None:
        if self.in_hand is not None:
            self.export.show_in_hand(self.in_hand, self.words.wrong)
        self._say_sum()

    def _on_turned(self) -> None:
        self.setFocusProxy(self.pane)
        if self.changes is not None and self.pane is self.changes:
            self.changes.refresh()
        if self.pane is self.export:
            self.words.problems()
            self.export.refresh()
        self._say_sum()

    def _say_sum(self) -> None:
        self.sum_said.emit(str(getattr(self.pane, "sum", "")))

    def _on_accepted(self) -> None:
        self.show_step(self.words)
        self.words.focus_on(QUALITY)

    def _on_recorded(self, person_id: str) -> None:
        """Something changed: what is frozen stands as it was, and says so."""
        if person_id:
            self.cut_off.grow_old()

    def _on_other(self) -> None:
        self.show_step(self.cut_off)

    def _connect(self) -> None:
        self.several.turned.connect(self._on_turned)
        self.cut_off.frozen.connect(self._take)
        self.cut_off.sum_said.connect(self._say_sum)
        self.quality.person_opened.connect(self.person_opened)
        self.quality.accepted.connect(self._on_accepted)
        self.preview.other_asked.connect(self._on_other)
        self.words.changed.connect(self._on_words)
        self.words.said.connect(self.said)
        self.export.prepare_asked.connect(self.prepare_to)
        self.export.said.connect(self.said)
        self.desk.on_change(self._on_recorded)
        if self.changes is not None:
            self.changes.person_opened.connect(self.person_opened)
            self.changes.sum_said.connect(self._say_sum)


def _record(
    writing: Writing, prepared: Prepared, folder: Path, files: Mapping[str, bytes], **said: Any
) -> None:
    """One gesture: what cannot be written to the folder is not kept in the ledger either."""
    release = prepared.release
    assert release is not None
    level = prepared.level.value
    record_release(writing, release, level=level, seats=prepared.seats, **said)
    write_files(folder, files)
