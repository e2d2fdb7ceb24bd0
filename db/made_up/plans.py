"""When were needs assessed, and the plan made and reviewed? In time, unless a card says not."""

from collections.abc import Iterator
from datetime import date, timedelta

from carelink.facts import Assessment, Home, Plan, PlanReview
from carelink.words import Rung
from db.made_up.life import Life
from db.made_up.twists import Twist

_AGREED = (None, None, None, None, 56, 63)
_NOT_REVIEWED = {"X", "S", "R", "G", "H"}
_DAY = timedelta(days=1)


def tell_plans(life: Life) -> None:
    """Assessments, plans and reviews of everyone who was ever owed a plan."""
    if life.owed_from is None:
        return
    assessed = max(life.owed_from + life.days(14, 55), life.turns_16)
    _assess(life, "needs", assessed)
    _tell_health(life)
    approved = _first_plan(life, assessed)
    _tell_reviews(life, approved + life.days(140, 172), life.guided_until)
    if life.request_on:
        answered = life.request_on + life.days(20, 70)
        _assess(life, "needs", answered)
        _tell_reviews(life, answered + life.days(1, 14), life.as_at)


def _assess(life: Life, kind: str, day: date) -> None:
    if life.happened(day):
        life.facts["assessments"].append(
            Assessment(life.person_id, kind, day, life.new_id("assessments"))
        )


def _tell_health(life: Life) -> None:
    """A health assessment and a dental check each year in care."""
    if life.care_from is None:
        return
    day = max(life.care_from, life.as_at - timedelta(days=1826)) + life.days(10, 60)
    until = min(life.left_on or life.as_at, life.turns_18)
    while day < until:
        _assess(life, "health", day)
        _assess(life, "dental", day + life.days(5, 90))
        day += life.days(330, 364)


def _first_plan(life: Life, assessed: date) -> date:
    """The plan made after the assessment, and for some a new one at 18; the day approved."""
    started = assessed + life.days(1, 10)
    approved = started + life.days(3, 14)
    renewed = life.turns_18 + life.days(5, 60)
    again = life.happened(renewed) and life.chance(0.3) and approved < life.turns_18
    _plan(life, started, approved, renewed if again else None)
    if again and life.guided_until > renewed:
        _plan(life, renewed, renewed + life.days(3, 14), None)
    return approved


def _plan(life: Life, started: date, approved: date, ended: date | None) -> None:
    if not life.happened(started):
        return
    given = approved + life.days(0, 14)
    life.facts["plans"].append(
        Plan(
            life.new_id("plans"),
            life.person_id,
            started,
            approved if life.happened(approved) else None,
            given if life.happened(given) and life.chance(0.93) else None,
            _agreed_days(life),
            ended,
        )
    )


def _agreed_days(life: Life) -> int | None:
    if life.has(Twist.EVERY_FOUR_WEEKS):
        return 28
    if life.has(Twist.EVERY_TWELVE_WEEKS):
        return 84
    return None if life.asked_for_support else life.rng.choice(_AGREED)


def _tell_reviews(life: Life, day: date, until: date) -> None:
    """From the first day one after another, six months apart at most, and one after each move."""
    for_moves = sorted(_after_moves(life, day - timedelta(days=130), until))
    before = day - timedelta(days=130)
    while True:
        for moved, reviewed in for_moves:
            # A review between the move and the second visit comes too early: hold it the day
            # before the move, or leave it for after the visit.
            if moved <= day < reviewed:
                day = moved - _DAY if moved - _DAY > before else reviewed
        if not life.happened(day) or day >= until:
            return
        _review(life, day)
        before = day
        following = day + life.days(140, 172)
        moves = [reviewed for _, reviewed in for_moves if day < reviewed]
        day = min([following, *moves])


def _after_moves(life: Life, first: date, until: date) -> Iterator[tuple[date, date]]:
    """Each move that asks for a review, and the day of that review; the last may lie ahead."""
    for home in life.homes():
        if home.start and first < home.start < until and _asks_for_a_review(life, home):
            seen = _second_visit(life, home)
            by = home.start + timedelta(days=27)
            not_yet = home.end or life.as_at
            yield home.start, life.day_between(seen + _DAY, by) if seen else not_yet


def _asks_for_a_review(life: Life, home: Home) -> bool:
    """Whether they moved, out of care, to a home that we provide."""
    if home.start is None or life.left_on is None:
        return False
    if not life.left_on <= home.start < life.guided_until:
        return False
    return bool(home.provided_by_authority) and home.type not in _NOT_REVIEWED


def _second_visit(life: Life, home: Home) -> date | None:
    assert home.start is not None
    last = home.start + timedelta(days=27)
    visits = [
        contact.on
        for contact in life.facts["contacts"]
        if contact.rung == Rung.SEEN_AT_HOME and home.start <= contact.on <= last
    ]
    return visits[1] if len(visits) > 1 else None


def _review(life: Life, day: date) -> None:
    asked = day - life.days(8, 24) if life.chance(0.08) else None
    life.facts["plan_reviews"].append(
        PlanReview(
            life.new_id("plan_reviews"),
            life.person_id,
            _plan_on(life, day),
            asked,
            "young_person" if asked else "",
            day,
        )
    )


def _plan_on(life: Life, day: date) -> str:
    held = [plan for plan in life.facts["plans"] if plan.started_on and plan.started_on <= day]
    return held[-1].plan_id if held else ""
