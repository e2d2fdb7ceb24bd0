"""How are lines drawn along time? Each with a dash and a mark of its own, none across a gap."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from carelink.charts.chart import number
from carelink.charts.fan import Fan
from carelink.charts.sheet import Sheet
from carelink.charts.trend import Break, Series, Trend, runs_of

# The dash and the mark of each line beside ours: they part the lines without any colour.
_OTHERS = (("--", "s"), ("-.", "^"), (":", "D"), ((0, (5, 1)), "v"), ((0, (1, 2)), "P"))
_ROOM_OF_A_DAY = 104
_ROOM_OF_A_STEP = 60


def draw_trend(sheet: Sheet, trend: Trend) -> None:
    """Ours in its colour with full marks, others quiet with hollow ones, the target across."""
    axes, look = sheet.axes, sheet.look
    days = sorted({point.at for line in trend.series for point in line.points})
    others = iter(_OTHERS * (1 + len(trend.series) // len(_OTHERS)))
    for line in trend.series:
        dash, mark = ("-", "o") if line.ours else next(others)
        _draw_line(sheet, line, trend, dash, mark)
    if trend.target is not None:
        says = trend.target_says or f"Target {number(trend.target, trend.unit)}"
        axes.axhline(trend.target, color=look.ink, linewidth=1.2, dashes=(8, 3), label=says)
    name: str | None = "Not comparable across this"
    for parting in trend.breaks:
        if days and days[0] < parting.at <= days[-1]:
            _draw_break(sheet, parting, name)
            name = None
    _scale(sheet, trend)
    _mark_days(sheet, days)
    axes.yaxis.set_major_formatter(lambda value, place: number(value, trend.unit))
    axes.grid(axis="y", color=look.line, linewidth=1)
    sheet.legend()


def draw_fan(sheet: Sheet, fan: Fan) -> None:
    """What was counted as a full line, the likely course dashed, its range as a dotted area."""
    axes, look = sheet.axes, sheet.look
    counted = [one.value for one in fan.known]
    axes.plot(
        range(len(counted)), counted, color=look.ours, linewidth=2.4, marker="o", label="Counted"
    )
    # The fan opens where counting ends.
    first = len(counted) - 1 if counted else 0
    start = counted[-1:] if counted else []
    steps = range(first, first + len(start) + len(fan.ahead))
    low, likely, high = (
        [*start, *(getattr(ahead, name) for ahead in fan.ahead)]
        for name in ("low", "likely", "high")
    )
    if any(ahead.low != ahead.high for ahead in fan.ahead):
        axes.fill_between(
            steps,
            low,
            high,
            facecolor=look.fill,
            edgecolor=look.quiet,
            hatch="..",
            linewidth=1,
            label="Between low and high",
        )
    axes.plot(steps, likely, label="Likely", **_hollow(sheet, look.ours, "--", "s", 2.0))
    labels = [*(one.at for one in fan.known), *(ahead.at for ahead in fan.ahead)]
    _mark_steps(sheet, labels)
    axes.set_ylim(0, max([1.0, *counted, *high]) * 1.1)
    axes.yaxis.set_major_formatter(lambda value, place: number(value))
    axes.grid(axis="y", color=look.line, linewidth=1)
    sheet.legend()


def _draw_line(sheet: Sheet, line: Series, trend: Trend, dash: Any, mark: str) -> None:
    look = sheet.look
    if line.ours:
        drawn: dict[str, Any] = {
            "color": look.ours,
            "linewidth": 2.4,
            "marker": mark,
            "linestyle": dash,
        }
    else:
        drawn = _hollow(sheet, look.quiet, dash, mark, 1.4)
    name: str | None = sheet.text(line.name)
    for run in runs_of(line, trend.breaks):
        at = [day.toordinal() for day, _ in run]
        sheet.axes.plot(at, [value for _, value in run], label=name, **drawn)
        name = None


def _hollow(sheet: Sheet, colour: str, dash: Any, mark: str, width: float) -> dict[str, Any]:
    return {
        "color": colour,
        "linestyle": dash,
        "linewidth": width,
        "marker": mark,
        "markerfacecolor": sheet.look.paper,
    }


def _draw_break(sheet: Sheet, parting: Break, name: str | None) -> None:
    sheet.axes.axvline(
        parting.at.toordinal() - 0.5,
        color=sheet.look.quiet,
        linewidth=1.4,
        linestyle=(0, (1, 3)),
        label=name,
    )


def _scale(sheet: Sheet, trend: Trend) -> None:
    values = [p.value for line in trend.series for p in line.points if p.value is not None]
    values += [] if trend.target is None else [trend.target]
    low = min([*values, 0]) if trend.floor is None else trend.floor
    most = max([*values, low + 1])
    high = trend.ceiling
    if high is None:
        # Shares end at 100 %; a scale of less than a tenth would make much of little.
        high = max(min(max(most * 1.08, 10), 104), most) if trend.unit == "%" else most * 1.08
    sheet.axes.set_ylim(low, high)


def _mark_days(sheet: Sheet, days: Sequence[date]) -> None:
    """As many days as there is room for, the last one always among them."""
    if not days:
        sheet.axes.set_xticks([])
        return
    first, last = days[0].toordinal(), days[-1].toordinal()
    apart = (last - first) * _ROOM_OF_A_DAY / max(sheet.look.width, _ROOM_OF_A_DAY)
    shown: list[date] = []
    for day in reversed(days):
        if not shown or (shown[-1] - day).days >= apart:
            shown.append(day)
    sheet.axes.set_xticks(
        [day.toordinal() for day in shown],
        [f"{day.day} {day:%b}\n{day.year}" for day in shown],
    )
    edge = max(1.0, (last - first) * 0.03)
    sheet.axes.set_xlim(first - edge, last + edge)


def _mark_steps(sheet: Sheet, labels: Sequence[str]) -> None:
    room = max(2, sheet.look.width // _ROOM_OF_A_STEP)
    step = -(-len(labels) // room) if labels else 1
    shown = list(range(len(labels)))[::-1][::step][::-1]
    sheet.axes.set_xticks(shown, [sheet.text(labels[at]) for at in shown])
    if labels:
        sheet.axes.set_xlim(-0.2, len(labels) - 0.8)
