"""What did the note answer, and what is still open? Shown when it has been saved."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.names import kept_apart
from carelink.receipt import Receipt, say_actions, say_open
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16, SPACE_24

_TOP = Qt.AlignmentFlag.AlignTop


class ReceiptView(QWidget):
    """`opened`, `another` and `undone` fire when their button is pressed."""

    opened = Signal()
    another = Signal()
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("", "heading")
        self._groups = QVBoxLayout()
        self._groups.setSpacing(SPACE_8)
        self._shown = QWidget()
        self._groups.addWidget(self._shown)
        self.to_person = QPushButton("Open")
        self.to_another = QPushButton("Record another")
        self.to_undo = QPushButton("Undo")
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(760)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_16)
        column.addWidget(self.heading)
        column.addLayout(self._groups)
        column.addLayout(self._buttons())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        whole.addWidget(card)
        whole.addStretch(1)
        self.setFocusProxy(self.to_person)

    def show_receipt(self, name: str, receipt: Receipt, titles: Mapping[str, str]) -> None:
        """Show what the note about this person did."""
        self.heading.setText(f"Saved: a contact with {kept_apart(name)}")
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for at, (heading, lines) in enumerate(_groups_of(receipt, titles)):
            if at:
                column.addSpacing(SPACE_8)
            column.addWidget(label(heading, "strong"))
            for line in lines:
                column.addWidget(label(line))
        self._groups.replaceWidget(self._shown, shown)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = shown

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        self.to_person.setObjectName("main")
        self.to_person.setToolTip("Open the young person's page (Enter)")
        self.to_undo.setToolTip("Take the whole note back (Ctrl Z)")
        self.to_person.clicked.connect(self.opened)
        self.to_another.clicked.connect(self.another)
        self.to_undo.clicked.connect(self.undone)
        for button in (self.to_person, self.to_another, self.to_undo):
            row.addWidget(button, 0, _TOP)
        row.addStretch(1)
        return row


def _groups_of(receipt: Receipt, titles: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    answered = []
    for done in receipt.answered:
        was = f", was due {show(done.was_due_on)}" if done.was_due_on else ""
        then = f", next due {show(done.due_on)}" if done.due_on else ""
        answered.append(f"{titles[done.duty]}{was}{then}")
    answered += say_actions(receipt)
    begun = [
        f"{titles[duty.duty]}, by {show(duty.due_on)}" for duty in receipt.begun if duty.due_on
    ]
    groups = [
        ("This answered", answered or ["No duty was waiting for this."]),
        ("Now due", begun),
        ("No longer asked for", [titles[duty.duty] for duty in receipt.ended]),
        ("Still open", [say_open(duty, titles) for duty in receipt.still_open] or ["Nothing"]),
    ]
    return [(heading, lines) for heading, lines in groups if lines]
