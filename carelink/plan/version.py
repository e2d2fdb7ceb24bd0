"""The versions of a pathway plan: how far each has come, and what it does not yet say."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Plan, PlanAction, PlanMatter, PlanVersion
from carelink.plan.matters import ADVISER, SCHEDULE_1, SCHEDULE_8, Matter, schedule_for
from carelink.plan.words import ENDED, VersionState
from carelink.status import status_of

_ONLY_1 = "identity"


class WholeVersion(NamedTuple):
    """A version with everything that names it; `number` counts the versions of the person.

    Shape: `matters` by key, those not answered left out; `actions` by matter and day.
    """

    version: PlanVersion
    number: int
    schedule: tuple[Matter, ...]
    matters: Mapping[str, PlanMatter]
    actions: tuple[PlanAction, ...]

    @property
    def state(self) -> VersionState:
        """How far it has come."""
        return state_of(self.version)

    def actions_of(self, matter: str) -> list[PlanAction]:
        """What is to be done about one matter."""
        return [action for action in self.actions if action.matter == matter]


def state_of(version: PlanVersion) -> VersionState:
    """How far a version has come, by its dates alone."""
    if version.approved_on:
        return VersionState.COPY_GIVEN if version.copy_given_on else VersionState.APPROVED
    if version.returned_on:
        return VersionState.RETURNED
    return VersionState.SENT if version.sent_on else VersionState.DRAFT


def versions_of(case: CaseFile) -> list[WholeVersion]:
    """Every version of every plan of the person, the oldest first; worked out once for the file."""
    known: list[WholeVersion] | None = case.worked_out.get("plan_versions_whole")
    if known is None:
        matters: dict[str, dict[str, PlanMatter]] = {}
        actions: dict[str, list[PlanAction]] = {}
        for matter in case.plan_matters:
            matters.setdefault(matter.version_id, {})[matter.matter] = matter
        for action in sorted(case.plan_actions, key=_as_listed):
            actions.setdefault(action.version_id, []).append(action)
        known = case.worked_out["plan_versions_whole"] = [
            WholeVersion(
                version,
                number,
                _schedule(case, version, matters.get(version.version_id, {})),
                matters.get(version.version_id, {}),
                tuple(actions.get(version.version_id, ())),
            )
            for number, version in enumerate(sorted(case.plan_versions, key=_in_time), 1)
        ]
    return known


def version_named(case: CaseFile, version_id: str) -> WholeVersion | None:
    """The version of this id; None when it is not there."""
    return next((w for w in versions_of(case) if w.version.version_id == version_id), None)


def current_version(case: CaseFile) -> WholeVersion | None:
    """The version that holds: the last one approved."""
    approved = [whole for whole in versions_of(case) if whole.version.approved_on]
    return approved[-1] if approved else None


def open_version(case: CaseFile) -> WholeVersion | None:
    """The version being written, sent or returned: the last one, while it is not approved."""
    versions = versions_of(case)
    return versions[-1] if versions and not versions[-1].version.approved_on else None


def version_before(case: CaseFile, whole: WholeVersion) -> WholeVersion | None:
    """The version that came before this one, of whichever plan."""
    return versions_of(case)[whole.number - 2] if whole.number > 1 else None


def running_plan(case: CaseFile, day: date) -> Plan | None:
    """The plan that runs on the day; of several, the one that began last."""
    running = [p for p in case.plans if p.ended_on is None or day < p.ended_on]
    return max(running, key=lambda p: p.started_on or p.approved_on or date.min, default=None)


def plan_of(case: CaseFile, version: PlanVersion) -> Plan | None:
    """The plan that the version is one of."""
    return next((plan for plan in case.plans if plan.plan_id == version.plan_id), None)


def is_review(case: CaseFile, whole: WholeVersion) -> bool:
    """Whether the version comes of a review: an earlier one of this plan was approved before."""
    plan = plan_of(case, whole.version)
    begun = whole.version.begun_on or date.max
    if plan and plan.approved_on and plan.approved_on < begun:
        return True
    earlier = versions_of(case)[: whole.number - 1]
    return any(held.version.plan_id == whole.version.plan_id for held in earlier)


def held_on(case: CaseFile, version: PlanVersion) -> date | None:
    """The day its review was held; None where it has none, or none was recorded."""
    reviews = {review.review_id: review for review in case.plan_reviews}
    review = reviews.get(version.review_id) if version.review_id else None
    return review.held_on if review else None


def has_ended(action: PlanAction) -> bool:
    """Whether something came of the action, so that nobody need ask about it again."""
    return action.outcome in ENDED and action.outcome_on is not None


def answered(matter: PlanMatter | None) -> bool:
    """Whether anybody has answered the matter, be it only to skip it for now."""
    return matter is not None and bool(matter.stands)


def say_version(whole: WholeVersion) -> str:
    """Which version it is: Version 3, begun 3 May 2026."""
    begun = whole.version.begun_on
    return f"Version {whole.number}" + (f", begun {show(begun)}" if begun else "")


def _schedule(case: CaseFile, version: PlanVersion, answers: Collection[str]) -> tuple[Matter, ...]:
    """By what it answers, where one schedule alone has that: what is written stays in its place."""
    if _ONLY_1 in answers or version.begun_on is None:
        return SCHEDULE_1
    if ADVISER in answers:
        return SCHEDULE_8
    return schedule_for(status_of(case, version.begun_on).status)


def _in_time(version: PlanVersion) -> tuple[date, date, str]:
    return version.begun_on or date.min, version.approved_on or date.max, version.version_id


def _as_listed(action: PlanAction) -> tuple[str, date, str]:
    return action.matter, action.due_on or date.max, action.action_id
