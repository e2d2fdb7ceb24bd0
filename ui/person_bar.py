"""Whom is this page about? A bar that stays on top, so that nobody writes on the wrong person."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from carelink.case import CaseFile
from carelink.known import has_died, say_age
from carelink.names import initials, kept_apart
from carelink.person.reach import say_reach
from ui.desk import Desk
from ui.labels import label
from ui.look.dress import worn
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, TYPE_LARGE

_ACROSS = 44
_WORDS_NEED = 320
_LEFT = Qt.AlignmentFlag.AlignLeft


class Initials(QWidget):
    """The letters of a name in a ring; the name itself always stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = ""
        self.setFixedSize(QSize(_ACROSS, _ACROSS))

    def show_name(self, name: str) -> None:
        self.letters = initials(name) if name else "?"
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().accent))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        font = painter.font()
        font.setPixelSize(TYPE_LARGE)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(worn().on_accent))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.letters)


class PersonBar(QFrame):
    """Name, age, initials, personal adviser and how to reach them safely.

    Buttons may stand at its end; in a narrow window they stand below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.initials = Initials()
        self.name = label("", "heading")
        self.says = label("", "quiet")
        self.reach = label("", "quiet")
        self.reach.setAccessibleName("How to reach them safely")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.says)
        words.addWidget(self.reach)
        self._held = QWidget()
        self._buttons = QHBoxLayout(self._held)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(SPACE_8)
        self._held.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_4)
        self._grid.setSpacing(SPACE_8)
        self._grid.addWidget(self.initials, 0, 0)
        self._grid.addLayout(words, 0, 1)
        self._grid.addWidget(self._held, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self.show_nobody("")

    def add_button(self, button: QPushButton) -> None:
        self._buttons.addWidget(button)
        self._held.show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons by themselves: they can stand below the words."""
        held = super().minimumSizeHint()
        return QSize(self._held.minimumSizeHint().width() + 2 * SPACE_12, held.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._held.sizeHint().width() + _ACROSS + _WORDS_NEED
        self._grid.addWidget(self._held, *((1, 1, 1, 2, _LEFT) if narrow else (0, 2)))

    def show_case(self, case: CaseFile, desk: Desk) -> None:
        person = case.person
        adviser = case.adviser_name(desk.day)
        says = [say_age(person, desk.day), person.pronouns]
        if adviser:
            says.append(f"Personal adviser: {kept_apart(adviser)}")
        elif not has_died(person):
            says.append("No personal adviser")
        self._show(person.name, " · ".join(part for part in says if part), say_reach(person))

    def show_nobody(self, says: str) -> None:
        self._show("", says)

    def _show(self, name: str, says: str, reach: str = "") -> None:
        self.initials.show_name(name)
        self.initials.setVisible(bool(name))
        self.name.setText(kept_apart(name))
        self.name.setVisible(bool(name))
        self.says.setText(says)
        self.reach.setText(reach)
        self.reach.setVisible(bool(reach))
        spoken = ", ".join(part for part in (says, reach) if part)
        self.setAccessibleName(f"About {name}, {spoken}" if name else says)
