"""Last time on the left, now on the right: what is confirmed, what changes, what comes across."""

from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import PlanAction, PlanMatter
from carelink.plan.matters import Matter, placed
from carelink.plan.version import WholeVersion, has_ended, version_before
from carelink.plan.words import (
    CHANGED,
    MATTER_FIELDS,
    MOST_CARRIES,
    NEW,
    SKIPPED,
    UNCHANGED,
)

_CARRIED = {1: "carried once", 2: "carried twice"}


class MatterReview(NamedTuple):
    """One matter of a version beside the last one; `unmet` waits to be told what becomes of it."""

    matter: Matter
    last: PlanMatter | None
    now: PlanMatter | None
    last_actions: tuple[PlanAction, ...]
    actions: tuple[PlanAction, ...]
    unmet: tuple[PlanAction, ...]


def review_of(case: CaseFile, whole: WholeVersion) -> list[MatterReview]:
    """Every matter of the version beside the last time, in the order of its schedule."""
    before = version_before(case, whole)
    waiting = unmet(case, whole)
    return [
        MatterReview(
            matter,
            before.matters.get(matter.key) if before else None,
            whole.matters.get(matter.key),
            tuple(_placed_here(before.actions, whole, matter) if before else ()),
            tuple(whole.actions_of(matter.key)),
            tuple(_placed_here(waiting, whole, matter)),
        )
        for matter in whole.schedule
    ]


def unmet(case: CaseFile, whole: WholeVersion) -> list[PlanAction]:
    """Actions of the version before that nothing has come of, and of which this one says nothing.

    None for a version that is approved: what it left out can no longer be said in it.
    """
    before = version_before(case, whole)
    if before is None or whole.version.approved_on:
        return []
    gone_on = {action.from_action for action in whole.actions}
    return [a for a in before.actions if not has_ended(a) and a.action_id not in gone_on]


def must_change(action: PlanAction) -> bool:
    """Whether it has come across so often that it cannot come across again as it stands."""
    return (action.carried or 0) >= MOST_CARRIES


def carried_on(action: PlanAction, whole: WholeVersion) -> PlanAction:
    """The same action in this version, carried once more; its id is still to be given."""
    return action._replace(
        action_id="",
        version_id=whole.version.version_id,
        matter=placed(action.matter, whole.schedule),
        carried=(action.carried or 0) + 1,
        from_action=action.action_id,
        outcome="",
        outcome_on=None,
        outcome_words="",
    )


def say_carried(action: PlanAction) -> str:
    """How often it came across unmet: carried twice; empty when it never did."""
    times = action.carried or 0
    return _CARRIED.get(times, f"carried {times} times") if times else ""


def can_confirm(last: PlanMatter | None) -> bool:
    """Whether there is an answer of last time that can be said to be still right."""
    return last is not None and any(getattr(last, field) for field in MATTER_FIELDS)


def confirmed(last: PlanMatter, version_id: str) -> PlanMatter:
    """The answer of last time as one of this version: asked, and still right."""
    return last._replace(version_id=version_id, stands=UNCHANGED, row_id="")


def stands_of(last: PlanMatter | None, now: PlanMatter) -> str:
    """How an answer stands to the one of last time; skipped stays skipped, nothing is nothing."""
    if now.stands == SKIPPED:
        return SKIPPED
    said = [getattr(now, field) for field in MATTER_FIELDS]
    if not any(said):
        return ""
    if last is None or not can_confirm(last):
        return NEW
    return UNCHANGED if said == [getattr(last, field) for field in MATTER_FIELDS] else CHANGED


def _placed_here(
    actions: tuple[PlanAction, ...] | list[PlanAction], whole: WholeVersion, matter: Matter
) -> list[PlanAction]:
    return [a for a in actions if placed(a.matter, whole.schedule) == matter.key]
