"""What does a reader solve who wants to know a hidden figure? Cells, lines, and what may move.

Everything is told in differences from the truth: a shown cell differs by nought, a hidden one may
be lower until it would be shown as nought, and every line still adds up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from carelink.disclosure.cells import Cell
from carelink.disclosure.frozen import Frozen
from carelink.disclosure.primary import costs_of, perhaps_nought, totals_of
from carelink.disclosure.protected import Why

# A row of a puzzle: cells by their place, with their factors.
Row = tuple[tuple[int, float], ...]


@dataclass
class Puzzle:
    """Cells that hang together: no others say anything about them.

    Shape: `adds_up` are rows that are nought, `slack` rows that are at most a number, both in
    differences; `falls` how far each cell may be below its truth and `rises` above it. `sums` are
    the parts of lines whose whole is always shown or may be hidden, by its place or -1.
    """

    cells: tuple[Cell, ...]
    counts: NDArray[np.int64]
    falls: NDArray[np.float64]
    rises: NDArray[np.float64]
    costs: NDArray[np.float64]
    forced: NDArray[np.bool_]
    adds_up: list[Row] = field(default_factory=list)
    slack: list[tuple[Row, float]] = field(default_factory=list)
    sums: list[tuple[tuple[int, ...], int]] = field(default_factory=list)


def puzzles_of(frozen: Frozen, primary: Mapping[Cell, Why]) -> Iterator[Puzzle]:
    """The puzzles of a frozen set in which something is hidden, each for itself."""
    nought = perhaps_nought(frozen, dict(primary))
    totals = totals_of(frozen)
    costs = costs_of(frozen)
    free = [
        cell
        for cell in frozen.cells
        if cell not in totals and (frozen.counts[cell] > 0 or cell in primary)
    ]
    top = max(frozen.counts.values(), default=0)
    for cells in _together(frozen, free):
        if not any(cell in primary for cell in cells):
            continue
        counts = np.array([frozen.counts[cell] for cell in cells])
        least = np.array([0 if cell in nought or not frozen.counts[cell] else 1 for cell in cells])
        puzzle = Puzzle(
            cells,
            counts,
            (counts - least).astype(float),
            (top - counts).astype(float),
            np.array([costs[cell] for cell in cells]),
            np.array([cell in primary for cell in cells]),
        )
        _fill(puzzle, frozen)
        yield puzzle


def _fill(puzzle: Puzzle, frozen: Frozen) -> None:
    """The rows of the puzzle."""
    place = {cell: at for at, cell in enumerate(puzzle.cells)}
    for line in frozen.lines:
        row = [(place[cell], 1.0) for cell in line.parts if cell in place]
        parts = tuple(at for at, _ in row)
        if line.whole in place:
            row.append((place[line.whole], -1.0))
        if row:
            puzzle.adds_up.append(tuple(row))
            puzzle.sums.append((parts, place.get(line.whole, -1)))
    for parts_of, whole in frozen.at_most:
        row = [(place[cell], 1.0) for cell in parts_of if cell in place]
        if whole in place:
            row.append((place[whole], -1.0))
        if row:
            over = frozen.counts[whole] - frozen.sum_of(parts_of)
            puzzle.slack.append((tuple(row), float(over)))


def _together(frozen: Frozen, free: list[Cell]) -> Iterator[tuple[Cell, ...]]:
    """The cells in groups that no line and no limit joins."""
    head = {cell: cell for cell in free}

    def top(cell: Cell) -> Cell:
        while head[cell] != cell:
            head[cell] = head[head[cell]]
            cell = head[cell]
        return cell

    joined = [(line.whole, *line.parts) for line in frozen.lines]
    joined += [(whole, *parts) for parts, whole in frozen.at_most]
    for cells in joined:
        within = [cell for cell in cells if cell in head]
        for cell in within[1:]:
            head[top(cell)] = top(within[0])
    groups: dict[Cell, list[Cell]] = {}
    for cell in free:
        groups.setdefault(top(cell), []).append(cell)
    yield from (tuple(cells) for cells in groups.values())
