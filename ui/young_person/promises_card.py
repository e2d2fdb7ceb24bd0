"""What did we promise and have not done? Each with the button that says it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.known import Line
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_NONE = "No promise of ours is open."


class PromisesCard(QFrame):
    """`kept(promise_id)` fires when the button of a promise is pressed."""

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("What we promised")
        self._none = label(_NONE, "quiet")
        self._rows: list[_PromiseRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(label("What we promised", "heading"))
        self._column.addWidget(self._none)

    def show_promises(self, promises: Sequence[tuple[str, Line]]) -> None:
        """Show these open promises, each by its id."""
        self._none.setVisible(not promises)
        while len(self._rows) < len(promises):
            self._rows.append(_PromiseRow())
            self._rows[-1].done.clicked.connect(self._on_done)
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            if at < len(promises):
                row.show_promise(*promises[at])
            row.setVisible(at < len(promises))

    def buttons(self) -> list[QPushButton]:
        """The buttons that stand there, in order."""
        return [row.done for row in self._rows if not row.isHidden()]

    def _on_done(self) -> None:
        self.kept.emit(self.sender().property("promise_id"))


class _PromiseRow(QWidget):
    """One promise: what it is, how it stands, and its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = label()
        self._stands = label("", "small")
        self.done = QPushButton("Kept")
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(self._what)
        words.addWidget(self._stands)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addLayout(words, 1)
        row.addWidget(self.done)

    def show_promise(self, promise_id: str, line: Line) -> None:
        self.done.setProperty("promise_id", promise_id)
        self.done.setAccessibleName(f"Kept: {line.says}")
        self.done.setToolTip("We have done this; today's date is kept with it")
        self._what.setText(line.says)
        self._stands.setText(": ".join(part for part in (line.about, line.beneath) if part))
