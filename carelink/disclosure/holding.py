"""In which lines did so few people change that a difference would point at them?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from carelink.disclosure.cells import TOTAL, Cell, Dimension, Table, cell_at

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
        places = _Places(table, dimensions)
        moved = list(places.moved(now, before))
        for name in table.across:
            held |= places.held_along(name, moved, hold_up_to)
    return frozenset(held)


def changed_people(
    table: Table, dimensions: Mapping[str, Dimension], now: Seats, before: Seats
) -> int:
    """How many people came into a table, left it, or stand in another of its cells than before."""
    return sum(1 for _ in _Places(table, dimensions).moved(now, before))


# Where a person stands in a table: a category of each of its dimensions, None outside of it.
_Place = tuple[str, ...] | None


class _Places:
    """Where people stand in one table."""

    def __init__(self, table: Table, dimensions: Mapping[str, Dimension]) -> None:
        self.table, self.dimensions = table, dimensions
        self._above: dict[tuple[str, str], tuple[str, ...]] = {}

    def moved(self, now: Seats, before: Seats) -> Iterator[tuple[_Place, _Place]]:
        """Where each person who changed was, and where they stand now."""
        for mark in sorted({*now, *before}):
            then, today = before.get(mark, ()), now.get(mark, ())
            if then == today:
                continue
            was, stands = self._place(then), self._place(today)
            if was != stands:
                yield was, stands

    def held_along(
        self, name: str, moved: Iterable[tuple[_Place, _Place]], hold_up_to: int
    ) -> set[Cell]:
        """The cells of the lines along one dimension in which few changed."""
        others = [other for other in self.table.across if other != name]
        changed: Counter[tuple[str, ...]] = Counter()
        for was, stands in moved:
            first, then = self._lines(was, name), self._lines(stands, name)
            changed.update(at for at in {**first, **then} if first.get(at) != then.get(at))
        return {
            cell_at((*self.table.fixed, *zip(others, nodes, strict=True), (name, node)))
            for nodes, people in changed.items()
            if people <= hold_up_to
            for node in self.dimensions[name].nodes
        }

    def _lines(self, place: _Place, name: str) -> dict[tuple[str, ...], str]:
        """The lines along a dimension that count somebody, and their category in them."""
        if place is None:
            return {}
        at = dict(zip(self.table.across, place, strict=True))
        category = at.pop(name)
        ways = (self._holding(other, node) for other, node in at.items())
        return dict.fromkeys(product(*ways), category)

    def _place(self, answers: Sequence[Mapping[str, str]]) -> _Place:
        """The lowest categories of today's lists that hold somebody."""
        for answer in answers:
            if all(self._is(answer, name, node) for name, node in self.table.fixed) and all(
                name in answer for name in self.table.across
            ):
                return tuple(self._holding(name, answer[name])[0] for name in self.table.across)
        return None

    def _is(self, answer: Mapping[str, str], name: str, node: str) -> bool:
        leaf = answer.get(name)
        if leaf is None or leaf == node:
            return leaf == node
        return name in self.dimensions and node in self._holding(name, leaf)

    def _holding(self, name: str, leaf: str) -> tuple[str, ...]:
        """The categories that hold a lowest one; one on no list any more is in the total."""
        if (name, leaf) not in self._above:
            dimension = self.dimensions[name]
            known = tuple(node for node in dimension.above(leaf) if node in dimension.nodes)
            self._above[name, leaf] = known or (leaf, TOTAL)
        return self._above[name, leaf]
