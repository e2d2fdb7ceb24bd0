"""Whom is this page about? A bar that stays on top, so that nobody writes on the wrong person."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from carelink.case import CaseFile, has_died
from carelink.known import say_advisers, say_age
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


def _is_put_away(button: QPushButton) -> bool:
    """Whether it was hidden on purpose; one that waits for its window to be shown was not."""
    told = button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return told and button.isHidden()


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
        self._buttons: list[QPushButton] = []
        self._held = QWidget()
        self._places = QGridLayout(self._held)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(SPACE_8)
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
        self._buttons.append(button)
        button.setParent(self._held)  # one put away has no place yet: shown, it would be a window
        button.installEventFilter(self)
        self._place_buttons()
        self._held.show()

    def minimumSizeHint(self) -> QSize:
        """As narrow as two buttons: the buttons can stand below the words, two in a row."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=_WORDS_NEED)
        return QSize(2 * widest + SPACE_8 + 2 * SPACE_12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place_buttons()
        return super().eventFilter(watched, event)

    def _place_buttons(self) -> None:
        """Beside the words while there is room, else below them, and then two in a row."""
        shown = [button for button in self._buttons if not _is_put_away(button)]
        needed = sum(button.sizeHint().width() + SPACE_8 for button in shown)
        room = self.width() - 2 * SPACE_12
        columns = max(1, len(shown)) if needed <= room else 2
        for at, button in enumerate(shown):
            self._places.addWidget(button, at // columns, at % columns)
        beside = needed + _ACROSS + _WORDS_NEED <= room
        self._grid.addWidget(self._held, *((0, 2) if beside else (1, 0, 1, 3, _LEFT)))

    def show_case(self, case: CaseFile, desk: Desk) -> None:
        person = case.person
        says = [say_age(person, desk.day), person.pronouns]
        if case.adviser_on(desk.day) or not has_died(person):
            says.append(say_advisers(case, desk.workers(), desk.day))
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
