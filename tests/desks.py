"""Desks for the tests of screens: a real encrypted store with a few invented people in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from carelink.facts import (
    Activity,
    Allocation,
    CarePeriod,
    Contact,
    Home,
    Person,
    Plan,
    PlanReview,
    Worker,
)
from carelink.rulebook import load_rulebook
from db.trail import add
from tests.stores import made_store
from ui.desk import Desk

TODAY = date(2026, 11, 24)
AMAL, HANNA, AHMED, JAMIE = "MED-0001", "MED-0002", "MED-0003", "MED-0004"

_ADVISER = "personal_adviser"
A_FEW: Mapping[str, Sequence[Any]] = {
    "workers": [Worker("W1", "Naomi Price", _ADVISER), Worker("W2", "Tom Ode", _ADVISER)],
    "people": [
        Person(AMAL, "Amal Haddad", "Amal Yusuf Haddad", date(2007, 5, 3), uasc=False),
        Person(HANNA, "ሐና ተስፋዬ", "Hanna Tesfaye", date(2006, 2, 28), uasc=False),
        Person(AHMED, "أحمد علي", "Ahmed Ali", date(2007, 12, 1), uasc=False),
        Person(JAMIE, "Jamie Cole", "", date(2005, 1, 1), date(2026, 2, 1)),
    ],
    "care_periods": [
        CarePeriod(AMAL, date(2018, 1, 1), date(2025, 5, 3), "C2", row_id="K1"),
        CarePeriod(HANNA, date(2018, 1, 1), date(2024, 2, 28), "C2", row_id="K2"),
        CarePeriod(AHMED, date(2018, 1, 1), date(2025, 12, 1), "C2", row_id="K3"),
        CarePeriod(JAMIE, date(2018, 1, 1), date(2023, 1, 1), "C2", row_id="K4"),
    ],
    "allocations": [
        Allocation(person, "W1", _ADVISER, date(2025, 3, 1), row_id=f"A{place}")
        for place, person in enumerate((AMAL, HANNA, AHMED))
    ],
    "homes": [
        Home(AMAL, date(2025, 7, 1), None, "U", "1", True, "ME4 4TR", "", "own", row_id="H1"),
        Home(AHMED, date(2025, 12, 1), None, "D", "1", True, "ME7 1AA", row_id="H2"),
    ],
    "activities": [Activity(AMAL, date(2025, 9, 1), None, "F2", row_id="T1")],
    "contacts": [
        Contact("C1", AMAL, "W1", date(2026, 9, 10), "seen_at_home", "worker", "A good talk."),
        Contact("C2", AHMED, "W1", date(2026, 11, 20), "seen_at_home", "worker", "All well."),
    ],
    "plans": [Plan("P1", AMAL, date(2024, 1, 5), date(2024, 2, 1), date(2024, 2, 3))],
    "plan_reviews": [PlanReview("R1", AMAL, "P1", held_on=date(2026, 9, 1))],
}


def made_desk(
    folder: Path,
    today: date = TODAY,
    facts: Mapping[str, Sequence[Any]] = A_FEW,
    **store: str,
) -> Desk:
    """A desk with these facts read; its store is the caller's to close."""
    kept = made_store(folder, today, **store)
    with kept.writing() as writing:
        for kind, known in facts.items():
            add(writing, kind, known)
    return opened_desk(kept, today)


def opened_desk(kept: Any, today: date = TODAY) -> Desk:
    """A desk on a store that is open already, with everything read."""
    desk = Desk(kept, load_rulebook(), lambda: today)
    desk.read_all()
    return desk
