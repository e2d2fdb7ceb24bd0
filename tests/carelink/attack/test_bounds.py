"""Are the ends that the attack finds those of every table that fits, tried one by one?"""

from random import Random

import pytest

from carelink.attack import attack
from tests.carelink.attack.files import Table, at_of, flat, published, tried

GROUPED = {"Total": ("b0", "b1"), "b0": ("b0.0", "b0.1")}
SHAPES = {
    "two by two": {"a": flat("a", 2), "b": flat("b", 2)},
    "two by three": {"a": flat("a", 2), "b": flat("b", 3)},
    "three by three": {"a": flat("a", 3), "b": flat("b", 3)},
    "with a group": {"a": flat("a", 3), "b": GROUPED},
    "one line": {"a": flat("a", 4)},
    "a cube": {name: flat(name, 2) for name in "abc"},
    "a cube of three": {name: flat(name, 3) for name in "abc"},
}


def a_table(chance, shape):
    below = SHAPES[shape]
    many = len(Table("t", below, [0] * _cells(below)).atoms)
    return Table("t", below, [chance.choice((0, 1, 2, 3, 5, 6, 9)) for _ in range(many)])


def _cells(below):
    total = 1
    for name, one in below.items():
        total *= len(Table("t", {name: one}, [0] * _leaves(one)).atoms)
    return total


def _leaves(below):
    return sum(1 for node in _all(below) if node not in below)


def _all(below):
    return {"Total", *(part for parts in below.values() for part in parts)}


def may_be_nought(table, hidden):
    """Cells of a line whose lowest cells are all hidden, but for those under a shown nought."""
    told = hidden | {cell for cell in table.truth if under_a_nought(table, cell, hidden)}
    free = set()
    for at, _ in enumerate(table.names):
        for cell in table.truth:
            line = [one for one in table.truth if _beside(one, at) == _beside(cell, at)]
            lowest = {one for one in line if one[at] in table.leaves[at]}
            if lowest <= told and lowest & hidden:
                free.update(line)
    return free


def under_a_nought(table, cell, hidden):
    """Whether the cell is a part of one that is shown as nought."""
    for at, name in enumerate(table.names):
        for node, parts in table.below[name].items():
            whole = (*cell[:at], node, *cell[at + 1 :])
            if cell[at] in parts and table.truth[whole] == 0 and whole not in hidden:
                return True
    return False


def _beside(cell, at):
    return cell[:at] + cell[at + 1 :]


def hide(chance, table):
    """Small cells and some more, never a nought that nothing hides, never the grand total."""
    wanted = {
        cell
        for cell, truth in table.truth.items()
        if (0 < truth <= 3 or (truth and chance.random() < 0.3)) and set(cell) != {"Total"}
    }
    if chance.random() < 0.3:
        at = chance.randrange(len(table.names))
        like = chance.choice(list(table.truth))
        line = [one for one in table.truth if _beside(one, at) == _beside(like, at)]
        wanted |= {one for one in line if one[at] in table.leaves[at]}
    free = may_be_nought(table, wanted)
    return {cell for cell in wanted if table.truth[cell] or cell in free}


@pytest.mark.parametrize("shape", SHAPES)
def test_hidden_figures_have_the_ends_of_every_table_that_fits(shape):
    chance = Random(f"hidden {shape}")
    compared = 0
    for _ in range(20 if shape == "a cube of three" else 60):
        table = a_table(chance, shape)
        hidden = hide(chance, table)
        free = may_be_nought(table, hidden)
        grand = max(table.truth.values())
        bounds = {
            cell: ((0 if cell in free else 1), grand) if cell in hidden else (truth, truth)
            for cell, truth in table.truth.items()
        }
        right = tried(table, bounds)
        if right is None:
            continue
        verdict = attack([published([table], table.exact(hidden))])
        found = {one.at: (one.low, one.high) for one in verdict.bounds}
        assert found == {at_of(table, cell): right[cell] for cell in hidden}
        narrow = {at_of(table, cell) for cell in hidden if right[cell][1] - right[cell][0] < 4}
        assert narrow == {one.at for one in verdict.failures if one.kind in ("pinned", "too_few")}
        compared += len(hidden)
    assert compared > 25


@pytest.mark.parametrize(
    ("shape", "base", "below", "above"),
    [
        (shape, *base)
        for shape in ("two by two", "one line")
        for base in (("5a", 4, 4), ("5", 2, 2), ("10", 5, 4))
    ],
)
def test_rounded_figures_have_the_ends_of_every_table_that_fits(shape, base, below, above):
    chance = Random(f"rounded {shape} {base}")
    by = int(base.rstrip("a"))
    compared = 0
    for _ in range(8):
        table = a_table(chance, shape)
        shown = {cell: (truth + above) // by * by for cell, truth in table.truth.items()}
        if base == "5a":
            shown = {cell: truth // 5 * 5 for cell, truth in table.truth.items()}
        bounds = {cell: (max(0, one - below), one + above) for cell, one in shown.items()}
        right = tried(table, bounds)
        if right is None:
            continue
        rows = [table.row(cell, one, base) for cell, one in shown.items()]
        verdict = attack([published([table], rows)])
        found = {one.at: (one.low, one.high) for one in verdict.bounds}
        assert found == {at_of(table, cell): right[cell] for cell in shown}
        compared += len(shown)
    assert compared > 20
