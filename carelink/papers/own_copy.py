"""What of the file is the young person's own, to be read by them and over their shoulder?

The very papers that they are given, and nothing else: what a worker wrote about them, worries,
flags, other people and protected addresses are taken out of the case before any paper is made of
it, so that no paper can let them through.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile, has_died
from carelink.money.catalogue import Catalogue
from carelink.papers.blocks import Paper, Para, ParaKind
from carelink.papers.entitlements_sheet import entitlements_sheet
from carelink.papers.health_passport import health_passport
from carelink.papers.plan_copy import plan_copy
from carelink.papers.you_said import you_said
from carelink.plan.version import current_version

_NO_PLAN = (
    "There is no plan here yet that has been agreed. Your personal adviser can tell you how far "
    "it has come."
)


class OwnPart(NamedTuple):
    """One paper of their own, by its name; `sensitive` is not opened without their asking."""

    name: str
    title: str
    paper: Paper
    sensitive: bool = False


def own_copy(case: CaseFile, catalogue: Catalogue, day: date) -> tuple[OwnPart, ...]:
    """Everything they may read at our screen, in its order; nothing for one who has died."""
    if has_died(case.person):
        return ()
    own = theirs(case)
    return (
        OwnPart("plan", "My plan", _plan(own, day)),
        OwnPart("you_said", "You said, we did", you_said(own, day)),
        OwnPart("may_have", "What I may have", entitlements_sheet(own, catalogue, day)),
        OwnPart("health", "My health passport", health_passport(own, day), sensitive=True),
    )


def theirs(case: CaseFile) -> CaseFile:
    """The case without what is ours or another's: as it may be read by the young person.

    Of the plan, the versions that were approved; of people around them, those they agree to name.
    """
    approved = {version.version_id for version in case.plan_versions if version.approved_on}
    return replace(
        case,
        contacts=(),
        confirmations=(),
        snoozes=(),
        safety_flags=(),
        missing_episodes=(),
        suitability=(),
        housing_steps=(),
        supporters=tuple(known for known in case.supporters if known.in_copy),
        plan_versions=tuple(v for v in case.plan_versions if v.version_id in approved),
        plan_matters=tuple(m for m in case.plan_matters if m.version_id in approved),
        plan_actions=tuple(a for a in case.plan_actions if a.version_id in approved),
        homes=tuple(home._replace(address="", postcode="", moved_why="") for home in case.homes),
        worked_out={},
    )


def _plan(own: CaseFile, day: date) -> Paper:
    if current_version(own) is not None:
        return plan_copy(own, day)
    person = own.person
    return Paper(
        "My pathway plan",
        day,
        (Para(_NO_PLAN, ParaKind.LEAD),),
        person_name=person.name,
        born=person.date_of_birth,
    )
