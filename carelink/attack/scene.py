"""What is known of all releases together? One system of every count in every release."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import NamedTuple

import numpy as np

from carelink.attack.evidence import Said, number_of, said_by, share_of
from carelink.attack.reading import Cell, Percent, Read
from carelink.attack.shapes import Shape, shapes_of
from carelink.attack.system import Moves, Row, System


class Figure(NamedTuple):
    """A count of one release, in the first table that has it."""

    release: int
    table: str
    at: str
    column: int
    shown: str
    said: Said | None


class Clash(NamedTuple):
    """Published figures that cannot all be true or do not add up."""

    release: int
    table: str
    at: str
    says: str


@dataclass
class Scene:
    """All that the releases say, as one system.

    Shape: `columns` has the number that stands for a cell of a release, `told` what is said of it;
    with `any_held` any rounded figure may be one that was held from an earlier release;
    `clashes` are figures at odds with each other, `telling` per cents that
    say more than their figures; `additive` is what is true whatever was published.
    """

    reads: Sequence[Read]
    changed: Mapping[int, Mapping[str, int]]
    any_held: bool = False
    system: System = field(default_factory=System)
    columns: dict[tuple[int, Cell], int] = field(default_factory=dict)
    told: dict[tuple[int, Cell], Figure] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    telling: list[Clash] = field(default_factory=list)
    additive: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        for release, read in enumerate(self.reads):
            for shape in self.shapes[release]:
                self._tell(release, read, shape)
            for parts, whole in read.at_most:
                self._at_most(release, parts, whole)
            self._shares(release, read)
        for release in range(1, len(self.reads)):
            for table, people in self.changed.get(release, {}).items():
                self._link(release, table, people)

    @cached_property
    def shapes(self) -> list[tuple[Shape, ...]]:
        """The tables of each release."""
        return [shapes_of(read) for read in self.reads]

    def column(self, release: int, cell: Cell) -> int:
        """The number that stands for a cell: the same in whatever table it is shown."""
        at = self.columns.get((release, cell))
        if at is None:
            at = self.columns[release, cell] = self._unchanged(release, cell)
        return at

    def _unchanged(self, release: int, cell: Cell) -> int:
        """The number of the release before where nobody changed, else a new one."""
        before = self.columns.get((release - 1, cell))
        if before is None or cell not in self._still[release]:
            return self.system.add([release])
        self.system.near[before] |= {release}
        return before

    @cached_property
    def _still(self) -> list[frozenset[Cell]]:
        """The cells of each release in tables in which nobody's cell changed since the last."""
        found: list[frozenset[Cell]] = [frozenset()]
        for release in range(1, len(self.reads)):
            people = self.changed.get(release, {})
            still = [one for one in self.shapes[release] if people.get(one.name) == 0]
            found.append(frozenset(cell for one in still for cell in one.cells))
        return found

    @property
    def figures(self) -> Iterable[Figure]:
        """All counts of all releases, those left out of the files too."""
        return self.told.values()

    def somebody(self, column: int) -> bool:
        """Whether there must be somebody, by what is said of each number in turn."""
        return self.system.lows[column] >= 1

    def _tell(self, release: int, read: Read, shape: Shape) -> None:
        nought = _may_be_nought(shape)
        base = {one.at: one.base for one in read.counts if one.table == shape.name}
        for cell in shape.cells:
            column = self.column(release, cell)
            shown = shape.shown.get(cell)
            said = None
            if shown is not None:
                free = cell in nought
                held = self.any_held or cell in read.held
                said = said_by(shown, base[cell], held=held, may_be_nought=free)
                self.system.narrow(column, said.low, said.high)
            one = Figure(release, shape.name, shape.says(cell), column, shown or "", said)
            self._once(cell, one)
        for line in shape.sums:
            parts = [self.column(release, part) for part in line.parts]
            whole = self.column(release, line.whole)
            self._sum([(whole, -1), *((part, 1) for part in parts)], 0)
            self._adds_up(release, shape, line.whole, line.parts)

    def _once(self, cell: Cell, one: Figure) -> None:
        """Keeps a figure with the first table that shows it; another must show the same."""
        before = self.told.get((one.release, cell))
        if before is None or before.said is None:
            self.told[one.release, cell] = one
        elif one.said is not None and one.shown != before.shown:
            says = f"It is {one.shown} here and {before.shown} in {before.table}."
            self.clashes.append(Clash(one.release, one.table, one.at, says))

    def _adds_up(self, release: int, shape: Shape, whole: Cell, parts: Iterable[Cell]) -> None:
        numbers = [self._number(shape, cell) for cell in parts]
        total = self._number(shape, whole)
        if total is None or any(number is None for number in numbers):
            return
        summed = sum(number for number in numbers if number is not None)
        if summed != total:
            says = f"The figures of this line are together {summed:,}, and {total:,} is shown."
            self.clashes.append(Clash(release, shape.name, shape.says(whole), says))

    def _number(self, shape: Shape, cell: Cell) -> int | None:
        shown = shape.shown.get(cell, "")
        return said_by(shown, "", held=False, may_be_nought=True).number

    def _at_most(self, release: int, parts: Iterable[Cell], whole: Cell) -> None:
        """Only of cells that are published or follow from published ones."""
        columns = [self.columns.get((release, cell)) for cell in (*parts, whole)]
        known = [column for column in columns[:-1] if column is not None]
        if columns[-1] is not None and known:
            self._sum([(columns[-1], -1), *((one, 1) for one in known)], -inf)

    def _sum(self, terms: Iterable[tuple[int, int]], low: float) -> None:
        """What is true of the counts whatever was published."""
        self.system.bind(terms, low, 0)
        self.additive.append(self.system.rows[-1])

    def _shares(self, release: int, read: Read) -> None:
        shown = {one.at: one.shown for one in read.counts}
        for percent in read.percents:
            self._made_of(release, percent, shown)
            n, of = self.column(release, percent.at), self.column(release, percent.whole)
            beside = ((n, percent.at, percent.n), (of, percent.whole, percent.of))
            for column, cell, said in beside:
                number = number_of(said)
                if number is not None and shown.get(cell, said) != said:
                    self.system.narrow(column, number, number)
                    self._says_more(release, percent)
            share = share_of(percent, shown)
            if share is None:
                continue
            self._says_more(release, percent)
            if percent.shown in ("low", "k"):
                self.system.narrow(n, 1, inf)
            self.system.bind([(n, share.per), (of, -share.low)], 0, inf)
            self.system.bind([(n, share.per), (of, -share.high)], -inf, -1)

    def _made_of(self, release: int, percent: Percent, shown: Mapping[Cell, str]) -> None:
        """A per cent is made of published counts; another number beside it would be one more."""
        for cell, printed in ((percent.at, percent.n), (percent.whole, percent.of)):
            if printed and shown.get(cell) != printed:
                says = f"A per cent is said to be made of {printed}, and that is not published."
                at = ", ".join(f"{name} {node}" for name, node in cell)
                self.clashes.append(Clash(release, percent.table, at, says))

    def _says_more(self, release: int, percent: Percent) -> None:
        at = ", ".join(f"{name} {node}" for name, node in percent.at)
        says = f"The per cent {percent.shown} is not that of the two figures shown."
        self.telling.append(Clash(release, percent.table, at, says))

    def _link(self, release: int, table: str, people: int) -> None:
        """So many people, each out of one lowest cell and into another, or come or gone."""
        pairs = [(one, other) for _, one, other in self.pairs(release - 1, release, table)]
        for before, after in pairs:
            if not people and before != after:
                self.system.bind([(after, 1), (before, -1)], 0, 0)
        if not pairs or not people:
            return
        self.system.steps += self._both(release - 1, release, table)
        near = (release - 1, release)
        came = [self.system.add(near, 0, people) for _ in pairs]
        gone = [self.system.add(near, 0, people) for _ in pairs]
        for (before, after), into, out in zip(pairs, came, gone, strict=True):
            self.system.bind([(after, 1), (before, -1), (into, -1), (out, 1)], 0, 0)
            self.system.bind([(into, 1), (out, 1)], -inf, people)
        self.system.bind(((one, 1) for one in came), -inf, people)
        self.system.bind(((one, 1) for one in gone), -inf, people)
        self.system.bind(((one, 1) for one in (*came, *gone)), people, inf)
        columns = (*zip(*pairs, strict=True), came, gone)
        moves = (np.array(one, dtype=np.int32) for one in columns)
        self.system.moves.append(Moves(people, *moves))

    def _both(self, before: int, after: int, table: str) -> list[tuple[int, int]]:
        """The numbers of every cell that both releases have of a table, totals too."""
        ones, others = self._shape(before, table), self._shape(after, table)
        held = set(ones.cells) if ones else set()
        both = [cell for cell in others.cells if cell in held] if others else []
        return [(self.column(before, cell), self.column(after, cell)) for cell in both]

    def pairs(self, before: int, after: int, table: str) -> list[tuple[str, int, int]]:
        """The lowest cells that both releases have of a table; nobody is in two of them."""
        one, other = self._shape(before, table), self._shape(after, table)
        if one is None or other is None:
            return []
        ones, others = set(one.cells), set(other.cells)
        both = [
            *(cell for cell in other.lowest if cell in ones),
            *(cell for cell in one.lowest if cell in others and cell not in other.lowest),
        ]
        return [
            (other.says(cell), self.column(before, cell), self.column(after, cell)) for cell in both
        ]

    def _shape(self, release: int, table: str) -> Shape | None:
        return next((one for one in self.shapes[release] if one.name == table), None)


def _may_be_nought(shape: Shape) -> frozenset[Cell]:
    """The cells of lines in which every lowest cell is hidden: there alone a nought is hidden.

    A nought that stands under a nought that is shown says nothing new, and may be shown in them.
    """
    hidden = {cell for cell, shown in shape.shown.items() if shown.strip("[]").lower() == "c"}
    noughts = (line for line in shape.sums if shape.shown.get(line.whole) == "0")
    told = hidden.union(part for line in noughts for part in line.parts)
    free: set[Cell] = set()
    for name, top, lowest in shape.runs:
        if told.issuperset(lowest) and hidden.intersection(lowest):
            for line in shape.sums:
                if line.along == name and _without(line.whole, name) == top:
                    free |= {line.whole, *line.parts}
    return frozenset(free)


def _without(cell: Cell, name: str) -> Cell:
    return tuple(pair for pair in cell if pair[0] != name)
