"""Two people wrote the same answer: both texts are kept, and where they differ is shown."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.plan.compare import words_apart
from ui.fields import Field, TextField
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12
from ui.young_person.plan.difference_text import DifferenceText

_LEAD = (
    "Somebody else wrote here while you did. Both texts are kept until you choose. "
    "Theirs alone is struck through, yours alone is underlined."
)
MINE, THEIRS, BOTH = "mine", "theirs", "both"
_WORDS = {MINE: "Keep mine", THEIRS: "Take theirs", BOTH: "Keep both, theirs first"}


class TwoTexts(NamedTuple):
    """One answer as it stands now and as we typed it."""

    field: str
    asks: str
    theirs: str
    ours: str


def met(fields: Sequence[Field], was: Any, now: Any) -> list[TwoTexts]:
    """Where somebody else's answers meet ours; theirs comes in where we touched nothing.

    `was` is what we read, `now` what stands there; a field that `now` does not have is passed over.
    """
    texts = []
    for field in fields:
        theirs = getattr(now, field.name, None)
        before = getattr(was, field.name, "")
        if theirs is None or theirs in (before, field.typed):
            continue
        if field.typed == before:
            field.set_typed(theirs)
        else:
            texts.append(TwoTexts(field.name, field.asks, theirs, field.typed))
    return texts


def settle(field: Field, both: TwoTexts, which: str) -> None:
    """Put what was chosen into the field."""
    if which == THEIRS:
        field.set_typed(both.theirs)
    elif which == BOTH and isinstance(field, TextField):
        field.set_typed(f"{both.theirs}\n\n{field.typed}")


class BothTexts(QFrame):
    """`chosen(texts, which)` fires for each answer; the panel hides when all are chosen."""

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAccessibleName("Written by somebody else meanwhile")
        self._left: dict[str, QWidget] = {}
        self._says: dict[QObject, tuple[TwoTexts, str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(label(_LEAD, "strong"))
        self.hide()

    def show_texts(self, texts: Sequence[TwoTexts]) -> None:
        """Show each answer that differs; none hides the panel."""
        self.clear()
        for both in texts:
            held = self._one(both)
            self._left[both.field] = held
            self._column.addWidget(held)
        self.setVisible(bool(texts))

    def clear(self) -> None:
        """Nothing to choose."""
        self.hide()
        for held in self._left.values():
            held.hide()
            held.deleteLater()
        self._left = {}
        self._says = {}

    def button(self, field: str, which: str) -> QPushButton:
        """The button of one choice, for tests."""
        found = next(
            held
            for held, (both, does) in self._says.items()
            if (both.field, does) == (field, which)
        )
        assert isinstance(found, QPushButton)
        return found

    def _one(self, both: TwoTexts) -> QWidget:
        held = QWidget()
        held.setObjectName("clear")
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(label(both.asks, "quiet"))
        apart = words_apart(both.theirs, both.ours)
        column.addWidget(DifferenceText(f"{both.asks}: theirs and yours", apart))
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for which, word in _WORDS.items():
            button = QPushButton(word)
            button.setAccessibleName(f"{word}: {both.asks}")
            button.clicked.connect(self._on_pressed)
            self._says[button] = (both, which)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return held

    def _on_pressed(self) -> None:
        both, which = self._says[self.sender()]
        held = self._left.pop(both.field)
        held.hide()
        held.deleteLater()
        self.setVisible(bool(self._left))
        self.chosen.emit(both, which)
