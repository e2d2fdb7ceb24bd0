"""How is a figure drawn where people would rather look than read?

What is to be shown is a plain value (`Trend`, `Fan`, `Load`, `Bars`). `told` gives its figures as
a table with words for who cannot see it, and needs no drawing library; `draw` gives the same with
the picture, in the colours handed in.
"""

from carelink.charts.bars import Bar, Bars
from carelink.charts.chart import Chart, Look, Told
from carelink.charts.drawing import draw, height_of, told
from carelink.charts.fan import Ahead, Fan, Known
from carelink.charts.load import Load, WorkerLoad
from carelink.charts.trend import Break, Point, Series, Trend

__all__ = [
    "Ahead",
    "Bar",
    "Bars",
    "Break",
    "Chart",
    "Fan",
    "Known",
    "Load",
    "Look",
    "Point",
    "Series",
    "Told",
    "Trend",
    "WorkerLoad",
    "draw",
    "height_of",
    "told",
]
