"""What have they reached, which education plans are there, and what were they told about?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import EducationPlan, LearningLevel, Opportunity
from carelink.learning.words import (
    LEVEL_LABELS,
    OPPORTUNITY_LABELS,
    OUTCOME_LABELS,
    PLAN_LABELS,
    SETTLED,
    SUBJECT_LABELS,
)
from carelink.said import Line, counted, words_of

_SHARED = {True: "may be shown to others", False: "not to be shown to others"}


def level_in(case: CaseFile, subject: str, day: date) -> LearningLevel | None:
    """The latest level in a subject up to the day; one without a day is the oldest."""
    held = [
        level
        for level in case.learning_levels
        if level.subject == subject and (level.on is None or level.on <= day)
    ]
    return max(held, key=lambda level: level.on or date.min, default=None)


def say_level(level: LearningLevel) -> str:
    """One level in words: Maths: Level 1."""
    subject = SUBJECT_LABELS.get(level.subject, level.subject) or "Subject not recorded"
    return f"{subject}: {LEVEL_LABELS.get(level.level, level.level) or 'level not recorded'}"


def say_plan(plan: EducationPlan) -> str:
    """Which education plan it is."""
    return PLAN_LABELS.get(plan.kind, plan.kind) or "Education plan, of which kind is not recorded"


def say_outcome(opportunity: Opportunity) -> str:
    """What came of it, in words; empty while nothing is known."""
    return OUTCOME_LABELS.get(opportunity.outcome, words_of(opportunity.outcome))


def level_lines(case: CaseFile, day: date) -> list[Line]:
    """English, maths and digital skills, none of them left out."""
    lines = []
    for subject, title in SUBJECT_LABELS.items():
        level = level_in(case, subject, day)
        if level is None:
            lines.append(Line(title, "Not recorded. Ask them"))
            continue
        known = f"Since {show(level.on)}" if level.on else "Since when is not recorded"
        beneath = ". ".join(filter(None, (known, level.evidence)))
        lines.append(Line(title, LEVEL_LABELS.get(level.level, level.level), beneath))
    return lines


def plan_of(case: CaseFile, kind: str, day: date) -> EducationPlan | None:
    """The education plan of this kind held last."""
    held = [
        plan
        for plan in case.education_plans
        if plan.kind == kind and (plan.held_on is None or plan.held_on <= day)
    ]
    return max(held, key=lambda plan: plan.held_on or date.min, default=None)


def plan_lines(case: CaseFile, day: date) -> list[Line]:
    """Each kind of education plan: when it was held, when it is next, and when it ends."""
    lines = []
    for kind, title in PLAN_LABELS.items():
        plan = plan_of(case, kind, day)
        if plan is None:
            lines.append(Line(title, "None is recorded"))
            continue
        held = f"Held on {show(plan.held_on)}" if plan.held_on else "The day is not recorded"
        lines.append(Line(title, held, ". ".join(filter(None, _dates_of(plan, day)))))
    return lines


def say_opportunity(opportunity: Opportunity) -> str:
    """Which kind, and what it was."""
    kind = OPPORTUNITY_LABELS.get(opportunity.kind, words_of(opportunity.kind))
    return f"{kind}: {opportunity.what}" if kind else opportunity.what


def opportunity_lines(case: CaseFile, day: date) -> list[tuple[Opportunity, Line]]:
    """What they were told about and what came of it: first what is still open, then by day."""
    held = sorted(case.opportunities, key=lambda one: one.told_on or date.min, reverse=True)
    held.sort(key=lambda one: one.outcome in SETTLED)
    return [(one, _opportunity_line(one, day)) for one in held]


def _opportunity_line(one: Opportunity, day: date) -> Line:
    about = say_outcome(one) or "Not known what came of it"
    told = f"told on {show(one.told_on)}" if one.told_on else "when they were told is not recorded"
    applied = f"applied on {show(one.applied_on)}" if one.applied_on else "not applied"
    said = [told, applied]
    if one.outcome and one.outcome_on:
        said.append(f"{about[:1].lower()}{about[1:]} on {show(one.outcome_on)}")
    elif one.told_on and one.outcome not in SETTLED:
        said.append(f"{counted((day - one.told_on).days, 'day')} ago")
    beneath = ", ".join(said)
    return Line(about, say_opportunity(one), beneath[:1].upper() + beneath[1:])


def _dates_of(plan: EducationPlan, day: date) -> list[str]:
    said = []
    if plan.next_on is None:
        said.append("No day is set for the next review")
    elif plan.next_on < day:
        said.append(f"The next review was due on {show(plan.next_on)}")
    else:
        said.append(f"Next review on {show(plan.next_on)}")
    if plan.ends_on:
        said.append(f"{'Ended' if plan.ends_on <= day else 'Ends'} on {show(plan.ends_on)}")
    consent = _SHARED.get(plan.consent) if plan.consent is not None else None
    said.append(_upper(consent or "sharing not asked yet"))
    return [*said, plan.detail]


def _upper(said: str) -> str:
    return said[:1].upper() + said[1:]
