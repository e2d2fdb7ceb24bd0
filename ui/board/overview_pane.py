"""How do the headline figures stand? Each beside what it was, its target and others' figures."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.release import Release
from carelink.release.grids import SYMBOLS_SAID
from carelink.release.headlines import Headline, headlines_of, way_gone
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.rows import ROW, Column, RowsModel
from ui.scrolling import Scrolling
from ui.tables import PlainTable

_WIDTHS = (84, 110, 230)
_FIRST = 300


class OverviewPane(QWidget):
    """A card for each theme. `theme_asked(theme)` fires when a line of it is opened."""

    theme_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables: list[PlainTable] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addLayout(self._cards)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))

    def show_release(self, release: Release, earlier: Release | None) -> None:
        """The headlines of this release; `earlier` is the one before it, where there is one."""
        self._clear()
        titles = {one["id"]: one["title"] for one in release.said["themes"]}
        for theme, lines in groupby(headlines_of(release), key=lambda line: line.theme):
            self._cards.addWidget(self._card(release, earlier, titles[theme], list(lines)))
        self._cards.addWidget(label("How the figures are protected", "heading"))
        for says in (*release.said["protection"], release.said.get("attack_says", "")):
            if says:
                self._cards.addWidget(label(says, "small"))
        if self.tables:
            self.setFocusProxy(self.tables[0])

    def _card(
        self, release: Release, earlier: Release | None, title: str, lines: Sequence[Headline]
    ) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(label(title, "heading"))
        table = _table(lines, earlier, title)
        table.activated.connect(self._on_activated)
        self.tables.append(table)
        column.addWidget(table)
        for says in _under(release, lines):
            column.addWidget(label(says, "small"))
        return card

    def _on_activated(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, Headline):
            self.theme_asked.emit(line.theme)

    def _clear(self) -> None:
        self.tables = []
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _table(lines: Sequence[Headline], earlier: Release | None, title: str) -> PlainTable:
    def gone(line: Headline) -> str:
        return way_gone(line, earlier) or "–"

    since = f"Since {show(earlier.as_at)}" if earlier else "Since the last release"
    columns = [
        Column("Figure", lambda line: line.title),
        Column("Per cent", lambda line: line.percent or "–", right=True),
        Column("n of N", lambda line: line.of_whom, right=True),
        Column(since, gone),
    ]

    def spoken(line: Headline) -> str:
        said = way_gone(line, earlier)
        parts = [part for part in (line.percent, line.of_whom, said and f"{since} {said}") if part]
        return f"{line.title}: {', '.join(parts)}"

    model: RowsModel[Headline] = RowsModel(
        columns, lambda line: line.name, spoken=spoken, tip=lambda line: line.title
    )
    model.show_rows(lines)
    table = PlainTable(model, title, _WIDTHS, first_at_least=_FIRST)
    model.setParent(table)
    table.show_whole()
    return table


def _under(release: Release, lines: Sequence[Headline]) -> list[str]:
    """Under every figure: the day, the period, the definition, and what a symbol means."""
    said = [f"As at {show(release.as_at)}."]
    for period, some in groupby(lines, key=lambda line: line.period):
        said[0] += f" {period[:1].upper()}{period[1:]}"
        named = [f"{line.definition}, version {line.version}" for line in some if line.definition]
        said[0] += f": {'; '.join(named)}." if named else "."
    shown = {value for line in lines for value in (line.percent, line.n, line.of)}
    return said + [says for symbol, says in SYMBOLS_SAID.items() if symbol in shown]
