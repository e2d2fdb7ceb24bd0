"""How have the headline figures gone, release by release? A chart for each way to count.

Everything here has been shown before as it is shown here: nothing is counted for it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.errors import RulebookError
from carelink.figures import MEASURES_SAID
from carelink.figures.indicators import INDICATORS
from carelink.figures.populations import AGE_BANDS, BIRTHDAY_COHORT, SNAPSHOT
from carelink.figures.targets import Target
from carelink.figures.trend import Kept, trend_of
from carelink.said import counted
from ui.background import Background
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.scrolling import Scrolling
from ui.standards import targets_beside

_MEASURES = (BIRTHDAY_COHORT, SNAPSHOT)
_FIRST = "eet 19-21"
_APART = (
    "The two ways to count are never one line: the published figures count people around their "
    "birthday and stand beside ours counted so; the caseload on a day stands by itself."
)


class TrendPane(QWidget):
    """One figure chosen, drawn over the releases kept here. `sum_said(text)` tells how many."""

    sum_said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sum = ""
        self._kept: list[Kept] = []
        self._targets: tuple[Target, ...] = ()
        bands = tuple(dict.fromkeys(AGE_BANDS.values()))
        self.figure = ChoiceField(
            "figure",
            "Which figure",
            [
                (f"{one.name} {band}", f"{one.title}, ages {band.replace('-', ' to ')}")
                for one in INDICATORS
                for band in bands
            ],
        )
        self.figure.set_value(_FIRST)
        self.trouble = label("", "problem")
        self.charts = {measure: ChartView(background) for measure in _MEASURES}
        self._lay_out()
        self.figure.changed.connect(self._show)
        self.setFocusProxy(self.figure)

    def refresh(self) -> None:
        """Read the releases again and draw the figure chosen."""
        self._kept = [
            Kept(one.as_at, one.prepared_at, bool(one.approved_by), one.content, one.definitions)
            for one in self.desk.releases()
        ]
        self.trouble.hide()
        try:
            self._targets = targets_beside(self.desk.store.path)
        except RulebookError as wrong:
            self._targets = ()
            self.trouble.setText(f"No target is drawn. {wrong}")
            self.trouble.show()
        self.sum = self._say_sum()
        self.sum_said.emit(self.sum)
        self._show()

    def _show(self) -> None:
        indicator, _, band = self.figure.value().partition(" ")
        for measure, chart in self.charts.items():
            chart.show_chart(trend_of(self._kept, self._targets, measure, indicator, band))

    def _say_sum(self) -> str:
        if not self._kept:
            return "No release has been prepared here yet: only published figures are drawn."
        waiting = sum(1 for kept in self._kept if not kept.approved)
        approved = f"{waiting:,} of them not yet approved" if waiting else "all of them approved"
        if waiting == len(self._kept):
            approved = "not yet approved" if waiting == 1 else "none of them approved yet"
        return f"{counted(len(self._kept), 'release')} prepared here, {approved}."

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.figure)
        column.addWidget(self.trouble)
        column.addWidget(label(_APART, "quiet"))
        for measure, chart in self.charts.items():
            column.addWidget(chart)
            column.addWidget(label(MEASURES_SAID[measure][1], "small"))
        column.addStretch(1)
        self.trouble.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
