"""Which meeting stands open, and how is its pack taken away? For whom, as PDF or spreadsheet."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.pack import Pack
from carelink.meetings.words import MEETING_LABELS
from carelink.names import kept_apart
from carelink.said import worker_told_apart
from ui.background import Background
from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_24
from ui.meetings.taking import TAKEN_AS, take_pack
from ui.side_by_side import SideBySide

# Wide enough for the longest audience.
_FOR_WHOM = 300


class PackHead(QWidget):
    """What the meeting is called, the way back, and the ways to take its pack away.

    `left` fires when the list of meetings is wanted back, `hold_asked` when the meeting is to be
    recorded, `said` tells what was saved.
    """

    left = Signal()
    hold_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = background
        self.kind = self.worker_id = ""
        self._title = label("", "heading")
        self.back = QPushButton("All meetings")
        self.back.setToolTip("Back to the list of meetings (Esc)")
        self.hold = QPushButton("Hold this meeting…")
        self.hold.setToolTip("The day, who led it, who was there; then all is recorded at once")
        self.audience = QComboBox()
        self.audience.setAccessibleName("Who is the pack for?")
        self.takes = {ending: QPushButton(one.word) for ending, one in TAKEN_AS.items()}
        self._lay_out()

    def show_meeting(self, kind: str, worker_id: str, *, records: bool) -> None:
        """Say which meeting is open, and offer its pack to those who are given it."""
        self.hold.setVisible(records)
        self.kind, self.worker_id = kind, worker_id
        self._say("")
        self.audience.clear()
        for audience in packaged_audiences().of(kind):
            self.audience.addItem(f"For: {audience.title}", audience.code)

    def show_pack(self, pack: Pack) -> None:
        """Say when this meeting was last held."""
        self._say(f"last held on {show(pack.last)}" if pack.last else "none held before")

    def save(self, ending: str, out: Path) -> None:
        """Make the pack for the audience chosen, and save it there."""
        audience = str(self.audience.currentData())
        kind, worker_id, day = self.kind, self.worker_id, self._desk.day

        def work() -> list[Path]:
            return take_pack(self._desk, kind, worker_id, audience, day, ending, out)

        self.said.emit("Making the pack…")
        self._background.run(work, self._on_saved, self._on_trouble)

    def _say(self, when: str) -> None:
        name = worker_told_apart(self.worker_id, self._desk.workers()) if self.worker_id else ""
        parts = (MEETING_LABELS[self.kind], kept_apart(name), when)
        self._title.setText(" · ".join(part for part in parts if part))

    def _on_asked(self, ending: str) -> None:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        named = "-".join(part for part in (self.kind, self.worker_id) if part).replace("_", "-")
        name = "".join(c if c.isalnum() or c == "-" else "-" for c in named)
        chosen, _ending = QFileDialog.getSaveFileName(
            self,
            "Save the pack",
            str(Path(home) / f"{name[:60]}-{self._desk.day.isoformat()}.{ending}"),
            TAKEN_AS[ending].says,
        )
        if chosen:
            self.save(ending, Path(chosen))

    def _on_saved(self, files: list[Path]) -> None:
        names = " and ".join(path.name for path in files)
        says = f"Saved {names} in {files[0].parent.name}. The store does not protect them there."
        self.said.emit(says)

    def _on_trouble(self, trouble: Exception) -> None:
        if not isinstance(trouble, StoreTrouble | Refused):
            raise trouble
        self.said.emit(str(trouble))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        taking = (self.audience, *self.takes.values(), self.hold)
        self.audience.setMinimumWidth(_FOR_WHOM)
        rooms = [widget.sizeHint().width() + SPACE_24 for widget in taking]
        rooms[taking.index(self.audience)] = _FOR_WHOM
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(SideBySide(taking, rooms, gap=SPACE_8, fill=False))
        self.back.clicked.connect(self.left)
        self.hold.clicked.connect(self.hold_asked)
        for ending, button in self.takes.items():
            button.clicked.connect(partial(self._on_asked, ending))
