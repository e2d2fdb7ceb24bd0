"""Board: the headline figures as at a day and over time; for a manager also what changed."""

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.figures import MEASURES_SAID, Release
from ui.background import Background, Job
from ui.board.changes_pane import ChangesPane
from ui.board.figures_card import FiguresCard
from ui.board.trend_pane import TrendPane
from ui.comparing import MAY_COMPARE
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.fields import DateField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.one_of_several import OneOfSeveral
from ui.page import Page

# The places of the panes beside the figures of one day.
_OVER_TIME, _WHAT_CHANGED = 1, 2


class BoardView(Page):
    """The release as a page. It is counted anew when the day asked for changes, never by itself."""

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
        self.release: Release | None = None
        self.as_at = DateField("as_at", "As at", lambda: desk.day, hint="")
        self.as_at.set_value(desk.day)
        self._count = QPushButton("Count as at this day")
        self._count.clicked.connect(self._on_count)
        self.export = QPushButton("Export…")
        self.export.setObjectName("main")
        self.export.setToolTip("Write the release to a folder: CSV, HTML and what they mean")
        self.export.clicked.connect(self._on_export)
        self.trend = TrendPane(desk, background)
        self.trend.sum_said.connect(lambda says: self._say_sum(self.trend, says))
        self.changes: ChangesPane | None = None
        if desk.user.role in MAY_COMPARE:
            self.changes = ChangesPane(desk, background)
            self.changes.person_opened.connect(self.person_opened)
            self.changes.sum_said.connect(lambda says: self._say_sum(self.changes, says))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        self._lay_out()
        self.setFocusProxy(self.as_at)

    def refresh(self) -> None:
        if self._in_front(self.changes):
            self._refresh_changes()
        elif self._in_front(self.trend):
            self.trend.refresh()
        else:
            self._refresh_figures()

    def show_trend(self) -> None:
        """The figures over time, in place of those of one day."""
        self.several.show_pane(_OVER_TIME)

    def show_changes(self) -> None:
        """What changed since the last pack, in place of the figures; nothing for no manager."""
        if self.changes is not None:
            self.several.show_pane(_WHAT_CHANGED)

    def person_in_view(self) -> str:
        if self.changes is not None and self._in_front(self.changes):
            return self.changes.person_in_view()
        return ""

    def step_back(self) -> bool:
        return bool(self.changes and self._in_front(self.changes) and self.changes.step_back())

    def _in_front(self, pane: QWidget | None) -> bool:
        return pane is not None and self._panes[self.several.at] is pane

    def _on_option(self, at: int) -> None:
        self.setFocusProxy(self._panes[at] if at else self.as_at)
        self.refresh()

    def _say_sum(self, pane: QWidget | None, says: str) -> None:
        """What a pane says under the title, while it is the one to be seen."""
        if self._in_front(pane):
            self.sum_said.emit(says)

    def _refresh_changes(self) -> None:
        if self.desk.still_reading:
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
        elif self.changes is not None:
            self.changes.refresh()
            self.sum_said.emit(self.changes.sum)

    def _refresh_figures(self) -> None:
        if self.desk.still_reading:
            self.export.setEnabled(False)
            self.sum_said.emit(f"Waiting: {self.desk.still_reading}")
        elif self.release is None:
            self._on_count()
        else:
            self.sum_said.emit(self._sum(self.release))

    def write_to(self, folder: Path) -> None:
        """Write the release shown into a folder, and keep a line of it in the trail."""
        from carelink.figures import write_release
        from db.releases import record_release
        from ui.commands.printing import write_folder

        if self.release is None:
            return
        try:
            self.desk.do(record_release, self.release)
            write_folder(folder, write_release(self.release))
        except (Refused, StoreTrouble) as trouble:
            self.said.emit(str(trouble))
            return
        except OSError:
            self.said.emit(f"The folder {folder.name} could not be written. Choose another one.")
            return
        self.said.emit(f"Written to {folder.name}: prepared, not yet approved.")

    def _on_count(self) -> None:
        day = self.as_at.value()
        if day is None or day > self.desk.day:
            self.as_at.show_problem("Give a day up to today, for example 31 3 2026.")
            return
        self.export.setEnabled(False)
        self.sum_said.emit("Counting…")
        if self._job is not None:
            self._job.give_up()
        self._job = self._background.run(lambda: self.desk.board(day), self._show, self._on_trouble)

    def _show(self, release: Release) -> None:
        self.release = release
        while (held := self._cards.takeAt(0)) is not None:
            if widget := held.widget():
                widget.deleteLater()
        for measure, lines in groupby(release.lines, key=lambda line: line.measure):
            heading, says = MEASURES_SAID[measure]
            self._cards.addWidget(label(heading, "title"))
            self._cards.addWidget(label(says, "quiet"))
            for _, listed in groupby(lines, key=lambda line: line.indicator):
                self._cards.addWidget(FiguresCard(release, list(listed)))
        self._cards.addWidget(label("How the figures are protected", "heading"))
        for says in (*release.protection, release.attack_says):
            self._cards.addWidget(label(says, "small"))
        self.export.setEnabled(True)
        self._say_sum(self._figures, self._sum(release))

    def _sum(self, release: Release) -> str:
        return f"As at {show(release.as_at)}, for the {release.audience}. Prepared, not approved."

    def _on_export(self) -> None:
        dialog = QFileDialog(self, "Choose a new or empty folder for the release")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.write_to(Path(folder))

    def _on_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, StoreTrouble):
            raise trouble
        self.sum_said.emit(str(trouble))

    def _lay_out(self) -> None:
        self.as_at.setMaximumWidth(240)
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        for button in (self._count, self.export):
            top.addWidget(button)
        top.addStretch(1)
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.as_at)
        column.addLayout(top)
        column.addLayout(self._cards)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._figures = scroll
        panes = [("Figures", scroll), ("Over time", self.trend), ("What changed", self.changes)]
        shown = [(words, pane) for words, pane in panes if pane is not None]
        self._panes = [pane for _, pane in shown]
        self.several = OneOfSeveral(shown)
        self.several.turned.connect(self._on_option)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.several)
