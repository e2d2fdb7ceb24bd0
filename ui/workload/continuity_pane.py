"""How long have young people and their advisers had each other? Figures that add up to the roll."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from carelink.workload.continuity import Figures, figures_of, say_count
from carelink.workload.load import Workload
from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16
from ui.rows import Column, RowsModel
from ui.tables import PlainTable
from ui.workload.pane import Pane

_HEADS = (
    "Advisers since they turned 16",
    "How long the adviser now has been theirs",
    "Who was their adviser in the last twelve months",
)


class Count(NamedTuple):
    """How many of the roll something holds for."""

    says: str
    number: int
    roll: int

    @property
    def share(self) -> str:
        """The part of the roll, with what it is a part of."""
        return f"{self.number / self.roll:.0%} of {self.roll:,}" if self.roll else ""


_COLUMNS = (
    Column("", lambda row: row.says),
    Column("Young people", lambda row: f"{row.number:,}", lambda row: row.number, right=True),
    Column("Of the roll", lambda row: row.share, right=True),
)


class ContinuityPane(Pane):
    """Three small tables, each adding up to the roll."""

    word = "Continuity"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.says = label("", "heading")
        self.counts = [self._model() for _ in _HEADS]
        self._tables = [
            PlainTable(model, head, (140, 160))
            for model, head in zip(self.counts, _HEADS, strict=True)
        ]
        inner = QWidget()
        inner.setObjectName("clear")
        held = QVBoxLayout(inner)
        held.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        held.setSpacing(SPACE_8)
        held.addWidget(self.says)
        for head, table in zip(_HEADS, self._tables, strict=True):
            held.addWidget(label(head, "strong"))
            held.addWidget(table)
        held.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self._tables[0])

    def show_load(self, load: Workload) -> None:
        everyone = [one for held in load.advisers for one in held.people]
        everyone += [*load.nobody, *load.several]
        figures = figures_of(one.continuity for one in everyone)
        self.says.setText(f"{figures.said}.")
        for model, table, rows in zip(self.counts, self._tables, _counts(figures), strict=True):
            model.show_rows(rows)
            table.show_whole()

    def _model(self) -> RowsModel[Count]:
        return RowsModel(
            _COLUMNS,
            lambda row: row.says,
            spoken=lambda row: f"{row.says}: {row.number:,}, {row.share}",
            parent=self,
        )


def _counts(figures: Figures) -> Iterable[list[Count]]:
    roll = figures.roll
    yield [Count(say_count(number), count, roll) for number, count in figures.since_16.items()]
    yield [Count(says, count, roll) for says, count in figures.with_present.items()]
    yield [
        Count(year[:1].upper() + year[1:], count, roll) for year, count in figures.last_year.items()
    ]
