"""How is a version of the pathway plan begun, thrown away, or a review of it held?"""

from collections.abc import Collection
from datetime import date
from uuid import uuid4

from carelink.case import CaseFile
from carelink.errors import Problem, Refused
from carelink.facts import Plan, PlanReview, PlanVersion
from carelink.plan.version import (
    current_version,
    is_review,
    open_version,
    plan_of,
    running_plan,
    version_before,
    versions_of,
)
from carelink.plan.words import REWORDED, SPLIT
from carelink.problems import day_that_has_been, refuse_if
from db.plan_rows import case_of, whole_of
from db.reading import read_case
from db.trail import Writing, add, amend, remove

_DROPPED = "a draft thrown away"


def begin_plan(writing: Writing, person_id: str) -> str:
    """Begin the first version of a plan; returns the version's id.

    A plan that is begun already gets its first version and keeps its dates.

    Raises: Refused when a version is being written, or an approved plan is to be reviewed.
    """
    case = read_case(writing.connection, person_id)
    _refuse_if_open(case)
    plan = running_plan(case, writing.today)
    if plan is not None and (plan.approved_on or _has_approved(case, plan)):
        raise Refused(Problem("", "There is a plan already. Begin a review of it."))
    if plan is None:
        # It starts when it is approved: a draft of it answers no duty and moves no clock.
        plan = Plan(uuid4().hex, person_id)
        add(writing, "plans", [plan])
    return _begin_version(writing, case, plan)


def begin_review(writing: Writing, person_id: str) -> str:
    """Open the next version from the last: with no answer in it, for each is to be asked again.

    A review that was asked for and not held is taken up. Returns the version's id.

    Raises: Refused when there is no approved plan, or a version is being written already.
    """
    case = read_case(writing.connection, person_id)
    _refuse_if_open(case)
    plan = running_plan(case, writing.today)
    if plan is None or not (plan.approved_on or _has_approved(case, plan)):
        raise Refused(Problem("", "There is no approved plan to review. Begin a plan."))
    asked = [r for r in case.plan_reviews if r.asked_on and r.held_on is None]
    asked.sort(key=lambda review: (review.asked_on, review.review_id))
    return _begin_version(writing, case, plan, asked[0].review_id if asked else "")


def drop_version(writing: Writing, version_id: str) -> str:
    """Take out a version that was begun and never sent, with all that is written in it.

    What it had reworded or split goes on as it was; a plan begun with it goes too, and so does
    the day that a review was held for it. Returns the person's reference.

    Raises: Refused for a version that was ever sent: a manager has read it.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = whole_of(case, version_id)
    version = whole.version
    if version.sent_on or version.approved_on:
        raise Refused(Problem("", "This version was sent to the manager; it is kept."))
    for action in whole.actions:
        remove(writing, "plan_actions", action.action_id, _DROPPED)
    _reopen(writing, case, {action.from_action for action in whole.actions})
    for matter in whole.matters.values():
        remove(writing, "plan_matters", matter.row_id, _DROPPED)
    remove(writing, "plan_versions", version_id, _DROPPED)
    _not_held(writing, case, version.review_id)
    plan = plan_of(case, version)
    others = any(h.plan_id == version.plan_id != "" for h in case.plan_versions if h != version)
    if plan == Plan(version.plan_id, version.person_id) and not others:
        remove(writing, "plans", plan.plan_id, _DROPPED)
    return case.person.person_id


def hold_review(writing: Writing, version_id: str, held_on: date | None) -> str:
    """Record the day the review was held that led to this version. Returns the review's id.

    Raises: Refused for a day that has not been, or for the first version of a plan.
    """
    case = case_of(writing, "plan_versions", version_id)
    whole = whole_of(case, version_id)
    problems = day_that_has_been("held_on", held_on, writing.today, "review")
    if not is_review(case, whole):
        problems.append(Problem("held_on", "The first version of a plan comes of no review."))
    before = version_before(case, whole)
    begun = before.version.begun_on if before else None
    if held_on and begun and held_on < begun:
        problems.append(Problem("held_on", "The day is before the last version was begun."))
    refuse_if(problems)
    version = whole.version
    if any(review.review_id == version.review_id for review in case.plan_reviews):
        amend(writing, "plan_reviews", version.review_id, {"held_on": held_on})
        return version.review_id
    review = PlanReview(uuid4().hex, version.person_id, version.plan_id, held_on=held_on)
    add(writing, "plan_reviews", [review])
    amend(writing, "plan_versions", version_id, {"review_id": review.review_id})
    return review.review_id


def _begin_version(writing: Writing, case: CaseFile, plan: Plan, review_id: str = "") -> str:
    number = len(versions_of(case)) + 1
    version = PlanVersion(
        # Two versions of one day stand in the order in which they were begun.
        version_id=f"{number:04d}-{uuid4().hex}",
        person_id=case.person.person_id,
        plan_id=plan.plan_id,
        review_id=review_id,
        begun_on=writing.today,
    )
    (version_id,) = add(writing, "plan_versions", [version])
    return version_id


def _reopen(writing: Writing, case: CaseFile, action_ids: Collection[str]) -> None:
    """Actions of last time that were to go on in other words go on in their own."""
    for action in case.plan_actions:
        if action.action_id in action_ids and action.outcome in (REWORDED, SPLIT):
            amend(writing, "plan_actions", action.action_id, {"outcome": "", "outcome_on": None})


def _not_held(writing: Writing, case: CaseFile, review_id: str) -> None:
    """A review that was held for a version thrown away; one that was asked for is open again."""
    for review in case.plan_reviews:
        if review.review_id == review_id and review.asked_on:
            amend(writing, "plan_reviews", review_id, {"held_on": None})
        elif review.review_id == review_id:
            remove(writing, "plan_reviews", review_id, _DROPPED)


def _has_approved(case: CaseFile, plan: Plan) -> bool:
    current = current_version(case)
    return current is not None and current.version.plan_id == plan.plan_id


def _refuse_if_open(case: CaseFile) -> None:
    if open_version(case) is not None:
        raise Refused(Problem("", "A version of the plan is being written already."))
