"""What must hold before a meeting, what it decided or what came of it may be recorded?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from carelink.case import CaseFile
from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Meeting, MeetingAction, MeetingItem, Worker
from carelink.meetings.outcomes import outcomes_of
from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from carelink.problems import day_that_has_been, not_ahead, one_of, refuse_if, text_problems

Action = MeetingItem | MeetingAction


def check_meeting(workers: Mapping[str, Worker], meeting: Meeting, today: date) -> None:
    """A meeting held: which one, on a day that has been; a supervision says whose it was."""
    problems = one_of("kind", meeting.kind, MEETING_LABELS, "Choose which meeting it was.")
    problems += day_that_has_been("on", meeting.on, today, "meeting")
    if meeting.kind == SUPERVISION and meeting.worker_id not in workers:
        problems.append(Problem("worker_id", "Choose whose supervision it was."))
    for field in ("chair", "attended", "words"):
        problems += text_problems(field, getattr(meeting, field))
    refuse_if(problems)


def check_item(kind: str, case: CaseFile, item: MeetingItem, today: date) -> None:
    """What was decided about somebody: a decision or an action, who does it and by when."""
    problems = _answer(kind, item)
    decided = item.answer or item.words.strip()
    if not decided and not item.action.strip():
        problems.append(Problem("answer", "Say what was decided, or what is to be done."))
    until = kind == SUPERVISION and item.answer == "accepted"
    if until and item.due_on is None:
        problems.append(Problem("due_on", "Say until which day the reason is accepted."))
    elif until and item.on and item.due_on and item.due_on < item.on:
        says = f"The day is before the meeting of {show(item.on)}."
        problems.append(Problem("due_on", says))
    if until and not item.words.strip():
        problems.append(Problem("words", "Say which reason you accept."))
    if not until or item.action.strip():
        doing = _doing("action", item.action, item)
        problems += [problem for problem in doing if problem not in problems]
    born, died = case.person.date_of_birth, case.person.date_of_death
    if item.on and born and item.on < born:
        problems.append(Problem("on", f"The meeting is before they were born ({show(born)})."))
    if item.due_on and died and item.due_on > died:
        says = f"They died on {show(died)}; nothing can be due after it."
        problems.append(Problem("due_on", says))
    for field in ("service", "lead", "words", "action", "by_whom"):
        problems += text_problems(field, getattr(item, field))
    refuse_if(problems)


def check_action(workers: Mapping[str, Worker], action: MeetingAction, today: date) -> None:
    """An action of the meeting itself: what, who does it, and by when."""
    problems = []
    if not action.what.strip():
        problems.append(Problem("what", "Say what is to be done."))
    problems += _doing("what", action.what, action)
    for field in ("what", "by_whom"):
        problems += text_problems(field, getattr(action, field))
    refuse_if(problems)


def check_done(about: Any, action: Action, today: date) -> None:
    """What came of an action: done on a day that has been, and not before it was asked for."""
    problems = not_ahead("done_on", action.done_on, today, "doing")
    if action.done_on and action.on and action.done_on < action.on:
        says = f"The day is before the meeting of {show(action.on)} that asked for it."
        problems.append(Problem("done_on", says))
    refuse_if(problems + text_problems("done_words", action.done_words))


def check_carried(about: Any, action: Action, today: date) -> None:
    """An action that goes on: a day ahead by which it is to be done now."""
    problems = []
    if action.due_on is None or action.due_on <= today:
        problems.append(Problem("due_on", "Give a day after today by which it is to be done."))
    refuse_if(problems + text_problems("done_words", action.done_words))


def _answer(kind: str, item: MeetingItem) -> list[Problem]:
    if not item.answer:
        return []
    offered = [outcome.code for outcome in outcomes_of(kind)]
    return one_of("answer", item.answer, offered, "Choose what this meeting decided.")


def _doing(field: str, what: str, action: Action) -> list[Problem]:
    """An action has somebody to do it and a day; neither stands without an action."""
    if not what.strip():
        if action.by_whom.strip() or action.due_on:
            return [Problem(field, "Say what is to be done.")] if field == "action" else []
        if isinstance(action, MeetingItem) and action.answer == "action":
            return [Problem("action", "Say what is to be done.")]
        return []
    problems = []
    if not action.by_whom.strip():
        problems.append(Problem("by_whom", "Say who does it."))
    if action.due_on is None:
        problems.append(Problem("due_on", "Say by which day it is to be done."))
    elif action.on and action.due_on < action.on:
        says = f"The day is before the meeting of {show(action.on)}."
        problems.append(Problem("due_on", says))
    return problems
