"""What was decided about a duty? Setting a line aside, and the answers that change what is owed."""

from carelink.checks import check_duty_answer, check_snooze
from carelink.duties import Duty, duties_of
from carelink.facts import DutyAnswer, Snooze
from carelink.rulebook import Rule, Rulebook, load_rulebook
from db.plan_rows import author_of
from db.reading import read_case
from db.trail import Writing, add


def snooze_duty(writing: Writing, snooze: Snooze, rulebook: Rulebook | None = None) -> str:
    """Set a line of My week aside until a day; the duty itself is untouched. Returns the id.

    What is no law waits for a manager from then on, who is not whoever set it aside.

    Raises: Refused without a reason, or past a day that law sets.
    """
    rules = rulebook or load_rulebook()
    case = read_case(writing.connection, snooze.person_id)
    owed = {duty.duty: duty for duty in duties_of(case, rules, writing.today)}
    duty = owed.get(snooze.duty)
    rule = _as_owed(rules.rule(snooze.duty), duty)
    by = snooze.worker_id or author_of(writing).name
    snooze = snooze._replace(on=snooze.on or writing.today, worker_id=by)
    check_snooze(rule, duty.due_on if duty else None, snooze, writing.today)
    (row_id,) = add(writing, "snoozes", [snooze])
    return row_id


def answer_duty(writing: Writing, answer: DutyAnswer, rulebook: Rulebook | None = None) -> str:
    """Record that they declined, or that the manager decided it is not required. Returns the id.

    Raises: Refused with every problem at once.
    """
    rules = rulebook or load_rulebook()
    case = read_case(writing.connection, answer.person_id)
    owed = {duty.duty: duty for duty in duties_of(case, rules, writing.today)}
    rule = _as_owed(rules.rule(answer.duty), owed.get(answer.duty))
    answer = answer._replace(on=answer.on or writing.today)
    check_duty_answer(rule, answer, writing.today)
    (row_id,) = add(writing, "duty_answers", [answer])
    return row_id


def _as_owed(rule: Rule, duty: Duty | None) -> Rule:
    """The rule on the basis it has for this person: the same visit may be law or local standard."""
    return rule._replace(basis=duty.basis) if duty else rule
