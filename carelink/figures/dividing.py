"""How are people divided, and what is each category called? A tree, and the same tree cut."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from carelink.disclosure import TOTAL, Dimension
from carelink.figures.levels import Level


class Category(NamedTuple):
    """One category: its name in the long form, its words, and what it is made of."""

    name: str
    words: str
    below: "tuple[Category, ...]" = ()


class Division(NamedTuple):
    """One way of dividing people; `total` is what all of them together are called.

    Shape: `sensitive` where it would harm somebody to know that a whole group is in one category,
    unless it is one of the `harmless`.
    """

    name: str
    title: str
    parts: tuple[Category, ...]
    sensitive: bool = False
    total: str = "All"
    harmless: tuple[str, ...] = ()


class Label(NamedTuple):
    """What a dimension and each of its categories are called."""

    title: str
    nodes: Mapping[str, str]


class _Tree(dict[str, tuple[str, ...]]):
    """What each category shown is made of, and which of them hold a category of the full list."""

    def __init__(self, division: Division, parts: tuple[Category, ...]) -> None:
        super().__init__({TOTAL: tuple(part.name for part in parts), **dict(_children(parts))})
        shown = {TOTAL, *(one.name for one in every(parts))}
        self.held = {
            name: tuple(node for node in above if node in shown)
            for name, above in _holders(division.parts, (TOTAL,))
        }


class Cut(Dimension):
    """A dimension of which the lowest categories may be left out.

    A lowest category of the full list is still known: what holds it is found all the same.
    """

    __slots__ = ()

    def above(self, leaf: str) -> tuple[str, ...]:
        """Every category of this cut that holds somebody of a lowest category, up to the root."""
        assert isinstance(self.children, _Tree)
        return self.children.held.get(leaf, (leaf,))


IN, OUT = "in", "out"


def base_of(name: str, title: str, inside: str, outside: str) -> Division:
    """Who is asked at all: the base of an indicator, and everybody else."""
    parts = (Category(IN, inside), Category(OUT, outside))
    return Division(f"{name}_base", title, parts, total="Everybody asked about")


def dimension_of(division: Division, level: Level) -> Dimension:
    """The division as a dimension, cut as the level asks; names never change their meaning."""
    parts = division.parts
    if level is Level.GROUPED:
        parts = tuple(_grouped(part) for part in parts)
    elif level is Level.HEADLINE:
        parts = tuple(part._replace(below=()) for part in parts)
    return Cut(division.name, _Tree(division, parts), division.sensitive, division.harmless)


def label_of(division: Division) -> Label:
    """The words of a division and of every category in it."""
    words = {TOTAL: division.total, **{one.name: one.words for one in every(division.parts)}}
    return Label(division.title, words)


def every(parts: Iterable[Category]) -> Iterator[Category]:
    """Every category, one before what it is made of."""
    for part in parts:
        yield part
        yield from every(part.below)


def _holders(
    parts: Iterable[Category], above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        yield part.name, (part.name, *above)
        yield from _holders(part.below, (part.name, *above))


def _children(parts: Iterable[Category]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        if part.below:
            yield part.name, tuple(one.name for one in part.below)
            yield from _children(part.below)


def _grouped(part: Category) -> Category:
    """One level higher: what is made of lowest categories alone becomes one itself."""
    if all(not one.below for one in part.below):
        return part._replace(below=())
    return part._replace(below=tuple(_grouped(one) for one in part.below))
