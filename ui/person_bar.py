"""Whom is this page about? A bar that stays on top, so that nobody writes on the wrong person."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.case import CaseFile
from carelink.known import has_died, say_age
from carelink.names import initials, kept_apart
from ui.desk import Desk
from ui.labels import label
from ui.look.dress import worn
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, TYPE_LARGE

_ACROSS = 44


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
    """Name, age, initials and personal adviser; buttons may stand at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.initials = Initials()
        self.name = label("", "heading")
        self.says = label("", "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.says)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_4)
        self._row.setSpacing(SPACE_12)
        self._row.addWidget(self.initials)
        self._row.addLayout(words, 1)
        self.show_nobody("")

    def add_button(self, button: QPushButton) -> None:
        self._row.addWidget(button)
        self._row.setSpacing(SPACE_8)

    def show_case(self, case: CaseFile, desk: Desk) -> None:
        person = case.person
        adviser = case.adviser_name(desk.day)
        says = [say_age(person, desk.day), person.pronouns]
        if adviser:
            says.append(f"Personal adviser: {kept_apart(adviser)}")
        elif not has_died(person):
            says.append("No personal adviser")
        self._show(person.name, " · ".join(part for part in says if part))

    def show_nobody(self, says: str) -> None:
        self._show("", says)

    def _show(self, name: str, says: str) -> None:
        self.initials.show_name(name)
        self.initials.setVisible(bool(name))
        self.name.setText(kept_apart(name))
        self.name.setVisible(bool(name))
        self.says.setText(says)
        self.setAccessibleName(f"About {name}, {says}" if name else says)
