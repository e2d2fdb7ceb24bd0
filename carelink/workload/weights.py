"""How much does each matter weigh? Numbers a council sets, read from a file and checked."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, NoReturn

from carelink.errors import RulebookError
from carelink.toml_text import read_toml

_TABLES = ("target", "area", "weights", "moving")
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
_WORDS = ("says", "source")
_MOST = 100.0
_WHOLE = ("within_days", "from_moves", "months_at_most")
_MOVING = (
    *("relationship", "relationship_month", "months_at_most", "near_district", "far_district"),
    *("district_unknown", "language", "another_team", "past_link"),
    *("imbalance", "imbalance_far", "far_from", "above_target"),
)
_OF_A_MATTER = ("adds", "at_most", "if_unknown", "within_days", "from_moves")


class Matter(NamedTuple):
    """One thing that weighs: what it `adds`, in people, and where the number comes from.

    `if_unknown` is added while what decides it is not known.
    """

    name: str
    adds: float
    says: str
    source: str
    local: bool
    at_most: float = _MOST
    if_unknown: float = 0.0
    within_days: int = 0
    from_moves: int = 0


class Target(NamedTuple):
    """The range of weight for one full-time adviser, both ends in it."""

    low: float
    high: float
    says: str
    source: str
    local: bool


class Weights(NamedTuple):
    """All the numbers. Shape: `matters` by name; `moving` by the name of what a change costs."""

    target: Target
    districts: frozenset[str]
    matters: Mapping[str, Matter]
    moving: Mapping[str, float]


@lru_cache(maxsize=4)
def load_weights(own: str | None = None) -> Weights:
    """The numbers that come with us, with those of the council's own file in their place.

    Raises: RulebookError that names the table and the key which cannot be used, and what to do.
    """
    ours = read_toml(files("carelink.workload").joinpath("weights.toml").read_text("utf-8"), "ours")
    if own is None:
        return _weights(ours, "weights.toml")
    named = "The council's workload file"
    return _weights(_laid_over(ours, read_toml(own, named), named), named)


def is_district(text: str) -> bool:
    """Whether this is a postcode district as it is written, ME4 or SW1A."""
    return bool(_DISTRICT.fullmatch(text))


def _laid_over(ours: dict[str, Any], own: dict[str, Any], named: str) -> dict[str, Any]:
    """Ours with what the council's file says instead, key by key."""
    _only(named, "the file", own, _TABLES)
    laid = dict(ours)
    for name, table in own.items():
        if not isinstance(table, dict):
            _refuse(named, name, f'is a table: begin it with "[{name}]"')
        if name != "weights":
            laid[name] = {**ours[name], **table}
            continue
        _only(named, name, table, tuple(ours["weights"]))
        laid[name] = dict(ours[name])
        for matter, keys in table.items():
            if not isinstance(keys, dict):
                _refuse(
                    named, f"weights.{matter}", f'is a table: begin it with "[weights.{matter}]"'
                )
            laid[name][matter] = {**ours[name][matter], **keys}
    return laid


def _weights(tables: dict[str, Any], named: str) -> Weights:
    return Weights(
        _target(tables["target"], named),
        _districts(tables["area"], named),
        {name: _matter(name, table, named) for name, table in tables["weights"].items()},
        _moving(tables["moving"], named),
    )


def _target(table: dict[str, Any], named: str) -> Target:
    where = "target"
    _only(named, where, table, ("low", "high", "local", *_WORDS))
    low, high = (_number(named, where, table, key) for key in ("low", "high"))
    if not 0 < low <= high:
        _refuse(named, where, '"low" is above 0 and not above "high"')
    return Target(low, high, *_said(named, where, table))


def _districts(table: dict[str, Any], named: str) -> frozenset[str]:
    _only(named, "area", table, ("districts", "local", *_WORDS))
    _said(named, "area", table)
    held = table.get("districts")
    if not isinstance(held, list) or not all(isinstance(one, str) for one in held):
        _refuse(named, "area", '"districts" is a list such as ["ME4", "ME5"]')
    for one in held:
        if not is_district(one):
            _refuse(named, "area", f'"{one}" is no postcode district; write it as "ME4"')
    return frozenset(held)


def _matter(name: str, table: dict[str, Any], named: str) -> Matter:
    where = f"weights.{name}"
    _only(named, where, table, (*_OF_A_MATTER, "local", *_WORDS))
    numbers = {key: _number(named, where, table, key) for key in _OF_A_MATTER if key in table}
    if "adds" not in numbers:
        _refuse(named, where, 'needs "adds", a number such as 0.5')
    if name == "base" and not numbers["adds"] > 0:
        _refuse(named, where, '"adds" is above 0: nobody weighs nothing')
    days, moves = (int(numbers.get(key, 0)) for key in ("within_days", "from_moves"))
    most, unknown = numbers.get("at_most", _MOST), numbers.get("if_unknown", 0.0)
    said = _said(named, where, table)
    return Matter(name, numbers["adds"], *said, most, unknown, days, moves)


def _moving(table: dict[str, Any], named: str) -> Mapping[str, float]:
    _only(named, "moving", table, (*_MOVING, "local", *_WORDS))
    _said(named, "moving", table)
    return {key: _number(named, "moving", table, key) for key in _MOVING}


def _said(named: str, where: str, table: dict[str, Any]) -> tuple[str, str, bool]:
    for key in _WORDS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            _refuse(named, where, f'needs "{key}" in words')
    if not isinstance(table.get("local"), bool):
        _refuse(named, where, 'needs "local" as true or false')
    return table["says"], table["source"], table["local"]


def _number(named: str, where: str, table: dict[str, Any], key: str) -> float:
    """A number from 0 to 100 with two decimals at the most; days may be more and are whole."""
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        _refuse(named, where, f'"{key}" is a number such as 0.5')
    most = 3660 if key == "within_days" else _MOST
    if not 0 <= value <= most:
        _refuse(named, where, f'"{key}" is a number from 0 to {most:g}')
    if key in _WHOLE and value != int(value):
        _refuse(named, where, f'"{key}" is a whole number')
    if round(value, 2) != value:
        _refuse(named, where, f'"{key}" has two decimals at the most')
    return float(value)


def _only(named: str, where: str, table: object, keys: tuple[str, ...]) -> None:
    assert isinstance(table, dict)
    for key in table:
        if key not in keys:
            _refuse(named, where, f'"{key}" is not known here; there may be {", ".join(keys)}')


def _refuse(named: str, where: str, says: str) -> NoReturn:
    raise RulebookError(f"{named}, {where}: {says}.")
