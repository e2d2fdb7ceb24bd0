"""What has the made-up team left undone? Each slip takes away, from a life told, what it says."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from carelink.facts import Plan, PlanReview
from carelink.words import Rung
from db.made_up.life import Life
from db.made_up.missed import (
    AT_HOME,
    birthday_contact_late,
    contact_late,
    fell_short,
    move_not_visited,
    out_of_touch,
    visit_late,
)
from db.made_up.twists import Twist

_AWARDED = ("granted", "received")


def slip(life: Life) -> None:
    """Leave undone what the card says is undone."""
    for twist in sorted(life.card.twists & SLIPS.keys()):
        SLIPS[twist](life)


def _forget(life: Life, kind: str, forgotten: Callable[[Any], bool]) -> None:
    life.facts[kind] = [fact for fact in life.facts[kind] if not forgotten(fact)]


def _forget_events(*kinds: str) -> Callable[[Life], None]:
    def forget(life: Life) -> None:
        _forget(life, "events", lambda event: event.kind in kinds)

    return forget


def _move_not_reviewed(life: Life) -> None:
    moved = life.facts["homes"][-1].start
    _forget(life, "plan_reviews", lambda review: review.held_on >= moved)
    visits = [c for c in life.facts["contacts"] if c.rung in AT_HOME and c.on >= moved]
    if len(visits) > 1:
        fell_short(life, visits[1].on, life.as_at, AT_HOME, (Rung.SEEN,))


def _review_late(life: Life) -> None:
    last = life.as_at - life.days(190, 210)
    _forget(life, "plan_reviews", lambda review: review.held_on >= last)


def _review_asked(days_ago: int) -> Callable[[Life], None]:
    def ask(life: Life) -> None:
        asked = life.as_at - timedelta(days=days_ago)
        _forget(life, "plan_reviews", lambda review: review.held_on >= asked)
        plan_id = life.facts["plans"][-1].plan_id
        life.facts["plan_reviews"].append(
            PlanReview(
                life.new_id("plan_reviews"), life.person_id, plan_id, asked, "young_person", None
            )
        )

    return ask


def _check_late(life: Life) -> None:
    last = life.as_at - life.days(195, 240)
    _forget(life, "events", lambda e: e.kind == "suitability_check" and e.on >= last)


def _offer_late(life: Life) -> None:
    last = life.as_at - timedelta(days=400)
    _forget(life, "events", lambda event: event.kind == "support_offer" and event.on >= last)


def _offer_refused(life: Life) -> None:
    life.facts["events"] = [
        event._replace(outcome="no") if event.kind == "support_offer" else event
        for event in life.facts["events"]
    ]


def _declined_then(kind: str) -> Callable[[Life], None]:
    """What they declined, or a manager decided against, was not done at 17 or after."""

    def forget(life: Life) -> None:
        first = life.turns(17)
        _forget(life, "events", lambda event: event.kind == kind and event.on >= first)

    return forget


def _assessment_late(life: Life) -> None:
    _forget(life, "assessments", lambda assessment: assessment.kind == "needs")


def _no_plan(life: Life) -> None:
    life.facts["plans"], life.facts["plan_reviews"] = [], []


def _plan_undated(life: Life) -> None:
    _no_plan(life)
    life.facts["plans"] = [Plan(life.new_id("plans"), life.person_id)]


def _request_not_answered(life: Life) -> None:
    asked = life.request_on or life.as_at
    _forget(life, "assessments", lambda done: done.completed_on >= asked)
    _forget(life, "plan_reviews", lambda review: review.held_on >= asked)


def _awards_late(*entitlements: str) -> Callable[[Life], None]:
    def forget(life: Life) -> None:
        _forget(
            life,
            "entitlements",
            lambda step: step.entitlement in entitlements and step.stage in _AWARDED,
        )

    return forget


def _awards_refused(life: Life) -> None:
    allowance = "setting_up_home_allowance"
    life.facts["entitlements"] = [
        step._replace(stage="refused", amount_pence=None)
        if (step.entitlement, step.stage) == (allowance, "granted")
        else step
        for step in life.facts["entitlements"]
        if (step.entitlement, step.stage) != (allowance, "received")
    ]


SLIPS: Mapping[Twist, Callable[[Life], None]] = {
    Twist.CONTACT_LATE: contact_late,
    Twist.OUT_OF_TOUCH: out_of_touch,
    Twist.VISIT_LATE: visit_late,
    Twist.MOVE_NOT_VISITED: move_not_visited,
    Twist.MOVE_NOT_REVIEWED: _move_not_reviewed,
    Twist.BIRTHDAY_CONTACT_LATE: birthday_contact_late,
    Twist.REVIEW_LATE: _review_late,
    Twist.REVIEW_ASKED: _review_asked(8),
    Twist.REVIEW_ASKED_LATE: _review_asked(45),
    Twist.CHECK_LATE: _check_late,
    Twist.ASSESSMENT_LATE: _assessment_late,
    Twist.PLAN_LATE: _no_plan,
    Twist.NO_PLAN: _no_plan,
    Twist.PLAN_UNDATED: _plan_undated,
    Twist.PANEL_LATE: _forget_events("transitions_panel"),
    Twist.HOUSING_PLAN_LATE: _forget_events("housing_plan_agreed"),
    Twist.INTRODUCTION_LATE: _forget_events("pa_introduction"),
    Twist.HISTORY_LATE: _forget_events("health_history_given"),
    Twist.DECISION_LATE: _forget_events("staying_put_decision"),
    Twist.MOVE_ON_LATE: _forget_events("move_on_plan"),
    Twist.TALK_AT_21_LATE: _forget_events("turning_21_talk"),
    Twist.TALK_NOT_REQUIRED: _forget_events("turning_21_talk"),
    Twist.CLOSURE_LATE: _forget_events("closure_summary"),
    Twist.LEGAL_HELP_LATE: _forget_events("legal_appointment"),
    Twist.NEVER_OFFERED: _forget_events("support_offer"),
    Twist.OFFER_LATE: _offer_late,
    Twist.OFFER_REFUSED: _offer_refused,
    Twist.DECISION_DECLINED: _declined_then("staying_put_decision"),
    Twist.PANEL_NOT_REQUIRED: _declined_then("transitions_panel"),
    Twist.REQUEST_NOT_ANSWERED: _request_not_answered,
    Twist.TAX_LATE: _awards_late("council_tax_relief"),
    Twist.AWARDS_LATE: _awards_late(
        "setting_up_home_allowance", "home_contents_insurance", "council_tax_relief"
    ),
    Twist.AWARDS_DECLINED: _awards_late("setting_up_home_allowance", "home_contents_insurance"),
    Twist.AWARDS_REFUSED: _awards_refused,
}
