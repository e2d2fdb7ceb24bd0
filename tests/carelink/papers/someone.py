"""Amina, an invented young woman with a full file: what the papers about her are tried on."""

from datetime import date

from carelink.case import CaseFile
from carelink.facts import (
    Allocation,
    Assessment,
    CarePeriod,
    Entitlement,
    Event,
    HealthItem,
    Home,
    Person,
    Plan,
    PlanAction,
    PlanMatter,
    PlanVersion,
    Promise,
    Supporter,
    Worker,
)

DAY = date(2026, 11, 24)
AMINA = "MED-0007"
_WORKERS = {
    "W1": Worker("W1", "Naomi Price", "personal_adviser"),
    "W2": Worker("W2", "Sam Adeyemi", "nurse"),
}
_MATTERS = {
    "support": ("I like a text first. Do not ring at night.", "Regular contact", "Someone to ask"),
    "education_training": ("College is hard but I like the kitchen.", "Level 2 cookery", ""),
    "employment": ("I want to cook in a real place.", "A first job", "A Saturday job by spring"),
    "contingency": ("My aunt would have me for a night.", "Somewhere safe to go", ""),
    "accommodation": ("Mine. The boiler is loud <b>and</b> cold.", "A warm home", "Stay here"),
    "relationships": ("I want to see my brother more.", "Time with my brother", ""),
    "skills": ("I can cook rice ten ways.", "Paying bills", "All bills paid on my own"),
    "finance": ("It is gone by the 20th.", "A budget that lasts", ""),
    "health": ("I sleep badly.", "Help with sleep", "Sleep six hours"),
    "identity": ("أنا أمينة وأتكلم العربية", "Arabic books, Eid off", ""),
}
_ACTIONS = (
    ("support", "Text every Friday", "Naomi", date(2026, 12, 4), ""),
    ("employment", "Visit two kitchens together", "Naomi", date(2027, 1, 15), ""),
    ("employment", "Write a CV", "Amina", date(2026, 10, 1), "done"),
    ("accommodation", "Ring the landlord about the boiler", "Naomi", date(2026, 12, 1), ""),
    ("finance", "Sit down with the bills", "Amina and Naomi", None, ""),
    ("health", "See the GP about sleep", "Amina", date(2026, 12, 10), ""),
)


def amina() -> CaseFile:
    """Her file on 24 November 2026, when she is 19."""
    return CaseFile(
        Person(
            AMINA,
            "Amina أمينة",
            "Amina Yusuf Haddad",
            date(2007, 5, 3),
            nhs_number="9990000018",
            language="Arabic",
            about_me="Give me time to answer.",
        ),
        care_periods=(CarePeriod(AMINA, date(2018, 1, 1), date(2025, 5, 3), "C2"),),
        allocations=(
            Allocation(AMINA, "W1", "personal_adviser", date(2025, 3, 1)),
            Allocation(AMINA, "W2", "nurse", date(2024, 3, 1)),
        ),
        assessments=(
            Assessment(AMINA, "needs", date(2023, 7, 1)),
            Assessment(AMINA, "health", date(2025, 3, 2)),
        ),
        homes=(
            Home(
                AMINA,
                date(2025, 7, 1),
                None,
                "U",
                "1",
                True,
                "ME4 4TR",
                address="12 Hidden Lane",
                protected=True,
            ),
        ),
        plans=(Plan("P1", AMINA, date(2023, 7, 4), date(2023, 7, 20)),),
        plan_versions=(
            PlanVersion(
                "V1",
                AMINA,
                "P1",
                begun_on=date(2026, 8, 1),
                took_part="in_person",
                took_part_how="at the café she likes",
                others_took_part="Her aunt, by telephone",
                agreement="partly",
                agreement_words="I want to move nearer to my brother.",
                approved_on=date(2026, 8, 20),
            ),
        ),
        plan_matters=tuple(
            PlanMatter(AMINA, "V1", key, need, words, goal, stands="new")
            for key, (words, need, goal) in _MATTERS.items()
        ),
        plan_actions=tuple(
            PlanAction(
                f"A{place}",
                AMINA,
                "V1",
                matter,
                what,
                who,
                by,
                outcome=outcome,
                outcome_on=date(2026, 9, 1) if outcome else None,
            )
            for place, (matter, what, who, by, outcome) in enumerate(_ACTIONS)
        ),
        health_items=(
            HealthItem(AMINA, "gp", "recorded", "Elm Surgery, Chatham", date(2026, 3, 1)),
            HealthItem(AMINA, "allergies", "recorded", "Penicillin: a rash", date(2026, 3, 1)),
            HealthItem(AMINA, "medicines", "none", "", date(2026, 3, 1)),
            HealthItem(AMINA, "dentist", "declined", "", date(2026, 3, 1), date(2026, 12, 1)),
        ),
        supporters=(
            Supporter(AMINA, "Huda", "Aunt", "07700 900123", True),
            Supporter(AMINA, "Karim", "Someone not to be named", "", False),
        ),
        promises=(
            Promise("PR1", AMINA, "", "Find out about the bus pass", date(2026, 11, 2), DAY),
            Promise(
                "PR2",
                AMINA,
                "",
                "Ask for a rug",
                date(2026, 9, 1),
                date(2026, 9, 20),
                date(2026, 9, 18),
                said="The floor is cold.",
                did="A rug came on 18 September.",
                told_on=date(2026, 9, 19),
            ),
        ),
        events=(Event("E1", AMINA, "health_history_given", date(2025, 4, 2), "done"),),
        entitlements=(
            Entitlement(AMINA, "setting_up_home_allowance", "granted", date(2025, 7, 10), 300000),
        ),
        workers=_WORKERS,
    )
