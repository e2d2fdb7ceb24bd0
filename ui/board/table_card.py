"""How does one published table stand on the page? Figures, then all that they mean, under them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carelink.release import Release
from carelink.release.about_tables import definition_lines, under_table
from carelink.release.grids import (
    counts_of,
    definition_of,
    indicator_named,
    shares_in,
    symbols_in,
)
from ui.grid_table import grid_table
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_8, SPACE_12

_OPEN, _CLOSE = "What these figures mean", "Put the meaning away"


class TableCard(QFrame):
    """A table with its indicators: counts, per cents, day, period, definitions, symbols."""

    def __init__(
        self, release: Release, table: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.table = str(table["table"])
        shares = shares_in(release, table)
        shown = {row.node.split(" ")[0] for row in shares.rows}
        self.indicators = [indicator_named(release, n) for n in table["indicators"] if n in shown]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        self._column.setSpacing(SPACE_8)
        counts = counts_of(release, table)
        self._add(label(counts.title, "heading"), grid_table(counts, self))
        if shares.rows:
            self._add(label("Per cents", "strong"), grid_table(shares, self))
        shown_here = {**table, "indicators": [one["name"] for one in self.indicators]}
        counted, *meant = under_table(release, shown_here)
        self._add(*(label(says, "small") for says in (counted, " ".join(meant)) if says))
        self._add(*(label(says, "small") for says in symbols_in([counts, shares])))
        self.button = QPushButton(_OPEN)
        self.meaning = QWidget()
        if self.indicators:
            self._add_meaning(release)

    def _add_meaning(self, release: Release) -> None:
        column = QVBoxLayout(self.meaning)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for indicator in self.indicators:
            definition = definition_of(release, indicator)
            column.addWidget(label(str(definition["title"]), "strong"))
            for about, says in definition_lines(definition):
                column.addWidget(label(f"{about}: {says}", "small"))
        self.meaning.hide()
        self.button.setObjectName("link")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._add(self.button, self.meaning)

    def _on_toggled(self, opened: bool) -> None:
        self.button.setText(_CLOSE if opened else _OPEN)
        self.meaning.setVisible(opened)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)
