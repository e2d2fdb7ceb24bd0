"""What could a reader mean who tries every table of whole numbers? For tiny tables alone.

It reads the published texts by itself and solves nothing: every way of filling the lowest cells is
tried, and those that fit what was shown are kept. Slow and plain, so that it may be believed.
"""

import csv
import io
import json
from functools import cached_property
from itertools import product

import numpy as np

# A rounded figure is within 4 of the truth, a held one within 6.
WITHIN, HELD_WITHIN = 4, 6


class Table:
    """One table of one release: its lowest cells, and what is known of each cell of it."""

    def __init__(self, rows, shape, held=()):
        leaves = {name: _leaves(shape["hierarchies"][name]) for name in shape["hierarchies"]}
        self.across = [name for name in leaves if len({row[name] for row in rows}) > 1]
        fixed = {name: rows[0][name] for name in leaves if name not in self.across}
        self.fixed = {name: node for name, node in fixed.items() if node}
        self.lowest = {name: leaves[name] for name in self.across}
        names = [leaves[name] for name in self.across]
        self.leaves = [dict(zip(self.across, nodes, strict=True)) for nodes in product(*names)]
        below = {name: _below(shape["hierarchies"][name]) for name in self.across}
        self.cells, self.bounds, self.shown = {}, {}, {}
        for row in rows:
            at = {name: row[name] for name in self.across if row[name] not in ("", "Total")}
            cell = frozenset((self.fixed | at).items())
            self.cells[cell] = [
                place
                for place, leaf in enumerate(self.leaves)
                if all(leaf[name] in below[name][node] for name, node in at.items())
            ]
            self.shown[cell] = row["value"]
            self.bounds[cell] = self._bounds(row["value"], row["base"], cell in held)

    def _bounds(self, value, base, held):
        if value == "c":
            return 0, None
        known = int(value)
        if not base:
            return known, known
        within = HELD_WITHIN if held else WITHIN
        return max(0, known - within), known + within

    @cached_property
    def ways(self):
        """Every way of filling the lowest cells that fits, one a row."""
        hidden = [cell for cell, (_, high) in self.bounds.items() if high is None]
        most = max((high for _, high in self.bounds.values() if high is not None), default=0)
        bounds = dict(self.bounds)
        for cell in hidden:
            # What is hidden is never nought where a shown cell beside it says so: see at_least.
            bounds[cell] = (self.at_least(cell), most)
        found, sums = [], dict.fromkeys(bounds, 0)
        holds = [[c for c in bounds if place in self.cells[c]] for place in range(len(self.leaves))]
        last = {c: max(self.cells[c]) for c in bounds}

        def fill(place, values):
            if place == len(self.leaves):
                found.append(tuple(values))
                return
            for value in range(most + 1):
                for cell in holds[place]:
                    sums[cell] += value
                over = any(sums[cell] > bounds[cell][1] for cell in holds[place])
                short = any(
                    sums[cell] < bounds[cell][0] for cell in holds[place] if last[cell] == place
                )
                if not over and not short:
                    fill(place + 1, [*values, value])
                for cell in holds[place]:
                    sums[cell] -= value
                if over:
                    break

        fill(0, [])
        return np.array(found, dtype=int).reshape(len(found), len(self.leaves))

    def at_least(self, cell):
        """The least a hidden cell can be: 1, but 0 in a line whose lowest cells are all hidden."""
        for name in self.across:
            others = [pair for pair in cell if pair[0] != name]
            line = [frozenset([*others, (name, leaf)]) for leaf in self.lowest[name]]
            if all(self.shown[one] == "c" for one in line):
                return 0
        return 1

    def values(self, cell, ways):
        """What this cell is in each way."""
        return ways[:, self.cells[cell]].sum(axis=1)


def tables_of(figures, meta, held=()):
    """The tables of a release by their name."""
    shape = json.loads(meta)
    rows = [row for row in csv.DictReader(io.StringIO(figures)) if row["measure"] == "count"]
    return {
        name: Table([row for row in rows if row["table"] == name], shape, held)
        for name in dict.fromkeys(row["table"] for row in rows)
    }


def possible(releases, changed=None):
    """What each cell may be, release by release.

    `releases` are one or two, each tables by their name; `changed` is how many people's records
    changed in each table from the first to the second, which the reader knows.
    """
    ways = {name: _joined(name, releases, changed) for name in releases[-1]}
    for _ in ways:
        for one, other in product(ways, ways):
            if one != other:
                ways[one] = _agreeing(releases, one, other, ways)
    return [
        {
            cell: set(table.values(cell, ways[name][at]).tolist())
            for name, table in release.items()
            for cell in table.cells
        }
        for at, release in enumerate(releases)
    ]


def _joined(name, releases, changed):
    """The ways of a table in every release, pair by pair where there are two."""
    first = releases[0][name].ways
    if len(releases) == 1:
        return [first]
    second = releases[1][name].ways
    moved = second[None, :, :] - first[:, None, :]
    gained, lost = np.clip(moved, 0, None).sum(axis=2), np.clip(-moved, 0, None).sum(axis=2)
    many = changed[name]
    fits = (gained <= many) & (lost <= many)
    if many == 1:
        # One person who changed is one more here or one fewer there.
        fits &= (gained + lost) > 0
    from_, to = np.nonzero(fits)
    return [first[from_], second[to]]


def _agreeing(releases, one, other, ways):
    """The ways of one table whose cells are in some way of the other what they are here."""
    shared = [cell for cell in releases[0][one].cells if cell in releases[0][other].cells]
    if not shared:
        return ways[one]
    keys = []
    for name in (one, other):
        columns = [
            release[name].values(cell, ways[name][at])
            for at, release in enumerate(releases)
            for cell in shared
        ]
        keys.append(list(map(tuple, np.array(columns).T.tolist())))
    there = set(keys[1])
    stays = [place for place, key in enumerate(keys[0]) if key in there]
    return [held[stays] for held in ways[one]]


def who_may_have_left(releases, name, known):
    """The lowest cells from which one person may have gone, when nobody else changed at all.

    `known` are the categories of the leaver that the reader knows.
    """
    before, after = (release[name] for release in releases)
    ended = set(map(tuple, after.ways.tolist()))
    found = []
    for place, leaf in enumerate(before.leaves):
        if all(leaf[dimension] == node for dimension, node in known.items()):
            gone = before.ways.copy()
            gone[:, place] -= 1
            if any(tuple(way) in ended for way in gone.tolist()):
                found.append(leaf)
    return found


def _leaves(children):
    return [node for node in _below(children)["Total"] if not children.get(node)]


def _below(children):
    """Every category with those below it and itself."""
    found = {}

    def go(node):
        mine = [node]
        for child in children.get(node, ()):
            mine += go(child)
        found[node] = mine
        return mine

    go("Total")
    return found
