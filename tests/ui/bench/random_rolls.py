"""Random case files, likely and unlikely, by which two ways of working are held together."""

from datetime import date, timedelta
from random import Random

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.facts import (
    Activity,
    Allocation,
    Assessment,
    CarePeriod,
    Circumstance,
    Contact,
    DutyAnswer,
    Entitlement,
    Event,
    Home,
    Immigration,
    Person,
    Plan,
    PlanReview,
    Worker,
)
from carelink.rulebook import load_rulebook
from carelink.words import EVENTS, LEAVE_TYPES, OUTCOMES, STAGES, TENANCIES

WORKERS = {"W1": Worker("W1"), "W2": Worker("W2", end=date(2026, 3, 1))}
_DUTIES = tuple(rule.duty for rule in load_rulebook().rules)
_AWARDS = ("setting_up_home_allowance", "council_tax_relief", "home_contents_insurance")
_LASTING = ("education_request", "support_request", "staying_put", "programme_in_plan")


def a_random_roll(people: int, seed: int, day: date) -> list[CaseFile]:
    """That many case files; the same seed gives the same ones."""
    rng = Random(seed)
    return [_a_case(rng, f"P{number:04}", day) for number in range(people)]


def _a_case(rng: Random, who: str, day: date) -> CaseFile:
    born = day - timedelta(days=rng.randrange(15 * 365, 26 * 365))
    if rng.random() < 0.05:
        born = date(rng.choice((2004, 2008)), 2, 29)

    def some(most: int) -> range:
        return range(rng.randrange(most + 1))

    def on(before: int = 1500, later: int = 40) -> date | None:
        if rng.random() < 0.05:
            return None
        return day + timedelta(days=rng.randrange(-before, later))

    def flag() -> bool | None:
        return rng.choice((True, True, False, None))

    def pick(words):
        return rng.choice(tuple(words))

    def ended(start: date | None) -> date | None:
        chance = rng.random()
        return start + timedelta(days=rng.randrange(900)) if start and chance < 0.4 else None

    def home(row: int) -> Home:
        start = on() if rng.random() < 0.9 else None
        return Home(
            who,
            start,
            ended(start),
            pick(("U", "U", "D", "Z", "", "X", "V", "G", "R")),
            pick(("1", "2", "")),
            flag(),
            tenancy=pick(TENANCIES),
            placement=pick(("", "U1", "U4", "K2")),
            emergency=flag() if rng.random() < 0.2 else None,
            known_on=on() if start is None and flag() else None,
            row_id=str(row),
        )

    def lasting(kind: str) -> Circumstance:
        start = on(800)
        return Circumstance(who, kind, start, ended(start))

    def leave() -> Immigration:
        granted = on()
        expires = granted + timedelta(days=rng.randrange(1200)) if granted else on(500, 500)
        kinds = (*LEAVE_TYPES[:5], "uasc_leave", "uasc_leave")
        return Immigration(who, pick(kinds), granted, expires if flag() else None, on(400))

    in_care = CarePeriod(who, birthday(born, rng.choice((13, 15, 17))), birthday(born, 18), "V2")
    left_early = in_care._replace(end=birthday(born, 17))
    return CaseFile(
        Person(who, date_of_birth=born if rng.random() < 0.98 else None, uasc=flag()),
        care_periods=(rng.choice((in_care, in_care, left_early)),) if rng.random() < 0.95 else (),
        circumstances=tuple(
            lasting(kind) for kind in (*_LASTING, *_LASTING) if rng.random() < 0.25
        ),
        allocations=tuple(
            Allocation(who, pick(WORKERS), pick(("personal_adviser", "nurse")), start, ended(start))
            for start in (on() for _ in some(3))
        ),
        contacts=tuple(
            sorted(
                (
                    Contact(
                        f"{who}-{n}",
                        who,
                        on=on() or day,
                        rung=pick(_RUNGS if flag() else _RUNGS[1:]),
                    )
                    for n in some(25)
                ),
                key=lambda contact: contact.on or day,
            )
        ),
        assessments=tuple(Assessment(who, pick(("needs", "health")), on(2500)) for _ in some(3)),
        plans=tuple(
            Plan(f"{who}-{n}", who, on(), on(), on(), pick((None, 28, 84, 0)), pick((None, on())))
            for n in some(2)
        ),
        plan_reviews=tuple(
            PlanReview(f"{who}-{n}", who, "", pick((None, on(400))), "", pick((None, on(700))))
            for n in some(5)
        ),
        events=tuple(
            Event(f"{who}-{n}", who, pick(EVENTS), on(2200), pick(OUTCOMES)) for n in some(10)
        ),
        duty_answers=tuple(
            DutyAnswer(
                who, pick(_DUTIES), pick(("declined", "not_required")), on(300), "", "", on(50, 300)
            )
            for _ in some(6)
        ),
        homes=tuple(home(n) for n in some(4)),
        activities=(Activity(who, on(), None, "F5"),),
        immigration=tuple(leave() for _ in some(2)),
        entitlements=tuple(Entitlement(who, pick(_AWARDS), pick(STAGES), on()) for _ in some(4)),
        workers=WORKERS,
    )


_RUNGS = ("", "attempted", "message_answered", "spoke", "seen", "seen_at_home", "seen_at_home")
