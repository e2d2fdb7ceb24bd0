"""What does the program tell unasked? A line on the message bar; one dialog for our faults."""

import logging
import sys
import traceback
import uuid
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QPushButton, QWidget

from carelink.errors import StoreTrouble
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12

_log = logging.getLogger("carelink")


class MessageBar(QFrame):
    """One message at a time, with at most one thing to do about it; stays until the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._says = label()
        self._says.setAccessibleName("Message")
        self._act = QPushButton()
        self._act.clicked.connect(self._on_act)
        self._close = QPushButton("Dismiss")
        self._close.clicked.connect(self.clear)
        self._then: Callable[[], None] | None = None
        self._next: tuple[str, str, Callable[[], None] | None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_8, SPACE_8)
        row.addWidget(self._says, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when the bar is clear."""
        return "" if self.isHidden() else self._says.text()

    def say(self, text: str, word: str = "", then: Callable[[], None] | None = None) -> None:
        """Say it, and offer `word` (such as "Undo") when there is something to do about it."""
        self._says.setText(text)
        self._then = then
        self._act.setText(word)
        self._act.setVisible(then is not None)
        self.show()
        if self.isVisible():  # while the window is hidden, nothing is read aloud either
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def say_after(self, text: str, word: str = "", then: Callable[[], None] | None = None) -> None:
        """Say it now, or as soon as what stands here has been dismissed or done."""
        if self.isHidden():
            self.say(text, word, then)
        else:
            self._next = (text, word, then)

    def act(self) -> None:
        """Do what is offered, as the button does."""
        if self._then is not None:
            self._on_act()

    def clear(self) -> None:
        self._then = None
        self.hide()
        self._say_next()

    def _on_act(self) -> None:
        then, self._then = self._then, None
        self.hide()
        if then is not None:
            then()
        if self.isHidden():
            self._say_next()

    def _say_next(self) -> None:
        held, self._next = self._next, None
        if held is not None:
            self.say(*held)


class CrashNotice(QObject):
    """Installed as sys.excepthook: logs where it happened, then shows one dialog, never two.

    What the computer could not do (StoreTrouble) is no fault of ours: `troubled(says)` fires with
    its plain sentence instead.

    A fault may come from any thread, and several at once from one broken paint; `met` brings
    them to the screen's thread. The log gets types and line numbers, never what was being said.
    """

    met = Signal(str)
    troubled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: QMessageBox | None = None
        self.met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.on_fault

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> None:
        if isinstance(fault, StoreTrouble):
            self.troubled.emit(str(fault))
            return
        reference = uuid.uuid4().hex[:8].upper()
        lines = [f"{step.filename}:{step.lineno} {step.name}" for step in _steps(where)]
        _log.error("fault %s: %s at %s", reference, kind.__name__, " < ".join(reversed(lines)))
        self.met.emit(reference)

    def _show(self, reference: str) -> None:
        if self._shown is not None:
            return
        self._shown = QMessageBox()
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setIcon(QMessageBox.Icon.Warning)
        self._shown.setWindowTitle("CareLink")
        self._shown.setText(
            "CareLink has met a fault. Everything you had saved is safe.\n\n"
            f"If it happens again, give your administrator this reference: {reference}."
        )
        self._shown.finished.connect(self._on_closed)
        self._shown.open()

    def _on_closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None


def _steps(where: TracebackType | None) -> list[traceback.FrameSummary]:
    return traceback.extract_tb(where)
