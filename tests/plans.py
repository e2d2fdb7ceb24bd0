"""Somebody's pathway plan for the tests of screens: one approved version, whole, to be reviewed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from carelink.facts import Assessment, PlanAction, PlanMatter, PlanVersion, Promise
from carelink.plan.matters import SCHEDULE_1
from tests.desks import A_FEW, AMAL, TODAY

BEGUN = date(2026, 6, 1)
# Of last time's actions these are not done; the one about health has come across twice already.
UNMET = ("accommodation", "finance", "health", "skills")


def a_plan(person_id: str = AMAL, plan_id: str = "P1") -> Mapping[str, Sequence[Any]]:
    """The rows of a version approved in June, with ten answers and ten actions, four not done."""
    version = PlanVersion(
        "V1",
        person_id,
        plan_id,
        begun_on=BEGUN,
        took_part="in_person",
        agreement="agree",
        sent_on=BEGUN,
        sent_by="W1",
        approved_on=date(2026, 6, 5),
        approved_by="TM",
        copy_given_on=date(2026, 6, 8),
        copy_given_how="by_hand",
    )
    return {
        "assessments": [Assessment(person_id, "needs", date(2024, 1, 3), "N1")],
        "plan_versions": [version],
        "plan_matters": [
            PlanMatter(
                person_id,
                "V1",
                matter.key,
                f"Help with {matter.key}",
                f"About {matter.key} I say this",
                "A good year",
                stands="new",
                row_id=f"M {matter.key}",
            )
            for matter in SCHEDULE_1
        ],
        "plan_actions": [_action(person_id, matter.key) for matter in SCHEDULE_1],
        "promises": [Promise("PR1", person_id, what="Ask about fares", kept_on=date(2026, 7, 1))],
    }


def _action(person_id: str, matter: str) -> PlanAction:
    action = PlanAction(
        f"A {matter}", person_id, "V1", matter, f"See to {matter}", "Naomi Price", TODAY
    )
    if matter == "health":
        return action._replace(carried=2)
    if matter in UNMET:
        return action
    return action._replace(outcome="done", outcome_on=date(2026, 8, 1))


def a_few_with_a_plan() -> Mapping[str, Sequence[Any]]:
    """The few people of the desks' tests, Amal with a plan that is written in CareLink."""
    return {**A_FEW, **a_plan()}
