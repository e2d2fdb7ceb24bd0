"""What must hold before a manager's decision may be recorded?"""

from datetime import date, timedelta

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Decision
from carelink.oversight.words import ACCEPTED, ACTION, DECISION_LABELS
from carelink.problems import day_that_has_been, refuse_if, text_problems

# How far ahead a decision may put something out of a manager's sight. Source: a local setting.
AT_MOST = timedelta(days=92)


def check_decision(case: CaseFile, decision: Decision, today: date) -> None:
    """An answer on something, with the day it comes back; an action says what, a reason why."""
    problems = day_that_has_been("on", decision.on, today, "decision")
    if decision.answer not in DECISION_LABELS:
        problems.append(Problem("answer", "Choose what you decide."))
    if not decision.about.strip():
        problems.append(Problem("", "Choose what it is about."))
    if decision.answer == ACTION and not decision.action.strip():
        problems.append(Problem("action", "Say what is to be done."))
    if decision.answer == ACCEPTED and not decision.words.strip():
        problems.append(Problem("words", "Say which reason you accept."))
    if decision.again_on is None or decision.again_on <= today:
        problems.append(Problem("again_on", "Choose a day after today."))
    elif decision.again_on > today + AT_MOST:
        says = "Choose a day within three months: nothing is put out of sight for longer."
        problems.append(Problem("again_on", says))
    for field in ("words", "action", "by_whom"):
        problems += text_problems(field, getattr(decision, field))
    refuse_if(problems)
