"""Tables that were published with an answer: where theirs is the best, ours is the same.

Here a hidden cell may be nought and need only not be worked out exactly, as where they come from.
"""

import numpy as np

from carelink.disclosure import Limits
from carelink.disclosure.exact import hide
from carelink.disclosure.puzzle import Puzzle

NOT_EXACTLY = Limits(small_up_to=0, values=2)


def solved(counts, lines, forced, *, never=(), cost=lambda cell, count: 1.0):
    """The cells hidden beside those that must be; `lines` are wholes with their parts."""
    cells = tuple(cell for cell in counts if cell not in never)
    place = {cell: at for at, cell in enumerate(cells)}
    numbers = np.array([counts[cell] for cell in cells])
    puzzle = Puzzle(
        cells,
        numbers,
        numbers.astype(float),
        (max(counts.values()) - numbers).astype(float),
        np.array([cost(cell, counts[cell]) for cell in cells]),
        np.array([cell in forced for cell in cells]),
    )
    for whole, parts in lines:
        row = [(place[part], 1.0) for part in parts]
        row += [(place[whole], -1.0)] if whole in place else []
        puzzle.adds_up.append(tuple(row))
        puzzle.sums.append((tuple(place[part] for part in parts), place.get(whole, -1)))
    found = hide(puzzle, NOT_EXACTLY)
    assert found.least == found.cost
    return {cells[at] for at in np.flatnonzero(found.hidden)} - set(forced), found.cost


def two_way(rows):
    """Counts with all totals and the lines of a table. Shape: rows of numbers by name."""
    columns = range(len(next(iter(rows.values()))))
    counts = {(name, at): row[at] for name, row in rows.items() for at in columns}
    counts |= {(name, "all"): sum(row) for name, row in rows.items()}
    counts |= {("all", at): sum(row[at] for row in rows.values()) for at in columns}
    counts["all", "all"] = sum(sum(row) for row in rows.values())
    lines = [((name, "all"), [(name, at) for at in columns]) for name in (*rows, "all")]
    lines += [(("all", at), [(name, at) for name in rows]) for at in (*columns, "all")]
    return counts, lines


def test_the_table_of_fischetti_and_salazar():
    """Source: Management Science 47 (2001), 1008-1027; the cell of 22 in row II is to be hidden."""
    counts, lines = two_way({"I": (20, 50, 10), "II": (8, 19, 22), "III": (17, 32, 12)})
    more, cost = solved(
        counts, lines, {("II", 2)}, never={("all", "all")}, cost=lambda cell, count: float(count)
    )

    assert more == {("II", 0), ("III", 0), ("III", 2)}
    assert cost == 8 + 17 + 12


def test_the_first_made_up_data_of_sdctable():
    """Source: sdcTable, data-raw/microdata1.R counted, and tests/testthat/test-protectTable.r.

    With the women of region A to be hidden, its optimal method hides the men there and region C.
    """
    rows = {"A": (18, 2), "B": (14, 19), "C": (12, 10), "D": (11, 14)}
    counts, lines = two_way(rows)
    more, _ = solved(
        counts, lines, {("A", 1)}, never={("all", "all")}, cost=lambda cell, count: float(count)
    )

    assert more == {("A", 0), ("C", 0), ("C", 1)}


def test_linked_tables_that_are_safe_each_for_itself():
    """Source: sdcTable, tests/testthat/test-linked-tables.r: N is hidden too, and nothing else."""
    counts = dict(zip("ABIJKLMN", (2, 2, 8, 8, 3, 3, 3, 7), strict=True))
    groups = {"county-1": "ABIJ", "county-2": "KLMN", "big": "LM", "small": "ABIJKN"}
    lines = [(name, list(parts)) for name, parts in groups.items()]
    counts |= {name: sum(counts[part] for part in parts) for name, parts in lines}
    counts["Total"] = 36
    lines += [("Total", ["county-1", "county-2"]), ("Total", ["big", "small"])]
    more, _ = solved(
        counts,
        lines,
        set("ABKLM"),
        never={"Total"},
        cost=lambda cell, count: float(count),
    )

    assert more == {"N"}


def test_the_second_example_of_easysdctable():
    """Source: easySdcTable, its vignette, data z2: the table with 0 to 3 hidden.

    There its own method hides 15 cells in all, and the older simple one 13.
    """
    rows = {
        "A": (11, 11, 55, 36),
        "B": (7, 1, 29, 18),
        "C": (5, 8, 35, 25),
        "D": (13, 2, 17, 13),
        "E": (9, 14, 63, 52),
        "F": (12, 9, 24, 22),
        "G": (6, 4, 22, 8),
        "H": (9, 3, 38, 15),
        "I": (3, 0, 9, 2),
        "J": (9, 0, 32, 20),
        "K": (4, 2, 18, 11),
    }
    counts, lines = two_way(rows)
    assert counts["all", "all"] == 706
    forced = {cell for cell, count in counts.items() if count <= 3}
    assert len(forced) == 8
    more, _ = solved(counts, lines, forced, never={("all", "all")})

    assert len(forced) + len(more) == 13
