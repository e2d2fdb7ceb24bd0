"""What do made-up plans say, version by version? One after each review that has been held."""

from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from carelink.facts import Plan, PlanVersion
from carelink.plan.words import CHOSE_NOT_TO
from db.made_up.life import Life
from db.made_up.plan_answers import Answers
from db.made_up.team import manager_of, worker_name

# How many of the last versions CareLink holds. In a large roll one is enough for most, so that
# the store stays small.
_KEPT = (1, 1, 1, 2, 2, 2, 3, 3, 4, 6)
_FULLY_TOLD = 300
_HOW = ("in_person", "in_person", "in_person", "phone", "written", "advocate")
_AGREE = ("agree", "agree", "agree", "agree", "partly", "disagree")
_AGREE_WORDS = {
    "agree": "It says what I want. Keep it like this.",
    "partly": "Most of it is right. I would like to move sooner than it says.",
    "disagree": "I do not want to leave where I live now, and the plan says that I will.",
}
_NO_PART = "They asked to wait until after the exams; we go through it together then."
_COMMENT = "Please say who pays for the course, and by when."
_DAY = timedelta(days=1)
# A version of the last weeks may still be on its way; a review due soon may have been begun.
_LATELY = timedelta(days=28)
_SOON = timedelta(days=150)


class Occasion(NamedTuple):
    """What a version comes of: the plan's beginning, or a review that was held.

    `until` is when the next one begins, by which this one is approved.
    """

    plan: Plan
    begun: date
    review_id: str = ""
    until: date = date.max


def tell_plan_versions(life: Life, seed: int) -> None:
    """The versions of everyone whose plan has a date. Told last: it leans on what was left out."""
    rng = Random(f"{seed}:plan:{life.number}")
    kept = rng.choice(_KEPT) if life.number <= _FULLY_TOLD else 1
    occasions = _occasions(life)[-kept:]
    if not occasions:
        return
    answers = Answers(life, rng, worker_name(life.worker_on(occasions[-1].begun), seed))
    for occasion in occasions:
        version = _version(life, rng, occasion, seed)
        answers.tell(version, unwritten=0 if version.took_part or version.no_part_why else 4)
    _begin_next(life, rng, occasions[-1], answers)
    answers.finish()


def _occasions(life: Life) -> list[Occasion]:
    plans: dict[str, Plan] = {plan.plan_id: plan for plan in life.facts["plans"]}
    begun = [Occasion(plan, plan.started_on) for plan in plans.values() if plan.started_on]
    held = [
        Occasion(plans[review.plan_id], review.held_on, review.review_id)
        for review in life.facts["plan_reviews"]
        if review.held_on and review.plan_id in plans
    ]
    every = sorted([*begun, *held], key=lambda occasion: (occasion.begun, occasion.review_id))
    apart = [
        occasion
        for at, occasion in enumerate(every)
        if at == 0 or every[at - 1].begun < occasion.begun
    ]
    ends = [*(occasion.begun for occasion in apart[1:]), date.max]
    return [o._replace(until=end) for o, end in zip(apart, ends, strict=False)]


def _version(life: Life, rng: Random, occasion: Occasion, seed: int) -> PlanVersion:
    begun = occasion.begun
    version = PlanVersion(
        life.new_id("plan_versions"),
        life.person_id,
        occasion.plan.plan_id,
        occasion.review_id,
        begun,
        others_took_part=worker_name(life.worker_on(begun), seed),
        **_their_part(rng),
    )
    if _may_be_on_its_way(life, occasion):
        version = _on_its_way(life, rng, version)
    else:
        version = _approved(life, rng, version, occasion)
    life.facts["plan_versions"].append(version)
    return version


def _their_part(rng: Random) -> dict[str, Any]:
    how, agree, drawn = rng.choice(_HOW), rng.choice(_AGREE), rng.random()
    if drawn < 0.06:
        return {"took_part": CHOSE_NOT_TO, "no_part_why": _NO_PART}
    return {"took_part": how, "agreement": agree, "agreement_words": _AGREE_WORDS[agree]}


def _may_be_on_its_way(life: Life, occasion: Occasion) -> bool:
    if occasion.until != date.max or life.date_of_death or occasion.plan.ended_on:
        return False
    first_approved = not occasion.review_id and occasion.plan.approved_on
    return not first_approved and occasion.begun > life.last_day - _LATELY


def _approved(life: Life, rng: Random, version: PlanVersion, occasion: Occasion) -> PlanVersion:
    first = occasion.plan if not occasion.review_id else None
    latest = min(life.last_day, occasion.until - _DAY)
    approved = min((first and first.approved_on) or occasion.begun + _days(rng, 2, 9), latest)
    given = first.copy_given_on if first else min(approved + _days(rng, 0, 12), latest)
    if first is None and rng.random() < 0.1:
        given = None
    return version._replace(
        sent_on=min(occasion.begun + _DAY, approved),
        sent_by=life.worker_on(occasion.begun) or life.worker_on(approved),
        approved_on=approved,
        approved_by=manager_of(life),
        copy_given_on=given,
        copy_given_how=("by_hand" if rng.random() < 0.7 else "post") if given else "",
    )


def _on_its_way(life: Life, rng: Random, version: PlanVersion) -> PlanVersion:
    """Being written, with the manager, or returned with a comment."""
    assert version.begun_on is not None
    who, drawn = life.worker_on(version.begun_on), rng.random()
    if drawn < 0.3 or not who:
        return version._replace(took_part="", agreement="", agreement_words="", no_part_why="")
    sent = min(version.begun_on + _DAY, life.last_day)
    version = version._replace(sent_on=sent, sent_by=who)
    if drawn < 0.85:
        return version
    returned = min(sent + _DAY, life.last_day)
    return version._replace(returned_on=returned, returned_why=_COMMENT)


def _begin_next(life: Life, rng: Random, last: Occasion, answers: Answers) -> None:
    """Some of the reviews that are due soon have been begun, and not a word written yet."""
    begins = rng.random() < 0.25 and not life.date_of_death and last.plan.ended_on is None
    on_its_way = life.facts["plan_versions"][-1].approved_on is None
    if on_its_way or not begins or last.begun > life.last_day - _SOON:
        return
    if life.guided_until <= life.last_day and not life.asked_for_support:
        return
    begun = life.last_day - _days(rng, 0, 9)
    asked = [r.review_id for r in life.facts["plan_reviews"] if r.held_on is None]
    version = PlanVersion(
        life.new_id("plan_versions"),
        life.person_id,
        last.plan.plan_id,
        asked[0] if asked else "",
        begun,
    )
    life.facts["plan_versions"].append(version)


def _days(rng: Random, fewest: int, most: int) -> timedelta:
    return timedelta(days=rng.randint(fewest, most))
