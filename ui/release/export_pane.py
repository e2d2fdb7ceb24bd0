"""Prepared by one, approved by another: the ledger is written, then the files to a folder."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from db.releases import MAY_APPROVE, Recorded, approve_release, may_approve, read_releases
from ui.desk import Desk
from ui.fields import ChoiceField, TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.part import Part
from ui.release.in_hand import MODES, InHand
from ui.scrolling import Scrolling
from ui.shelf import say_which
from ui.side_by_side import SideBySide

_NOTHING = "Nothing is frozen yet: freeze a cut-off day first."
_PREPARE, _WRITING = "Prepare and export…", "Writing tables, charts and pages…"
_NEW = ("", "No, it is a release of its own")


class ExportPane(Part):
    """The last step. `prepare_asked(folder)` wants the frozen set kept and its files written there.

    Below it everything that waits for somebody's approval, with who can give it.
    """

    prepare_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sum = _NOTHING
        self.approves: dict[str, QPushButton] = {}
        self.stands = label(_NOTHING, "strong")
        self.corrects = ChoiceField("corrects", "Does it put an earlier release right?", [_NEW])
        self.why = TextField("corrects_why", "What was wrong with it")
        self.problem = label("", "problem")
        self.button = QPushButton(_PREPARE)
        self.button.setObjectName("main")
        self.button.setToolTip("Keep it in the ledger and write its files to a folder")
        self.button.setEnabled(False)
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(SPACE_12)
        self._lay_out()
        self.button.clicked.connect(self._on_export)
        self.corrects.changed.connect(self._on_corrects)
        self.setFocusProxy(self.button)

    def refresh(self) -> None:
        """Read again what is in the ledger."""
        kept = [one for one in self.desk.ask(read_releases) if one.mode in MODES]
        kept.reverse()
        self.corrects.set_options([_NEW, *((one.hash, say_which(one)) for one in kept)])
        self._show_waiting([one for one in kept if not one.approved_by])

    def show_in_hand(self, in_hand: InHand, problems: int) -> None:
        """Whether the frozen set can be prepared, and what stands in the way."""
        release = in_hand.prepared.release
        in_the_way = ""
        if release is None:
            in_the_way = "It cannot be prepared: no safe release was found."
        elif problems:
            boxes = "one box" if problems == 1 else f"{problems} boxes"
            in_the_way = f"Put the words of {boxes} right first."
        self.stands.setText(f"{in_hand.says} {in_the_way}".strip())
        self.button.setEnabled(not in_the_way)

    @property
    def correction(self) -> tuple[str, str]:
        """Which release it puts right, and what was wrong with it; both empty for none."""
        hash = self.corrects.value()
        return (hash, self.why.value()) if hash else ("", "")

    def say_wrong(self, says: str) -> None:
        """What stood in the way of preparing it."""
        self.problem.setText(says)
        self.problem.setVisible(bool(says))

    def say_writing(self, writing: bool) -> None:
        """The files are being made: nothing can be pressed twice."""
        self.button.setEnabled(not writing)
        self.button.setText(_WRITING if writing else _PREPARE)
        if writing:
            self.sum = _WRITING

    def _show_waiting(self, waiting: list[Recorded]) -> None:
        self.approves = {}
        while (item := self._waiting.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        many = f"{len(waiting)} wait" if len(waiting) != 1 else "1 waits"
        self.sum = f"{many} for approval." if waiting else "Nothing waits for approval."
        self._waiting.addWidget(label("Waiting for approval", "heading"))
        if not waiting:
            self._waiting.addWidget(label(self.sum, "quiet"))
        for one in waiting:
            self._waiting.addWidget(self._card(one))

    def _card(self, one: Recorded) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        when = show(one.prepared_at.date())
        says = f"As at {show(one.as_at)}, prepared by {one.prepared_by} on {when}"
        column.addWidget(label(says, "strong"))
        mine = one.prepared_by == self.desk.user.name
        if self.desk.user.role in MAY_APPROVE and not mine:
            column.addLayout(self._approve_row(one))
        else:
            column.addWidget(label(self._say_who(one), "quiet"))
        return card

    def _approve_row(self, one: Recorded) -> QHBoxLayout:
        button = QPushButton("Approve")
        button.setAccessibleName(f"Approve the release as at {show(one.as_at)}")
        button.setProperty("release", one.hash)
        button.clicked.connect(self._on_approve)
        self.approves[one.hash] = button
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _say_who(self, one: Recorded) -> str:
        """Who can approve it: never the one who prepared it."""
        others = self.desk.ask(may_approve, one.hash)
        if not others:
            return (
                "Nobody else here can approve it yet: it takes another team manager or somebody "
                "from quality assurance with a sign-in of their own."
            )
        return f"Never approved by who prepared it. Who can: {', '.join(others)}."

    def _on_approve(self) -> None:
        hash = self.sender().property("release")
        if self.do(approve_release, hash, team=True):
            self.said.emit("Approved: the Board can see it now.")
            self.refresh()

    def _on_corrects(self) -> None:
        self.why.setVisible(bool(self.corrects.value()))

    def _on_export(self) -> None:
        dialog = QFileDialog(self, "Choose a new or empty folder for the pack")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.prepare_asked.emit(Path(folder))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        self.corrects.setMaximumWidth(560)
        self.why.setMaximumWidth(560)
        for part in (self.stands, self.corrects, self.why, self.problem):
            column.addWidget(part)
        self.why.hide()
        self.problem.hide()
        column.addWidget(SideBySide((self.button,), gap=SPACE_8, fill=False))
        column.addLayout(self._waiting)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
