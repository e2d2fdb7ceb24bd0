"""What must a manager know to answer this? All that is recorded of it, their words, two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from carelink.errors import Problem
from carelink.said import Line
from carelink.wording import Wording
from ui.fields import TextField, show_problems
from ui.keys import CTRL_ENTER, within
from ui.labels import label, parting_line
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class ToAgreePanel(QFrame):
    """Shows one thing that waits; `agreed` and `returned` fire with the words typed.

    `opened` asks for the file, `left` for the list.
    """

    agreed = Signal(str)
    returned = Signal(str)
    opened = Signal()
    left = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName("What waits, and what is known of it")
        self.setMinimumWidth(280)
        self.name = label("", "heading")
        self.kind = label("", "strong")
        self.own = label("", "problem")
        self._parts: list[tuple[QLabel, QLabel]] = []
        hint = "Kept with your answer; needed to return it. The adviser reads them"
        self.words = TextField("words", "Your words", hint, lines=3)
        self.words.heed(wording)
        self.means = label("", "small")
        self.problem = label("", "problem")
        self.agree_button = QPushButton("Agree")
        self.return_button = QPushButton("Return with words")
        self.open_button = QPushButton("Open")
        self.back_button = QPushButton("Back")
        self._lay_out()
        self._connect()

    def show_asked(self, name: str, kind: str, lines: Sequence[Line], means: str, own: str) -> None:
        """Say what waits and who for; `own` is why this manager may not answer it."""
        self._say(name, kind, lines)
        self.means.setText(means)
        self.own.setText(own)
        self.own.setVisible(bool(own))
        self._offer(not own)
        self.open_button.show()

    def show_only(self, heading: str, says: str, opens: str = "") -> None:
        """Say what is not answered here; `opens` is the word of the button where it can be."""
        self._say(heading, says, ())
        self.own.hide()
        self._offer(False)
        self.open_button.setVisible(bool(opens))
        self.open_button.setText(opens or "Open")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What is wrong with the words beside them, the rest above the buttons."""
        rest = show_problems((self.words,), problems)
        self.problem.setText(rest)
        self.problem.setVisible(bool(rest))
        if problems:
            self._bring_words_into_sight()

    def show_way_back(self, shown: bool) -> None:
        """Offer the way back to the list when the panel stands in its place."""
        self.back_button.setVisible(shown)

    def take_keyboard(self) -> None:
        """The words where there is something to answer, else what opens the file."""
        if self.words.isVisibleTo(self):
            self.words.setFocus()
            self._bring_words_into_sight()
        else:
            self.open_button.setFocus()

    def _say(self, heading: str, kind: str, lines: Sequence[Line]) -> None:
        self.name.setText(heading)
        self.kind.setText(kind)
        self.open_button.setText("Open")
        while len(self._parts) < len(lines):
            self._add_part()
        for at, (about, says) in enumerate(self._parts):
            line = lines[at] if at < len(lines) else Line("", "")
            about.setText(line.about)
            says.setText("\n".join(part for part in (line.says, line.beneath) if part))
            for part in (about, says):
                part.setVisible(at < len(lines))
        self.show_problems(())
        self._scroll.verticalScrollBar().setValue(0)

    def _bring_words_into_sight(self) -> None:
        """The layout comes to rest first: what is new in it has no place before."""
        QTimer.singleShot(0, self._scroll_to_words)

    def _scroll_to_words(self) -> None:
        for part in (self.words, self.means, self.problem):
            if part.isVisibleTo(self):
                self._scroll.ensureWidgetVisible(part)

    def _offer(self, offered: bool) -> None:
        for part in (self.words, self.means, self.agree_button, self.return_button):
            part.setVisible(offered)

    def _add_part(self) -> None:
        about, says = label("", "small"), label("")
        says.setTextInteractionFlags(_SELECTABLE)
        self._parts.append((about, says))
        self._lines.addWidget(about)
        self._lines.addWidget(says)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        body = QVBoxLayout(inner)
        body.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        body.setSpacing(SPACE_8)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_8)
        for part in (self.name, self.kind, self.own, parting_line()):
            body.addWidget(part)
        body.addLayout(self._lines)
        for asked in (self.words, self.means, self.problem):
            body.addWidget(asked)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # read on by the arrow keys
        self._scroll.setAccessibleName("What is known of it")
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(parting_line())
        column.addWidget(self._answering())

    def _answering(self) -> QWidget:
        """The buttons: always in sight, however long what is to be read."""
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_8)
        self.agree_button.setObjectName("main")
        self.agree_button.setToolTip("Agree (A in the list)")
        self.return_button.setToolTip("Return it with your words (R in the list, then Ctrl Enter)")
        self.open_button.setToolTip("Open the young person's file (Enter in the list)")
        self.back_button.setToolTip("Back to the list (Esc)")
        self.back_button.hide()
        self.problem.hide()
        for button in (
            self.agree_button,
            self.return_button,
            self.open_button,
            self.back_button,
        ):
            row.addWidget(button)
        row.addStretch(1)
        return held

    def _connect(self) -> None:
        self.agree_button.clicked.connect(lambda: self.agreed.emit(self.words.value()))
        self.return_button.clicked.connect(self._return)
        self.open_button.clicked.connect(self.opened)
        self.back_button.clicked.connect(self.left)
        within(self.words, self._return, *CTRL_ENTER)

    def _return(self) -> None:
        self.returned.emit(self.words.value())
