"""How does a page show one of several panes? A button for each, the one asked for below them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.look.tokens import SPACE_8, SPACE_16
from ui.side_by_side import SideBySide


class OneOfSeveral(QWidget):
    """Each pane with the words of its button; the first is shown until another is asked for.

    `turned(at)` fires when a button has brought a pane forward.
    """

    turned = Signal(int)

    def __init__(self, panes: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clear")
        self.buttons = tuple(QPushButton(words) for words, _ in panes)
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        for at, (button, (_, pane)) in enumerate(zip(self.buttons, panes, strict=True)):
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self._group.addButton(button, at)
            self._stack.addWidget(pane)
        self._group.idClicked.connect(self._on_button)
        self._lay_out()

    @property
    def at(self) -> int:
        """The place of the pane that is shown."""
        return self._stack.currentIndex()

    def show_pane(self, at: int) -> None:
        """Turn to the pane at this place, as its button does."""
        self.buttons[at].click()

    def _on_button(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.turned.emit(at)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        top.addWidget(SideBySide(self.buttons, gap=SPACE_8, fill=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
