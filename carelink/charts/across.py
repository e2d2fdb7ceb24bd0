"""How are bars drawn across? One below the other, with their names, and patterns for colours."""

from collections.abc import Sequence

from carelink.charts.bars import Bars
from carelink.charts.chart import number
from carelink.charts.load import Load, WorkerLoad, in_order
from carelink.charts.sheet import Sheet

_THICK = 0.34
_LONGEST_NAME = 34


def draw_load(sheet: Sheet, load: Load) -> None:
    """For each adviser people as a full bar, weight as a striped one, their range behind both."""
    axes, look = sheet.axes, sheet.look
    workers = in_order(load)
    _draw_ranges(sheet, workers)
    people = [worker.people or 0 for worker in workers]
    weight = [worker.weight or 0 for worker in workers]
    rows = range(len(workers))
    upper, lower = [at - _THICK / 2 for at in rows], [at + _THICK / 2 for at in rows]
    axes.barh(upper, people, _THICK, color=look.ours, edgecolor=look.ours, label="People")
    axes.barh(
        lower, weight, _THICK, color=look.paper, edgecolor=look.ours, hatch="////", label="Weight"
    )
    for at, worker in enumerate(workers):
        _write(sheet, worker.people, at - _THICK / 2)
        _write(sheet, worker.weight, at + _THICK / 2)
    ends = [worker.target[1] for worker in workers if worker.target]
    sheet.scale_from_nought([*people, *weight, *ends])
    _name_rows(sheet, [worker.name for worker in workers])
    sheet.legend()


def draw_bars(sheet: Sheet, bars: Bars) -> None:
    """Each thing's bar with its number at the end."""
    values = [bar.value or 0 for bar in bars.bars]
    sheet.axes.barh(
        range(len(values)), values, 2 * _THICK, color=sheet.look.ours, edgecolor=sheet.look.ours
    )
    for at, bar in enumerate(bars.bars):
        _write(sheet, bar.value, at, bars.unit)
    sheet.scale_from_nought(values)
    _name_rows(sheet, [bar.name for bar in bars.bars])


def _draw_ranges(sheet: Sheet, workers: Sequence[WorkerLoad]) -> None:
    name: str | None = "Range that is meant"
    for at, worker in enumerate(workers):
        if worker.target is None:
            continue
        low, high = worker.target
        sheet.axes.barh(
            [at],
            [high - low],
            0.92,
            left=[low],
            color=sheet.look.fill,
            edgecolor=sheet.look.quiet,
            hatch="..",
            label=name,
        )
        name = None


def _write(sheet: Sheet, value: float | None, at: float, unit: str = "") -> None:
    sheet.axes.annotate(
        "not known" if value is None else number(value, unit),
        (value or 0, at),
        xytext=(5, 0),
        textcoords="offset points",
        verticalalignment="center_baseline",
        color=sheet.look.ink,
        fontsize=sheet.look.size,
        bbox={"facecolor": sheet.look.paper, "edgecolor": "none", "pad": 1},
    )


def _name_rows(sheet: Sheet, names: Sequence[str]) -> None:
    axes = sheet.axes
    axes.set_yticks(range(len(names)), [sheet.text(_short(name)) for name in names])
    axes.set_ylim(max(len(names), 1) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter(lambda value, place: number(value))
    axes.grid(axis="x", color=sheet.look.line, linewidth=1)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
