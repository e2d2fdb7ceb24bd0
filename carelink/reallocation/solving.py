"""Who goes to whom at the least cost? A mixed-integer programme, solved by HiGHS.

The same question has the same answer: one thread, a fixed seed, people and advisers in order. A
person and another who cost and weigh the same with everyone are one variable between them, which
spares the solver from trying every way of swapping the two.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from math import gcd
from typing import Any, NamedTuple

import highspy
import numpy as np

from carelink.reallocation.greedy import one_by_one, total_price
from carelink.reallocation.question import Answer, Choice, Room, Slopes

_INF = highspy.kHighsInf
# A whole number that came out of the solver is this near to itself.
_ROUNDING = 0.99


class _Silent(highspy.Highs):
    """The solver without the line about itself that it writes when it is made."""

    def enableCallbacks(self) -> None:
        """Be silent first: this is where the line would be written."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # it has no type


class _Group(NamedTuple):
    """People who cost and weigh the same with everyone, in the order of their references."""

    alike: Choice
    people: tuple[str, ...]


class _Row(NamedTuple):
    """One condition: columns with their factors, and what they add up to from `low` to `high`."""

    columns: list[int]
    factors: list[float]
    low: float
    high: float


class _Model:
    """The programme as it is built up: a column for each choice, then five for each adviser."""

    def __init__(self, groups: Sequence[_Group], rooms: Sequence[Room], slopes: Slopes) -> None:
        self.unit = _unit(groups, rooms, slopes)
        self.costs: list[float] = []
        self.tops: list[float] = []
        self.places: dict[tuple[int, int], int] = {}
        self.rows: list[_Row] = []
        for at, group in enumerate(groups):
            for place, cost in group.alike.costs.items():
                self.places[at, place] = self._column(cost, len(group.people))
        self.whole = len(self.costs)
        for at, group in enumerate(groups):
            columns = [self.places[at, place] for place in group.alike.costs]
            many = float(len(group.people))
            self.rows.append(_Row(columns, [1.0] * len(columns), many, many))
        for at, room in enumerate(rooms):
            self._balance(at, room, groups, slopes)

    def _column(self, cost: float, top: float) -> int:
        self.costs.append(float(cost))
        self.tops.append(float(top))
        return len(self.costs) - 1

    def _balance(self, at: int, room: Room, groups: Sequence[_Group], slopes: Slopes) -> None:
        """How far this adviser ends from their share, on either side, and above their range."""
        unit = self.unit
        pairs = [
            (self.places[place, at], group.alike.weights[at] / unit)
            for place, group in enumerate(groups)
            if at in group.alike.costs
        ]
        columns, factors = [one for one, _ in pairs], [factor for _, factor in pairs]
        away = []
        for _ in range(2):
            away.append(self._column(slopes.near * unit, slopes.far_from / unit))
            away.append(self._column(slopes.far * unit, _INF))
        above = self._column(slopes.above * unit, _INF)
        share = (room.share - room.fixed) / unit
        off = [-1.0, -1.0, 1.0, 1.0]
        self.rows.append(_Row(columns + away, factors + off, share, share))
        top = (room.top - room.fixed) / unit
        self.rows.append(_Row([*columns, above], [*factors, -1.0], -_INF, top))

    def programme(self) -> highspy.HighsLp:
        """All of it in the solver's own shape."""
        made = highspy.HighsLp()
        made.num_col_, made.num_row_ = len(self.costs), len(self.rows)
        made.col_cost_ = np.array(self.costs)
        made.col_lower_ = np.zeros(len(self.costs))
        made.col_upper_ = np.array(self.tops)
        made.row_lower_ = np.array([row.low for row in self.rows])
        made.row_upper_ = np.array([row.high for row in self.rows])
        starts = np.cumsum([0, *(len(row.columns) for row in self.rows)])
        made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        made.a_matrix_.start_ = starts
        made.a_matrix_.index_ = np.concatenate([row.columns for row in self.rows])
        made.a_matrix_.value_ = np.concatenate([row.factors for row in self.rows])
        kinds = highspy.HighsVarType
        made.integrality_ = [
            kinds.kInteger if at < self.whole else kinds.kContinuous
            for at in range(len(self.costs))
        ]
        return made


