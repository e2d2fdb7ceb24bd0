"""Words to be copied into a message or read out: shown as they are, one press copies them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16

_LINES = 16


class ToCopy(QFrame):
    """`copied` fires when the words are on the clipboard, `left` when it is closed."""

    copied = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = label("", "heading")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _LINES)
        self.copy = QPushButton("Copy")
        self.close_button = QPushButton("Close")
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self._title)
        column.addWidget(self.text)
        column.addLayout(row)
        self.copy.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.left)
        self.hide()

    def show_words(self, title: str, words: str) -> None:
        """Show these; they may be changed before they are copied."""
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlainText(words)
        self.show()
        self.copy.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit()
