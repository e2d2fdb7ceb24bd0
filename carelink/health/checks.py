"""What must hold before a line of the passport, or a step with it, may be recorded?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import months_after, show
from carelink.errors import Problem
from carelink.facts import Assessment, Event, HealthItem, Person
from carelink.health.copies import copy_of
from carelink.health.parts import ASSESSMENTS, NHS_NUMBER, NURSE, PART, Part
from carelink.health.passport import already_said, standing_items
from carelink.health.words import (
    ANSWERS,
    ASSESSMENT_LABELS,
    DECLINED,
    RECORDED,
    REFRESHED,
    STEPS,
)
from carelink.nhs_number import wrong_with
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems

# Parts of which another fact of the file speaks: an empty line there carries consent alone.
_SAID_ELSEWHERE = frozenset({NHS_NUMBER, NURSE, ASSESSMENTS})


def check_health_item(case: CaseFile, item: HealthItem, today: date) -> None:
    """A line: its part, an answer, what is known, a day that has been; nothing against it."""
    problems = day_that_has_been("on", item.on, today, "answer")
    problems += one_of("part", item.part, PART, "Choose which part it belongs to.")
    problems += one_of("answer", item.answer, ANSWERS, "Choose what they said.")
    problems += [*text_problems("says", item.says), *text_problems("source", item.source)]
    problems += _days_in_order(item)
    if item.answer == RECORDED and not item.says.strip() and item.part not in _SAID_ELSEWHERE:
        problems.append(Problem("says", "Write what is known."))
    if item.part == NHS_NUMBER and item.says.strip():
        problems.append(Problem("says", "The number itself stands with who they are."))
    if item.answer == DECLINED:
        problems += _ask_again(item)
    if not problems:
        problems += _against_what_stands(case, PART[item.part], item)
    refuse_if(problems)


def check_line_over(case: CaseFile, item: HealthItem, today: date) -> None:
    """A line that is over: on a day that has been, and not before it began."""
    problems = day_that_has_been("ended_on", item.ended_on, today, "end")
    refuse_if(problems or _days_in_order(item))


def check_nhs_number(case: CaseFile, person: Person, today: date) -> None:
    """An NHS number may be left out; what is given must be one."""
    wrong = wrong_with(person.nhs_number) if person.nhs_number.strip() else ""
    refuse_if([Problem("nhs_number", wrong)] if wrong else [])


def check_health_assessment(case: CaseFile, assessment: Assessment, today: date) -> None:
    """A health assessment that was done: its kind and its day."""
    problems = day_that_has_been("completed_on", assessment.completed_on, today, "assessment")
    kinds = ASSESSMENT_LABELS
    problems += one_of("kind", assessment.kind, kinds, "Choose which assessment it was.")
    same = (assessment.kind, assessment.completed_on)
    if any(
        (held.kind, held.completed_on) == same and held.row_id != assessment.row_id
        for held in case.assessments
    ):
        problems.append(Problem("completed_on", "This assessment is recorded already."))
    refuse_if(problems)


def check_passport_step(case: CaseFile, event: Event, today: date) -> None:
    """A step with the passport as a whole: which, on a day that has been, done or declined."""
    problems = day_that_has_been("on", event.on, today, "step")
    problems += one_of("kind", event.kind, STEPS, "Choose what was done.")
    problems += one_of("outcome", event.outcome, ("done", DECLINED), "Choose how it came out.")
    problems += text_problems("detail", event.detail)
    if event.kind == REFRESHED and copy_of(case, event.on or today).given_on is None:
        problems.append(Problem("kind", "No copy has been given yet: this is the first."))
    refuse_if(problems)


def superseded_by(case: CaseFile, item: HealthItem) -> list[HealthItem]:
    """The lines that a new one takes the place of: there they end."""
    if item.on is None or item.ended_on is not None:
        return []
    others = [
        held for held in standing_items(case, item.part, item.on) if held.row_id != item.row_id
    ]
    if PART[item.part].several:
        return [held for held in others if held.answer != RECORDED]
    return others


def _days_in_order(item: HealthItem) -> list[Problem]:
    problems = []
    for field, what in (("next_on", "next day"), ("until", "end"), ("ended_on", "end")):
        day = getattr(item, field)
        if day is not None and item.on is not None and day < item.on:
            problems.append(Problem(field, f"The {what} is before the day of the answer."))
    return problems


def _ask_again(item: HealthItem) -> list[Problem]:
    if item.on is None or (
        item.next_on is not None and item.on < item.next_on <= months_after(item.on, 12)
    ):
        return []
    says = "Choose the day to ask again, within twelve months of the answer."
    return [Problem("next_on", says)]


def _against_what_stands(case: CaseFile, part: Part, item: HealthItem) -> list[Problem]:
    """What stands and cannot hold beside this line."""
    assert item.on is not None
    others = [
        held
        for held in case.health_items
        if held.part == part.part and held.row_id != item.row_id and held.ended_on is None
    ]
    later = [held.on for held in others if held.on and held.on > item.on]
    if later and not part.several and item.ended_on is None:
        says = f"What is recorded now is from {show(max(later))}. Give that day or a later one."
        return [Problem("on", says)]
    if item.answer == RECORDED:
        if item.says and any(held.says == item.says for held in others):
            return [Problem("says", "This is recorded already.")]
        return []
    known = [line.says for line in already_said(case, part.part, item.on)]
    if part.several:
        known += [held.says for held in others if held.answer == RECORDED and held.says]
    if known and item.ended_on is None:
        says = f'"{known[0]}" is recorded here. If that is over, say so there first.'
        return [Problem("answer", says)]
    return []
