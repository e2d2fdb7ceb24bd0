"""What must hold before a part of the plan may be recorded? Every problem beside its field."""

from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Assessment, Plan, PlanAction, PlanMatter, PlanReview, PlanVersion
from carelink.plan.actions import ANSWERS, ActionAnswer
from carelink.plan.matters import MATTERS
from carelink.plan.words import (
    AGREEMENT_LABELS,
    ASKED_BY_LABELS,
    CHOSE_NOT_TO,
    DROPPED,
    MATTER_FIELDS,
    STANDS_LABELS,
    TOOK_PART_LABELS,
)
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems

_A_YEAR = 365


def check_matter(case: CaseFile, matter: PlanMatter, today: date) -> None:
    """One matter's answer: a matter of the law's lists, texts that can be kept and printed."""
    problems = one_of("matter", matter.matter, MATTERS, "This is no matter of a pathway plan.")
    problems += one_of("stands", matter.stands, ("", *STANDS_LABELS), "Choose how it stands.")
    for field in MATTER_FIELDS:
        problems += text_problems(field, getattr(matter, field))
    refuse_if(problems)


def check_action(case: CaseFile, action: PlanAction, today: date) -> None:
    """One action: what will be done. Who and by when may come later, and are gaps till then."""
    problems = text_problems("what", action.what) + text_problems("by_whom", action.by_whom)
    if not action.what.strip():
        problems.append(Problem("what", "Say what will be done."))
    problems += one_of("matter", action.matter, MATTERS, "This is no matter of a pathway plan.")
    refuse_if(problems)


def check_answer(case: CaseFile, answer: ActionAnswer, today: date) -> None:
    """What came of an action: done, not yet, or dropped, and then why."""
    problems = one_of("outcome", answer.outcome, ANSWERS, "Choose done, not yet or drop.")
    if answer.outcome == DROPPED and not answer.words.strip():
        problems.append(Problem("outcome_words", "Say why this is dropped."))
    refuse_if(problems + text_problems("outcome_words", answer.words))


def check_interval(case: CaseFile, plan: Plan, today: date) -> None:
    """How often we keep in touch, as agreed with them: whole days, up to a year, or nothing."""
    days = plan.contact_every_days
    says = "Give a number of whole days, from 1 to 365."
    wrong = days is not None and (days != int(days) or not 1 <= days <= _A_YEAR)
    refuse_if([Problem("contact_every_days", says)] if wrong else [])


def check_assessed(case: CaseFile, done: Assessment, today: date) -> None:
    """An assessment of needs: the day it was completed, after they were born."""
    problems = day_that_has_been("completed_on", done.completed_on, today, "assessment")
    born = case.person.date_of_birth
    if done.completed_on and born and done.completed_on < born:
        problems.append(Problem("completed_on", "The day is before they were born."))
    if any(on == done.completed_on for on in case.needs_assessed):
        problems.append(Problem("completed_on", "An assessment of that day is recorded already."))
    refuse_if(problems)


def check_review_asked(case: CaseFile, review: PlanReview, today: date) -> None:
    """A review asked for: by whom, on a day that has been."""
    problems = one_of("asked_by", review.asked_by, ASKED_BY_LABELS, "Choose who asks for it.")
    refuse_if(problems + day_that_has_been("asked_on", review.asked_on, today, "asking"))


def check_their_view(case: CaseFile, version: PlanVersion, today: date) -> None:
    """How they took part and whether they agree; who took no part is said with the reason."""
    problems = one_of("took_part", version.took_part, ("", *TOOK_PART_LABELS), "Choose how.")
    problems += one_of("agreement", version.agreement, ("", *AGREEMENT_LABELS), "Choose one.")
    if version.took_part == CHOSE_NOT_TO and not version.no_part_why.strip():
        problems.append(Problem("no_part_why", "Say why they chose not to, as far as you know."))
    for field in ("took_part_how", "others_took_part", "no_part_why", "agreement_words"):
        problems += text_problems(field, getattr(version, field))
    refuse_if(problems)
