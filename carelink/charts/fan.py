"""What does a forecast show? What was counted, and from there a range that widens."""

from typing import NamedTuple

from carelink.charts.chart import Told, number, sentence


class Known(NamedTuple):
    """A number that was counted, at a year or another step along the way."""

    at: str
    value: float


class Ahead(NamedTuple):
    """A number ahead of us: the likely one, and the ends of its range."""

    at: str
    low: float
    likely: float
    high: float


class Fan(NamedTuple):
    """A forecast. `counts` names what is counted, such as "young people"."""

    title: str
    counts: str
    known: tuple[Known, ...]
    ahead: tuple[Ahead, ...]


def told_of_fan(fan: Fan) -> Told:
    """Every number with its range, and where the likely line leads in words."""
    headers = ("When", f"Likely number of {fan.counts}", "Low", "High")
    rows = [(one.at, f"{number(one.value)} (counted)", "", "") for one in fan.known]
    rows += [(a.at, number(a.likely), number(a.low), number(a.high)) for a in fan.ahead]
    parts = [fan.title]
    if fan.known:
        parts.append(f"Counted: {number(fan.known[-1].value)} {fan.counts} in {fan.known[-1].at}")
    if fan.ahead:
        last = fan.ahead[-1]
        span = f"between {number(last.low)} and {number(last.high)}"
        likely = f"Likely {number(last.likely)} in {last.at}"
        parts.append(likely if last.low == last.high else f"{likely}, {span}")
    if not fan.known and not fan.ahead:
        parts.append("Nothing is known to draw")
    return Told(sentence(parts), headers, tuple(rows))
