"""How are facts shown that something can be done about? A card of rows: words, mark, buttons."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.words import State
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.marks import Mark

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_AT_ONCE = 8


class Act(NamedTuple):
    """One thing that can be done about a row: its name, the button's word and what it does."""

    name: str
    word: str
    tip: str
    quiet: bool = False


class RowWords(NamedTuple):
    """What a row says. `fact` is what it is about, `acts` the buttons it has now.

    `stands` is said beside the mark of `state`; `beneath` are quieter lines.
    """

    key: str
    title: str
    stands: str
    state: State
    beneath: Sequence[str]
    acts: Sequence[Act]
    fact: Any


class LedgerCard(QFrame):
    """A heading, the sum, and its rows; `asked(name, fact)` fires when a row's button is pressed.

    `at_once` rows are shown at first, the others when the button `more` is pressed. Rows once made
    are used again: making labels is what takes the time.
    """

    asked = Signal(str, object)

    def __init__(
        self,
        title: str,
        *,
        more: str = "Show earlier",
        at_once: int = _AT_ONCE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._more, self._at_once = more, at_once
        self.sum = label("", "quiet")
        self.earlier = QPushButton()
        self.earlier.clicked.connect(self._on_earlier)
        self._words: Sequence[RowWords] = ()
        self._shown = at_once
        self._rows: list[LedgerRow] = []
        self._held = QVBoxLayout()
        self._held.setSpacing(SPACE_8)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE_8)
        self._head.addWidget(label(title, "heading"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addLayout(self._head)
        column.addWidget(self.sum)
        column.addLayout(self._held)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)

    def add_button(self, button: QPushButton) -> None:
        """A button beside the heading."""
        self._head.addWidget(button)

    def show_rows(self, words: Sequence[RowWords], says: str) -> None:
        """Show these rows, the first of them at once; `says` is how they add up."""
        self._words = words
        self.sum.setText(says)
        self.sum.setVisible(bool(says))
        self._show()

    def start_anew(self) -> None:
        """Another person's rows begin at the first."""
        self._shown = self._at_once

    def row(self, key: str) -> "LedgerRow":
        """The row in sight with this key."""
        return next(row for row in self._rows if row.key == key and not row.isHidden())

    @property
    def keys(self) -> list[str]:
        """The keys of the rows in sight, in order."""
        return [row.key for row in self._rows if not row.isHidden()]

    def _show(self) -> None:
        words = self._words[: self._shown]
        while len(self._rows) < len(words):
            row = LedgerRow()
            row.asked.connect(self.asked)
            self._rows.append(row)
            self._held.addWidget(row)
        for at, row in enumerate(self._rows):
            if at < len(words):
                row.show_words(words[at])
            row.setVisible(at < len(words))
        left = len(self._words) - self._shown
        self.earlier.setText(f"{self._more} ({left:,})")
        self.earlier.setVisible(left > 0)

    def _on_earlier(self) -> None:
        self._shown += 2 * _AT_ONCE
        self._show()


class LedgerRow(QWidget):
    """One row; `asked(name, fact)` fires for its buttons."""

    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._fact: Any = None
        self._title = label("", "strong")
        self._title.setTextInteractionFlags(_SELECTABLE)
        self._mark = Mark()
        self._stands = label()
        self._beneath = label("", "quiet")
        self._beneath.setTextInteractionFlags(_SELECTABLE)
        self._buttons: list[QPushButton] = []
        stands = QHBoxLayout()
        stands.setSpacing(SPACE_8)
        stands.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        stands.addWidget(self._stands, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_8)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(parting_line())
        column.addWidget(self._title)
        column.addLayout(stands)
        column.addWidget(self._beneath)
        column.addLayout(self._row)

    def show_words(self, words: RowWords) -> None:
        """Say this in place of what stood here."""
        self.key, self._fact = words.key, words.fact
        self._title.setText(words.title)
        self._mark.state = words.state
        self._mark.update()
        self._stands.setText(words.stands)
        beneath = "\n".join(part for part in words.beneath if part)
        self._beneath.setText(beneath)
        self._beneath.setVisible(bool(beneath))
        self._show_acts(words.title, words.acts)

    def button(self, name: str) -> QPushButton:
        """The button of one act, for tests."""
        return next(held for held in self._buttons if held.property("act") == name)

    @property
    def acts(self) -> list[str]:
        """The names of what can be done about it now."""
        return [str(held.property("act")) for held in self._buttons if not held.isHidden()]

    def _show_acts(self, title: str, acts: Sequence[Act]) -> None:
        while len(self._buttons) < len(acts):
            button = QPushButton()
            button.clicked.connect(self._on_pressed)
            self._row.insertWidget(len(self._buttons), button)
            self._buttons.append(button)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(acts))
            if at < len(acts):
                act = acts[at]
                button.setText(act.word)
                button.setProperty("act", act.name)
                button.setToolTip(act.tip)
                button.setAccessibleName(f"{act.word.rstrip('…')}: {title}")
                _dress(button, "link" if act.quiet else "")

    def _on_pressed(self) -> None:
        self.asked.emit(str(self.sender().property("act")), self._fact)


def _dress(button: QPushButton, kind: str) -> None:
    if button.objectName() != kind:
        button.setObjectName(kind)
        button.style().polish(button)
