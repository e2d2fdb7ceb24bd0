"""Between which whole numbers does each figure lie? Points that fit are shared by all figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

import numpy as np
from numpy.typing import NDArray

from carelink.attack.solver import Clock, OutOfTime, Solver, at_most
from carelink.attack.system import System, Terms

# A round in which several figures are stretched at once goes on while it settles as many as this.
_WORTH_IT = 3


@dataclass
class Form:
    """A sum of numbers of which somebody asks how far it goes.

    Shape: `low` and `high` are what nothing can go beyond, `seen_low` and `seen_high` what was met
    in whole numbers that fit. `enough` values are all that need be shown; None asks for both ends.
    """

    terms: Terms
    enough: int | None = None
    low: float = -inf
    high: float = inf
    seen_low: float = inf
    seen_high: float = -inf

    @property
    def settled(self) -> bool:
        """Whether no more need be asked."""
        return self._wide_enough or (self.settled_low and self.settled_high)

    @property
    def _wide_enough(self) -> bool:
        return self.enough is not None and self.seen_high - self.seen_low + 1 >= self.enough

    @property
    def settled_low(self) -> bool:
        """Whether the least is known."""
        return self.seen_low <= self.low

    @property
    def settled_high(self) -> bool:
        """Whether the greatest is known."""
        return self.seen_high >= self.high

    def meet(self, value: float) -> None:
        """The sum was this in whole numbers that fit."""
        self.seen_low = min(self.seen_low, value)
        self.seen_high = max(self.seen_high, value)


@dataclass
class _Group:
    """The forms of one part of the system, in the matrix by which a point is turned into values."""

    solver: Solver
    forms: list[Form] = field(default_factory=list)
    constants: list[float] = field(default_factory=list)
    goals: list[dict[int, float]] = field(default_factory=list)


def settle(system: System, forms: Iterable[Form], clock: Clock) -> None:
    """Finds the ends of every form; the system must have been propagated.

    Raises: Contradiction where nothing fits, OutOfTime when some form is not settled in time.
    """
    groups = _groups(system, forms, clock)
    for group in groups:
        _Settling(group).run()


def _groups(system: System, forms: Iterable[Form], clock: Clock) -> list[_Group]:
    part_of: dict[int, _Group] = {}
    groups = []
    for columns, rows in system.parts():
        group = _Group(Solver(columns, rows, system.lows, system.highs, clock))
        groups.append(group)
        part_of.update(dict.fromkeys(columns, group))
    for form in forms:
        _set_out(form, system)
        constant = 0.0
        goals: dict[int, dict[int, float]] = {}
        for column, factor in form.terms.items():
            if system.lows[column] == system.highs[column]:
                constant += factor * system.lows[column]
            else:
                goals.setdefault(id(part_of[column]), {})[column] = factor
        if not goals:
            form.meet(constant)
        elif len(goals) == 1:
            group = part_of[next(iter(next(iter(goals.values()))))]
            group.forms.append(form)
            group.constants.append(constant)
            group.goals.append(next(iter(goals.values())))
        else:
            _apart(form, constant, list(goals.values()), part_of)
    return [group for group in groups if group.solver.columns]


def _apart(
    form: Form, constant: float, goals: list[dict[int, float]], part_of: Mapping[int, _Group]
) -> None:
    """A form over parts that nothing links goes as far as all of them together."""
    low = high = constant
    for goal in goals:
        solver = part_of[next(iter(goal))].solver
        high += solver.greatest_whole(goal)[0]
        low -= solver.greatest_whole({at: -by for at, by in goal.items()})[0]
    form.low, form.high = low, high
    form.meet(low)
    form.meet(high)


def _set_out(form: Form, system: System) -> None:
    """What the numbers of a form allow by themselves."""
    ends = [(system.lows[at] * by, system.highs[at] * by) for at, by in form.terms.items()]
    form.low = max(form.low, sum(min(end) for end in ends))
    form.high = min(form.high, sum(max(end) for end in ends))


class _Settling:
    """One part of the system, with everything asked of it."""

    def __init__(self, group: _Group) -> None:
        self._group = group
        solver = group.solver
        self._matrix = np.zeros((len(group.forms), len(solver.columns)))
        for at, goal in enumerate(group.goals):
            for column, factor in goal.items():
                self._matrix[at, solver.place[column]] = factor

    def run(self) -> None:
        """Many at once while that pays, then one by one."""
        if not self._group.forms:
            self._group.solver.greatest_whole({})
            return
        self._together()
        for at, form in enumerate(self._group.forms):
            if not form.settled and not form.settled_high:
                self._stretch(at, up=True)
            if not form.settled and not form.settled_low:
                self._stretch(at, up=False)

    def _together(self) -> None:
        """Stretches all that are open at once, first up, then down, then mixed."""
        turn = 0
        poor = 0
        while poor < 4:
            before = self._open()
            if not before:
                return
            goal: dict[int, float] = {}
            for at, (form, wants) in enumerate(
                zip(self._group.forms, self._group.goals, strict=True)
            ):
                way = self._way(form, at, turn)
                for column, factor in wants.items():
                    goal[column] = goal.get(column, 0.0) + way * factor
            turn += 1
            self._meet(self._group.solver.greatest(goal)[1])
            poor = 0 if before - self._open() >= _WORTH_IT else poor + 1

    def _way(self, form: Form, at: int, turn: int) -> float:
        """Up or down: what the form still lacks, in turns so that each gets its chance."""
        up, down = not form.settled_high, not form.settled_low
        if form.settled or not (up or down):
            return 0.0
        if up != down:
            return 1.0 if up else -1.0
        return 1.0 if ((at >> (turn // 2)) + turn) % 2 else -1.0

    def _open(self) -> int:
        return sum(
            (not form.settled_low) + (not form.settled_high)
            for form in self._group.forms
            if not form.settled
        )

    def _meet(self, point: NDArray[np.float64] | None) -> None:
        if point is None:
            return
        values = self._matrix @ point
        for form, constant, value in zip(
            self._group.forms, self._group.constants, values, strict=True
        ):
            form.meet(round(value) + constant)

    def _stretch(self, at: int, *, up: bool) -> None:
        """The true end of one form, in whole numbers."""
        form, constant = self._group.forms[at], self._group.constants[at]
        way = 1 if up else -1
        goal = {column: way * factor for column, factor in self._group.goals[at].items()}
        value, point = self._group.solver.greatest(goal)
        self._meet(point)
        self._limit(form, way, value, constant)
        if form.settled or (form.settled_high if up else form.settled_low) or value == inf:
            return
        value, point = self._group.solver.greatest_whole(goal)
        self._meet(point)
        self._limit(form, way, value, constant)

    def _limit(self, form: Form, way: int, value: float, constant: float) -> None:
        if value == inf:
            return
        most = at_most(value)
        if way > 0:
            form.high = min(form.high, constant + most)
        else:
            form.low = max(form.low, constant - most)


__all__ = ["Form", "OutOfTime", "settle"]
