"""What are made-up people called? Names drawn from public lists and from nothing else."""

import tomllib
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

_LISTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text(encoding="utf-8")
)
_CALLED: dict[str, str] = _LISTS.pop("called")
_TRADITIONS = list(_LISTS.values())
_SHARES = [tradition["share"] for tradition in _TRADITIONS]


class Name(NamedTuple):
    """What the papers say and what the person is called; the same for most."""

    legal: str
    known_as: str


def a_name(rng: Random) -> Name:
    """A name from a stream of its own, so that it says nothing about whoever bears it."""
    first_from, family_from = _two_traditions(rng)
    first = rng.choice(first_from["first"])
    family = rng.choice(family_from["family"])
    legal = f"{first} {family}".strip()
    if "script" in first_from and first_from is family_from and rng.random() < 0.45:
        written = f"{_in_script(first_from, 'first', first)} " + _in_script(
            first_from, "family", family
        )
        return Name(written, written if rng.random() < 0.3 else legal)
    return Name(legal, _called(rng, first, family, legal))


def a_worker_name(rng: Random) -> str:
    """A first and a family name in Latin letters."""
    first_from, family_from = rng.choices(_TRADITIONS[:-2], _SHARES[:-2], k=2)
    return f"{rng.choice(first_from['first'])} {rng.choice(family_from['family'])}"


def _two_traditions(rng: Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """Where the first and the family name come from; one in six families joins two traditions."""
    (first_from,) = rng.choices(_TRADITIONS, _SHARES)
    joined = first_from in _TRADITIONS[:-2] and rng.random() < 0.16
    return first_from, rng.choices(_TRADITIONS[:-2], _SHARES[:-2])[0] if joined else first_from


def _in_script(tradition: dict[str, Any], part: str, name: str) -> str:
    written: str = tradition["script"][part][tradition[part].index(name)]
    return written


def _called(rng: Random, first: str, family: str, legal: str) -> str:
    """Most go by their legal name, some by a short one, a few by their first name alone."""
    drawn = rng.random()
    if drawn < 0.05:
        return first
    short = _CALLED.get(first.split()[0])
    if short and drawn < 0.6:
        return f"{short} {family}".strip()
    return legal
