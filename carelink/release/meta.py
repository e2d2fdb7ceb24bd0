"""How do the figures' categories hang together, in the form a program reads?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from carelink.disclosure import TOTAL, Cell, Dimension, Frozen, Mode
from carelink.release.rows import FIRST_COLUMNS

POPULATION = "population"


def columns_of(dimensions: Mapping[str, Dimension], tables: Iterable[Any]) -> tuple[str, ...]:
    """The dimensions in the order of their columns; populations come first."""
    used = {name for table in tables for name in (*dict(table.fixed), *table.across)}
    return (POPULATION, *(name for name in dimensions if name in used and name != POPULATION))


def meta_of(frozen: Frozen, mode: Mode, columns: Sequence[str], hash: str) -> str:
    """The text of figures.meta.json: hierarchies, what a total is called, and what adds up."""
    populations = {dict(table.fixed)[POPULATION] for table in frozen.tables}
    hierarchies: dict[str, Any] = {
        name: {node: list(below) for node, below in frozen.dimensions[name].children.items()}
        for name in columns
        if name != POPULATION
    }
    return as_json(
        {
            # Populations are counted each by its own rule and are never added up.
            "hierarchies": {POPULATION: {}, **hierarchies},
            "populations": sorted(populations),
            "total_labels": ["", TOTAL],
            "columns": [*FIRST_COLUMNS, *columns],
            "dimensions": list(columns),
            "sensitive": [
                name for name in columns if name in frozen.dimensions and _sensitive(frozen, name)
            ],
            # Categories of those in which a whole group may well be: it harms nobody to know it.
            "harmless": sorted(
                {
                    node
                    for name in columns
                    if name in frozen.dimensions
                    for node in frozen.dimensions[name].harmless
                }
            ),
            "at_most": [
                {"parts": [dict(part) for part in parts], "whole": dict(whole)}
                for parts, whole in frozen.at_most
            ],
            "mode": mode.value,
            "small_up_to": frozen.limits.small_up_to,
            "values": frozen.limits.values,
            "hash": hash,
        }
    )


def as_json(content: Mapping[str, Any]) -> str:
    """The same content as the same text, to be read by people too."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def said_cell(at: Cell, names: Sequence[str]) -> dict[str, str]:
    """The categories of a cell by their dimension, in the order of the columns."""
    named = dict(at)
    return {name: named[name] for name in names if name in named}


def _sensitive(frozen: Frozen, name: str) -> bool:
    return frozen.dimensions[name].sensitive
