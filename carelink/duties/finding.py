"""What one duty's own clock says, before the states are settled in their order."""

from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday, months_after
from carelink.duties.duty import Duty
from carelink.facts import DutyAnswer
from carelink.reasons import Because
from carelink.rulebook import Rule
from carelink.status import StatusHistory
from carelink.words import LAW, Basis, State, Status


class Question(NamedTuple):
    """What is asked: how one rule stands for one case file, up to the day."""

    case: CaseFile
    history: StatusHistory
    status: Status
    day: date
    rule: Rule

    @property
    def spell_start(self) -> date:
        """The first day of the unbroken run on one of the rule's statuses."""
        return self.history.spell_start(self.rule.applies_to, self.day)

    def turned(self, age: int) -> date:
        """The birthday; whoever has a status that a duty is owed to has a date of birth."""
        assert self.case.person.date_of_birth is not None
        return birthday(self.case.person.date_of_birth, age)


class Found(Enum):
    """The six things a duty's own clock can say; DOUBTFUL: something may have satisfied it."""

    NOT_OWED = auto()
    UNKNOWN = auto()
    DOUBTFUL = auto()
    NO_DATE = auto()
    DONE = auto()
    CLOCK = auto()


class Finding(NamedTuple):
    """What was found, the day it is (or was) due, the last day satisfied, and why.

    `soon_from` replaces the rule's notice; `said_no` is a last offer that was not wanted.
    """

    found: Found
    because: Because
    due_on: date | None = None
    last_on: date | None = None
    done_on: date | None = None
    basis: Basis | None = None
    soon_from: date | None = None
    said_no: bool = False


def not_owed(*because: str | date) -> Finding:
    """The duty's condition is known not to hold."""
    return Finding(Found.NOT_OWED, because)


def unknown(fact: str) -> Finding:
    """A fact that the duty's condition needs is missing; `fact` names it."""
    return Finding(Found.UNKNOWN, (f"We cannot tell: {fact}.",))


def no_date(column: str, last_on: date | None = None) -> Finding:
    """The day the clock starts from is missing; `column` names it."""
    return Finding(Found.NO_DATE, (f"There is no date to count from ({column}).",), last_on=last_on)


def done(on: date | None, due_on: date | None, *because: str | date) -> Finding:
    """A one-off duty, satisfied on a day; late satisfaction satisfies."""
    return Finding(Found.DONE, because, due_on=due_on, last_on=on, done_on=on)


def once(due_on: date, satisfied: list[date], owed: Because, was: str) -> Finding:
    """A one-off duty: done on the first day that satisfies it, else due by its day."""
    if satisfied:
        finding = done(satisfied[0], due_on, was)
        return finding._replace(last_on=satisfied[-1])
    return Finding(Found.CLOCK, owed, due_on=due_on)


def clock(due_on: date | None, last_on: date | None, *because: str | date | int) -> Finding:
    """A clock that runs to `due_on`; None when there is nothing further to come."""
    return Finding(Found.CLOCK, because, due_on=due_on, last_on=last_on)


def settle(question: Question, finding: Finding, person_id: str) -> Duty:
    """The one state, by the first test that fits. Source: duties, section 2, rows 4 to 13."""
    rule = question.rule
    basis = finding.basis or rule.basis
    state, due_on, because = _state(question, finding, basis)
    return Duty(
        person_id,
        rule.duty,
        state,
        due_on,
        finding.last_on,
        basis,
        rule.source_for(basis),
        because,
    )


def _state(
    question: Question, finding: Finding, basis: Basis
) -> tuple[State, date | None, Because]:
    found, because = finding.found, finding.because
    if found is Found.NOT_OWED:
        return State.NOT_REQUIRED, None, because
    if question.case.duty_answers:
        waived = None if basis in LAW else standing_answer(question, "not_required")
        if waived is not None and found is not Found.UNKNOWN:
            return State.NOT_REQUIRED, None, _answered("Decided as not required", waived)
        because = (*because, *_said_no(question))
    if found in (Found.UNKNOWN, Found.DOUBTFUL):
        return State.CANNOT_TELL, None, because
    if found is Found.DONE:
        return State.ON_TRACK, None, (*because, *_in_time(question, finding))
    if found is Found.NO_DATE:
        return State.NO_DATE, None, because
    return _by_the_clock(question, finding._replace(because=because))


def _by_the_clock(question: Question, finding: Finding) -> tuple[State, date | None, Because]:
    rule, day, because = question.rule, question.day, finding.because
    due_on = finding.due_on
    if due_on is None:
        return State.ON_TRACK, None, because
    if due_on < day:
        due_on = max(due_on, question.spell_start)  # never before its time
    if due_on < day:
        never = rule.repeats and finding.last_on is None
        return (State.NEVER if never else State.OVERDUE), due_on, because
    if rule.may_decline and standing_answer(question, "declined"):
        return State.DECLINED, due_on, because
    soon_from = finding.soon_from or due_on - timedelta(days=rule.notice)
    if day >= soon_from:
        return State.DUE_SOON, due_on, because
    if finding.said_no:
        return State.DECLINED, due_on, (*because, " We ask again on ", due_on, ".")
    return State.ON_TRACK, due_on, because


def _said_no(question: Question) -> Because:
    """Their own "no", which is told whatever the state; it never ends what the authority owes."""
    declined = standing_answer(question, "declined")
    return (" ", *_answered("They said no", declined), " ") if declined else ()


def standing_answer(question: Question, answer: str) -> DutyAnswer | None:
    """The answer that stands on the day: from `on` up to the day before `ask_again_on`.

    What a manager returned stands no longer from that day on.
    """
    for given in question.case.duty_answers:
        if given.duty != question.rule.duty or given.answer != answer or given.on is None:
            continue
        ask_again_on = given.ask_again_on or months_after(given.on, 12)
        if not given.on <= question.day < ask_again_on:
            continue
        if not question.case.is_returned("duty_answer", given.row_id, question.day):
            return given
    return None


def _answered(says: str, answer: DutyAnswer) -> Because:
    assert answer.on is not None
    again: Because = (" We ask again on ", answer.ask_again_on, ".") if answer.ask_again_on else ()
    reason = answer.reason.strip().rstrip(".")
    return (f"{says} on ", answer.on, f": {reason}." if reason else ".", *again)


def _in_time(question: Question, finding: Finding) -> Because:
    if finding.done_on is None or finding.due_on is None:
        return ("Done.",)
    due_on = max(finding.due_on, question.spell_start)
    days = (finding.done_on - due_on).days
    if days <= 0:
        return ("Done in time, on ", finding.done_on, ".")
    return ("Done on ", finding.done_on, f", {days} {'day' if days == 1 else 'days'} late.")
