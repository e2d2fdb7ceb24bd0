"""What does one theme of a release say? What was written about it, then each of its tables."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.release import Release
from carelink.release.grids import tables_of
from ui.board.table_card import TableCard
from ui.fields import ChoiceField
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.scrolling import Scrolling


class ThemePane(QWidget):
    """One theme at a time; the one chosen stays when another release is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._release: Release | None = None
        self._commentary: Mapping[str, str] = {}
        self.theme = ChoiceField("theme", "Which theme", [])
        self.cards: list[TableCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        self._lay_out()
        self.theme.changed.connect(self._show)
        self.setFocusProxy(self.theme)

    def show_release(self, release: Release, commentary: Mapping[str, str]) -> None:
        """The themes of this release, the one chosen before where it has it."""
        self._release, self._commentary = release, commentary
        self.theme.set_options([(one["id"], one["title"]) for one in release.said["themes"]])
        self._show()

    def show_theme(self, theme: str) -> None:
        """Turn to this theme."""
        self.theme.set_value(theme)

    def _show(self) -> None:
        self.cards = []
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._release is None:
            return
        theme = self.theme.value()
        if says := self._commentary.get(theme, ""):
            self._cards.addWidget(label(says))
        self.cards = [TableCard(self._release, table) for table in tables_of(self._release, theme)]
        for card in self.cards:
            self._cards.addWidget(card)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.theme)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.theme.setMaximumWidth(480)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
