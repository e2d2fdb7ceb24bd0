"""What has happened, newest first: each thing in one line, with the note written of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.happened import Happened
from carelink.timeline import GROUPS
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
        self._rows: Sequence[Happened] = ()
        self._empty = ""
        self._day = date.max
        self._shown = _AT_ONCE
        self.group = ChoiceField(
            "group", "Show", [("", _EVERYTHING), *((group, group) for group in GROUPS)]
        )
        self.group.changed.connect(self._on_group)
        self.says = label("", "quiet")
        self.earlier = QPushButton()
        self.earlier.clicked.connect(self._on_earlier)
        self._views: list[_RowView] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(SPACE_8)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(label("Timeline", "heading"))
        column.addWidget(self.group, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.says)
        column.addLayout(self._held)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[Happened], no_contact: str, day: date) -> None:
        """Show the newest of these; `no_contact` is said when no contact is among them.

        What lies after the day is marked, for its words say it as done.
        """
        self._rows = rows
        self._day = day
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
        self._show_rows(rows[: self._shown])
        left = len(rows) - self._shown
        self.earlier.setText(f"Show earlier ({left:,})")
        self.earlier.setVisible(left > 0)

    def _show_rows(self, rows: Sequence[Happened]) -> None:
        """Rows once made are used again: making labels is what takes the time."""
        while len(self._views) < len(rows):
            self._views.append(_RowView())
            self._held.addWidget(self._views[-1])
        for at, view in enumerate(self._views):
            if at < len(rows):
                view.show_row(rows[at], self._day)
            view.setVisible(at < len(rows))

    def _on_group(self) -> None:
        self._shown = _AT_ONCE
        self._show()

    def _on_earlier(self) -> None:
        self._shown += 2 * _AT_ONCE
        self._show()


class _RowView(QWidget):
    """One thing that happened: when and who, what it was, and the words kept of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = label("", "small")
        self._says = label("", "strong")
        self._note = label()
        self._worry = label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(parting_line())
        for part in (self._when, self._says, self._note, self._worry):
            column.addWidget(part)
        for words in (self._note, self._worry):
            words.setTextInteractionFlags(_SELECTABLE)

    def show_row(self, row: Happened, day: date) -> None:
        when = show(row.on) if row.on else "Date not known"
        if row.on and row.on > day:
            when += ", still to come"
        self._when.setText(" · ".join(part for part in (when, row.group, row.who) if part))
        self._says.setText(row.says)
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self._worry.setText(f"Worry: {row.worry}")
        self._worry.setVisible(bool(row.worry))
