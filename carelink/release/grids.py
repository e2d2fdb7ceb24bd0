"""How does a table of a release stand on a page? Labels, figures as written, what they mean.

Everything is read from the release alone: whatever a page shows has been published.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from carelink.disclosure.cells import TOTAL, Cell, cell_at
from carelink.release.release import Release
from carelink.release.rows import HIDDEN, LOW, NOT_APPLICABLE, Row

SYMBOLS_SAID = {
    HIDDEN: "c: hidden so that nobody can be recognised, or no percentage because fewer than 20 "
    "are counted. Hidden is never nought.",
    NOT_APPLICABLE: "z: does not apply, for nobody is counted here.",
    LOW: "low: above nought, but less than half of one per cent.",
}


PERCENT_HEADERS = ("Per cent", "Number (n)", "Of (N)")


class GridRow(NamedTuple):
    """One row: what it is called, how deep it stands under the total, its figures as shown."""

    label: str
    depth: int
    values: tuple[str, ...]
    node: str = ""


class Grid(NamedTuple):
    """One table of counts, or the percentages of one indicator, ready for any page.

    Shape: `headers` names the first column too; every row has one value fewer than that.
    """

    name: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[GridRow, ...]


def tables_of(release: Release, theme: str) -> tuple[Mapping[str, Any], ...]:
    """What release.json says of each table of a theme, in its order."""
    return tuple(one for one in release.said["tables"] if one["theme"] == theme)


def counts_of(release: Release, table: Mapping[str, Any]) -> Grid:
    """The counts: the first dimension in rows, the second, where there is one, across."""
    first, across = _dimensions(table)
    columns = [node for node, _ in nodes_of(release, across)] if across else [TOTAL]
    rows = [
        GridRow(
            label_of(release, first, node),
            depth,
            tuple(as_shown(release.counts[cell]) for cell in cells),
            node,
        )
        for (node, depth), cells in zip(
            nodes_of(release, first), cells_in(release, table), strict=True
        )
    ]
    names = [label_of(release, across, node) for node in columns] if across else ["Number"]
    headers = (title_of(release, first), *names)
    return Grid(table["table"], table["title"], headers, tuple(rows))


def cells_in(release: Release, table: Mapping[str, Any]) -> list[tuple[Cell, ...]]:
    """The cells of a table as `counts_of` has its figures: row by row."""
    first, across = _dimensions(table)
    columns = [node for node, _ in nodes_of(release, across)] if across else [TOTAL]
    fixed = tuple(table["fixed"].items())
    return [
        tuple(cell_at((*fixed, (first, node), (across, column))) for column in columns)
        for node, _ in nodes_of(release, first)
    ]


def _dimensions(table: Mapping[str, Any]) -> tuple[str, str]:
    """The dimension in rows and the one across, which may be none."""
    first, *others = table["dimensions"]
    return first, others[0] if others else ""


def percents_of(release: Release, indicator: Mapping[str, Any]) -> Grid:
    """An indicator's per cent with n and N, for each category beside it and for all together."""
    table = table_named(release, indicator["table"])
    name, node = indicator["counted"]
    others = [one for one in table["dimensions"] if one != name]
    found = {row.at: row for row in release.percents(table["table"]) if (name, node) in row.at}
    fixed = (*table["fixed"].items(), (name, node))
    beside = list(nodes_of(release, others[0])) if others else [(TOTAL, 0)]
    rows = []
    for category, depth in beside:
        row = found.get(cell_at((*fixed, (others[0] if others else "", category))))
        if row is not None:
            label = label_of(release, others[0], category) if others else "Everybody"
            rows.append(GridRow(label, depth, share_said(row), category))
    headers = (
        title_of(release, others[0]) if others else "Who",
        "Per cent",
        "Number (n)",
        "Of (N)",
    )
    return Grid(table["table"], indicator["title"], headers, tuple(rows))


def shares_in(release: Release, table: Mapping[str, Any]) -> Grid:
    """Every per cent of a table as one: each indicator, and below it the categories beside it."""
    rows: list[GridRow] = []
    headers = ("Indicator", *PERCENT_HEADERS)
    for name in table["indicators"]:
        grid = percents_of(release, indicator_named(release, name))
        whole = [row for row in grid.rows if row.node == TOTAL]
        rows += [row._replace(label=grid.title, node=name) for row in whole]
        rows += [
            row._replace(depth=row.depth + 1, node=f"{name} {row.node}")
            for row in grid.rows
            if row.node != TOTAL
        ]
    return Grid(table["table"], f"{table['title']}: per cents", headers, tuple(rows))


def share_said(row: Row) -> tuple[str, str, str]:
    """A per cent with the two shown figures that it was made from."""
    percent = f"{row.value}%" if row.value.isdigit() else row.value
    return percent, as_shown(row.n), as_shown(row.of)


def as_shown(value: str) -> str:
    """A figure as it is read: a comma in thousands, a symbol as it stands."""
    return f"{int(value):,}" if value.isdigit() else value


def nodes_of(release: Release, dimension: str) -> Iterator[tuple[str, int]]:
    """Every category with its depth, a parent before its children, the total last."""
    children: Mapping[str, Iterable[str]] = release.shape["hierarchies"][dimension]

    def below(node: str, depth: int) -> Iterator[tuple[str, int]]:
        for child in children.get(node, ()):
            yield child, depth
            yield from below(child, depth + 1)

    yield from below(TOTAL, 0)
    yield TOTAL, 0


def table_named(release: Release, name: str) -> Mapping[str, Any]:
    """What release.json says of this table."""
    found: Mapping[str, Any] = next(one for one in release.said["tables"] if one["table"] == name)
    return found


def title_of(release: Release, dimension: str) -> str:
    """What a dimension is called."""
    return str(release.said["labels"][dimension]["title"])


def label_of(release: Release, dimension: str, node: str) -> str:
    """What a category is called."""
    names = release.said["labels"][dimension]["nodes"]
    return str(names.get(node, "Total" if node == TOTAL else node))


def symbols_in(grids: Iterable[Grid]) -> tuple[str, ...]:
    """Each symbol that stands in these tables, explained in words."""
    shown = {value for grid in grids for row in grid.rows for value in row.values}
    return tuple(says for symbol, says in SYMBOLS_SAID.items() if symbol in shown)


def not_known_of(release: Release, table: Mapping[str, Any]) -> tuple[str, ...]:
    """For each indicator of a table, how many it does not know, as published."""
    said = []
    for name in table["indicators"]:
        indicator = indicator_named(release, name)
        for one in release.said["quality"]:
            if one["indicator"] == name:
                category = label_of(release, indicator["counted"][0], one["category"])
                said.append(f"{indicator['title']}: {category.lower()} {as_shown(one['shown'])}")
    return tuple(said)


def indicator_named(release: Release, name: str) -> Mapping[str, Any]:
    """What release.json says of this indicator."""
    found: Mapping[str, Any] = next(
        one for one in release.said["indicators"] if one["name"] == name
    )
    return found


def definition_of(release: Release, indicator: Mapping[str, Any]) -> Mapping[str, Any]:
    """The contract that an indicator was counted by in this release."""
    found: Mapping[str, Any] = next(
        one for one in release.said["definitions"] if one["id"] == indicator["definition"]
    )
    return found
