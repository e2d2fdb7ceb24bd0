"""What stands in the published texts? Every count and per cent, read by one who knows no more."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from carelink.attack.held import Published

# The columns that are not categories.
PLAIN = ("release", "table", "measure", "pct_of", "value", "base", "n", "of")
_NEEDED = ("table", "measure", "value")
_COUNTS = ("count", "number", "")
_PERCENTS = ("pct", "percent", "percentage", "%")

# The categories of a cell in the order of their dimensions; what is summed over is not named.
Cell = tuple[tuple[str, str], ...]


class Unreadable(Exception):
    """The texts are not what a release is made of; says why."""


class Count(NamedTuple):
    """One published count as it is written."""

    table: str
    at: Cell
    shown: str
    base: str


class Percent(NamedTuple):
    """One published per cent as it is written; `of` are the categories it is a share of."""

    table: str
    at: Cell
    whole: Cell
    shown: str
    n: str
    of: str


@dataclass
class Read:
    """Everything in one release.

    Shape: `below` has for each dimension what each category is made of, `root` what everything is
    called there; `sums` are pairs of cells that together are at most another one.
    """

    below: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    sensitive: frozenset[str] = frozenset()
    harmless: frozenset[str] = frozenset()
    at_most: list[tuple[tuple[Cell, ...], Cell]] = field(default_factory=list)
    held: frozenset[Cell] = frozenset()
    small_up_to: int = 5
    counts: list[Count] = field(default_factory=list)
    percents: list[Percent] = field(default_factory=list)


def cell_of(at: Mapping[str, Any], totals: Iterable[str]) -> Cell:
    """The cell with these categories, without those that are a total."""
    named = ((name, str(node).strip()) for name, node in at.items() if node is not None)
    return tuple(sorted((name, node) for name, node in named if node not in totals))


def read(published: Published) -> Read:
    """The counts and per cents of a release.

    Raises: Unreadable where the texts are damaged or do not belong together.
    """
    meta = _meta(published.meta)
    hash = meta.get("hash")
    if hash and hash != hashlib.sha256(published.figures.encode()).hexdigest():
        raise Unreadable("The figures are not those that their description was written for.")
    try:
        return _read(published.figures, meta)
    except (TypeError, ValueError, AttributeError, KeyError) as wrong:
        raise Unreadable("The description of the figures is not in its form.") from wrong


def _meta(text: str) -> dict[str, Any]:
    try:
        meta = json.loads(text)
    except ValueError as wrong:
        raise Unreadable("The description of the figures cannot be read.") from wrong
    if not isinstance(meta, dict):
        raise Unreadable("The description of the figures is not in its form.")
    return meta


def _read(figures: str, meta: dict[str, Any]) -> Read:
    totals = {"", *(str(label).strip() for label in meta.get("total_labels", ("Total",)))}
    found = Read(
        sensitive=frozenset(meta.get("sensitive", ())),
        harmless=frozenset(meta.get("harmless", ())),
        small_up_to=int(meta.get("small_up_to", 5)),
        held=frozenset(cell_of(at, totals) for at in meta.get("held", ())),
    )
    for name, nodes in meta.get("hierarchies", {}).items():
        found.below[name] = {node: tuple(parts) for node, parts in nodes.items() if parts}
        found.root[name] = next((node for node in nodes if node in totals), "")
    for sum_of in meta.get("at_most", ()):
        parts = tuple(cell_of(part, totals) for part in sum_of["parts"])
        found.at_most.append((parts, cell_of(sum_of["whole"], totals)))
    table = csv.DictReader(io.StringIO(figures), strict=True)
    header = [name.strip() for name in table.fieldnames or ()]
    table.fieldnames = header
    missing = [name for name in _NEEDED if name not in header]
    if missing or len(set(header)) < len(header):
        raise Unreadable("The figures have not the columns of the long form.")
    named = meta.get("dimensions") or [name for name in found.below if name in header]
    dimensions = [str(name) for name in named if name not in PLAIN]
    if any(name not in header for name in dimensions):
        raise Unreadable("The figures lack a column that their description names.")
    try:
        for fields in table:
            _take(fields, dimensions, totals, found)
    except csv.Error as wrong:
        raise Unreadable("The figures break off or are not a table.") from wrong
    if not found.counts:
        raise Unreadable("There is no figure in the figures.")
    _refuse_twice(found.counts)
    return found


def _take(fields: dict[str, Any], dimensions: list[str], totals: set[str], found: Read) -> None:
    if None in fields or None in fields.values():
        raise Unreadable("A row of the figures is longer or shorter than its header.")
    said = {name: str(value).strip() for name, value in fields.items()}
    at = cell_of({name: said[name] for name in dimensions}, totals)
    for name, node in at:
        parts = found.below.get(name)
        if parts and node not in parts and not any(node in one for one in parts.values()):
            raise Unreadable(f"{node} is not among the categories of {name}.")
    measure = said["measure"].lower()
    if measure in _COUNTS:
        found.counts.append(Count(said["table"], at, said["value"], said.get("base", "")))
    elif measure in _PERCENTS:
        over = said.get("pct_of", "").replace(",", " ").replace(";", " ").split()
        whole = tuple((name, node) for name, node in at if name not in over)
        shown = said["value"].rstrip("% ")
        n, of = said.get("n", ""), said.get("of", "")
        found.percents.append(Percent(said["table"], at, whole, shown, n, of))


def _refuse_twice(counts: list[Count]) -> None:
    seen: set[tuple[str, Cell]] = set()
    for count in counts:
        if (count.table, count.at) in seen:
            raise Unreadable(f"The table {count.table} has one of its figures twice.")
        seen.add((count.table, count.at))
