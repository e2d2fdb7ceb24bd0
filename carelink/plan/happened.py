"""What has happened with the plan, its reviews, versions and actions, each thing on its day?"""

from collections.abc import Iterator

from carelink.case import CaseFile
from carelink.facts import Plan, PlanAction, PlanReview
from carelink.happened import Happened
from carelink.plan.gaps import took_part
from carelink.plan.version import WholeVersion, has_ended, plan_of, versions_of
from carelink.plan.words import AGREEMENT_LABELS, DONE, DROPPED, TOOK_PART_LABELS
from carelink.said import words_of

GROUP = "Plan"


def plan_happened(case: CaseFile) -> Iterator[Happened]:
    """Every step of every plan, review and version, and every action of which something came.

    Shape: in any order. A step that the plan itself has on that day is left to the plan.
    """
    for plan in case.plans:
        yield from _plan(plan)
    for review in case.plan_reviews:
        yield from _review(review)
    for whole in versions_of(case):
        yield from _version(case, whole)
        for action in whole.actions:
            yield from _action(action)


def _plan(plan: Plan) -> Iterator[Happened]:
    dated = (
        (plan.started_on, "Pathway plan started"),
        (plan.approved_on, "Pathway plan approved"),
        (plan.copy_given_on, "Copy of the pathway plan given to them"),
        (plan.ended_on, "Pathway plan ended"),
    )
    if not any(on for on, _ in dated):
        yield Happened(f"plan {plan.plan_id}", None, GROUP, "Pathway plan, no date recorded")
    for on, says in dated:
        if on:
            yield Happened(f"plan {plan.plan_id} {says}", on, GROUP, says)


def _review(review: PlanReview) -> Iterator[Happened]:
    key = f"review {review.review_id}"
    if review.asked_on:
        by = f" by {words_of(review.asked_by).lower()}" if review.asked_by else ""
        yield Happened(f"{key} asked", review.asked_on, GROUP, f"Plan review asked for{by}")
    if review.held_on or not review.asked_on:
        yield Happened(key, review.held_on, GROUP, "Plan review held")


def _version(case: CaseFile, whole: WholeVersion) -> Iterator[Happened]:
    version, plan = whole.version, plan_of(case, whole.version) or Plan("", "")
    key, name = f"version {version.version_id}", f"Version {whole.number} of the pathway plan"
    if version.begun_on != plan.started_on:
        yield Happened(f"{key} begun", version.begun_on, GROUP, f"{name} begun")
    if version.sent_on:
        sent = case.worker_name(version.sent_by)
        yield Happened(
            f"{key} sent",
            version.sent_on,
            GROUP,
            f"{name} sent to the manager",
            sent,
            _their_view(whole),
        )
    if version.returned_on:
        why = version.returned_why
        yield Happened(f"{key} returned", version.returned_on, GROUP, f"{name} returned", note=why)
    if version.approved_on and version.approved_on != plan.approved_on:
        who = case.worker_name(version.approved_by)
        yield Happened(f"{key} approved", version.approved_on, GROUP, f"{name} approved", who)
    if version.copy_given_on and version.copy_given_on != plan.copy_given_on:
        yield Happened(
            f"{key} copy", version.copy_given_on, GROUP, f"Copy of v{name[1:]} given to them"
        )


def _their_view(whole: WholeVersion) -> str:
    """How they took part and what they think, in their words."""
    version = whole.version
    if not took_part(whole):
        return f"They have not taken part. {version.no_part_why}".strip()
    how = f"They took part: {TOOK_PART_LABELS[version.took_part].lower()}."
    agreed = AGREEMENT_LABELS.get(version.agreement, "")
    words = f": “{version.agreement_words}”" if version.agreement_words else "."
    return f"{how} {agreed}{words}" if agreed else how


def _action(action: PlanAction) -> Iterator[Happened]:
    if not has_ended(action) or action.outcome not in (DONE, DROPPED):
        return
    came = "Done" if action.outcome == DONE else "Dropped"
    says = f"Action of the plan. {came}: {action.what}"
    key = f"action {action.action_id}"
    yield Happened(key, action.outcome_on, GROUP, says, note=action.outcome_words)
