"""How do a return's periods and homes meet those held, when each year is imported by itself?

A return of one year begins in mid-story: a period that began in the year before stands in it only
from its first episode of the year on. Such a row goes on with what is held and moves its end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from carelink.exchange.reading import Reading, Row

_CONTINUED = ("care_periods", "homes")


def settle_ssda903(reading: Reading, held: Mapping[str, Mapping[str, Any]]) -> Reading:
    """The reading with each period and home under the id of the one it goes on with."""
    rows = dict(reading.rows)
    for kind in _CONTINUED:
        if rows.get(kind):
            rows[kind] = list(_continued(rows[kind], held[kind]))
    return replace(reading, rows=rows)


def _continued(rows: Iterable[Row], held: Mapping[str, Any]) -> Iterable[Row]:
    by_child: dict[str, list[Any]] = defaultdict(list)
    for fact in held.values():
        if fact.start is not None:
            by_child[fact.person_id].append(fact)
    taken = {row.fact.row_id for row in rows} & set(held)
    for row in rows:
        if row.fact.row_id in held or row.fact.start is None:
            yield _not_older(row, held.get(row.fact.row_id))
            continue
        met = [
            fact
            for fact in by_child[row.fact.person_id]
            if fact.row_id not in taken and _goes_on(fact, row.fact)
        ]
        if not met:
            yield row
            continue
        before = max(met, key=lambda fact: (fact.start, fact.row_id))
        taken.add(before.row_id)
        going_on = row.fact._replace(row_id=before.row_id, start=before.start)
        yield _not_older(row._replace(fact=going_on), before)


def _not_older(row: Row, before: Any) -> Row:
    """The row, less what an older return says of a period that is known to have ended since."""
    if before is None or before.end is None or row.fact.end is not None:
        return row
    return row._replace(assumed=row.assumed | {"legal_status", "reason_ceased"})


def _goes_on(before: Any, after: Any) -> bool:
    """Whether the later row tells of the same stretch: it begins with it, within it, or as it ends.

    What begins on the day a period ended for a reason is a new period.
    """
    if before.start == after.start:
        return _alike(before, after, or_empty=True)
    if before.end is not None and after.start == before.end and _reason(before):
        return False
    reaches = before.start < after.start <= (before.end or date.max)
    return reaches and _alike(before, after, or_empty=False)


def _alike(before: Any, after: Any, *, or_empty: bool) -> bool:
    """Whether the kind of care, or the placement, is one; with `or_empty`, or was not recorded."""
    if hasattr(before, "short_break"):
        return bool(before.short_break) is bool(after.short_break)
    pairs = ((before.placement, after.placement), (before.postcode, after.postcode))
    return all(was == now or (or_empty and not was) for was, now in pairs)


def _reason(fact: Any) -> str:
    return str(getattr(fact, "reason_ceased", ""))
