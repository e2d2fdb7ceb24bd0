"""What must hold before a fact may be recorded: every problem at once, each beside its field."""

from collections.abc import Collection
from datetime import date

from carelink.case import CaseFile
from carelink.dates import months_after, show
from carelink.errors import Problem
from carelink.facts import (
    Allocation,
    Contact,
    DutyAnswer,
    Event,
    Snooze,
)
from carelink.problems import day_that_has_been, end_after_start, refuse_if, text_problems
from carelink.rulebook import Rule
from carelink.words import (
    ANSWERS,
    BEGUN_BY,
    EVENTS,
    LAW,
    OUTCOMES,
    RUNG_LABELS,
    Rung,
)


def check_contact(case: CaseFile, contact: Contact, today: date) -> None:
    """A contact: what happened, on a day that has been, after they were born."""
    problems = []
    if not contact.rung or contact.rung not in RUNG_LABELS or contact.rung == Rung.UNKNOWN:
        problems.append(Problem("rung", "Choose what happened."))
    problems += day_that_has_been("on", contact.on, today, "contact")
    born = case.person.date_of_birth
    if contact.on is not None and born is not None and contact.on < born:
        problems.append(Problem("on", f"The day is before they were born ({show(born)})."))
    died = case.person.date_of_death
    if contact.on is not None and died is not None and contact.on > died:
        problems.append(Problem("on", f"The day is after they died on {show(died)}."))
    if contact.begun_by not in BEGUN_BY:
        problems.append(Problem("begun_by", "Choose who began it."))
    if contact.next_on is not None and contact.on is not None and contact.next_on <= contact.on:
        problems.append(Problem("next_on", "The next contact must be after this one."))
    problems += [*text_problems("note", contact.note), *text_problems("worry", contact.worry)]
    refuse_if(problems)


def check_event(event: Event, today: date) -> None:
    """Something done that a duty asks for: a known kind, on a day that has been."""
    problems = day_that_has_been("on", event.on, today, "event")
    if event.kind not in EVENTS:
        problems.append(Problem("kind", "Choose what was done."))
    if event.outcome not in OUTCOMES:
        problems.append(Problem("outcome", "Choose how it came out."))
    refuse_if(problems)


def check_allocation(allocation: Allocation, workers: Collection[str], today: date) -> None:
    """Who works with somebody: a worker of the team, from a day that has been."""
    problems = day_that_has_been("start", allocation.start, today, "allocation")
    if allocation.worker_id not in workers:
        problems.append(Problem("worker_id", "Choose one of the team's workers."))
    problems += end_after_start(allocation.start, allocation.end)
    refuse_if(problems)


def check_snooze(rule: Rule, due_on: date | None, snooze: Snooze, today: date) -> None:
    """A line may be set aside with a reason until a day; never past a date that law sets."""
    problems = []
    if not snooze.reason.strip():
        problems.append(Problem("reason", "Say why this can wait."))
    if snooze.until is None or snooze.until <= today:
        problems.append(Problem("until", "Choose a day after today."))
    elif rule.basis in LAW and (due_on is None or snooze.until > due_on):
        says = "This duty is law and cannot be set aside"
        says += f" past the day it is due, {show(due_on)}." if due_on and due_on > today else "."
        problems.append(Problem("until", says))
    elif snooze.until > months_after(today, 12):
        problems.append(Problem("until", "Choose a day within the next twelve months."))
    refuse_if(problems)


def check_duty_answer(rule: Rule, answer: DutyAnswer, today: date) -> None:
    """An answer: theirs or the manager's, with reason and day, asked again within a year."""
    problems = day_that_has_been("on", answer.on, today, "answer")
    if answer.answer not in ANSWERS:
        problems.append(Problem("answer", "Choose declined or not required."))
    if answer.answer == "not_required" and rule.basis in LAW:
        problems.append(Problem("answer", "This duty is law; it cannot be decided away."))
    if not answer.reason.strip():
        problems.append(Problem("reason", "Give the reason."))
    if answer.on is not None and (
        answer.ask_again_on is None
        or not answer.on < answer.ask_again_on <= months_after(answer.on, 12)
    ):
        says = "Choose the day to ask again, within twelve months of the answer."
        problems.append(Problem("ask_again_on", says))
    refuse_if(problems)
