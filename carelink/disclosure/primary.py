"""Which figures are hidden for their own sake, and what does it cost to hide another?"""

from collections import Counter
from collections.abc import Container, Iterator
from itertools import product
from math import log
from typing import NamedTuple

from carelink.disclosure.cells import TOTAL, Cell, Dimension, Table, cell_at
from carelink.disclosure.frozen import Frozen
from carelink.disclosure.protected import Why

_POPULATION = "population"
# What hiding a cell costs beside an inner one, for each level of sums that it stands above them.
_A_LEVEL_UP = 4.0
# It costs less to hide again what was hidden in the last release.
_HIDDEN_BEFORE = 0.3


class Run(NamedTuple):
    """All cells of a table along one of its dimensions, the categories of the others fixed.

    Shape: `lowest` are those of the dimension's lowest categories, `whole` the cell of them all.
    """

    dimension: Dimension
    whole: Cell
    cells: tuple[Cell, ...]
    lowest: tuple[Cell, ...]


def runs_of(frozen: Frozen) -> Iterator[Run]:
    """Every run of every table."""
    for table in frozen.tables:
        for name in table.across:
            yield from _along(table, frozen.dimensions[name], frozen)


def _along(table: Table, dimension: Dimension, frozen: Frozen) -> Iterator[Run]:
    others = [other for other in table.across if other != dimension.name]
    for nodes in product(*(frozen.dimensions[other].nodes for other in others)):
        beside = (*table.fixed, *zip(others, nodes, strict=True))
        at = {node: cell_at((*beside, (dimension.name, node))) for node in dimension.nodes}
        lowest = tuple(at[leaf] for leaf in dimension.leaves)
        yield Run(dimension, at[TOTAL], tuple(at.values()), lowest)


def totals_of(frozen: Frozen) -> frozenset[Cell]:
    """The totals of the populations, which are never hidden."""
    wholes = (cell_at(table.fixed) for table in frozen.tables)
    return frozenset(cell for cell in wholes if all(name == _POPULATION for name, _ in cell))


def primary_of(frozen: Frozen) -> dict[Cell, Why]:
    """The cells that must be hidden, whatever else is shown, and why."""
    why = {cell: Why.CHANGE for cell in frozen.cells if cell in frozen.held}
    for run in runs_of(frozen):
        if run.dimension.sensitive and _in_one_category(run, frozen):
            why |= {cell: Why.ONE_CATEGORY for cell in run.cells if cell != run.whole}
    empty = empty_for_sure(frozen, why)
    top = frozen.limits.small_up_to
    why |= {cell: Why.SMALL for cell in frozen.cells if 0 < frozen.counts[cell] <= top}
    return {cell: why[cell] for cell in frozen.cells if cell in why and cell not in empty}


def _in_one_category(run: Run, frozen: Frozen) -> bool:
    """Whether everybody of a group is in one and the same category of two or more."""
    whole = frozen.counts[run.whole]
    if whole == 0 or len(run.lowest) < 2:
        return False
    nothing = (TOTAL, *run.dimension.harmless)
    nodes = zip(run.dimension.nodes, run.cells, strict=True)
    return any(node not in nothing and frozen.counts[cell] == whole for node, cell in nodes)


def empty_for_sure(frozen: Frozen, hidden: Container[Cell]) -> set[Cell]:
    """The noughts that anybody knows who sees the nought of a cell that holds them."""
    parts: dict[Cell, list[Cell]] = {}
    for line in frozen.lines:
        parts.setdefault(line.whole, []).extend(line.parts)
    waiting = [cell for cell in frozen.cells if not frozen.counts[cell] and cell not in hidden]
    empty = set(waiting)
    while waiting:
        new = set(parts.get(waiting.pop(), ())) - empty
        empty |= new
        waiting += new
    return empty


def perhaps_nought(frozen: Frozen, hidden: Container[Cell]) -> frozenset[Cell]:
    """The hidden cells that may be nought: those of runs whose lowest cells are all hidden.

    Elsewhere noughts are shown, so that a hidden cell has at least one person in it. Where all of a
    run is hidden but noughts that are known anyway, only what is nought is taken to be so: a reader
    may think more possible, never less.
    """
    runs = (run for run in runs_of(frozen) if all(cell in hidden for cell in run.lowest))
    nought = {cell for run in runs for cell in run.cells if cell in hidden}
    return frozenset(nought.union(c for c in frozen.cells if c in hidden and not frozen.counts[c]))


def costs_of(frozen: Frozen) -> dict[Cell, float]:
    """What it costs to hide each cell: more for more people and for sums of others."""
    levels: Counter[Cell] = Counter()
    for table in frozen.tables:
        heights = [_heights(frozen.dimensions[name]) for name in table.across]
        for nodes in product(*(frozen.dimensions[name].nodes for name in table.across)):
            cell = cell_at((*table.fixed, *zip(table.across, nodes, strict=True)))
            level = sum(height[node] for height, node in zip(heights, nodes, strict=True))
            levels[cell] = max(levels[cell], level)
    return {cell: _cost(frozen, cell, levels[cell]) for cell in frozen.cells}


def _cost(frozen: Frozen, cell: Cell, level: int) -> float:
    cost = (1 + 0.1 * log(1 + frozen.counts[cell])) * _A_LEVEL_UP**level
    before = frozen.last.get(cell, 0) is None
    return cost * _HIDDEN_BEFORE if before else cost


def _heights(dimension: Dimension) -> dict[str, int]:
    """How many levels of categories lie below each category."""
    heights: dict[str, int] = {}
    for node in reversed(dimension.nodes):
        below = dimension.children.get(node, ())
        heights[node] = 1 + max(heights[child] for child in below) if below else 0
    return heights
