"""What is the least that satisfies these conditions? A linear programme, solved by HiGHS.

The same question has the same answer: one thread, a fixed seed, columns and rows in their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

Numbers = Sequence[float] | NDArray[np.float64]
INF = highspy.kHighsInf
# How near to a whole number a whole one is that came out of the solver.
NEAR = 1e-6
_FEASIBLE = highspy.SolutionStatus.kSolutionStatusFeasible
_OPTIMAL = highspy.HighsModelStatus.kOptimal
_INFEASIBLE = highspy.HighsModelStatus.kInfeasible


class _Silent(highspy.Highs):
    """The solver without the line about itself that it writes when it is made."""

    def enableCallbacks(self) -> None:
        """Be silent first: this is where the line would be written."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # it has no type


class Solved(NamedTuple):
    """What the solver found: values of the columns, what they cost, and the least possible cost.

    Shape: `values` is empty where nothing was found; `proven` is whether nothing is cheaper, or,
    where `values` is empty, whether there is no answer at all. `slopes` and `duals` are what one
    more of each column or row would cost.
    """

    values: NDArray[np.float64]
    cost: float
    least: float
    proven: bool
    slopes: NDArray[np.float64]
    duals: NDArray[np.float64]

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return len(self.values) > 0

    def whole(self, column: int) -> int:
        """The value of a column that is a whole number."""
        return round(float(self.values[column]))


class Programme:
    """A programme as it is built up and asked again with other costs, bounds and rows."""

    def __init__(self) -> None:
        self._solver = _Silent()  # type: ignore[no-untyped-call]  # it has no type
        self.columns = 0
        self.rows = 0
        self._whole = False
        for name, value in (("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0)):
            self._solver.setOptionValue(name, value)
        # A programme of nothing has an answer too: to the solver it would have none.
        self.add_columns([0], [0])

    @property
    def seconds(self) -> float:
        """How long the solver has worked on it in all."""
        return float(self._solver.getRunTime())

    def set(self, name: str, value: float | str) -> None:
        """One of the solver's own options."""
        self._solver.setOptionValue(name, value)

    def add_columns(
        self, lows: Sequence[float], tops: Sequence[float], costs: Sequence[float] = ()
    ) -> range:
        """Columns from `lows` to `tops`."""
        many = len(lows)
        none = np.array([], dtype=np.int32)
        priced = np.array(costs if len(costs) else [0.0] * many, dtype=float)
        starts = np.zeros(many, dtype=np.int32)
        low, top = np.array(lows, dtype=float), np.array(tops, dtype=float)
        self._solver.addCols(many, priced, low, top, 0, starts, none, none.astype(float))
        self.columns += many
        return range(self.columns - many, self.columns)

    def make_whole(self, columns: Sequence[int]) -> None:
        """These columns take whole numbers only."""
        kinds = np.full(len(columns), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        self._solver.changeColsIntegrality(len(columns), np.array(columns, dtype=np.int32), kinds)
        self._whole = True

    def add_row(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> int:
        """One condition: columns with their factors, and what they add up to."""
        together: dict[int, float] = {}
        for column, factor in terms:
            together[column] = together.get(column, 0.0) + factor
        places = np.array(list(together), dtype=np.int32)
        factors = np.array(list(together.values()), dtype=float)
        self._solver.addRow(low, high, len(places), places, factors)
        self.rows += 1
        return self.rows - 1

    def price(self, costs: Mapping[int, float] | Sequence[float]) -> None:
        """What each column costs; those not named in a mapping cost nothing."""
        if isinstance(costs, Mapping):
            priced = np.zeros(self.columns)
            priced[list(costs)] = list(costs.values())
        else:
            priced = np.array(costs, dtype=float)
        places = np.arange(self.columns, dtype=np.int32)
        self._solver.changeColsCost(self.columns, places, priced)

    def bound(self, columns: Sequence[int], lows: Numbers, tops: Numbers) -> None:
        """From where to where these columns may go."""
        places = np.array(columns, dtype=np.int32)
        low, top = np.array(lows, dtype=float), np.array(tops, dtype=float)
        self._solver.changeColsBounds(len(places), places, low, top)

    def begin_with(self, values: Numbers) -> None:
        """An answer to begin with, so that there is one however soon the solver is to stop."""
        places = np.arange(self.columns, dtype=np.int32)
        self._solver.setSolution(self.columns, places, np.array(values, dtype=float))

    def least(self, seconds: float) -> Solved:
        """The cheapest answer, or the best after so many seconds."""
        none = np.array([])
        if seconds <= 0:
            return Solved(none, INF, -INF, False, none, none)
        self._solver.setOptionValue("time_limit", self.seconds + seconds)
        self._solver.run()
        status = self._solver.getModelStatus()
        info = self._solver.getInfo()
        if info.primal_solution_status != _FEASIBLE:
            return Solved(none, INF, -INF, status == _INFEASIBLE, none, none)
        solution = self._solver.getSolution()
        cost = float(info.objective_function_value)
        proven = status == _OPTIMAL
        least = float(info.mip_dual_bound) if self._whole else (cost if proven else -INF)
        slopes, duals = np.array(solution.col_dual), np.array(solution.row_dual)
        return Solved(np.array(solution.col_value), cost, least, proven, slopes, duals)
