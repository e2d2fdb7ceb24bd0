"""Which section of the file is shown? Buttons in a row while there is room, else a list."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from ui.look.tokens import SPACE_4


class Chooser(QWidget):
    """`chosen(name)` fires when a section is asked for; `show_chosen` marks the one in view."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sections of the file")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._list = QComboBox()
        self._list.setAccessibleName("Section of the file")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for name, title in sections:
            button = QPushButton(title)
            button.setObjectName("option")
            button.setCheckable(True)
            button.clicked.connect(self._on_pressed)
            self._group.addButton(button)
            self._buttons[name] = button
            self._list.addItem(title, name)
            row.addWidget(button)
        row.addWidget(self._list)
        row.addStretch(1)
        self._list.hide()
        self._list.activated.connect(self._on_listed)

    def show_chosen(self, name: str) -> None:
        """Mark the section in view."""
        self._buttons[name].setChecked(True)
        self._list.setCurrentIndex(self._list.findData(name))

    def button(self, name: str) -> QPushButton:
        """The button of one section, for tests."""
        return self._buttons[name]

    def minimumSizeHint(self) -> QSize:
        """As narrow as the list: the buttons give way to it."""
        return self._list.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() + SPACE_4 for button in self._buttons.values())
        narrow = needed > self.width()
        for button in self._buttons.values():
            button.setVisible(not narrow)
        self._list.setVisible(narrow)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(name for name, held in self._buttons.items() if held is pressed))

    def _on_listed(self) -> None:
        self.chosen.emit(str(self._list.currentData()))
