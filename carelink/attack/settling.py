"""How far does each figure of one part go? Many are stretched at once, the rest one by one."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

import numpy as np

from carelink.attack.forms import Forms, Point
from carelink.attack.solver import Solver, at_most
from carelink.attack.system import System

# How far from the best sum a point may be that is only to be met.
NEARLY = 0.1
# A round in which several figures are stretched at once goes on while it settles as many as this.
_WORTH_IT = 3
# So many poor rounds in a row end it.
_POOR = 4
# What a move may cost beside one more in a figure, from next to nothing to more than it is worth.
# How much one more in a figure may weigh beside a fare.
_WEIGHTS = (1.0, 3.0, 8.0)
_FARES = (0.01, 0.3, 0.6, 0.9, 1.4, 1.9)


class Settling:
    """One part of the system, with everything asked of it.

    Shape: `its` are the places of the forms that lie in this part alone; the other numbers are as
    in `base`, which fits. `exact` where an end that is not reached is an end that cannot be.
    """

    def __init__(
        self,
        system: System,
        solver: Solver,
        asked: Forms,
        its: Sequence[int],
        base: Point,
        *,
        exact: bool,
    ) -> None:
        self._system, self._solver, self._asked, self._base = system, solver, asked, base
        self._its = np.array(its, dtype=np.intp)
        self._exact = exact
        moving = system.moving
        self._moving = [column for column in solver.columns if column in moving]
        self._loose = solver.without(moving, system.as_in(base)) if self._moving else None
        self._columns = np.array(solver.columns, dtype=np.intp)

    def run(self) -> None:
        """Many at once while that pays, then one by one."""
        self._together()
        # In step with others a figure that was not reached together is seldom reached alone.
        for at in self._its if self._system.leads is None else ():
            for way in (1, -1):
                if self._lacks(at, way):
                    self._stretch(int(at), way)

    def _lacks(self, at: int, way: int) -> bool:
        return bool(self._asked.lacks(np.array([at]), way)[0])

    def _together(self) -> None:
        """Stretches all that are open at once, in turns up and down so that each has its chance."""
        turn = poor = 0
        order = np.arange(len(self._its))
        while poor < _POOR:
            up, down = self._asked.lacks(self._its, 1), self._asked.lacks(self._its, -1)
            before = up.sum() + down.sum()
            if not before:
                return
            turns = ((order >> (turn // 2)) + turn) % 2 == 1
            ways = np.where(up & (~down | turns), 1, np.where(down, -1, 0))
            goal: dict[int, float] = {}
            for at, way in zip(self._its[ways != 0], ways[ways != 0], strict=True):
                for column, factor in self._goal(at, int(way)).items():
                    goal[column] = goal.get(column, 0.0) + factor
            turn += 1
            self._ask(goal)
            after = self._asked.lacks(self._its, 1).sum() + self._asked.lacks(self._its, -1).sum()
            poor = 0 if before - after >= _WORTH_IT else poor + 1

    def _goal(self, at: int, way: int) -> dict[int, float]:
        goal: dict[int, float] = {}
        for one, by in self._asked.terms[at].items():
            lead = self._system.lead(one)
            if lead in self._solver.place:
                goal[lead] = goal.get(lead, 0.0) + way * by
        return goal

    def _ask(self, goal: Mapping[int, float]) -> None:
        """Meets a point at or near the best sum, in whole numbers."""
        if self._loosely(goal, _FARES) or self._meet(self._solver.greatest(goal)[1]):
            return
        if self._exact:
            self._meet(self._solver.greatest_whole(goal, NEARLY)[1])

    def _loosely(self, goal: Mapping[int, float], fares: Iterable[float]) -> bool:
        """Meets a point where moves cost a fare and are not counted, if they turn out few enough.

        Without their count the numbers mostly come out whole by themselves.
        """
        if self._loose is None:
            return False
        for fare in fares:
            priced = {**goal, **dict.fromkeys(self._moving, -fare)}
            if self._meet(self._loose.greatest(priced)[1]):
                return True
        return False

    def _meet(self, point: Point | None) -> bool:
        if point is None:
            return False
        full = self._base.copy()
        full[self._columns] = point
        whole = self._system.whole(full)
        if whole is not None:
            self._asked.meet(whole)
        return whole is not None

    def _stretch(self, at: int, way: int) -> None:
        """The true end of one form, in whole numbers."""
        goal = self._goal(at, way)
        for weight in _WEIGHTS:
            self._loosely({one: weight * by for one, by in goal.items()}, _FARES)
            if not self._lacks(at, way):
                return
        value, point = self._solver.greatest(goal)
        met = self._meet(point)
        self._limit(at, way, value)
        if met or value == inf or not (self._exact and self._lacks(at, way)):
            return
        value, point = self._solver.greatest_whole(goal)
        self._meet(point)
        self._limit(at, way, value)

    def _limit(self, at: int, way: int, value: float) -> None:
        if value == inf or not self._exact:
            return
        terms = self._asked.terms[at].items()
        rest = sum(by * self._base[one] for one, by in terms if one not in self._solver.place)
        most = round(rest) * way + at_most(value)
        if way > 0:
            self._asked.high[at] = min(self._asked.high[at], most)
        else:
            self._asked.low[at] = max(self._asked.low[at], -most)
