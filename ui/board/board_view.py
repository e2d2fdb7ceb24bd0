"""Board: what was released, theme by theme and over time. No true count ever reaches this page."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.errors import Refused, RulebookError, StoreTrouble
from carelink.figures.comparators import Comparators, load_comparators
from carelink.figures.targets import Target
from carelink.release import Release
from db.releases import MAY_PREPARE, Recorded
from ui.background import Background, Job
from ui.board.overview_pane import OverviewPane
from ui.board.theme_pane import ThemePane
from ui.board.trend_pane import TrendPane
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.fields import ChoiceField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16
from ui.one_of_several import OneOfSeveral
from ui.page import Page
from ui.release_files import files_for, write_files
from ui.shelf import one_before, say_which, shelf_of, taken_down
from ui.standards import comparators_beside, targets_beside

_OVERVIEW, _BY_THEME, _OVER_TIME = range(3)
_EMPTY = (
    "Nothing has been released yet. A team manager prepares the first figures on the page "
    '"Board pack"; they stand here once somebody else has approved them.'
)
_EMPTY_FOR_MANAGER = (
    'Nothing has been released yet. Prepare the first figures on the page "Board pack" '
    "(Ctrl 0); somebody other than you approves them, and then the Board can see them here."
)
_NOT_APPROVED = "Prepared, not approved: the Board does not see this yet."
_DAMAGED = (
    "This release is damaged, so none of it is shown: until it is put right nobody can say whether "
    "a new release would be safe."
)


class BoardView(Page):
    """The latest release, or an older one that was chosen; written out again as it was."""

    title = "Board"

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
        self._shelf: list[Recorded] = []
        self.kept: Recorded | None = None
        self.release: Release | None = None
        self.which = ChoiceField("release", "Which release", [])
        self.export = QPushButton("Export again…")
        self.export.setToolTip("Write the files of this release to a folder: the same, same hash")
        self.overview = OverviewPane()
        self.themes = ThemePane()
        self.trend = TrendPane(desk, background)
        self.damage = ""
        self.note = label("", "strong")
        self.empty = label("", "quiet")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.which)

    def refresh(self) -> None:
        """Read the ledger again; what was chosen stays chosen."""
        self._shelf = shelf_of(self.desk)
        had = self.which.value()
        self.which.blockSignals(True)
        self.which.set_options([(one.hash, say_which(one)) for one in self._shelf])
        if had not in {one.hash for one in self._shelf}:
            self.which.set_value(self._first())
        self.which.blockSignals(False)
        self._show()

    def show_trend(self) -> None:
        """The figures over time, in place of those of one release."""
        self.several.show_pane(_OVER_TIME)

    def show_theme(self, theme: str) -> None:
        """One theme with all of its tables."""
        self.themes.show_theme(theme)
        self.several.show_pane(_BY_THEME)
        self.themes.setFocus()

    def step_back(self) -> bool:
        """Esc: from a theme or the trend back to the overview."""
        if self.several.at == _OVERVIEW:
            return False
        self.several.show_pane(_OVERVIEW)
        self.overview.setFocus()
        return True

    def write_to(self, folder: Path) -> None:
        """Write the files of the release shown into a folder, the same as ever."""
        kept, release = self.kept, self.release
        if release is None or kept is None:
            return
        self.export.setEnabled(False)
        self.sum_said.emit("Writing the files: tables, charts and pages…")
        self._job = self._background.run(
            lambda: files_for(self.desk, release, kept.words, kept.prepared_at),
            partial(self._write, folder, release.hash),
            self._on_trouble,
        )

    @property
    def is_writing(self) -> bool:
        """Whether the files are being made."""
        return self._job is not None

    def _write(self, folder: Path, hash: str, files: Mapping[str, bytes]) -> None:
        self._at_rest()
        try:
            write_files(folder, files)
        except Refused as refused:
            self.said.emit(str(refused))
        else:
            self.said.emit(f"Written to {folder.name}. Hash {hash[:12]}…")

    def _on_trouble(self, trouble: Exception) -> None:
        self._at_rest()
        if not isinstance(trouble, Refused | StoreTrouble):
            raise trouble
        self.said.emit(str(trouble))

    def _at_rest(self) -> None:
        self._job = None
        self.export.setEnabled(True)
        self.sum_said.emit(self._sum())

    def _first(self) -> str:
        """The latest that is approved; the latest of all where none is."""
        approved = (one.hash for one in self._shelf if one.approved_by)
        return next(approved, self._shelf[0].hash if self._shelf else "")

    def _show(self) -> None:
        chosen = self.which.value()
        self.kept = next((one for one in self._shelf if one.hash == chosen), None)
        self.release, self.damage = None, ""
        if self.kept is not None:
            try:
                self.release = taken_down(self.desk, self.kept)
            except Refused as damaged:
                self.damage = str(damaged)
        for part in (self.several, self.export):
            part.setVisible(self.release is not None)
        self.which.setVisible(bool(self._shelf))
        self.empty.setVisible(not self._shelf)
        prepares = self.desk.user.role in MAY_PREPARE
        self.empty.setText(_EMPTY_FOR_MANAGER if prepares else _EMPTY)
        self.note.setText(self._say_note())
        self.note.setVisible(bool(self.note.text()))
        if self.release is not None and self.kept is not None:
            before = one_before(self.desk, self._shelf, self.kept)
            self.overview.show_release(self.release, before, *self._lists())
            self.themes.show_release(self.release, self.kept.words)
        if self.several.at == _OVER_TIME:
            self.trend.refresh()
        self.sum_said.emit(self._sum())

    def _lists(self) -> tuple[tuple[Target, ...], Comparators]:
        """The council's targets and comparators; a list that cannot be used is left out and said.

        Another council's figures would mislead where our own list was meant.
        """
        path = self.desk.store.path
        targets: tuple[Target, ...] = ()
        others = load_comparators()._replace(areas=(), neighbours=(), figures=())
        try:
            targets = targets_beside(path)
            others = comparators_beside(path)
        except RulebookError as wrong:
            self.said.emit(f"What cannot be read is not shown beside the figures. {wrong}")
        return targets, others

    def _say_note(self) -> str:
        if self.damage:
            return f"{_DAMAGED} {self.damage}"
        return _NOT_APPROVED if self.kept and not self.kept.approved_by else ""

    def _sum(self) -> str:
        if self.kept is None:
            return "No release yet."
        if self.release is not None and self.several.at == _OVER_TIME:
            return self.trend.sum
        return f"{say_which(self.kept)}. For the {self.kept.audience}."

    def _on_turned(self, at: int) -> None:
        if at == _OVER_TIME:
            self.trend.refresh()
        self.sum_said.emit(self._sum())

    def _on_export(self) -> None:
        dialog = QFileDialog(self, "Choose a new or empty folder for the release")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.write_to(Path(folder))

    def _connect(self) -> None:
        self.which.changed.connect(self._show)
        self.export.clicked.connect(self._on_export)
        self.overview.theme_asked.connect(self.show_theme)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.setSpacing(SPACE_8)
        which = QHBoxLayout()
        which.setSpacing(SPACE_8)
        which.addWidget(self.which)
        which.addWidget(self.export, 0, Qt.AlignmentFlag.AlignBottom)
        which.addStretch(1)
        top.addLayout(which)
        top.addWidget(self.note)
        top.addWidget(self.empty)
        panes: list[tuple[str, QWidget]] = [
            ("Overview", self.overview),
            ("Theme by theme", self.themes),
            ("Over time", self.trend),
        ]
        self.several = OneOfSeveral(panes)
        self.several.turned.connect(self._on_turned)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self.several, 1)
        whole.addStretch(0)
