"""What has happened, newest first: each thing in one line, with the note written of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.timeline import GROUPS, TimelineRow
from ui.fields import ChoiceField
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16

_AT_ONCE = 12
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_EVERYTHING = "Everything"


class TimelineCard(QFrame):
    """The newest rows, with a button for the earlier ones and a choice of what to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("Timeline")
        self._rows: Sequence[TimelineRow] = ()
        self._empty = ""
        self._shown = _AT_ONCE
        self.group = ChoiceField(
            "group", "Show", [("", _EVERYTHING), *((group, group) for group in GROUPS)]
        )
        self.group.changed.connect(self._on_group)
        self.says = label("", "quiet")
        self.earlier = QPushButton()
        self.earlier.clicked.connect(self._on_earlier)
        self._held = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(label("Timeline", "heading"))
        self._column.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.says, self._held):
            self._column.addWidget(widget)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[TimelineRow], no_contact: str) -> None:
        """Show the newest of these; `no_contact` is said when no contact is among them."""
        self._rows = rows
        self._empty = no_contact
        self._show()

    def start_anew(self) -> None:
        """Another person's timeline begins at its newest rows."""
        self._shown = _AT_ONCE
        self.group.set_value("")

    def _show(self) -> None:
        chosen = self.group.value()
        rows = [row for row in self._rows if chosen in ("", row.group)]
        contacts = any(row.group == GROUPS[0] for row in self._rows)
        says = "" if contacts or chosen not in ("", GROUPS[0]) else self._empty
        self.says.setText(says or ("" if rows else "Nothing is recorded."))
        self.says.setVisible(bool(self.says.text()))
        held = _rows_of(rows[: self._shown])
        self._column.replaceWidget(self._held, held)
        self._held.hide()
        self._held.deleteLater()
        self._held = held
        left = len(rows) - self._shown
        self.earlier.setText(f"Show earlier ({left:,})")
        self.earlier.setVisible(left > 0)

    def _on_group(self) -> None:
        self._shown = _AT_ONCE
        self._show()

    def _on_earlier(self) -> None:
        self._shown += 2 * _AT_ONCE
        self._show()


def _rows_of(rows: Sequence[TimelineRow]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    for at, row in enumerate(rows):
        if at:
            column.addWidget(parting_line())
        column.addWidget(_row(row))
    if not rows:
        held.hide()
    return held


def _row(row: TimelineRow) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    when = show(row.on) if row.on else "Date not known"
    who = f" · {row.who}" if row.who else ""
    worry = f"Worry: {row.worry}" if row.worry else ""
    column.addWidget(label(f"{when} · {row.group}{who}", "small"))
    column.addWidget(label(row.says, "strong"))
    for text in filter(None, (row.note, worry)):
        shown = label(text)
        shown.setTextInteractionFlags(_SELECTABLE)
        column.addWidget(shown)
    return held
