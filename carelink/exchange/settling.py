"""How do the rows of a source meet what is held already, so that nothing is held twice?

Rows are matched by id. A source that gives none is matched here, and takes the id of what it meets.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from carelink.exchange.annex_a.settling import settle_annex_a
from carelink.exchange.reading import Reading, Row
from carelink.exchange.ssda903.settling import settle_ssda903
from carelink.facts import KINDS

Held = Mapping[str, Mapping[str, Any]]
_BY_SOURCE: Mapping[str, Callable[[Reading, Held], Reading]] = {
    "annex-a": settle_annex_a,
    "ssda903": settle_ssda903,
}


def settle(reading: Reading, held: Held) -> Reading:
    """The reading with each row under the id of the fact it speaks of, where one is held.

    Shape: `held` has all facts of each kind by id, and is asked for no kind that is not needed.
    """
    if reading.kind in _BY_SOURCE:
        return _BY_SOURCE[reading.kind](reading, held)
    rows = {
        kind: by_nature(kind, rows, held[kind]) if rows and kind in reading.by_nature else rows
        for kind, rows in reading.rows.items()
    }
    return replace(reading, rows=rows)


def by_nature(kind: str, rows: Iterable[Row], held: Mapping[str, Any]) -> list[Row]:
    """Rows without ids under the id of what they meet: the nth alike is the nth alike held."""
    key, natural = KINDS[kind].key, KINDS[kind].natural
    rows = list(rows)
    taken = {getattr(row.fact, key) for row in rows}
    free: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name in sorted(held, reverse=True):
        if name not in taken:
            free[tuple(getattr(held[name], field) for field in natural)].append(name)
    return [_named(row, key, natural, held, free) for row in rows]


def _named(
    row: Row,
    key: str,
    natural: tuple[str, ...],
    held: Mapping[str, Any],
    free: Mapping[tuple[object, ...], list[str]],
) -> Row:
    alike = free.get(tuple(getattr(row.fact, field) for field in natural))
    if not alike or getattr(row.fact, key) in held:
        return row
    return row._replace(fact=row.fact._replace(**{key: alike.pop()}))
