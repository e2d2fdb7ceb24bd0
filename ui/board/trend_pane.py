"""How has each indicator gone, release by release? One chart, with its table and its words.

Everything here has been shown before as it is shown here: nothing is counted for it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carelink.charts import Trend
from carelink.errors import Refused, RulebookError
from carelink.figures.comparators import Comparators, load_comparators
from carelink.figures.targets import Target
from carelink.release.comparators import beside, of_other_ages
from carelink.release.count_trend import count_trend, counts_of
from carelink.release.shown import age_bands_of
from carelink.release.trend import Kept, current, indicators_of, trend_of
from carelink.said import counted
from ui.background import Background
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.fields import ChoiceField
from ui.labels import label
from ui.look.tokens import SPACE_12, SPACE_16
from ui.scrolling import Scrolling
from ui.shelf import shelf_of, taken_down
from ui.standards import comparators_beside, targets_beside

_ALL_AGES = ("", "All ages")
_APART = (
    "A line is one definition. Published figures count people around their birthday and stand only "
    "beside ours counted so; nothing is drawn across a break."
)
_NOTHING = "No release has been kept here yet, so there is nothing to draw."


class TrendPane(QWidget):
    """One indicator chosen, drawn over the releases kept here. `sum_said(text)` tells how many."""

    sum_said = Signal(str)

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.sum = ""
        self._kept: list[Kept] = []
        self._found: list[tuple[str, str, str]] = []
        self._targets: tuple[Target, ...] = ()
        self._comparators: Comparators = load_comparators()
        self.theme = ChoiceField("theme", "Which theme", [])
        self.figure = ChoiceField("figure", "Which figure", [])
        self.ages = ChoiceField("ages", "Which ages", [_ALL_AGES])
        self.trouble = label("", "problem")
        self.chart = ChartView(background)
        self._lay_out()
        self.theme.changed.connect(self._on_theme)
        self.figure.changed.connect(self._on_figure)
        self.ages.changed.connect(self._show)
        self.setFocusProxy(self.theme)

    def refresh(self) -> None:
        """Read the releases again and draw the figure chosen."""
        troubles = [*self._read_releases(), *self._read_lists()]
        self.trouble.setText(" ".join(troubles))
        self.trouble.setVisible(bool(troubles))
        self.sum = self._say_sum()
        self.sum_said.emit(self.sum)
        titles = {
            one["id"]: one["title"] for kept in self._kept for one in kept.release.said["themes"]
        }
        self._found = [*counts_of(self._kept), *indicators_of(self._kept)]
        themes = dict.fromkeys(theme for theme, _, _ in self._found)
        self.theme.set_options([(theme, titles[theme]) for theme in themes])
        self._on_theme()

    def _read_releases(self) -> list[str]:
        """What is wrong, in sentences: a damaged release is left out and named."""
        self._kept, troubles = [], []
        for one in shelf_of(self.desk):
            try:
                release = taken_down(self.desk, one)
            except Refused as damaged:
                troubles.append(str(damaged))
            else:
                self._kept.append(Kept(release, one.prepared_at, bool(one.approved_by)))
        return troubles

    def _read_lists(self) -> list[str]:
        """What is wrong with the council's own lists; without one, nothing of it is drawn."""
        troubles = []
        try:
            self._targets = targets_beside(self.desk.store.path)
        except RulebookError as wrong:
            self._targets = ()
            troubles.append(f"No target is drawn. {wrong}")
        try:
            self._comparators = comparators_beside(self.desk.store.path)
        except RulebookError as wrong:
            # Another council's figures would mislead where our own list was meant.
            self._comparators = load_comparators()._replace(areas=(), neighbours=(), figures=())
            troubles.append(f"No published figures are drawn. {wrong}")
        return troubles

    def _on_theme(self) -> None:
        theme = self.theme.value()
        of_it = [(name, title) for of, name, title in self._found if of == theme]
        self.figure.set_options(of_it)
        self._on_figure()

    def _on_figure(self) -> None:
        figure = self.figure.value()
        bands: dict[str, str] = {}
        for kept in self._kept:
            bands |= age_bands_of(kept.release, figure)
        self.ages.set_options([_ALL_AGES, *bands.items()])
        self._show()

    def _show(self) -> None:
        for part in (self.theme, self.figure, self.ages, self.chart, self.apart):
            part.setVisible(bool(self._kept))
        self.nothing.setVisible(not self._kept)
        if self._kept:
            self.chart.show_chart(self._trend())
        self.others.setText(self._say_others())
        self.others.setVisible(bool(self.others.text()))

    def _trend(self) -> Trend:
        figure = self.figure.value()
        if figure in {name for _, name, _ in counts_of(self._kept)}:
            return count_trend(self._kept, figure)
        ages = self.ages.value() or None
        return trend_of(self._kept, self._targets, figure, ages, self._comparators)

    def _say_others(self) -> str:
        """What others published of the figure chosen, each with its source, a line each."""
        figure, ages = self.figure.value(), self.ages.value() or None
        for kept in reversed(current(self._kept)):
            found = beside(kept.release, figure, ages, self._comparators)
            if ages is None:
                found += of_other_ages(kept.release, figure, self._comparators)
            if found:
                said = [f"Published of this, {found[0].compares}:"]
                return "\n".join([*said, *(one.sourced for one in found)])
        return ""

    def _say_sum(self) -> str:
        if not self._kept:
            return "No release yet."
        standing = current(self._kept)
        waiting = sum(1 for kept in standing if not kept.approved)
        approved = f"{waiting:,} of them not yet approved" if waiting else "all of them approved"
        if waiting == len(standing):
            approved = "not yet approved" if waiting == 1 else "none of them approved yet"
        return f"{counted(len(standing), 'release')} over time, {approved}."

    def _lay_out(self) -> None:
        self.nothing, self.others = label(_NOTHING, "quiet"), label("", "small")
        self.apart = label(_APART, "quiet")
        inner = QWidget()
        inner.setObjectName("clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        for field in (self.theme, self.figure, self.ages):
            field.setMaximumWidth(480)
            column.addWidget(field)
        for part in (self.trouble, self.nothing, self.chart, self.others, self.apart):
            column.addWidget(part)
        column.addStretch(1)
        self.trouble.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inner))
