"""In which lines did so few people change that a difference would point at them?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from carelink.disclosure.cells import Cell, Dimension, Table, cell_at

# A person's lowest category in each dimension, one mapping for each population they are in, by a
# mark that is the same from release to release and is no name.
Seats = Mapping[str, Sequence[Mapping[str, str]]]


def held_cells(
    tables: Iterable[Table],
    dimensions: Mapping[str, Dimension],
    now: Seats,
    before: Seats,
    hold_up_to: int = 2,
) -> frozenset[Cell]:
    """Every cell of each line of a table in which so few people changed, but at least one.

    A line is all cells of a table along one of its dimensions, the categories of the others fixed.
    """
    held: set[Cell] = set()
    for table in tables:
        moved = [(was, stands) for _, was, stands in _moved(table, dimensions, now, before)]
        for name in table.across:
            held |= _held_along(table, dimensions, name, moved, hold_up_to)
    return frozenset(held)


def changed_people(
    table: Table, dimensions: Mapping[str, Dimension], now: Seats, before: Seats
) -> int:
    """How many people came into a table, left it, or stand in another of its cells than before."""
    return sum(1 for _ in _moved(table, dimensions, now, before))


# Where a person stands in a table: the lowest category of each of its dimensions, None outside.
_Place = tuple[str, ...] | None


def _moved(
    table: Table, dimensions: Mapping[str, Dimension], now: Seats, before: Seats
) -> Iterator[tuple[str, _Place, _Place]]:
    for mark in sorted({*now, *before}):
        was = _place(table, dimensions, before.get(mark, ()))
        stands = _place(table, dimensions, now.get(mark, ()))
        if was != stands:
            yield mark, was, stands


def _place(
    table: Table, dimensions: Mapping[str, Dimension], answers: Sequence[Mapping[str, str]]
) -> _Place:
    """Where somebody stands: in no cell where they are not of the people of this table.

    Before this version of a dimension they may have been in a category that is no more: then they
    stand in none of today's cells.
    """
    for answer in answers:
        within = all(_is(dimensions, answer, name, node) for name, node in table.fixed)
        if within and all(_known(dimensions[name], answer.get(name)) for name in table.across):
            return tuple(answer[name] for name in table.across)
    return None


def _is(
    dimensions: Mapping[str, Dimension], answer: Mapping[str, str], name: str, node: str
) -> bool:
    stands = answer.get(name)
    if stands is None:
        return False
    return stands == node or (name in dimensions and node in dimensions[name].above(stands))


def _known(dimension: Dimension, leaf: str | None) -> bool:
    return leaf is not None and leaf in dimension.leaves


def _held_along(
    table: Table,
    dimensions: Mapping[str, Dimension],
    name: str,
    moved: Sequence[tuple[_Place, _Place]],
    hold_up_to: int,
) -> set[Cell]:
    """The cells of the lines along one dimension in which few changed."""
    along = table.across.index(name)
    others = [other for other in table.across if other != name]
    held: set[Cell] = set()
    for nodes in product(*(dimensions[other].nodes for other in others)):
        beside = dict(zip(others, nodes, strict=True))
        changed = 0
        for was, stands in moved:
            first = _in_line(table, dimensions, was, along, beside)
            changed += first != _in_line(table, dimensions, stands, along, beside)
        if 0 < changed <= hold_up_to:
            for node in dimensions[name].nodes:
                held.add(cell_at((*table.fixed, *beside.items(), (name, node))))
    return held


def _in_line(
    table: Table,
    dimensions: Mapping[str, Dimension],
    place: _Place,
    along: int,
    beside: Mapping[str, str],
) -> str | None:
    """The category along the line in which somebody stands, None outside of the line."""
    if place is None:
        return None
    for name, leaf in zip(table.across, place, strict=True):
        if name in beside and beside[name] not in dimensions[name].above(leaf):
            return None
    return place[along]
