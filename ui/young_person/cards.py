"""How are the facts of one subject shown? A card of lines, each with what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from carelink.known import Line
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_ABOUT_WIDTH = 132
_TOP = Qt.AlignmentFlag.AlignTop
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class Card(QFrame):
    """A heading and its lines; `show_lines` shows others in their place."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(label(title, "heading"))
        self._lead = label("", "quiet")
        self._column.addWidget(self._lead)
        self._held = QWidget()
        self._column.addWidget(self._held)

    def show_lines(self, lines: Sequence[Line], empty: str = "", lead: str = "") -> None:
        """Show these lines; `empty` is said when there are none, `lead` stands above them."""
        says = lead or ("" if lines else empty)
        self._lead.setText(says)
        self._lead.setVisible(bool(says))
        held = _grid_of(lines)
        self._column.replaceWidget(self._held, held)
        self._held.hide()
        self._held.deleteLater()
        self._held = held


def _grid_of(lines: Sequence[Line]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_12)
    grid.setVerticalSpacing(SPACE_8)
    grid.setColumnStretch(1, 1)
    for at, line in enumerate(lines):
        about = label(line.about, "quiet")
        about.setFixedWidth(_ABOUT_WIDTH)
        grid.addWidget(about, at, 0, _TOP)
        grid.addWidget(_said(line), at, 1, _TOP)
    if not lines:
        held.hide()
    return held


def _said(line: Line) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    says = label(line.says)
    says.setTextInteractionFlags(_SELECTABLE)
    column.addWidget(says)
    if line.beneath:
        column.addWidget(label(line.beneath, "small"))
    return held
