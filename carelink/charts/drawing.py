"""How does what is to be shown become a chart? Drawn by a library that is fetched when asked."""

from functools import lru_cache

from carelink.charts.bars import Bars, told_of_bars
from carelink.charts.chart import Chart, Look, Told
from carelink.charts.fan import Fan, told_of_fan
from carelink.charts.load import Load, told_of_load
from carelink.charts.trend import Trend, told_of_trend

Shown = Trend | Fan | Load | Bars

_LINES = 300
_LEAST = 90
_A_WORKER = 44
_A_BAR = 34


def told(shown: Shown) -> Told:
    """What the chart says, in words and as a table; needs no drawing library and no time."""
    if isinstance(shown, Trend):
        return told_of_trend(shown)
    if isinstance(shown, Fan):
        return told_of_fan(shown)
    return told_of_load(shown) if isinstance(shown, Load) else told_of_bars(shown)


def height_of(shown: Shown) -> int:
    """How high the chart is drawn, in pixels at 100 %: rows need room, lines have a fixed one."""
    if isinstance(shown, Load):
        return _LEAST + _A_WORKER * len(shown.workers)
    return _LEAST + _A_BAR * len(shown.bars) if isinstance(shown, Bars) else _LINES


@lru_cache(maxsize=32)
def draw(shown: Shown, look: Look) -> Chart:
    """The chart in this look. The first one fetches the drawing library, about a second."""
    from carelink.charts.across import draw_bars, draw_load
    from carelink.charts.along import draw_fan, draw_trend
    from carelink.charts.sheet import Sheet

    says = told(shown)
    sheet = Sheet(look, height_of(shown))
    with sheet.pen():
        if not says.rows:
            sheet.say_only(says.alt)
        elif isinstance(shown, Trend):
            draw_trend(sheet, shown)
        elif isinstance(shown, Fan):
            draw_fan(sheet, shown)
        elif isinstance(shown, Load):
            draw_load(sheet, shown)
        else:
            draw_bars(sheet, shown)
    return Chart(sheet.svg(shown.title, says.alt), *says)
