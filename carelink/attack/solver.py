"""How far can a sum of these numbers go? Asked of the solver, one part of the system at a time."""

from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from math import ceil, floor, inf

import highspy
import numpy as np
from numpy.typing import NDArray

from carelink.attack.system import Contradiction, Row

# What a number that ought to be whole may be off by.
NEAR = 1e-6
_STATUS = highspy.HighsModelStatus


class OutOfTime(Exception):
    """The solver was stopped before it had an answer."""


class Clock:
    """How much of the solver's time is used up."""

    def __init__(self, seconds: float) -> None:
        self.allowed = seconds
        self.used = 0.0

    @property
    def left(self) -> float:
        """What is left of it."""
        return self.allowed - self.used


class Solver:
    """A part of the system as a programme whose objective alone is changed.

    Shape: `columns` are the numbers of the system it is about; a point has their values in order.
    """

    def __init__(
        self,
        columns: Sequence[int],
        rows: Sequence[Row],
        lows: Sequence[float],
        highs: Sequence[float],
        clock: Clock,
    ) -> None:
        self.columns = tuple(columns)
        self.place = {column: at for at, column in enumerate(columns)}
        self._clock = clock
        self._said = (rows, lows, highs)
        self._linear: highspy.Highs | None = None
        self._whole: highspy.Highs | None = None

    @property
    def bound(self) -> bool:
        """Whether anything is said of these numbers but from where to where each goes."""
        return bool(self._said[0])

    def without(
        self, columns: Container[int], settled: Mapping[int, float] | None = None
    ) -> "Solver":
        """The same without what is said of these columns alone, some of them settled."""
        rows, lows, highs = self._said
        if settled:
            lows = [settled.get(at, low) for at, low in enumerate(lows)]
            highs = [settled.get(at, high) for at, high in enumerate(highs)]
        kept = [row for row in rows if any(column not in columns for column, _ in row.terms)]
        return Solver(self.columns, kept, lows, highs, self._clock)

    def greatest(self, goal: Mapping[int, float]) -> tuple[float, NDArray[np.float64] | None]:
        """Above what this sum cannot go, and where it is that, in fractions maybe.

        Raises: Contradiction, OutOfTime.
        """
        if self._linear is None:
            self._linear = _quiet()
            self._linear.passModel(self._model)
        return self._ask(self._linear, goal)

    @cached_property
    def _model(self) -> highspy.HighsLp:
        rows, lows, highs = self._said
        model = _model([lows[c] for c in self.columns], [highs[c] for c in self.columns])
        _bind(model, rows, self.place)
        return model

    def greatest_whole(
        self, goal: Mapping[int, float], gap: float = 0.0
    ) -> tuple[float, NDArray[np.float64] | None]:
        """The greatest that this sum is in whole numbers, or so near it, and where.

        Raises: Contradiction, OutOfTime.
        """
        if self._whole is None:
            self._whole = _quiet()
            self._whole.passModel(self._model)
            many = len(self.columns)
            kinds = np.full(many, int(highspy.HighsVarType.kInteger), dtype=np.uint8)
            self._whole.changeColsIntegrality(many, np.arange(many, dtype=np.int32), kinds)
        self._whole.setOptionValue("mip_rel_gap", gap)
        return self._ask(self._whole, goal)

    def _ask(
        self, solver: highspy.Highs, goal: Mapping[int, float]
    ) -> tuple[float, NDArray[np.float64] | None]:
        if self._clock.left <= 0:
            raise OutOfTime
        places = np.arange(len(self.columns), dtype=np.int32)
        costs = np.zeros(len(self.columns))
        for column, factor in goal.items():
            costs[self.place[column]] = factor
        solver.changeColsCost(len(places), places, costs)
        before = solver.getRunTime()
        solver.setOptionValue("time_limit", before + self._clock.left)
        solver.run()
        self._clock.used += solver.getRunTime() - before
        status = solver.getModelStatus()
        if status == _STATUS.kInfeasible:
            raise Contradiction
        if status in (_STATUS.kUnbounded, _STATUS.kUnboundedOrInfeasible):
            return inf, None
        if status != _STATUS.kOptimal:
            raise OutOfTime
        point = np.array(solver.getSolution().col_value)
        return float(solver.getInfo().objective_function_value), point


def at_most(value: float) -> int:
    """The greatest whole number that is not above what a solver gave."""
    return floor(value + 10 * NEAR)


def at_least(value: float) -> int:
    """The least whole number that is not below what a solver gave."""
    return ceil(value - 10 * NEAR)


class _Silent(highspy.Highs):
    """The solver without the line that it would write of itself."""

    def enableCallbacks(self) -> None:
        """The first that is called of a new one, before it writes."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # the library has no types here


def _quiet() -> highspy.Highs:
    solver = _Silent()  # type: ignore[no-untyped-call]  # the library has no types here
    for name, value in (("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(name, value)
    solver.setOptionValue("mip_abs_gap", 0.5)
    return solver


def _model(lows: Sequence[float], highs: Sequence[float]) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_ = len(lows)
    model.col_cost_ = np.zeros(len(lows))
    model.col_lower_ = np.array(lows, dtype=float)
    model.col_upper_ = np.array(highs, dtype=float)
    model.sense_ = highspy.ObjSense.kMaximize
    return model


def _bind(model: highspy.HighsLp, rows: Sequence[Row], place: Mapping[int, int]) -> None:
    model.num_row_ = len(rows)
    model.row_lower_ = np.array([row.low for row in rows], dtype=float)
    model.row_upper_ = np.array([row.high for row in rows], dtype=float)
    starts = np.cumsum([0, *(len(row.terms) for row in rows)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = starts.astype(np.int32)
    model.a_matrix_.index_ = np.array(
        [place[column] for row in rows for column, _ in row.terms], dtype=np.int32
    )
    model.a_matrix_.value_ = np.array(
        [factor for row in rows for _, factor in row.terms], dtype=float
    )
