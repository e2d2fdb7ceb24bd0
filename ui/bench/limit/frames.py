"""The facts of a roll as Polars frames, one a kind of fact, people by number.

The status runs are ours, worked out beforehand and handed over as a frame: the limit is given them
for nothing, which makes it harder to come near.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import polars as pl

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.status import history_of, status_of
from carelink.words import RUNGS, Rung, Status

Frames = dict[str, pl.DataFrame]

# Only the columns the duties ask for; the rest of a fact stays out of the limit's memory.
_COLUMNS = {
    "allocations": ("worker_id", "role", "start", "end"),
    "assessments": ("kind", "completed_on"),
    "plans": ("started_on", "approved_on", "contact_every_days", "ended_on"),
    "plan_reviews": ("asked_on", "held_on"),
    "events": ("kind", "on", "outcome"),
    "duty_answers": ("duty", "answer", "on", "ask_again_on"),
    "homes": (
        *("start", "end", "known_on", "type", "tenancy", "placement"),
        *("provided_by_authority", "emergency"),
    ),
    "circumstances": ("kind", "start", "end"),
    "immigration": ("leave_type", "granted_on", "expires_on", "applied_on"),
    "entitlements": ("entitlement", "stage", "on"),
}
# Each status is one bit, so that "is one of these" is a single comparison.
_BITS = {status: 1 << place for place, status in enumerate(Status)}
_FLAGS = frozenset({"provided_by_authority", "emergency", "uasc"})
# An unknown rung counts as an answered message. Source: the facts of a contact.
_LEVELS = {rung: level for level, rung in enumerate(RUNGS)} | {
    Rung.UNKNOWN: RUNGS.index(Rung.MESSAGE_ANSWERED)
}


def bits(statuses: Iterable[Status]) -> int:
    """The bits of these statuses together."""
    return sum(_BITS[status] for status in statuses)


def frames_of(cases: Sequence[CaseFile], day: date) -> Frames:
    """Every frame by the name of its kind, with `people`, `runs`, `contacts` and `workers`."""
    frames = {kind: _frame(cases, kind, columns) for kind, columns in _COLUMNS.items()}
    frames["people"] = _people(cases, day)
    frames["runs"] = _runs(cases, day)
    frames["contacts"] = _contacts(cases)
    frames["workers"] = _workers(cases)
    return frames


def _frame(cases: Iterable[CaseFile], kind: str, columns: tuple[str, ...]) -> pl.DataFrame:
    rows = [
        (number, *(getattr(fact, column) for column in columns))
        for number, case in enumerate(cases)
        for fact in getattr(case, kind)
    ]
    schema = {"who": pl.UInt32, **{column: _type_of(column) for column in columns}}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _type_of(column: str) -> Any:
    if column in _FLAGS:
        return pl.Boolean
    if column == "contact_every_days":
        return pl.Int32
    dated = column.endswith("_on") or column in ("start", "end", "on")
    return pl.Date if dated else pl.String


def _people(cases: Iterable[CaseFile], day: date) -> pl.DataFrame:
    rows = [
        (
            number,
            case.person.person_id,
            case.person.date_of_birth,
            case.person.uasc,
            _BITS[status_of(up_to(case, day), day).status],
        )
        for number, case in enumerate(cases)
    ]
    schema = {
        "who": pl.UInt32,
        "person_id": pl.String,
        "born": pl.Date,
        "uasc": pl.Boolean,
        "status": pl.UInt16,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _runs(cases: Iterable[CaseFile], day: date) -> pl.DataFrame:
    rows = [
        (number, start, _BITS[status])
        for number, case in enumerate(cases)
        for start, status in history_of(up_to(case, day)).runs
    ]
    schema = {"who": pl.UInt32, "start": pl.Date, "status": pl.UInt16}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("who", "start")


def _contacts(cases: Iterable[CaseFile]) -> pl.DataFrame:
    rows = [
        (number, contact.on, _LEVELS[Rung(contact.rung)], not contact.rung)
        for number, case in enumerate(cases)
        for contact in case.contacts
    ]
    schema = {"who": pl.UInt32, "on": pl.Date, "level": pl.Int8, "doubtful": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _workers(cases: Iterable[CaseFile]) -> pl.DataFrame:
    workers = {worker.worker_id: worker for case in cases for worker in case.workers.values()}
    rows = [(worker.worker_id, worker.end) for worker in workers.values()]
    schema = {"worker_id": pl.String, "worker_end": pl.Date}
    return pl.DataFrame(rows, schema=schema, orient="row")
