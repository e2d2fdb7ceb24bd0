"""Which meeting stands open, and how is its pack taken away? For whom, as PDF or spreadsheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.meetings.audience import packaged_audiences
from carelink.meetings.pack import Pack
from carelink.meetings.words import MEETING_LABELS
from carelink.names import kept_apart
from carelink.said import worker_told_apart
from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_8
from ui.side_by_side import SideBySide


class PackHead(QWidget):
    """`left` fires when the list of meetings is wanted back, `said` tells what was saved."""

    left = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kind = self.worker_id = ""
        self._title = label("", "heading")
        self.back = QPushButton("All meetings")
        self.back.setToolTip("Back to the list of meetings (Esc)")
        self.audience = QComboBox()
        self.audience.setAccessibleName("Who is the pack for?")
        self._lay_out()
        self.back.clicked.connect(self.left)

    def show_meeting(self, kind: str, worker_id: str) -> None:
        """Say which meeting is open, and offer its pack to those who are given it."""
        self.kind, self.worker_id = kind, worker_id
        name = worker_told_apart(worker_id, self._desk.workers()) if worker_id else ""
        title = MEETING_LABELS[kind]
        self._title.setText(f"{title}: {kept_apart(name)}" if name else title)
        self.audience.clear()
        for audience in packaged_audiences().of(kind):
            self.audience.addItem(audience.title, audience.code)

    def show_pack(self, pack: Pack) -> None:
        """Say when this meeting was last held."""
        last = f"last held on {show(pack.last)}" if pack.last else "none held before"
        self._title.setText(f"{self._title.text().split(' · ')[0]} · {last}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        taking = SideBySide((self.audience,), (260,), gap=SPACE_8, fill=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(taking)
