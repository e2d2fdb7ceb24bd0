"""Help: what the states mean, the keys, and what an encrypted file can and cannot protect."""

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ui.assets import read_text
from ui.desk import Desk
from ui.desk_signals import DeskSignals
from ui.look.tokens import SPACE_16
from ui.page import Page


class HelpView(Page):
    """One page of plain words, read with the keyboard like any text; nothing in it is a link."""

    title = "Help"

    def __init__(self, desk: Desk, signals: DeskSignals, parent: QWidget | None = None) -> None:
        super().__init__(desk, signals, parent)
        self.text = QTextBrowser()
        self.text.setObjectName("help")
        self.text.setAccessibleName("Help")
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(SPACE_16)
        self.text.setMarkdown(read_text("help/help.md").partition("\n")[2])
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def refresh(self) -> None:
        self.sum_said.emit(
            "What the states mean, the keys, and what the store protects. Esc: back."
        )
