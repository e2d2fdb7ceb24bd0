"""What is known of each made-up job or course, of levels, plans, offers and skills?"""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from carelink.facts import Activity, EducationPlan, LearningLevel, Opportunity, SkillRating
from carelink.skills.checklist import load_checklist
from carelink.skills.words import RATINGS, WORKER, YOUNG_PERSON
from carelink.words import IN_WORK_OR_LEARNING, NOT_IN_WORK_OR_LEARNING
from db.made_up.health import told_in_full
from db.made_up.leave import FROM_ABROAD
from db.made_up.life import Life

_WHAT: Mapping[str, tuple[str, ...]] = {
    "1": ("Nursing", "Computing", "Social work", "Mechanical engineering"),
    "2": ("Catering, level 2", "Bricklaying, level 1", "Health and care, level 3", "ESOL"),
    "4": ("Plumbing", "Council gardens", "Early years", "Vehicle repair"),
    "5": ("Warehouse", "Café", "Care home", "Building site", "Supermarket", "Barber"),
}
_EVIDENCE = ("Payslip", "Enrolment letter", "Contract seen", "They told us", "College confirmed")
_BARRIERS: Mapping[str, tuple[str, ...]] = {
    "G4": ("health", "mental_health"),
    "G5": ("travel", "experience", "confidence", "money", "home", "nothing_suitable", "english"),
    "G6": ("caring",),
}
_STEPS = (
    "Visit the college together",
    "Write the first half of a CV",
    "Ring the work coach together",
    "Ask about a place at the nursery",
    "See the GP about a fit note",
    "Try the Thursday group once",
)
_LEVELS = ("entry_2", "entry_3", "level_1", "level_2", "level_2", "level_3")
_OFFERS = (
    ("apprenticeship", "Council gardens, two years"),
    ("job", "Kitchen assistant, weekends"),
    ("course", "Food hygiene, one day"),
    ("taster", "College open evening"),
    ("work_experience", "Two weeks with the repairs team"),
    ("volunteering", "Saturday market stall"),
    ("traineeship", "Warehouse, six weeks"),
    ("support", "Practice interview"),
    ("university", "Summer school, three days"),
)
_SHOWN = ("A stew, and wrote the recipe down", "Two loads, one came out pink", "A week's list")
_UNTIL_AGE = 22


def tell_learning(life: Life, seed: int) -> None:
    """Details of what they do now, levels, plans, offers. A random stream of its own."""
    rng = Random(f"{seed}:learning:{life.number}")
    _detail_activities(life, rng)
    if life.owed_from is None or not life.happened(life.owed_from):
        return
    _tell_levels(life, rng)
    _tell_plans(life, rng)
    if told_in_full(life):
        _tell_offers(life, rng)
        _tell_skills(life, Random(f"{seed}:skills:{life.number}"))


def _detail_activities(life: Life, rng: Random) -> None:
    """The last two in full; of the one now something is often still to be asked."""
    held = life.facts["activities"]
    for place in range(max(0, len(held) - 2), len(held)):
        if rng.random() < 0.8:
            held[place] = _detailed(life, rng, held[place])


def _detailed(life: Life, rng: Random, activity: Activity) -> Activity:
    if activity.code in IN_WORK_OR_LEARNING:
        full_time = activity.code.startswith("F")
        return activity._replace(
            detail=rng.choice(_WHAT.get(activity.code[1:], _WHAT["5"])),
            hours=float(rng.choice((16, 18, 21, 30, 37)) if full_time else rng.randint(4, 15)),
            evidence=rng.choice(_EVIDENCE) if rng.random() < 0.8 else "",
        )
    if activity.code in NOT_IN_WORK_OR_LEARNING:
        step = rng.choice(_STEPS) if activity.end is None and rng.random() < 0.7 else ""
        return activity._replace(
            barrier=rng.choice(_BARRIERS[activity.code]),
            next_step=step,
            next_step_on=life.as_at + timedelta(days=rng.randint(-12, 40)) if step else None,
        )
    return activity


