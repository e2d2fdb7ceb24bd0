"""How does one headline figure stand on the page? A table, and what it means under it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.figures.benchmarks import AREAS
from carelink.figures.lines import FigureLine
from carelink.figures.release import Release
from ui.labels import label
from ui.look.tokens import SPACE_4, SPACE_12
from ui.rows import Column, RowsModel
from ui.tables import PlainTable

_WIDTHS = (84, 100, 84, *(112 for _ in AREAS))
_HIDDEN = "c: hidden, because too few young people are counted; hidden is never nought."


def _number(shown: int | None) -> str:
    return "c" if shown is None else f"{shown:,}"


def _beside(area: str) -> Column:
    def show_area(line: FigureLine) -> str:
        found = line.beside(area)
        if found is None:
            return "not published"
        percent = f"{found.percent}%" if found.percent.isdigit() else found.percent
        return f"{percent} ({found.year})"

    return Column(area, show_area, right=True)


COLUMNS = (
    Column("Age", lambda line: line.age_band.replace("-", " to ")),
    Column("Per cent", lambda line: line.percent_says, right=True),
    Column("Number (n)", lambda line: _number(line.shown_n), right=True),
    Column("Of (N)", lambda line: _number(line.shown_base), right=True),
    *(_beside(area) for area in AREAS),
)


class FiguresCard(QFrame):
    """One indicator of one measure: its ages in rows, the published figures beside."""

    def __init__(
        self, release: Release, lines: Sequence[FigureLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        definition = lines[0].definition
        self.model: RowsModel[FigureLine] = RowsModel(
            COLUMNS, lambda line: line.age_band, spoken=_spoken, parent=self
        )
        self.model.show_rows(lines)
        table = PlainTable(self.model, f"{definition.title}, {lines[0].period}", _WIDTHS)
        table.show_whole()
        under = (
            f"As at {show(release.as_at)}; {lines[0].period}. Definition {definition.named}. "
            "Beside it: published per cent for the year to 31 March named in the cell."
        )
        if any(line.hidden for line in lines):
            under += f" {_HIDDEN}"
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_4)
        column.addWidget(label(definition.title, "heading"))
        column.addWidget(table)
        column.addWidget(label(under, "small"))
        for about, says in definition.points:
            column.addWidget(label(f"{about}: {says}", "small"))


def _spoken(line: FigureLine) -> str:
    beside = ", ".join(f"{area} {_beside(area).show(line)}" for area in AREAS)
    return f"Ages {line.age_band}. {line.says} {beside}"
