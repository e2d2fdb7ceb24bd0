"""How will each table be printed, and why is a figure hidden or held? True counts stand beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carelink.release import Release
from db.releases import read_releases
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.keys import within
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.release.in_hand import InHand
from ui.release.preview_table import PreviewTable
from ui.release.reasons import CellShown, cell_shown, last_release_said, preview_of, say_cell
from ui.side_by_side import SideBySide

_NOTHING = "Nothing is frozen yet: freeze a cut-off day first."
_UNSAFE = "No safe release was found, so nothing is printed. The first step says what may help."
_YOURS = "For managers alone: the true counts in brackets stand nowhere in the pack."


class PreviewPane(QWidget):
    """The fourth step. `other_asked` wants the first step, for another mode or another level."""

    other_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sum = _NOTHING
        self.table: PreviewTable | None = None
        self._in_hand: InHand | None = None
        self._since = ""
        self.which = ChoiceField("table", "Which table", [])
        self.verdict = label("", "quiet")
        self.next = QPushButton("Next hidden or held")
        self.next.setToolTip("Next hidden or held (Ctrl J)")
        self.other = QPushButton("Show it another way…")
        self.other.setToolTip("Back to the first step: another mode, or wider categories")
        self.why = label("", "strong")
        self.why.setAccessibleName("Why this figure stands so")
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.empty = label(_NOTHING, "quiet")
        self._room = QVBoxLayout()
        self._lay_out()
        self.which.changed.connect(self._show)
        self.next.clicked.connect(self.go_to_next)
        self.other.clicked.connect(self.other_asked)
        within(self, self.go_to_next, "Ctrl+J")

    def show_in_hand(self, in_hand: InHand) -> None:
        """The tables of this frozen set."""
        self._in_hand = in_hand
        release = in_hand.prepared.release
        days = (one.as_at for one in self.desk.ask(read_releases))
        self._since = last_release_said(in_hand, days)
        for part in self._parts:
            part.setVisible(release is not None)
        self.empty.setText(_UNSAFE)
        self.empty.setVisible(release is None)
        if release is None:
            self.sum = _UNSAFE
            return
        self.verdict.setText(f"{_YOURS} {in_hand.proof}")
        self.sum = self._sum(in_hand, release)
        self.which.blockSignals(True)
        self.which.set_options(_titles(release))
        self.which.blockSignals(False)
        self._show()

    def explain(self) -> None:
        """W: why the figure the keyboard is on stands so, brought forward and read out."""
        if self.why.text():
            self.why.setFocus()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.why, self.why.text()))

    def step_back(self) -> bool:
        """Esc: from the explanation back to the table."""
        if self.table is not None and self.why.hasFocus():
            self.table.setFocus()
            return True
        return False

    def go_to_next(self) -> None:
        """On to the next hidden or held figure, in the next table where this has no more."""
        if self.table is None or self._in_hand is None:
            return
        if not self.table.go_to_next() and (further := self._next_table()):
            self.which.set_value(further)
        self.table.setFocus()

    def _next_table(self) -> str:
        """The next table in which a figure is hidden or held, around and back to this one."""
        assert self._in_hand is not None
        assert self._in_hand.prepared.release is not None
        names = [name for name, _ in _titles(self._in_hand.prepared.release)]
        at = names.index(self.which.value())
        for name in (*names[at + 1 :], *names[: at + 1]):
            rows = preview_of(self._in_hand, name, self._since).rows
            if any(cell.mark for row in rows for cell in row.cells):
                return name
        return ""

    def _show(self) -> None:
        name = self.which.value()
        if self._in_hand is None or not name:
            return
        if self.table is not None:
            self.table.hide()
            self._room.removeWidget(self.table)
            self.table.deleteLater()
        self.table = PreviewTable(preview_of(self._in_hand, name, self._since), self)
        self.table.walked.connect(self._on_walked)
        self._room.addWidget(self.table)
        self.table.show()
        self.setFocusProxy(self.table)
        self.table.start()

    def _on_walked(self, cell: CellShown | None) -> None:
        self.why.setText(say_cell(cell) if cell is not None else "")

    def _sum(self, in_hand: InHand, release: Release) -> str:
        shown = [cell_shown(in_hand, cell, self._since) for cell in release.counts]
        marks = [one.mark for one in shown if one.mark]
        hidden, held = marks.count("hidden"), marks.count("held")
        tables = len(release.said["tables"])
        return f"{tables} tables, {len(shown):,} figures: {hidden:,} hidden, {held:,} held."

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (self.top, self.why, self.held, self.verdict)

    def _lay_out(self) -> None:
        buttons = SideBySide((self.next, self.other), gap=SPACE_8, fill=False)
        self.top = SideBySide((self.which, buttons), (400, 330), fill=False)
        self.held = QWidget()
        self.held.setObjectName("clear")
        self.held.setLayout(self._room)
        self._room.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        self.which.setMaximumWidth(560)
        for part in (self.empty, *self._parts):
            column.addWidget(part, 1 if part is self.held else 0)
            part.setVisible(part is self.empty)
        column.addStretch(0)


def _titles(release: Release) -> list[tuple[str, str]]:
    themes = {one["id"]: one["title"] for one in release.said["themes"]}
    return [
        (one["table"], f"{themes[one['theme']]}: {one['title']}") for one in release.said["tables"]
    ]
