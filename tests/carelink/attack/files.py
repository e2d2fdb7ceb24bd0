"""Made-up releases as texts for the tests of the attack, and every table that fits them, tried."""

import csv
import hashlib
import io
import json
from itertools import product

import numpy as np

from carelink.attack import Published

COLUMNS = ("release", "table", "measure", "pct_of", "value", "base", "n", "of", "population")


class Table:
    """A table over some dimensions; a dimension is its lowest categories, or groups of them.

    Shape: `below` has for each dimension what each category is made of; a cell is a tuple with one
    category a dimension, "Total" where it is summed over; `truth` has the count of every cell.
    """

    def __init__(self, name, below, lowest, population="roll", fixed=()):
        self.name, self.below, self.population = name, below, population
        self.fixed = dict(fixed)
        self.names = tuple(below)
        self.leaves = [list(_leaves(below[one], "Total")) for one in self.names]
        self.atoms = list(product(*self.leaves))
        self.lowest = dict(zip(self.atoms, lowest, strict=True))
        nodes = [list(_nodes(below[one], "Total")) for one in self.names]
        self.members = {cell: self._members(cell) for cell in product(*nodes)}
        self.truth = {
            cell: sum(self.lowest[atom] for atom in atoms) for cell, atoms in self.members.items()
        }

    def _members(self, cell):
        under = [
            set(_leaves(self.below[name], node))
            for name, node in zip(self.names, cell, strict=True)
        ]
        return [
            atom
            for atom in self.atoms
            if all(one in held for one, held in zip(atom, under, strict=True))
        ]

    def row(self, cell, value, base="", **more):
        """One row of the file; `cell` in the order of the dimensions."""
        at = {
            name: "" if node == "Total" else node
            for name, node in zip(self.names, cell, strict=True)
        }
        plain = {"release": "2026-11-24", "table": self.name, "measure": "count", "base": base}
        return {**plain, "population": self.population, "value": value} | self.fixed | at | more

    def exact(self, hidden=()):
        """The table as exact figures, `c` at the hidden ones."""
        return [
            self.row(cell, "c" if cell in hidden else truth) for cell, truth in self.truth.items()
        ]


def _nodes(below, node):
    yield node
    for part in below.get(node, ()):
        yield from _nodes(below, part)


def _leaves(below, node):
    if node not in below:
        yield node
    for part in below.get(node, ()):
        yield from _leaves(below, part)


def flat(name, many):
    """What a dimension of so many categories is made of."""
    return {"Total": tuple(f"{name}{at}" for at in range(many))}


def published(tables, rows, **meta):
    """The texts of a release with these rows, about these tables."""
    below = {name: one for table in tables for name, one in table.below.items()}
    fixed = {name for table in tables for name in table.fixed}
    names = list(below) + [name for name in sorted(fixed) if name not in below]
    out = io.StringIO()
    written = csv.DictWriter(out, (*COLUMNS, *names), restval="", lineterminator="\n")
    written.writeheader()
    written.writerows(rows)
    about = {
        "hierarchies": {"population": {}, **below},
        "dimensions": ["population", *names],
        "total_labels": ["", "Total"],
        "small_up_to": 5,
        "hash": hashlib.sha256(out.getvalue().encode()).hexdigest(),
    }
    return Published(out.getvalue(), json.dumps(about | meta))


def at_of(table, cell):
    """How a cell is called in what the attack finds."""
    named = sorted(
        (name, node) for name, node in zip(table.names, cell, strict=True) if node != "Total"
    )
    return ", ".join(f"{name} {node}" for name, node in named) or "everybody"


def tried(table, bounds, most=300_000):
    """The least and the greatest of every cell over all tables within the bounds of their cells.

    One lowest cell after another is given every value; None when there are too many to try.
    """
    cells = list(table.members)
    member = np.array(
        [[atom in set(table.members[cell]) for atom in table.atoms] for cell in cells], dtype=int
    )
    lows = np.array([bounds[cell][0] for cell in cells])
    highs = np.array([bounds[cell][1] for cell in cells])
    top = [highs[member[:, at] == 1].min() for at in range(len(table.atoms))]
    sums = np.zeros((1, len(cells)), dtype=int)
    for at in range(len(table.atoms)):
        values = np.arange(top[at] + 1)
        if len(sums) * len(values) > most:
            return None
        grown = sums[:, None, :] + values[None, :, None] * member[None, None, :, at]
        sums = grown.reshape(-1, len(cells))
        rest = member[:, at + 1 :] @ np.array(top[at + 1 :], dtype=int)
        sums = sums[((sums <= highs) & (sums + rest >= lows)).all(axis=1)]
    return {cell: (int(sums[:, at].min()), int(sums[:, at].max())) for at, cell in enumerate(cells)}
