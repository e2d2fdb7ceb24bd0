"""Makers of case files: say only what the test is about."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from carelink.case import CaseFile
from carelink.facts import KINDS, Person, Worker

_GROUPS = {f.name for f in fields(CaseFile)} & set(KINDS)


def a_case(**facts: Any) -> CaseFile:
    """A case file from plain mappings, by the bundle's file names; ids are made up.

    `people` is one mapping, the others lists of mappings; `person_id` may be left out.
    """
    person_id = facts.get("people", {}).get("person_id", "A1")
    person = Person(**{"person_id": person_id, **facts.pop("people", {})})
    workers = {w["worker_id"]: Worker(**w) for w in facts.pop("workers", [])}
    groups = {
        kind: tuple(_fact(kind, person_id, row, place) for place, row in enumerate(rows))
        for kind, rows in facts.items()
    }
    assert set(groups) <= _GROUPS, f"no such file in the bundle: {set(groups) - _GROUPS}"
    contacts = sorted(groups.pop("contacts", ()), key=lambda contact: contact.on)
    return CaseFile(person, contacts=tuple(contacts), workers=workers, **groups)


def _fact(kind: str, person_id: str, row: Mapping[str, Any], place: int) -> Any:
    key = KINDS[kind].key
    return KINDS[kind].fact(**{"person_id": person_id, key: f"{kind}-{place}", **row})


def a_former_relevant(born: date = date(2007, 5, 10), **facts: Any) -> CaseFile:
    """Somebody who was looked after from 12 to 18, and so is former relevant from 18."""
    care = [
        {"start": date(born.year + 12, 6, 1), "end": date(born.year + 18, born.month, born.day)}
    ]
    return a_case(
        **{"people": {"date_of_birth": born, "uasc": False}, "care_periods": care, **facts}
    )
