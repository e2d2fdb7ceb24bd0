"""In which lines did so few people change since an earlier release that it would name them?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from carelink.disclosure.cells import Cell, Dimension, Table, cell_at

# Everybody by a mark: one mapping of dimension to lowest category for each population.
Seats = Mapping[str, Sequence[Mapping[str, str]]]
_Place = tuple[str, ...] | None


def held_cells(
    tables: Iterable[Table],
    dimensions: Mapping[str, Dimension],
    now: Seats,
    before: Seats,
    hold_up_to: int,
) -> frozenset[Cell]:
    """Every cell of a line in which at least one and at most so many people changed their cell."""
    found: set[Cell] = set()
    for table in tables:
        changes = list(_changes(table, dimensions, now, before))
        if changes:
            found |= set(_of_table(table, dimensions, changes, hold_up_to))
    return frozenset(found)


def changed_people(
    table: Table, dimensions: Mapping[str, Dimension], now: Seats, before: Seats
) -> int:
    """How many people stand in another cell of the table than before, or came or went."""
    return sum(1 for _ in _changes(table, dimensions, now, before))


def _changes(
    table: Table, dimensions: Mapping[str, Dimension], now: Seats, before: Seats
) -> Iterator[tuple[_Place, _Place]]:
    places = _Places(table, dimensions)
    for mark in sorted({*now, *before}):
        stood, stands = (places.of(held.get(mark, ())) for held in (before, now))
        if stood != stands:
            yield stood, stands


class _Places:
    """Where somebody stands in one table; many stand alike, and each standing is looked at once."""

    def __init__(self, table: Table, dimensions: Mapping[str, Dimension]) -> None:
        self._table = table
        self._dimensions = dimensions
        self._known: dict[int, _Place] = {}

    def of(self, answers: Sequence[Mapping[str, str]]) -> _Place:
        """The lowest cell of the table that somebody stands in; None for who is not in it."""
        for answer in answers:
            if id(answer) not in self._known:
                self._known[id(answer)] = self._place(answer)
            if (place := self._known[id(answer)]) is not None:
                return place
        return None

    def _place(self, answer: Mapping[str, str]) -> _Place:
        dimensions = self._dimensions
        if not all(_holds(name, node, answer, dimensions) for name, node in self._table.fixed):
            return None
        return tuple(dimensions[name].above(answer[name])[0] for name in self._table.across)


def _holds(
    name: str, node: str, answer: Mapping[str, str], dimensions: Mapping[str, Dimension]
) -> bool:
    leaf = answer.get(name)
    if leaf is None or leaf == node:
        return leaf is not None
    return name in dimensions and node in dimensions[name].above(leaf)


def _of_table(
    table: Table,
    dimensions: Mapping[str, Dimension],
    changes: Sequence[tuple[_Place, _Place]],
    hold_up_to: int,
) -> Iterator[Cell]:
    """The cells of each line along one dimension in which few changed, the others' category set."""
    for along, name in enumerate(table.across):
        others = [at for at in range(len(table.across)) if at != along]
        for nodes in product(*(dimensions[table.across[at]].nodes for at in others)):
            beside = dict(zip(others, nodes, strict=True))
            changed = sum(
                any(_in(place, beside, table, dimensions) for place in change) for change in changes
            )
            if 1 <= changed <= hold_up_to:
                fixed = [(table.across[at], node) for at, node in beside.items()]
                for node in dimensions[name].nodes:
                    yield cell_at((*table.fixed, *fixed, (name, node)))


def _in(
    place: _Place, beside: Mapping[int, str], table: Table, dimensions: Mapping[str, Dimension]
) -> bool:
    return place is not None and all(
        node in dimensions[table.across[at]].above(place[at]) for at, node in beside.items()
    )
