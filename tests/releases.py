"""Small releases that are whole, as tests need them: one table, each figure as asked for."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from carelink.disclosure.cells import cell_at
from carelink.release import Release, Row, write_rows
from db.releases import record_release
from db.store import Store
from tests.stores import do

AS_AT = date(2026, 9, 30)
SEATS = {
    "mark-1": ({"population": "roll", "activity": "in_eet"},),
    "mark-2": ({"population": "roll", "activity": "not_in_eet"},),
}


def made_release(as_at: date = AS_AT, in_eet: int = 60, mode: str = "rounded") -> Release:
    """How many are in education, employment or training, of 100 on the roll."""
    counts = {"in_eet": in_eet, "not_in_eet": 100 - in_eet, "": 100}
    rows = [_row(node, value) for node, value in counts.items()]
    figures = write_rows(as_at.isoformat(), rows, ("population", "activity"))
    hash = sha256(figures.encode()).hexdigest()
    meta = {
        "hierarchies": {"activity": {"Total": ["in_eet", "not_in_eet"]}},
        "total_labels": ["", "Total"],
        "dimensions": ["population", "activity"],
        "mode": mode,
        "hash": hash,
    }
    about = {
        "as_at": as_at.isoformat(),
        "audience": "Corporate Parenting Board",
        "mode": mode,
        "level": "headline",
        "hash": hash,
    }
    return Release(figures, json.dumps(meta), json.dumps(about))


def recorded(store: Store, release: Release | None = None, **given: Any) -> Release:
    """The release, prepared in the store."""
    release = release or made_release()
    said: Mapping[str, Any] = {"level": "headline", "seats": SEATS, **given}
    do(store, record_release, release, **said)
    return release


def _row(node: str, value: int) -> Row:
    at = [("population", "roll"), *([("activity", node)] if node else [])]
    return Row("activity", "count", str(value), cell_at(at), "5a")
