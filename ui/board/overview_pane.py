"""How do the headline figures stand? Each beside what it was, its target and others' figures."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.figures.comparators import Comparators
from carelink.figures.targets import Target
from carelink.release import Release
from carelink.release.grids import SYMBOLS_SAID
from ui.board.overview_lines import Line, lines_of
from ui.grid_table import INDENT
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_12, SPACE_16
from ui.rows import ROW, Column, RowsModel
from ui.scrolling import Scrolling
from ui.tables import ROW_HEIGHT, PlainTable

_WIDTHS = (76, 100)
_AREA, _GONE, _FIRST = 98, 176, 240
_LONG, _BAR = 13, 16


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

    def show_release(
        self,
        release: Release,
        earlier: Release | None,
        targets: tuple[Target, ...] = (),
        others: Comparators | None = None,
    ) -> None:
        """The headlines of this release; `earlier` is the one before it, where there is one."""
        self._clear()
        titles = {one["id"]: one["title"] for one in release.said["themes"]}
        since = f"Since {show(earlier.as_at)}" if earlier else "Since the last release"
        lines = lines_of(release, earlier, targets, others)
        for theme, some in groupby(lines, key=lambda line: line.headline.theme):
            self._cards.addWidget(self._card(release, titles[theme], since, list(some)))
        self._cards.addWidget(label("How the figures are protected", "heading"))
        for says in (*release.said["protection"], release.said.get("attack_says", "")):
            if says:
                self._cards.addWidget(label(says, "small"))
        if self.tables:
            self.setFocusProxy(self.tables[0])

    def _card(self, release: Release, title: str, since: str, lines: Sequence[Line]) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(label(title, "heading"))
        table = _table(lines, since, title)
        table.activated.connect(self._on_activated)
        self.tables.append(table)
        column.addWidget(table)
        for says in _under(release, lines):
            column.addWidget(label(says, "small"))
        return card

    def _on_activated(self, index: QModelIndex) -> None:
        line = index.data(ROW)
        if isinstance(line, Line):
            self.theme_asked.emit(line.headline.theme)

    def _clear(self) -> None:
        self.tables = []
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _table(lines: Sequence[Line], since: str, title: str) -> "WrappedTable":
    areas = list(dict.fromkeys(area for line in lines for area in line.beside))
    columns = [
        Column("Figure", _label),
        Column("Per cent", lambda line: line.headline.percent or "–", right=True),
        Column("n of N", lambda line: line.headline.of_whom, right=True),
        *(_area(area) for area in areas),
        Column(_in_two(since), lambda line: line.gone or "–"),
    ]
    model: RowsModel[Line] = RowsModel(
        columns,
        lambda line: (line.headline.name, line.headline.age_band),
        spoken=lambda line: _spoken(line, since),
        tip=lambda line: line.headline.title,
    )
    model.show_rows(lines)
    widths = (*_WIDTHS, *(_AREA for _ in areas), _GONE)
    table = WrappedTable(model, title, widths, first_at_least=_FIRST)
    model.setParent(table)
    return table


def _label(line: Line) -> str:
    """An age band stands indented below everybody of its indicator."""
    headline = line.headline
    return f"{INDENT}{headline.ages}" if headline.age_band else headline.title


def _area(area: str) -> Column:
    return Column(_in_two(area), lambda line: line.beside.get(area, ""), right=True)


def _in_two(heading: str) -> str:
    """A long heading in two lines, parted nearest its middle."""
    spaces = [at for at, letter in enumerate(heading) if letter == " "]
    if len(heading) < _LONG or not spaces:
        return heading
    at = min(spaces, key=lambda at: abs(2 * at - len(heading)))
    return f"{heading[:at]}\n{heading[at + 1 :]}"


class WrappedTable(PlainTable):
    """As high as its rows, each as high as its words need in the width there is."""

    def __init__(
        self,
        model: QAbstractItemModel,
        name: str,
        widths: Sequence[int],
        parent: QWidget | None = None,
        *,
        first_at_least: int,
    ) -> None:
        super().__init__(model, name, widths, parent, first_at_least=first_at_least)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()
        rows = range(self.model().rowCount())
        for row in rows:
            self.setRowHeight(row, max(self.rowHeight(row), ROW_HEIGHT))
        bars = self.horizontalHeader().sizeHint().height() + _BAR
        self.setFixedHeight(bars + sum(map(self.rowHeight, rows)))


def _spoken(line: Line, since: str) -> str:
    """A line as one sentence for a screen reader."""
    headline = line.headline
    beside = [f"{area} {share}" for area, share in line.beside.items()]
    gone = f"{since}: {line.gone}" if line.gone else ""
    parts = (headline.percent, headline.of_whom, *beside, gone)
    return f"{headline.title}: {', '.join(part for part in parts if part)}"


def _under(release: Release, held: Sequence[Line]) -> list[str]:
    """Under every figure: the day, the period, the definition, and what a symbol means."""
    lines = [one.headline for one in held if not one.headline.age_band]
    said = [f"As at {show(release.as_at)}."]
    for period, some in groupby(lines, key=lambda line: line.period):
        said[0] += f" {period[:1].upper()}{period[1:]}"
        named = [f"{line.definition}, version {line.version}" for line in some if line.definition]
        said[0] += f": {'; '.join(named)}." if named else "."
    figures = [one.headline for one in held]
    shown = {value for line in figures for value in (line.percent, line.n, line.of)}
    said += dict.fromkeys(note for one in held for note in one.notes)
    return said + [says for symbol, says in SYMBOLS_SAID.items() if symbol in shown]
