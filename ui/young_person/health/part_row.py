"""How does one part of the passport stand on the page? Its lines, their sharing, what to do."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carelink.health.parts import ASSESSMENTS, NHS_NUMBER, Part
from carelink.health.passport import PartAsKnown, PassportLine
from carelink.health.words import DECLINED, NONE, NOT_ASKED, NOT_KNOWN, RECORDED
from carelink.words import State
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.marks import Mark
from ui.side_by_side import SideBySide

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_MARKS = {
    RECORDED: State.ON_TRACK,
    NONE: State.ON_TRACK,
    NOT_KNOWN: State.CANNOT_TELL,
    DECLINED: State.DECLINED,
    NOT_ASKED: State.NEVER,
}
# Parts of which another fact speaks: what else may be said of them.
_OTHERWISE = {NHS_NUMBER: "No number…", ASSESSMENTS: "Something else…"}
_WORDS, _ACTS = 210, 390
_SHOWN, _NOT_SHOWN = "Share", "Keep private"


class Asked(NamedTuple):
    """What was pressed: `act` is add, else, change, over, share or keep; of which line."""

    act: str
    part: Part
    line: PassportLine | None


class GroupCard(QFrame):
    """The parts of one group, each always there; `asked(Asked)` fires for what is pressed."""

    asked = Signal(object)

    def __init__(self, title: str, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.rows = {part.part: PartRow(part, self.asked.emit) for part in parts}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(label(title, "heading"))
        for row in self.rows.values():
            column.addWidget(row)

    def show_parts(self, known: Sequence[PartAsKnown]) -> None:
        """Show those of the parts that stand in this card."""
        for part in known:
            if part.part.part in self.rows:
                self.rows[part.part.part].show_part(part)


class PartRow(QWidget):
    """One part: its title, what to add, and its lines below."""

    def __init__(
        self, part: Part, tell: Callable[[Asked], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.part = part
        self._tell = tell
        self.add = QPushButton()
        self.add.setObjectName("link")
        self.add.clicked.connect(self._on_add)
        self.otherwise = _button(_OTHERWISE.get(part.part, ""), "link", self._on_else)
        if part.part not in _OTHERWISE:
            self.otherwise.hide()  # showing it, not yet in the row, would open a window of its own
        self.otherwise.setAccessibleName(f"{self.otherwise.text().rstrip('…')}: {part.title}")
        self.lines: list[LineRow] = []
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(label(part.title, "strong"), 1)
        head.addWidget(self.otherwise)
        head.addWidget(self.add)
        self._asks = label(part.asks, "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(parting_line())
        self._column.addLayout(head)
        self._column.addWidget(self._asks)

    def show_part(self, known: PartAsKnown) -> None:
        asked = known.answer != NOT_ASKED
        word = "Ask…" if not asked else "Add…" if self.part.several else "Record anew…"
        self.add.setText(word)
        self.add.setAccessibleName(f"{word.rstrip('…')}: {self.part.title}")
        self.add.setToolTip(self.part.why)
        self._asks.setVisible(not asked)
        while len(self.lines) < len(known.lines):
            row = LineRow(self.part, self._tell)
            self.lines.append(row)
            self._column.addWidget(row)
        for at, row in enumerate(self.lines):
            row.setVisible(at < len(known.lines))
            if at < len(known.lines):
                row.show_line(known.lines[at])

    def _on_else(self) -> None:
        self._tell(Asked("else", self.part, None))

    def _on_add(self) -> None:
        self._tell(Asked("add", self.part, None))


class LineRow(QWidget):
    """One line with its mark; below it whether others may see it, and what to do about it."""

    def __init__(
        self, part: Part, tell: Callable[[Asked], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._part = part
        self._tell = tell
        self._line: PassportLine | None = None
        self._mark = Mark()
        self.says = label()
        self.says.setTextInteractionFlags(_SELECTABLE)
        self.beneath = label("", "small")
        self.share = _button(_SHOWN, "option", self._on_share, checkable=True)
        self.keep = _button(_NOT_SHOWN, "option", self._on_keep, checkable=True)
        self.change = _button("Change…", "link", self._on_change)
        self.over = _button("It is over", "link", self._on_over)
        self._group = QButtonGroup(self)
        for button in (self.share, self.keep):
            self._group.addButton(button)
        self._acts = _acts(self.share, self.keep, self.change, self.over)
        self._lay_out()

    def show_line(self, line: PassportLine) -> None:
        self._line = line
        self._mark.state = _MARKS[line.answer]
        self._mark.update()
        self.says.setText(line.says)
        self.beneath.setText(line.beneath)
        self.beneath.setVisible(bool(line.beneath))
        self._acts.setVisible(line.answer != NOT_ASKED)
        for button in (self.change, self.over):
            button.setVisible(line.item is not None)
        self._show_shared(line)
        for button in (self.share, self.keep, self.change, self.over):
            button.setAccessibleName(
                f"{button.text().rstrip('…')}: {self._part.title}, {line.says}"
            )

    def _show_shared(self, line: PassportLine) -> None:
        """Neither is pressed while nobody has asked: not asked is no yes and no no."""
        self._group.setExclusive(False)
        self.share.setChecked(line.shared is True)
        self.keep.setChecked(line.shared is False)
        self._group.setExclusive(True)

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(SPACE_8)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.says, 1)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(said)
        column.addWidget(self.beneath)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE_4)
        whole.addWidget(SideBySide((words, self._acts), at_least=(_WORDS, _ACTS)))

    def _on_share(self) -> None:
        self._tell(Asked("share", self._part, self._line))

    def _on_keep(self) -> None:
        self._tell(Asked("keep", self._part, self._line))

    def _on_change(self) -> None:
        self._tell(Asked("change", self._part, self._line))

    def _on_over(self) -> None:
        self._tell(Asked("over", self._part, self._line))


def _button(
    word: str, kind: str, pressed: Callable[[], None], *, checkable: bool = False
) -> QPushButton:
    button = QPushButton(word)
    button.setObjectName(kind)
    button.setCheckable(checkable)
    button.clicked.connect(pressed)
    return button


def _acts(*buttons: QPushButton) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return held
