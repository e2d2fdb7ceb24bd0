"""How are the facts of one subject shown? A card of lines, each with what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from carelink.said import Line
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.side_by_side import SideBySide

_ABOUT_WIDTH = 132
_TOP = Qt.AlignmentFlag.AlignTop
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class Card(QFrame):
    """A heading and its lines; `show_lines` shows others in their place.

    Lines once made are used again: making labels is what takes the time.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._lead = label("", "quiet")
        self._rows: list[CardLine] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_8)
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(label(title, "heading"))
        self._column.addWidget(self._lead)
        self._column.addLayout(self._grid)

    def add_above(self, widget: QWidget) -> None:
        """Put something between the heading and the lines."""
        self._column.insertWidget(1, widget)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put what can be done about it below the lines, side by side while there is room."""
        widths = [button.sizeHint().width() for button in buttons]
        held = SideBySide(buttons, widths, gap=SPACE_8, fill=False)
        self._column.addWidget(held)

    def show_lines(self, lines: Sequence[Line], empty: str = "", lead: str = "") -> None:
        """Show these lines; `empty` is said when there are none, `lead` stands above them."""
        says = lead or ("" if lines else empty)
        self._lead.setText(says)
        self._lead.setVisible(bool(says))
        while len(self._rows) < len(lines):
            self._rows.append(CardLine(self._grid, len(self._rows)))
        for at, row in enumerate(self._rows):
            row.show_line(lines[at] if at < len(lines) else None)


class CardLine:
    """One line in the grid of a card."""

    def __init__(self, grid: QGridLayout, at: int) -> None:
        self._about = label("", "quiet")
        self._about.setFixedWidth(_ABOUT_WIDTH)
        self._says = label()
        self._says.setTextInteractionFlags(_SELECTABLE)
        self._beneath = label("", "small")
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._says)
        column.addWidget(self._beneath)
        grid.addWidget(self._about, at, 0, _TOP)
        grid.addWidget(self._held, at, 1, _TOP)

    def show_line(self, line: Line | None) -> None:
        shown = line or Line("", "")
        self._about.setText(shown.about)
        self._says.setText(shown.says)
        self._beneath.setText(shown.beneath)
        self._beneath.setVisible(bool(shown.beneath))
        self._about.setVisible(line is not None)
        self._held.setVisible(line is not None)
