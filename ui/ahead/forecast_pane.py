"""How many young people will there be in the years ahead, by age, and how sure is it?"""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from carelink.forecast import Forecast, Lived, as_table, fan_of, forecast_of
from ui.ahead.pane import AheadPane
from ui.ahead.tables import GivenTable
from ui.ahead.taken import Taken
from ui.background import Background
from ui.chart_view import ChartView
from ui.desk import Desk
from ui.labels import label
from ui.look.tokens import SPACE_8, SPACE_16
from ui.side_by_side import SideBySide

_YEARS = 3
_AGES = tuple(str(age) for age in range(16, 25))
_WITH, _WITHOUT = 0, 1
_WORDS = ("With who leaves and who comes", "Growing older only")


class ForecastPane(AheadPane):
    """The fan, then each age of each year, then what was assumed."""

    word = "Forecast"

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(desk, background, parent)
        self._lives: Sequence[Lived] = ()
        self.forecast: Forecast | None = None
        self.ways = QButtonGroup(self)
        self.chart = ChartView(background)
        headers = ("Year", *_AGES, "All", "Low", "High")
        self.table = GivenTable("Young people by age", headers, numbers=True)
        self.assumed = label("", "small")
        self._lay_out()
        self.ways.idClicked.connect(self._on_way)

    def show_taken(self, taken: Mapping[str, Taken]) -> None:
        self._lives = [held.lived for held in taken.values()]
        self._show()

    def _show(self) -> None:
        attrition = self.ways.checkedId() == _WITH
        found = forecast_of(self._lives, self.desk.day, _YEARS, attrition=attrition)
        self.forecast = found
        self.chart.show_chart(fan_of(found))
        _, rows = as_table(found)
        now = [f"{found.year}, counted", *map(_number, found.start.values())]
        now += [_number(found.start_total), "", ""]
        ahead = [_cells(row, attrition) for row in rows]
        self.table.show_rows([now, *ahead])
        self.assumed.setText("\n".join(found.assumptions))
        last = found.years[-1]
        says = f"{_number(found.start_total)} now · {_number(last.total)} in {last.year}"
        ends = f", between {_number(last.low)} and {_number(last.high)}" if attrition else ""
        self.say_sum(says + ends)

    def _on_way(self, at: int) -> None:
        self._show()

    def _lay_out(self) -> None:
        buttons = []
        for at, word in enumerate(_WORDS):
            button = QPushButton(word)
            button.setObjectName("option")
            button.setCheckable(True)
            button.setChecked(at == _WITH)
            self.ways.addButton(button, at)
            buttons.append(button)
        widths = [button.sizeHint().width() + SPACE_16 for button in buttons]
        self.column.addWidget(SideBySide(buttons, widths, gap=SPACE_8, fill=False))
        for part in (self.chart, self.table, label("What this rests on", "heading"), self.assumed):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setFocusProxy(buttons[0])


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else ""


def _cells(row: Sequence[object], ranged: bool) -> list[str]:
    year, *numbers = row
    return [str(year), *map(_number, numbers), *(() if ranged else ("", ""))]