def solve(
    choices: Sequence[Choice],
    rooms: Sequence[Room],
    slopes: Slopes,
    *,
    seconds: float,
    stopped: Callable[[], bool] = lambda: False,
) -> Answer | None:
    """The best answer, or after so many seconds the best yet; None when it was stopped."""
    if not choices:
        return Answer({}, 0.0, True)
    groups = _alike(choices)
    first = one_by_one(choices, rooms, slopes)
    model = _Model(groups, rooms, slopes)
    solver = _Silent()  # type: ignore[no-untyped-call]  # it has no type
    _set(solver, _step(groups, slopes, model.unit), seconds)
    solver.passModel(model.programme())
    _begin_with(solver, model, groups, first)

    def ask(event: Any) -> None:
        if stopped():
            event.interrupt()

    solver.cbMipInterrupt += ask
    solver.run()
    if stopped():
        return None
    return _answer(solver, model, groups, choices, rooms, slopes, first)


def _answer(
    solver: highspy.Highs,
    model: _Model,
    groups: Sequence[_Group],
    choices: Sequence[Choice],
    rooms: Sequence[Room],
    slopes: Slopes,
    first: Mapping[str, int],
) -> Answer:
    info = solver.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    chosen = _read(solver.getSolution().col_value, model, groups) if found else dict(first)
    proven = found and solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if proven:
        return Answer(chosen, 0.0, True)
    price = total_price(choices, rooms, slopes, chosen)
    least = min(float(info.mip_dual_bound), float(price))
    return Answer(chosen, (price - least) / abs(price) if price else 0.0, False)


def _set(solver: highspy.Highs, step: int, seconds: float) -> None:
    """Nothing is left to chance, and less than one step cheaper there is no other answer."""
    for name, value in (
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", step * _ROUNDING),
        ("time_limit", seconds),
    ):
        solver.setOptionValue(name, value)


def _begin_with(
    solver: highspy.Highs, model: _Model, groups: Sequence[_Group], first: Mapping[str, int]
) -> None:
    """Give the solver the first answer, so that there is one however soon it is to stop."""
    places = np.arange(model.whole, dtype=np.int32)
    values = np.zeros(model.whole)
    for at, group in enumerate(groups):
        for person_id in group.people:
            values[model.places[at, first[person_id]]] += 1
    solver.setSolution(model.whole, places, values)


def _read(values: Sequence[float], model: _Model, groups: Sequence[_Group]) -> dict[str, int]:
    """Whom each person goes to: of those alike the first go to the first adviser."""
    chosen: dict[str, int] = {}
    for at, group in enumerate(groups):
        waiting = list(group.people)
        for room in sorted(group.alike.costs):
            for _ in range(round(values[model.places[at, room]])):
                chosen[waiting.pop(0)] = room
        assert not waiting, "everyone of a group has somebody"
    return chosen


def _alike(choices: Sequence[Choice]) -> list[_Group]:
    held: dict[tuple[Any, ...], list[Choice]] = {}
    for one in sorted(choices, key=lambda one: one.person_id):
        key = (tuple(sorted(one.costs.items())), tuple(sorted(one.weights.items())))
        held.setdefault(key, []).append(one)
    return [_Group(alike[0], tuple(one.person_id for one in alike)) for alike in held.values()]


def _unit(groups: Sequence[_Group], rooms: Sequence[Room], slopes: Slopes) -> int:
    """The greatest measure in which every weight, share and top is whole."""
    weights = [weight for group in groups for weight in group.alike.weights.values()]
    ends = [end for room in rooms for end in (room.share - room.fixed, room.top - room.fixed)]
    return reduce(gcd, [*weights, *ends, slopes.far_from], 0) or 1


def _step(groups: Sequence[_Group], slopes: Slopes, unit: int) -> int:
    """What one answer can be cheaper than another by, at the least."""
    costs = [cost for group in groups for cost in group.alike.costs.values()]
    slips = [slope * unit for slope in (slopes.near, slopes.far, slopes.above)]
    return reduce(gcd, [*costs, *slips], 0) or 1
