"""What must hold before a promise or a statement may be recorded, changed, kept or answered?"""

from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.errors import Problem
from carelink.facts import Promise, Statement
from carelink.problems import day_that_has_been, not_ahead, one_of, refuse_if, text_problems
from carelink.voice.statements import latest_by_law
from carelink.voice.words import SOURCES, STAGES, STATEMENTS, THEMES


def check_promising(case: CaseFile, promise: Promise, today: date) -> None:
    """What is promised in a note: what and by when; the day is the note's own.

    Raises: Refused with both problems at once.
    """
    refuse_if(_what_by_when(promise))


def check_promise(case: CaseFile, promise: Promise, today: date) -> None:
    """A promise: what we said we would do and by when; how it came out, once it has.

    Raises: Refused with every problem at once.
    """
    problems = _what_by_when(promise)
    problems += not_ahead("made_on", promise.made_on, today, "promise")
    problems += one_of("source", promise.source, SOURCES, "Choose where it was promised.")
    held = {said.statement_id for said in case.statements}
    if promise.statement_id and promise.statement_id not in held:
        problems.append(Problem("statement_id", "Choose one of the things they told us."))
    problems += text_problems("said", promise.said)
    refuse_if([*problems, *_how_it_came_out(promise, today)])


def check_outcome(case: CaseFile, promise: Promise, today: date) -> None:
    """How a promise came out: kept or not, and told. One without a day may be kept as well.

    Raises: Refused with every problem at once.
    """
    refuse_if(_how_it_came_out(promise, today))


def check_statement(case: CaseFile, statement: Statement, today: date) -> None:
    """What they told us: its kind, the day and their words; the answer, once there is one.

    Raises: Refused with every problem at once.
    """
    says = "Choose what it is: a challenge card, Mind of My Own, a complaint or a compliment."
    problems = one_of("kind", statement.kind, STATEMENTS, says)
    problems += day_that_has_been("on", statement.on, today, "statement")
    if not statement.words.strip():
        problems.append(Problem("words", "Write what they told us, in their own words."))
    problems += one_of("theme", statement.theme, THEMES, "Choose what it is about.")
    problems += one_of("stage", statement.stage, STAGES, "Choose the stage of the complaint.")
    if statement.stage and statement.kind != "complaint":
        problems.append(Problem("stage", "Only a complaint has a stage."))
    for field in ("words", "to_whom"):
        problems += text_problems(field, getattr(statement, field))
    refuse_if([*problems, *_when_to_answer(statement), *_answered(statement, today)])


def check_answer(case: CaseFile, statement: Statement, today: date) -> None:
    """The answer to what they told us, and the day they had it.

    Raises: Refused with every problem at once.
    """
    refuse_if(_answered(statement, today))


def _what_by_when(promise: Promise) -> list[Problem]:
    problems = text_problems("what", promise.what)
    if not promise.what.strip():
        problems.append(Problem("what", "Say what was promised."))
    if promise.due_on is None:
        problems.append(Problem("due_on", "Say by when it was promised."))
    elif promise.made_on is not None and promise.due_on < promise.made_on:
        problems.append(Problem("due_on", "The day it is promised for is before it was made."))
    return problems


def _how_it_came_out(promise: Promise, today: date) -> list[Problem]:
    problems = [
        *text_problems("did", promise.did),
        *text_problems("broken_why", promise.broken_why),
    ]
    for field, what in (("kept_on", "keeping"), ("broken_on", "word"), ("told_on", "telling")):
        day = getattr(promise, field)
        problems += not_ahead(field, day, today, what)
        if day is not None and promise.made_on is not None and day < promise.made_on:
            says = f"The day is before the promise was made ({show(promise.made_on)})."
            problems.append(Problem(field, says))
    if promise.broken_on is not None and not promise.broken_why.strip():
        problems.append(Problem("broken_why", "Say why it cannot be kept."))
    ended = promise.kept_on or promise.broken_on
    if promise.told_on is not None and ended is None:
        says = "Nothing has come of it yet that they could be told."
        problems.append(Problem("told_on", says))
    elif promise.told_on is not None and ended is not None and promise.told_on < ended:
        says = f"They can be told from the day it came out ({show(ended)})."
        problems.append(Problem("told_on", says))
    return problems


def _when_to_answer(statement: Statement) -> list[Problem]:
    by, on = statement.respond_by, statement.on
    if by is None or on is None:
        return []
    if by < on:
        return [Problem("respond_by", "The day to answer by is before they told us.")]
    latest = latest_by_law(statement)
    if latest is not None and by > latest:
        says = f"Law leaves until {show(latest)} for answering this complaint; choose that or less."
        return [Problem("respond_by", says)]
    return []


def _answered(statement: Statement, today: date) -> list[Problem]:
    answered, told = statement.answered_on, statement.told_on
    problems = text_problems("answer", statement.answer)
    problems += not_ahead("answered_on", answered, today, "answer")
    problems += not_ahead("told_on", told, today, "telling")
    if answered is not None and statement.on is not None and answered < statement.on:
        problems.append(Problem("answered_on", "The answer is dated before they told us."))
    if answered is not None and not statement.answer.strip():
        problems.append(Problem("answer", "Write the answer."))
    if told is not None and answered is None:
        problems.append(Problem("told_on", "There is no answer yet that they could have."))
    elif told is not None and answered is not None and told < answered:
        says = f"They can have the answer from the day of it ({show(answered)})."
        problems.append(Problem("told_on", says))
    return problems
