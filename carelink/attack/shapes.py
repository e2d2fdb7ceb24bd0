"""How do the figures of a table hang together? The lines that add up, and the lowest cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from carelink.attack.reading import Cell, Count, Read


class Sum(NamedTuple):
    """A cell, those that add up to it, and along which dimension."""

    whole: Cell
    parts: tuple[Cell, ...]
    along: str


@dataclass(frozen=True)
class Shape:
    """One table of a release: its figures as shown, and every way in which they add up.

    Shape: `shown` has the published cells; `cells` those and the ones that were left out of the
    file though the rest of their line is in it.
    """

    name: str
    shown: Mapping[Cell, str]
    below: Mapping[str, Mapping[str, tuple[str, ...]]]
    root: Mapping[str, str]

    @cached_property
    def across(self) -> tuple[str, ...]:
        """The dimensions that it divides people by."""
        named = {name for at in self.shown for name, _ in at}
        return tuple(name for name in sorted(named) if self.below.get(name) and self._varies(name))

    def _varies(self, name: str) -> bool:
        return len({dict(at).get(name) for at in self.shown}) > 1

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Every line, once; a line of which some figure is published counts whole."""
        found: dict[tuple[Cell, Cell], Sum] = {}
        held = set(self.shown)
        more = True
        while more:
            more = False
            for cell in sorted(held):
                for line in self._above(cell):
                    if (line.whole, line.parts[0]) not in found:
                        found[line.whole, line.parts[0]] = line
                        held |= {line.whole, *line.parts}
                        more = True
        return tuple(found.values())

    def _above(self, cell: Cell) -> Iterator[Sum]:
        """The lines in which this cell is a part."""
        at = dict(cell)
        for name in self.across:
            node = at.get(name, self.root[name])
            for parent, parts in self.below[name].items():
                if node in parts and parent != node:
                    yield Sum(
                        self._with(at, name, parent),
                        tuple(self._with(at, name, part) for part in parts),
                        name,
                    )

    def _with(self, at: Mapping[str, str], name: str, node: str) -> Cell:
        changed = {key: value for key, value in at.items() if key != name}
        if node != self.root[name]:
            changed[name] = node
        return tuple(sorted(changed.items()))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells, published or left out."""
        lines = (cell for line in self.sums for cell in (line.whole, *line.parts))
        return tuple(dict.fromkeys((*self.shown, *lines)))

    @cached_property
    def lowest(self) -> tuple[Cell, ...]:
        """Its cells that no other cells of it add up to: everybody in it is in one of them."""
        wholes = {line.whole for line in self.sums}
        return tuple(cell for cell in self.cells if cell not in wholes)

    @cached_property
    def runs(self) -> tuple[tuple[str, Cell, tuple[Cell, ...]], ...]:
        """A dimension, a cell summed over it, and the lowest cells along it that make it up."""
        parts: dict[tuple[str, Cell], tuple[Cell, ...]] = {}
        for line in self.sums:
            parts[line.along, line.whole] = line.parts
        tops = (key for key in parts if key[0] not in dict(key[1]))
        return tuple((name, top, tuple(_down(name, top, parts))) for name, top in tops)

    def says(self, cell: Cell) -> str:
        """The categories of a cell, without those that the whole table shares."""
        named = [f"{name} {node}" for name, node in cell if name in self.across]
        return ", ".join(named) or "everybody"


def _down(
    name: str, cell: Cell, parts: Mapping[tuple[str, Cell], tuple[Cell, ...]]
) -> Iterator[Cell]:
    below = parts.get((name, cell))
    if below is None:
        yield cell
    else:
        for part in below:
            yield from _down(name, part, parts)


def shapes_of(read: Read) -> tuple[Shape, ...]:
    """The tables of a release, in their order."""
    names = dict.fromkeys(count.table for count in read.counts)
    return tuple(
        Shape(name, {one.at: one.shown for one in _in(name, read)}, read.below, read.root)
        for name in names
    )


def _in(name: str, read: Read) -> Iterable[Count]:
    return (count for count in read.counts if count.table == name)