def _tell_levels(life: Life, rng: Random) -> None:
    on = life.turns_16 + timedelta(days=rng.randint(30, 500))
    abroad = life.has(*FROM_ABROAD)
    for subject, asked in (("english", 0.85), ("maths", 0.8), ("digital", 0.4)):
        if rng.random() > asked or not life.happened(on):
            continue
        level = rng.choice(_LEVELS[:3] if abroad and subject == "english" else _LEVELS)
        held = LearningLevel(life.person_id, subject, level, on, "Certificate seen")
        life.facts["learning_levels"].append(held._replace(row_id=life.new_id("learning_levels")))


def _tell_plans(life: Life, rng: Random) -> None:
    """The last education plan of each kind; one of them is overdue for some."""
    before_18 = min(life.turns_18, life.as_at)
    if life.care_from and rng.random() < 0.7:
        held = before_18 - timedelta(days=rng.randint(5, 130))
        following = (
            held + timedelta(days=120) if held + timedelta(days=120) < life.turns_18 else None
        )
        _plan(life, "pep", held, following, None, True)
    (person,) = life.facts["people"]
    if rng.random() < (0.5 if person.disability else 0.06) and life.as_at < life.turns(25):
        held = life.last_day - timedelta(days=rng.randint(20, 420))
        ends = min(life.turns(25), date(held.year + 2, 7, 31))
        consent = rng.choice((True, True, None))
        _plan(life, "ehcp", held, held + timedelta(days=365), ends, consent)


def _plan(
    life: Life,
    kind: str,
    held: date,
    following: date | None,
    ends: date | None,
    shared: bool | None,
) -> None:
    if life.happened(held) and held >= life.turns_16:
        row_id = life.new_id("education_plans")
        plan = EducationPlan(life.person_id, kind, held, following, ends, "", shared, row_id)
        life.facts["education_plans"].append(plan)


def _tell_offers(life: Life, rng: Random) -> None:
    """Up to three in the last eighteen months, each a little further on than it was."""
    for kind, what in rng.sample(_OFFERS, rng.choice((0, 1, 2, 3))):
        told = life.last_day - timedelta(days=rng.randint(3, 540))
        if told < life.turns_16:
            continue
        applied: date | None = told + timedelta(days=rng.randint(1, 20))
        came: date | None = told + timedelta(days=rng.randint(21, 90))
        (outcome,) = rng.choices(
            ("", "waiting", "interview", "offered", "started", "not_offered", "not_for_me"),
            (20, 15, 10, 10, 20, 10, 15),
        )
        if outcome in ("", "not_for_me") or not life.happened(applied):
            applied = None
        if not outcome or not life.happened(came):
            outcome, came = "", None
        row_id = life.new_id("opportunities")
        one = Opportunity(life.person_id, kind, what, told, applied, outcome, came, row_id)
        life.facts["opportunities"].append(one)


def _tell_skills(life: Life, rng: Random) -> None:
    """Gone through by both sides, and once more some months later: a few moved on."""
    first = life.turns_16 + timedelta(days=rng.randint(20, 200))
    if life.turns(_UNTIL_AGE) < life.as_at or not life.happened(first) or rng.random() < 0.15:
        return
    again = max(first + timedelta(days=100), life.last_day - timedelta(days=rng.randint(10, 120)))
    held: dict[tuple[str, str], int] = {}
    for skill in load_checklist().asked():
        if rng.random() < 0.35:
            continue
        own = min(len(RATINGS) - 1, rng.choice((0, 1, 1, 2, 2, 3)))
        seen = max(0, own - rng.choice((0, 0, 0, 1)))
        for by, place in ((YOUNG_PERSON, own), (WORKER, seen)):
            held[skill.skill, by] = place
            _rate(life, rng, skill.skill, by, first, place)
    for (skill_id, by), place in held.items():
        if rng.random() < 0.2 and life.happened(again):
            moved = min(len(RATINGS) - 1, max(0, place + rng.choice((1, 1, 1, -1))))
            _rate(life, rng, skill_id, by, again, moved)


def _rate(life: Life, rng: Random, skill: str, by: str, on: date, place: int) -> None:
    tried = True if by == WORKER and rng.random() < 0.08 else None
    life.facts["skill_ratings"].append(
        SkillRating(
            life.person_id,
            skill,
            by,
            on,
            RATINGS[place],
            rng.choice(_SHOWN) if tried and rng.random() < 0.6 else "",
            tried,
            life.worker_on(on) or life.worker_on(on, "social_worker"),
            life.new_id("skill_ratings"),
        )
    )
