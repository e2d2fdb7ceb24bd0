"""How is text put on a page? Labels that never read markup, and lines that part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

_PLAIN = Qt.TextFormat.PlainText


def label(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """Plain text that wraps. `kind` names its style: title, heading, strong, quiet, small."""
    made = QLabel(parent)
    made.setTextFormat(_PLAIN)
    made.setWordWrap(True)
    made.setText(text)
    if kind:
        made.setObjectName(kind)
    return made


def parting_line(parent: QWidget | None = None) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
