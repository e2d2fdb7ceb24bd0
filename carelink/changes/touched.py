"""Which fact was corrected, what was it and what is it now, and which of them moved a figure?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import KINDS
from carelink.said import (
    CIRCUMSTANCE_LABELS,
    LEGAL_STATUS_LABELS,
    counted,
    say_activity,
    say_care_period,
    say_circumstance,
    say_contact,
    say_from_to,
    say_home,
    words_of,
)
from carelink.words import ACTIVITY_LABELS, HOME_LABELS, RUNG_LABELS

_TOLD = 3
_NOUNS = {
    "people": "Who they are",
    "care_periods": "Time in care",
    "circumstances": "Circumstance",
    "contacts": "Contact",
    "homes": "Home",
    "activities": "Work or learning",
    "status_overrides": "Status agreed to",
}
# What of a fact the figures may hang on, and what it is called; of other kinds every day and code.
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "people": {
        "date_of_birth": "date of birth",
        "date_of_death": "date of death",
        "died": "whether they have died",
        "uasc": "whether they came here alone",
        "responsible_authority": "responsible authority",
        "care_order_now": "care order now",
    },
    "homes": {
        "type": "kind of home",
        "suitable": "suitability",
        "start": "start",
        "end": "end",
        "known_on": "day known there",
    },
    "activities": {
        "code": "what they do",
        "start": "start",
        "end": "end",
        "known_on": "day known",
    },
    "contacts": {"on": "day", "rung": "how far it got"},
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "type": HOME_LABELS,
    "code": ACTIVITY_LABELS,
    "rung": {str(rung): says for rung, says in RUNG_LABELS.items()},
    "suitable": {"1": "suitable", "2": "not suitable"},
    "kind": CIRCUMSTANCE_LABELS,
    "legal_status": LEGAL_STATUS_LABELS,
}
_WORDS = frozenset({"words", "detail", "reason", "note", "evidence", "postcode", "address"})


class TouchedFact(NamedTuple):
    """A fact of one person recorded, changed or taken out since, by whom and on which day last.

    Shape: `was` is None where it was not there, `now` where it is gone.
    """

    kind: str
    was: Any
    now: Any
    who: str
    on: date

    @property
    def says(self) -> str:
        """What happened to it, by whom and when."""
        noun = _NOUNS.get(self.kind, words_of(self.kind))
        return f"{noun} {self._what()} (recorded by {self.who or 'nobody named'}, {show(self.on)})"

    def _what(self) -> str:
        if self.was is None:
            return f"added: {_say(self.kind, self.now)}"
        if self.now is None:
            return f"taken out: {_say(self.kind, self.was)}"
        changed = [
            f"{called} was {_value(name, getattr(self.was, name))}, "
            f"is {_value(name, getattr(self.now, name))}"
            for name, called in _fields_of(self.kind).items()
            if getattr(self.was, name) != getattr(self.now, name)
        ]
        return f"changed: {'; '.join(changed)}" if changed else "changed"


def say_facts(facts: Iterable[TouchedFact]) -> str:
    """A few of them in words, and how many more there are."""
    listed = list(facts)
    said = [fact.says for fact in listed[:_TOLD]]
    if len(listed) > _TOLD:
        said.append(f"and {counted(len(listed) - _TOLD, 'more fact')}")
    return "; ".join(said)


def put_in(case: CaseFile, fact: TouchedFact) -> CaseFile:
    """The case with this one fact as it is now and all else as it was."""
    return _swapped(case, fact.kind, fact.was, fact.now)


def put_back(case: CaseFile, fact: TouchedFact) -> CaseFile:
    """The case with this one fact as it was and all else as it is now."""
    return _swapped(case, fact.kind, fact.now, fact.was)


def _swapped(case: CaseFile, kind: str, old: Any, new: Any) -> CaseFile:
    if kind == "people":
        return replace(case, person=new or case.person, worked_out={})
    held = [fact for fact in getattr(case, kind) if fact != old]
    if new is not None:
        held.append(new)
    if kind == "contacts":
        held.sort(key=lambda contact: (contact.on or date.min, contact.contact_id))
    swapped: dict[str, Any] = {kind: tuple(held)}
    return replace(case, worked_out={}, **swapped)


def _fields_of(kind: str) -> Mapping[str, str]:
    if kind in _FIELDS:
        return _FIELDS[kind]
    names = KINDS[kind].fact._fields
    return {
        name: words_of(name).lower()
        for name in names
        if not name.endswith("_id") and name not in _WORDS
    }


def _value(name: str, value: Any) -> str:
    if value is None or value == "":
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return show(value)
    return _LABELS.get(name, {}).get(str(value), str(value))


def _say(kind: str, fact: Any) -> str:
    if kind == "contacts":
        return f"{say_contact(fact)}, {show(fact.on) if fact.on else 'day not known'}"
    sayers: Mapping[str, Any] = {
        "homes": say_home,
        "activities": say_activity,
        "care_periods": say_care_period,
        "circumstances": say_circumstance,
    }
    if kind in sayers:
        known_on = getattr(fact, "known_on", None)
        return f"{sayers[kind](fact)}, {say_from_to(fact.start, fact.end, known_on)}"
    known = {name: getattr(fact, name) for name in _fields_of(kind)}
    return ", ".join(
        f"{_fields_of(kind)[name]} {_value(name, value)}"
        for name, value in known.items()
        if value not in (None, "")
    )
