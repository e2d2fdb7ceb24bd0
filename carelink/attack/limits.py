"""Between which whole numbers does each figure lie? Points that fit are shared by all figures."""

from collections.abc import Iterable, Sequence

import numpy as np

from carelink.attack.forms import Form, Forms, Point
from carelink.attack.settling import NEARLY, Settling
from carelink.attack.solver import NEAR, Clock, Solver
from carelink.attack.system import Contradiction, System

# Releases between which no more people than this changed in a table are looked at together.
_FEW = 6


def settle(system: System, forms: Sequence[Form], clock: Clock) -> None:
    """Finds the ends of every form; the system must have been propagated.

    With several releases, each is first looked at alone, which no joint look can exceed; then
    around a point that fits all of them, where all others stay as they are; only what neither
    settles is asked of all of them at once.

    Raises: Contradiction where nothing fits, OutOfTime when some form is not settled in time.
    """
    asked = Forms(system, forms)
    try:
        _settle(system, asked, forms, clock)
    finally:
        asked.tell(forms)


def _settle(system: System, asked: Forms, forms: Sequence[Form], clock: Clock) -> None:
    solvers = solvers_of(system, clock)
    blocks = system.blocks()
    if len(blocks) < 2 and not system.moves:
        _stretch_all(system, solvers, asked, a_point(system, solvers))
        return
    _alone(system, blocks, asked, forms, clock)
    base = _one_after_another(system, blocks, clock)
    base = a_point(system, solvers) if base is None else base
    asked.meet(base)
    step = system.in_step(base)
    _stretch_all(step, solvers_of(step, clock), asked, base, exact=False)
    blocks = system.blocks(_FEW)
    for block in blocks if len(blocks) > 1 else ():
        around = system.around(base, block)
        _stretch_all(around, solvers_of(around, clock), asked, base, exact=False)
    _stretch_all(system, solvers, asked, base)


def solvers_of(system: System, clock: Clock) -> list[Solver]:
    """One for each part that hangs together."""
    return [
        Solver(columns, rows, system.lows, system.highs, clock) for columns, rows in system.parts()
    ]


def a_point(system: System, solvers: Iterable[Solver]) -> Point:
    """Whole numbers that fit all that is said, with as few moves as may be.

    Raises: Contradiction where there are none.
    """
    bound = [solver for solver in solvers if solver.bound]
    point = _loosely(system, bound) if system.moves else None
    if point is not None:
        return point
    point = np.array(system.lows, dtype=float)
    for solver in bound:
        goal = _few_moves(system, solver)
        found = solver.greatest(goal)[1]
        if found is None or np.abs(found - np.rint(found)).max() > NEAR:
            found = solver.greatest_whole(goal, NEARLY)[1]
        if found is None:
            raise Contradiction
        point[list(solver.columns)] = np.rint(found)
    return point


def _loosely(system: System, solvers: Iterable[Solver]) -> Point | None:
    """A point where moves are only made rare and not counted, if they turn out few enough.

    Raises: Contradiction where there is none with however many moves.
    """
    point = np.array(system.lows, dtype=float)
    for solver in solvers:
        found = solver.without(system.moving).greatest(_few_moves(system, solver))[1]
        if found is None:
            return None
        point[list(solver.columns)] = found
    return system.whole(point)


def _few_moves(system: System, solver: Solver) -> dict[int, float]:
    moving = system.moving
    return {column: -1.0 for column in solver.columns if column in moving}


def _one_after_another(
    system: System, blocks: Sequence[frozenset[int]], clock: Clock
) -> Point | None:
    """A point that fits, each release near the one before; None if none is found so."""
    point = np.array(system.lows, dtype=float)
    before: frozenset[int] = frozenset()
    for block in blocks:
        before |= block
        only = system.only(before).around(point, block)
        try:
            point = a_point(only, solvers_of(only, clock))
        except Contradiction:
            return None
    return point


def _alone(
    system: System,
    blocks: Iterable[frozenset[int]],
    asked: Forms,
    forms: Sequence[Form],
    clock: Clock,
) -> None:
    """Nothing goes farther with all releases than with one."""
    for block in blocks:
        mine = [
            at
            for at, form in enumerate(forms)
            if form.enough is None
            and form.up_to == np.inf
            and all(system.near[one] <= block for one in form.terms)
        ]
        if mine:
            only = system.only(block)
            alone = Forms(only, [forms[at] for at in mine])
            solvers = solvers_of(only, clock)
            _stretch_all(only, solvers, alone, a_point(only, solvers))
            asked.low[mine], asked.high[mine] = alone.low, alone.high


def _stretch_all(
    system: System, solvers: Sequence[Solver], asked: Forms, base: Point, *, exact: bool = True
) -> None:
    """Stretches each form in its own part; `exact` where what cannot be reached is out of reach."""
    asked.meet(base)
    part_of = {column: at for at, solver in enumerate(solvers) for column in solver.columns}
    mine: list[list[int]] = [[] for _ in solvers]
    for at, terms in enumerate(asked.terms):
        leads = (system.lead(column) for column in terms)
        parts = {part_of[lead] for lead in leads if lead in part_of}
        if len(parts) == 1:
            mine[next(iter(parts))].append(at)
        elif exact:
            _apart(asked, at, [solvers[part] for part in parts], base)
    for solver, its in zip(solvers, mine, strict=True):
        if its:
            Settling(system, solver, asked, its, base, exact=exact).run()


def _apart(asked: Forms, at: int, solvers: Sequence[Solver], base: Point) -> None:
    """A form over parts that nothing links goes as far as all of them together."""
    low = high = sum(by * base[column] for column, by in asked.terms[at].items())
    for solver in solvers:
        goal = {one: float(by) for one, by in asked.terms[at].items() if one in solver.place}
        now = sum(by * base[one] for one, by in goal.items())
        high += solver.greatest_whole(goal)[0] - now
        low -= solver.greatest_whole({one: -by for one, by in goal.items()})[0] + now
    asked.low[at] = asked.seen_low[at] = round(low) if low > -np.inf else low
    asked.high[at] = asked.seen_high[at] = round(high) if high < np.inf else high
