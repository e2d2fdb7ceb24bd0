"""What must hold before a fact of work or learning may be recorded?"""

from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Activity, EducationPlan, LearningLevel, Opportunity
from carelink.learning.words import (
    BARRIER_LABELS,
    LEVEL_LABELS,
    OPPORTUNITY_LABELS,
    OUTCOME_LABELS,
    PLAN_LABELS,
    RETIRED,
    SUBJECT_LABELS,
)
from carelink.problems import (
    day_that_has_been,
    end_after_start,
    not_ahead,
    one_of,
    refuse_if,
    text_problems,
)
from carelink.words import ACTIVITY_LABELS

_HOURS_IN_A_WEEK = 168


def check_activity(case: CaseFile, activity: Activity, today: date) -> None:
    """Work or learning: a start that has been, an end after it, a code in use."""
    problems = day_that_has_been("start", activity.start, today, "change")
    if activity.code not in ACTIVITY_LABELS:
        problems.append(Problem("code", "Choose what they are doing."))
    elif activity.code in RETIRED and not _stands_so(case, activity):
        says = "This code ended in 2022. Choose an apprenticeship, or training or work."
        problems.append(Problem("code", says))
    problems += end_after_start(activity.start, activity.end)
    problems += _details(activity)
    current = case.activity_on(activity.start) if activity.start else None
    if (
        current is not None
        and current.start == activity.start
        and current.row_id != activity.row_id
    ):
        problems.append(Problem("start", "Work or learning from that day is recorded already."))
    refuse_if(problems)


def check_level(case: CaseFile, level: LearningLevel, today: date) -> None:
    """A level reached: in which subject, which, and since when."""
    problems = one_of("subject", level.subject, SUBJECT_LABELS, "Choose the subject.")
    problems += one_of("level", level.level, LEVEL_LABELS, "Choose the level.")
    problems += day_that_has_been("on", level.on, today, "level")
    problems += text_problems("evidence", level.evidence)
    refuse_if(problems)


def check_education_plan(case: CaseFile, plan: EducationPlan, today: date) -> None:
    """An education plan: which kind, the day it was held, and days to come after it."""
    problems = one_of("kind", plan.kind, PLAN_LABELS, "Choose which plan it is.")
    problems += day_that_has_been("held_on", plan.held_on, today, "plan")
    for field, what in (("next_on", "next review"), ("ends_on", "end")):
        day = getattr(plan, field)
        if day is not None and plan.held_on is not None and day <= plan.held_on:
            problems.append(Problem(field, f"The {what} must be after the day it was held."))
    problems += text_problems("detail", plan.detail)
    refuse_if(problems)


def check_opportunity(case: CaseFile, one: Opportunity, today: date) -> None:
    """An opportunity: what it is, when they were told, and what came of it, in that order."""
    problems = one_of("kind", one.kind, OPPORTUNITY_LABELS, "Choose what kind it is.")
    if not one.what.strip():
        problems.append(Problem("what", "Say what it is."))
    problems += text_problems("what", one.what)
    problems += day_that_has_been("told_on", one.told_on, today, "telling")
    problems += not_ahead("applied_on", one.applied_on, today, "application")
    problems += not_ahead("outcome_on", one.outcome_on, today, "outcome")
    codes = ("", *OUTCOME_LABELS)
    problems += one_of("outcome", one.outcome, codes, "Choose what came of it.")
    if one.told_on and one.applied_on and one.applied_on < one.told_on:
        problems.append(Problem("applied_on", "They applied before they were told. Look again."))
    if one.told_on and one.outcome_on and one.outcome_on < one.told_on:
        problems.append(Problem("outcome_on", "It came out before they were told. Look again."))
    if one.outcome and one.outcome_on is None:
        problems.append(Problem("outcome_on", "Give the day that was known."))
    refuse_if(problems)


def _details(activity: Activity) -> list[Problem]:
    problems = []
    if activity.hours is not None and not 0 < activity.hours <= _HOURS_IN_A_WEEK:
        says = "Give the hours a week, or leave them out."
        problems.append(Problem("hours", says))
    codes = ("", *BARRIER_LABELS)
    problems += one_of("barrier", activity.barrier, codes, "Choose what stands in the way.")
    for field in ("detail", "evidence", "next_step"):
        problems += text_problems(field, getattr(activity, field))
    if activity.next_step_on and not activity.next_step.strip():
        problems.append(Problem("next_step", "Say what we do on that day."))
    return problems


def _stands_so(case: CaseFile, activity: Activity) -> bool:
    """Whether it was recorded with this code while the code was in use."""
    return any(
        held.row_id == activity.row_id and held.code == activity.code for held in case.activities
    )
