"""What do bars show? One number for each of a few things, in the order handed in."""

from typing import NamedTuple

from carelink.charts.chart import Told, number, sentence


class Bar(NamedTuple):
    """One thing and its number; None is not known, and `says` is what the table reads."""

    name: str
    value: float | None
    says: str = ""


class Bars(NamedTuple):
    """A few things beside each other. `counts` heads the numbers in the table."""

    title: str
    counts: str
    bars: tuple[Bar, ...]
    unit: str = ""


def told_of_bars(bars: Bars) -> Told:
    """Each thing with its number."""
    rows = [(bar.name, bar.says or number(bar.value, bars.unit)) for bar in bars.bars]
    parts = [f"{name}: {says}" for name, says in rows] or ["There is nothing to show"]
    return Told(sentence([bars.title, *parts]), ("", bars.counts), tuple(rows))
