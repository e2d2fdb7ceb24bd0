"""Reads the file of what stops, and refuses anything in it that could mislead a worker."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, NoReturn

from carelink.cliff_edges.edge import Edge
from carelink.dates import Span
from carelink.errors import RulebookError
from carelink.toml_text import read_toml
from carelink.words import Basis

_TEXTS = ("title", "stops", "instead", "basis", "law")
_KEYS = {*_TEXTS, "lead", "lead_of", "link", "verified", "checked_on"}
_NAMED = "edges.toml"


@lru_cache(maxsize=1)
def packaged_edges() -> Mapping[str, Edge]:
    """What stops, by its own name, in the order of the file that comes with CareLink."""
    return read_edges(files("carelink.cliff_edges").joinpath(_NAMED).read_text(encoding="utf-8"))


def read_edges(text: str) -> Mapping[str, Edge]:
    """Read and check such a file; raises RulebookError that names the entry and what to do."""
    tables = read_toml(text, _NAMED)
    return {name: _edge(name, table) for name, table in tables.items()}


def _edge(name: str, table: Any) -> Edge:
    if not isinstance(table, dict):
        _refuse(name, "is a table of words")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        _refuse(name, f"has words that are not known: {', '.join(unknown)}")
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            _refuse(name, f'needs "{key}" in words')
    if table["basis"] not in list(Basis):
        _refuse(name, f'"basis" must be one of {", ".join(Basis)}')
    if type(table.get("checked_on")) is not date or not isinstance(table.get("verified"), bool):
        _refuse(name, 'needs "verified" (true or false) and "checked_on", a date without quotes')
    if ("lead" in table) == ("lead_of" in table):
        _refuse(name, 'needs either "lead" or "lead_of"')
    return Edge(
        edge=name,
        title=table["title"],
        stops=table["stops"],
        instead=table["instead"],
        lead=_lead(name, table),
        lead_of=str(table.get("lead_of", "")),
        basis=Basis(table["basis"]),
        law=table["law"],
        link=str(table.get("link", "")),
        verified=table["verified"],
        checked_on=table["checked_on"],
    )


def _lead(name: str, table: Mapping[str, Any]) -> Span | None:
    if "lead" not in table:
        return None
    try:
        return Span.parse(str(table["lead"]))
    except ValueError:
        _refuse(name, '"lead" must be a span such as "6 months"')


def _refuse(name: str, says: str) -> NoReturn:
    raise RulebookError(f"{_NAMED}: [{name}] {says}.")
