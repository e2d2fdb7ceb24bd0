"""A whole team with everything done in time, but for two young people who wait for a visit."""

from datetime import date

from carelink.facts import (
    Allocation,
    Assessment,
    CarePeriod,
    Contact,
    Event,
    Home,
    Person,
    Plan,
    PlanReview,
    Worker,
)

# Enough people for the Board to be shown a figure at all.
PEOPLE = 24
AMAL, BELA = "MED-0001", "MED-0002"
_NAMES = ("Amal Haddad", "Bela Kovacs", "ሐና ተስፋዬ", "أحمد علي", "Zoë Price", "Jo Mbeki")
_BORN = date(2006, 5, 3)
_MOVED = date(2025, 6, 2)
LATE, IN_TIME = date(2026, 9, 10), date(2026, 11, 20)


def in_order(person_id, name, last_seen):
    """Everything that is due to one person done in time, seen last on the day given."""
    return {
        "people": [Person(person_id, name, "", _BORN, uasc=False)],
        "care_periods": [CarePeriod(person_id, date(2018, 1, 1), date(2024, 5, 3), "C2")],
        "allocations": [Allocation(person_id, "W1", "personal_adviser", date(2023, 6, 1))],
        "homes": [Home(person_id, _MOVED, None, "D", "1", True, "ME4 4TR", "", "none")],
        "assessments": [Assessment(person_id, "needs", date(2022, 6, 1))],
        "plans": [Plan("", person_id, date(2022, 7, 1), date(2022, 7, 8), date(2022, 7, 9))],
        "plan_reviews": [
            PlanReview("", person_id, held_on=held)
            for held in (date(2025, 6, 25), date(2025, 12, 1), date(2026, 5, 20), date(2026, 11, 2))
        ],
        "contacts": [
            Contact("", person_id, "W1", seen, "seen_at_home", "worker")
            for seen in (date(2025, 6, 4), date(2025, 6, 20), date(2026, 5, 1), last_seen)
        ],
        "events": [
            Event("", person_id, kind, on, "yes")
            for kind, on in (
                ("health_history_given", date(2024, 4, 1)),
                ("suitability_check", date(2025, 6, 4)),
                ("suitability_check", date(2026, 10, 1)),
            )
        ],
    }


def a_team():
    """The team's facts by kind: Amal and Bela have waited too long for a visit."""
    facts = {"workers": [Worker("W1", "Naomi Price", "personal_adviser")]}
    for place in range(PEOPLE):
        name = _NAMES[place] if place < len(_NAMES) else f"Person {place + 1}"
        person_id = f"MED-{place + 1:04}"
        last_seen = LATE if person_id in (AMAL, BELA) else IN_TIME
        for kind, known in in_order(person_id, name, last_seen).items():
            facts.setdefault(kind, []).extend(known)
    return facts
