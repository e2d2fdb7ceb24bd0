"""How is a chart drawn on a paper? From the same plain values as on a screen, in two greys.

Every line beside ours has a letter for its mark, so that nothing hangs on colour.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from carelink.charts import Bars, Series, Trend, told
from carelink.charts.trend import runs_of
from carelink.papers.blocks import PICTURE_WIDTH, Bar, Ink, Label, Picture, Stretch

_ROW = 36
_ROOM_OF_A_DAY = 76
_ROOM_OF_A_NUMBER = 150
_LONGEST = 70  # letters of a name
_LEFT, _RIGHT, _TOP, _TALL = 44, 560, 12, 190
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Shape = Bar | Stretch | Label


def picture_of_bars(bars: Bars, full: float = 100) -> Picture:
    """A bar for each, its name above and its number at the end; what is hidden has no bar."""
    shapes: list[Shape] = []
    widest = PICTURE_WIDTH - _ROOM_OF_A_NUMBER
    for place, bar in enumerate(bars.bars):
        down = place * _ROW
        shapes.append(Label(0, down + 13, _cut(bar.name)))
        width = widest * min(max((bar.value or 0) / full, 0), 1)
        shapes.append(Stretch(0.5, down + 17, 0.5, down + 30, 1, Ink.QUIET))
        if width:
            shapes.append(Bar(0, down + 18, width, 11))
        shapes.append(Label(width + 6, down + 28, bar.says, Ink.TEXT))
    return Picture(told(bars).alt, len(bars.bars) * _ROW + 4, tuple(shapes), bars.title)


def picture_of_trend(trend: Trend) -> Picture:
    """The lines over time on a scale from 0 to 100; ours thick with full marks."""
    days = sorted({point.at for line in trend.series for point in line.points})
    first, last = (days[0], days[-1]) if days else (date.min, date.min)
    shapes: list[Shape] = [*_grid(trend), *_days(days)]
    down = _TOP + _TALL + 44.0
    others = iter(_LETTERS)
    for line in trend.series:
        letter = "" if line.ours else next(others)
        shapes += _line(line, trend, letter, first, last)
        shapes += _named(line, letter, down)
        down += 18
    if trend.target is not None:
        at = _down(trend.target)
        shapes.append(Stretch(_LEFT, at, _RIGHT, at, 1.2, Ink.TEXT))
        shapes.append(Label(_LEFT + 4, at - 4, "Target", Ink.TEXT))
        shapes.append(Label(0, down, _cut(trend.target_says), Ink.TEXT))
        down += 18
    return Picture(told(trend).alt, down - 8, tuple(shapes), trend.title)


def _grid(trend: Trend) -> Iterator[Shape]:
    for value in (0, 25, 50, 75, 100):
        yield Stretch(_LEFT, _down(value), _RIGHT, _down(value), 0.8, Ink.RULE)
        yield Label(_LEFT - 6, _down(value) + 4, f"{value}{trend.unit}", Ink.QUIET, "end")


def _days(days: list[date]) -> Iterator[Shape]:
    """The last day, and before it as many as there is room for."""
    free = float(PICTURE_WIDTH)
    for day in reversed(days):
        x = _across(day, days[0], days[-1])
        if x <= free:
            yield Label(x, _TOP + _TALL + 20, f"{day.day} {day:%b} {day:%y}", Ink.QUIET, "middle")
            free = x - _ROOM_OF_A_DAY


def _line(line: Series, trend: Trend, letter: str, first: date, last: date) -> Iterator[Shape]:
    ink, thick = (Ink.OURS, 2.4) if line.ours else (Ink.QUIET, 1.0)
    for run in runs_of(line, trend.breaks):
        at = [(_across(day, first, last), _down(value)) for day, value in run]
        for (x, down), (to_x, to_down) in pairwise(at):
            yield Stretch(x, down, to_x, to_down, thick, ink)
        for x, down in at:
            if letter:
                yield Label(x, down - 3, letter, Ink.QUIET, "middle")
            else:
                yield Bar(x - 3.5, down - 3.5, 7, 7)


def _named(line: Series, letter: str, down: float) -> Iterator[Shape]:
    if letter:
        yield Label(8, down, letter, Ink.QUIET, "middle")
    else:
        yield Bar(4, down - 9, 9, 9)
    yield Label(24, down, _cut(line.name))


def _across(day: date, first: date, last: date) -> float:
    whole = (last - first).days
    room = _RIGHT - _LEFT - 40
    return _LEFT + 20 + (room * (day - first).days / whole if whole else room / 2)


def _down(value: float) -> float:
    return _TOP + _TALL * (1 - min(max(value, 0), 100) / 100)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
