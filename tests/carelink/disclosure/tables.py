"""Small made-up tables for the tests of safe figures."""

from itertools import product

from hypothesis import strategies as st

from carelink.disclosure import TOTAL, Dimension, Frozen, Table
from carelink.disclosure.cells import cell_at

ROLL = (("population", "roll"),)


def dimension(name, shape, *, sensitive=False, harmless=()):
    """A dimension of so many lowest categories, or of groups of so many each."""
    if isinstance(shape, int):
        return Dimension(
            name, {TOTAL: tuple(f"{name}{n}" for n in range(shape))}, sensitive, harmless
        )
    groups = tuple(f"{name}{at}" for at in range(len(shape)))
    children = {TOTAL: groups}
    for group, many in zip(groups, shape, strict=True):
        if many:
            children[group] = tuple(f"{group}.{n}" for n in range(many))
    return Dimension(name, children, sensitive, harmless)


def frozen_of(shapes, across, people, *, sensitive=(), harmless=(), **more):
    """A frozen set: shapes by name, tables as tuples of names, people as dicts of categories."""
    dimensions = {
        name: dimension(name, shape, sensitive=name in sensitive, harmless=harmless)
        for name, shape in shapes.items()
    }
    tables = tuple(Table("_by_".join(names), ROLL, names) for names in across)
    empty = Frozen(tables, dimensions, {}, **more)
    return empty._replace(counts=recounted(empty, across, people))


def recounted(frozen, across, people):
    """The true count of every cell, from people as categories."""
    counts = dict.fromkeys(frozen.cells, 0)
    for person in people:
        above = {name: frozen.dimensions[name].above(leaf) for name, leaf in person.items()}
        held = {
            cell_at((*ROLL, *zip(names, nodes, strict=True)))
            for names in across
            for nodes in product(*(above[name] for name in names))
        }
        for cell in held:
            counts[cell] += 1
    return counts


_SHAPES = [
    ({"age": 3, "home": 4}, (("age", "home"),)),
    ({"age": 2, "home": (2, 0, 3)}, (("age", "home"),)),
    ({"age": 3, "home": 3, "eet": 3}, (("age", "home"), ("home", "eet"))),
    ({"age": (2, 0), "home": 3, "eet": (0, 2)}, (("age", "home"), ("age", "eet"))),
    ({"age": 4}, (("age",),)),
]


@st.composite
def frozen_sets(draw, most=60, **more):
    """Any small roll in one table or two linked ones, some categories much fuller than others."""
    shapes, across = draw(st.sampled_from(_SHAPES))
    leaves = {name: dimension(name, shape).leaves for name, shape in shapes.items()}
    lean = draw(st.integers(0, 3))
    person = st.fixed_dictionaries(
        {
            name: st.sampled_from((*(those[0],) * lean * len(those), *those))
            for name, those in leaves.items()
        }
    )
    people = draw(st.lists(person, max_size=most))
    key = draw(st.binary(min_size=4, max_size=4))
    return frozen_of(shapes, across, people, key=key, **more), people
