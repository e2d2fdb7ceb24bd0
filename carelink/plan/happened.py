"""What has happened with the versions of the plan and its actions, each thing on its day?"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Plan, PlanAction
from carelink.plan.gaps import took_part
from carelink.plan.version import WholeVersion, has_ended, plan_of, versions_of
from carelink.plan.words import AGREEMENT_LABELS, DONE, DROPPED, TOOK_PART_LABELS


class Happened(NamedTuple):
    """One thing on a day: which fact it is of, what it was, who did it, and the words kept."""

    row_id: str
    on: date | None
    says: str
    who: str = ""
    note: str = ""


def plan_happened(case: CaseFile) -> Iterator[Happened]:
    """Every step of every version, and every action of which something came, in any order.

    A step that the plan itself has on that day is left to the plan.
    """
    for whole in versions_of(case):
        yield from _version(case, whole)
        for action in whole.actions:
            yield from _action(action)


def _version(case: CaseFile, whole: WholeVersion) -> Iterator[Happened]:
    version, plan = whole.version, plan_of(case, whole.version) or Plan("", "")
    key, name = f"version {version.version_id}", f"Version {whole.number} of the pathway plan"
    if version.begun_on != plan.started_on:
        yield Happened(f"{key} begun", version.begun_on, f"{name} begun")
    if version.sent_on:
        sent = case.worker_name(version.sent_by)
        yield Happened(
            f"{key} sent", version.sent_on, f"{name} sent to the manager", sent, _their_view(whole)
        )
    if version.returned_on:
        why = version.returned_why
        yield Happened(f"{key} returned", version.returned_on, f"{name} returned", note=why)
    if version.approved_on and version.approved_on != plan.approved_on:
        who = case.worker_name(version.approved_by)
        yield Happened(f"{key} approved", version.approved_on, f"{name} approved", who)
    if version.copy_given_on and version.copy_given_on != plan.copy_given_on:
        yield Happened(f"{key} copy", version.copy_given_on, f"Copy of v{name[1:]} given to them")


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
    yield Happened(key, action.outcome_on, says, note=action.outcome_words)
