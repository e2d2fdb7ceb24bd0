"""What packs are asked of in tests: a few cases, or made-up people with years of history."""

from dataclasses import fields
from datetime import date
from functools import lru_cache

from carelink.case import CaseFile
from carelink.meetings.asked import Asked, TeamFacts
from carelink.money.catalogue import load_catalogue
from carelink.rulebook import load_rulebook
from db.made_up import made_up_roll

TODAY = date(2026, 11, 24)
PEOPLE = 60
_GROUPS = {held.name for held in fields(CaseFile)}


def asked_of(cases, day=TODAY, meetings=(), actions=(), workers=None, absences=()):
    """Everything a pack is worked out from; the workers are those of the first case."""
    if workers is None:
        workers = dict(cases[0].workers) if cases else {}
    team = TeamFacts(workers, tuple(meetings), tuple(actions), tuple(absences))
    return Asked(cases, team, load_rulebook(), load_catalogue(), day)


@lru_cache(maxsize=1)
def roll():
    """A made-up roll, by kind of fact."""
    return made_up_roll(PEOPLE, 7, TODAY)


@lru_cache(maxsize=1)
def made_up():
    """The case files of that roll, in the order of their references."""
    return cases_of(roll())


def cases_of(facts):
    """Case files from facts by kind."""
    workers = {worker.worker_id: worker for worker in facts["workers"]}
    held = {person.person_id: {} for person in facts["people"]}
    for kind in _GROUPS & set(facts) - {"workers"}:
        for fact in facts[kind]:
            held[fact.person_id].setdefault(kind, []).append(fact)
    made = []
    for person in sorted(facts["people"]):
        groups = held[person.person_id]
        contacts = groups.pop("contacts", [])
        contacts.sort(key=lambda contact: (contact.on or date.min, contact.contact_id))
        mine = {kind: tuple(found) for kind, found in groups.items()}
        made.append(CaseFile(person, contacts=tuple(contacts), workers=workers, **mine))
    return made
