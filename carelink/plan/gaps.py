"""What does a version of the plan not yet say? Only gaps that matter, each with its place."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import PlanMatter
from carelink.plan.matters import ADVISER, Matter, placed
from carelink.plan.review import unmet
from carelink.plan.version import WholeVersion, answered, has_ended, held_on, is_review
from carelink.plan.words import CHOSE_NOT_TO, SKIPPED


class Gap(NamedTuple):
    """One thing not said: its matter (empty: the version's own), its field, and a sentence.

    `must` says that the plan cannot go to the manager without it.
    """

    matter: str
    field: str
    says: str
    must: bool = True


def gaps_of(case: CaseFile, whole: WholeVersion, day: date) -> list[Gap]:
    """What is still to be said, in the order of the screens."""
    day = whole.version.approved_on or day
    said = [gap for matter in whole.schedule for gap in _of_a_matter(case, whole, matter, day)]
    return [*said, *_of_what_came_across(case, whole), *_of_their_part(case, whole)]


def is_complete(case: CaseFile, whole: WholeVersion, day: date) -> bool:
    """Whether nothing is missing; never without the young person's own part."""
    return took_part(whole) and not gaps_of(case, whole, day)


def took_part(whole: WholeVersion) -> bool:
    """Whether they took part themselves, however they chose to."""
    return whole.version.took_part not in ("", CHOSE_NOT_TO)


def say_complete(case: CaseFile, whole: WholeVersion, day: date) -> str:
    """Complete, or how much is still to be said; without their part that is said first."""
    gaps = gaps_of(case, whole, day)
    if not gaps and took_part(whole):
        return "Complete"
    must = sum(gap.must for gap in gaps)
    parts = [] if took_part(whole) else ["Without their part"]
    if must:
        parts.append(f"{must} {'thing' if must == 1 else 'things'} still to be said")
    elif took_part(whole):
        parts.append("Can be sent; some of their own words are missing")
    return ". ".join(parts)


def _of_a_matter(case: CaseFile, whole: WholeVersion, matter: Matter, day: date) -> Iterator[Gap]:
    key, row = matter.key, whole.matters.get(matter.key)
    if key == ADVISER:
        if case.adviser_on(day) is None:
            yield Gap(key, "", "No personal adviser is allocated.")
    elif row is None or not answered(row):
        yield Gap(key, "words", "Nobody has answered this yet.")
    elif row.stands == SKIPPED:
        yield Gap(key, "words", "Skipped for now.")
    else:
        yield from _of_an_answer(whole, row)
    for action in whole.actions_of(key):
        if has_ended(action):
            continue
        if not action.by_whom:
            yield Gap(key, "by_whom", f'Who does this is not said: "{action.what}".')
        if action.due_on is None:
            yield Gap(key, "due_on", f'By when is not said: "{action.what}".')


def _of_an_answer(whole: WholeVersion, row: PlanMatter) -> Iterator[Gap]:
    if not row.need and not row.no_action_why:
        yield Gap(row.matter, "need", "What is needed is not said.")
    if not whole.actions_of(row.matter) and not row.no_action_why:
        yield Gap(row.matter, "what", "Say what will be done, or why nothing is to be done.")
    if not row.words and took_part(whole):
        yield Gap(row.matter, "words", "Their own words are missing.", must=False)


def _of_what_came_across(case: CaseFile, whole: WholeVersion) -> Iterator[Gap]:
    for action in unmet(case, whole):
        says = f'Not done last time: "{action.what}". Say what becomes of it.'
        yield Gap(placed(action.matter, whole.schedule), "carry", says)


def _of_their_part(case: CaseFile, whole: WholeVersion) -> Iterator[Gap]:
    version = whole.version
    if is_review(case, whole) and held_on(case, version) is None:
        yield Gap("", "held_on", "The day the review was held is not recorded.")
    if took_part(whole):
        if not version.agreement:
            yield Gap("", "agreement", "Ask whether they agree with the plan.")
        elif version.agreement != "agree" and not version.agreement_words:
            says = "What they do not agree with is not yet said in their own words."
            yield Gap("", "agreement_words", says, must=False)
    elif version.no_part_why:
        says = "They have not taken part yet; the plan is not complete without them."
        yield Gap("", "took_part", says, must=False)
    else:
        yield Gap("", "took_part", "Say how they took part, or why they have not.")
