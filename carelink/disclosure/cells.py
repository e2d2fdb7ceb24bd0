"""What is a table made of? Cells named by their categories, and the lines that add them up.

A cell is one object however many tables show it: it is named by its categories alone, and a
dimension that is summed over is not named at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

TOTAL = "Total"

# The categories of a cell, as (dimension, category) pairs in the order of their names.
Cell = tuple[tuple[str, str], ...]


class Dimension(NamedTuple):
    """A way of dividing people, each in exactly one lowest category.

    Shape: `children` maps a category to those it is made of, `TOTAL` being the root of all.
    `sensitive` is true where it would harm somebody to know that a whole group is in one category,
    unless it is one of those that are `harmless`.
    """

    name: str
    children: Mapping[str, tuple[str, ...]]
    sensitive: bool = False
    harmless: tuple[str, ...] = ()

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every category from the root down, a parent before its children."""
        return tuple(self._below(TOTAL))

    @property
    def leaves(self) -> tuple[str, ...]:
        """The lowest categories, of which everybody is in exactly one."""
        return tuple(node for node in self.nodes if not self.children.get(node))

    def above(self, leaf: str) -> tuple[str, ...]:
        """The category itself and all that hold it, up to the root."""
        held = next((node for node, below in self.children.items() if leaf in below), None)
        return (leaf,) if held is None else (leaf, *self.above(held))

    def _below(self, node: str) -> Iterator[str]:
        yield node
        for child in self.children.get(node, ()):
            yield from self._below(child)


class Table(NamedTuple):
    """People of one kind divided across one dimension or more, with every total.

    Shape: `fixed` are the categories all of them share, `across` the names of the dimensions.
    """

    name: str
    fixed: Cell
    across: tuple[str, ...]


class Line(NamedTuple):
    """A cell and those that add up to it."""

    whole: Cell
    parts: tuple[Cell, ...]


def cell_at(categories: Iterable[tuple[str, str]]) -> Cell:
    """The cell with these categories; those that are summed over are left out of its name."""
    return tuple(sorted((name, node) for name, node in categories if node != TOTAL))


def cells_of(tables: Iterable[Table], dimensions: Mapping[str, Dimension]) -> tuple[Cell, ...]:
    """Every cell that these tables show, once, in their order."""
    return tuple(
        dict.fromkeys(
            cell_at((*table.fixed, *zip(table.across, nodes, strict=True)))
            for table in tables
            for nodes in product(*(dimensions[name].nodes for name in table.across))
        )
    )


def lines_of(tables: Iterable[Table], dimensions: Mapping[str, Dimension]) -> tuple[Line, ...]:
    """Every way in which these tables add up, once, in their order."""
    return tuple(dict.fromkeys(line for table in tables for line in _lines(table, dimensions)))


def _lines(table: Table, dimensions: Mapping[str, Dimension]) -> Iterator[Line]:
    for name in table.across:
        others = [other for other in table.across if other != name]
        for nodes in product(*(dimensions[other].nodes for other in others)):
            beside = (*table.fixed, *zip(others, nodes, strict=True))
            for node, below in dimensions[name].children.items():
                if below:
                    parts = tuple(cell_at((*beside, (name, child))) for child in below)
                    yield Line(cell_at((*beside, (name, node))), parts)
