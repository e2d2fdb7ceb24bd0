"""How is a difference of two texts shown? One text, what went struck through, what came underlined.

Set by character formats and never as markup: what people wrote is text.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from carelink.plan.compare import ADDED, SAME, TAKEN, Run
from carelink.words import State
from ui.look.dress import worn
from ui.look.tokens import SPACE_4

_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class DifferenceText(QTextEdit):
    """A text that is read and not written in, as high as what it says."""

    def __init__(self, name: str, runs: Sequence[Run], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(_NO_BAR)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(SPACE_4)
        self.setAccessibleName(name)
        self.setAccessibleDescription(spoken(runs))
        cursor = self.textCursor()
        for run in runs:
            cursor.insertText(run.text, _format(run.kind))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.viewport().width(), 1))
        margins = self.contentsMargins()
        room = margins.top() + margins.bottom() + 2 * self.frameWidth() + 2 * SPACE_4
        self.setFixedHeight(round(self.document().size().height()) + room)


def spoken(runs: Sequence[Run]) -> str:
    """The difference for somebody who hears it: what was taken out and what was put in."""
    words = {SAME: "", TAKEN: "taken out: ", ADDED: "put in: "}
    return " ".join(f"{words[run.kind]}{run.text.strip()}" for run in runs if run.text.strip())


def _format(kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    if kind == ADDED:
        made.setFontUnderline(True)
        made.setFontWeight(QFont.Weight.Bold)
        made.setForeground(QColor(worn().states[State.ON_TRACK]))
    elif kind == TAKEN:
        made.setFontStrikeOut(True)
        made.setForeground(QColor(worn().states[State.OVERDUE]))
    else:
        made.setForeground(QColor(worn().ink))
    return made
