"""Has what they told us been answered, by when must it be, and do they have the answer?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Statement
from carelink.said import counted
from carelink.voice.promises import by_the_day, lives_on, told_of, waiting_for
from carelink.voice.words import (
    DAYS_TO_ANSWER,
    NEEDS_NO_ANSWER,
    OPEN,
    STATEMENT_STANDS,
    Stands,
    Told,
)
from carelink.working_days import working_days_after


class Heard(NamedTuple):
    """Where a statement stands: exactly one state. `answer_by` is agreed, or else law's day."""

    statement: Statement
    stands: Stands
    told: Told
    days: int = 0
    answer_by: date | None = None
    by_law: bool = False

    @property
    def open(self) -> bool:
        """Whether it still waits for our answer."""
        return self.stands in OPEN

    @property
    def to_tell(self) -> bool:
        """Whether there is an answer that they have not been told."""
        return self.told is Told.NOT_YET


class Voice(NamedTuple):
    """Everything they told us, what waits for us first, and how it adds up."""

    heard: tuple[Heard, ...]
    counts: Mapping[Stands, int]

    @property
    def said(self) -> str:
        """The sum in words: "3 statements = 1 late + 2 answered"."""
        parts = [f"{self.counts[s]:,} {STATEMENT_STANDS[s]}" for s in Stands if self.counts[s]]
        many = counted(len(self.heard), "statement")
        return f"{many} = {' + '.join(parts)}" if parts else "No statement of theirs is recorded"


def statement_of(statement: Statement, day: date, *, alive: bool = True) -> Heard:
    """Where the statement stands on the day; one with no answer past its day is late."""
    by, by_law = answer_by(statement)
    answered = by_the_day(statement.answered_on, day)
    if answered:
        late = max((answered - by).days if by else 0, 0)
        stands = Stands.DONE_LATE if late else Stands.DONE
        told = told_of(statement.told_on, answered, day, alive=alive)
        return Heard(statement, stands, told, late, by, by_law)
    if not alive or (statement.kind in NEEDS_NO_ANSWER and by is None):
        return Heard(statement, Stands.NOT_NEEDED, Told.NOTHING_YET, 0, by, by_law)
    stands, days = waiting_for(by, day)
    return Heard(statement, stands, Told.NOTHING_YET, days, by, by_law)


def answer_by(statement: Statement) -> tuple[date | None, bool]:
    """The day by which to answer, and whether law sets it: a complaint has one without our doing.

    Source: SI 2006/1738, in working days, by the complaint's stage.
    """
    if statement.respond_by is not None:
        return statement.respond_by, False
    usual = DAYS_TO_ANSWER.get(statement.stage) if statement.kind == "complaint" else None
    if usual is None or statement.on is None:
        return None, False
    return working_days_after(statement.on, usual[0]), True


def latest_by_law(statement: Statement) -> date | None:
    """The last day that law leaves for answering a complaint; None for anything else."""
    span = DAYS_TO_ANSWER.get(statement.stage) if statement.kind == "complaint" else None
    if span is None or statement.on is None:
        return None
    return working_days_after(statement.on, span[1])


def voice_of(case: CaseFile, day: date) -> Voice:
    """Everything they told us by the day: the longest wait first, then the newest."""
    told_us = [said for said in case.statements if said.on is None or said.on <= day]
    return voice(statement_of(said, day, alive=lives_on(case.person, day)) for said in told_us)


def voice(heard: Iterable[Heard]) -> Voice:
    """The statements in order, with their sum."""
    ordered = sorted(heard, key=_order)
    counted_by = Counter(one.stands for one in ordered)
    return Voice(tuple(ordered), {stands: counted_by[stands] for stands in Stands})


def say_heard(heard: Heard) -> str:
    """Where the statement stands, said as ours."""
    days = counted(heard.days, "day")
    by = show(heard.answer_by) if heard.answer_by else ""
    by += " by law" if heard.by_law else ""
    answered = heard.statement.answered_on
    on = show(answered) if answered else ""
    return {
        Stands.LATE: f"We are {days} late with an answer (due {by})",
        Stands.DUE_SOON: f"To answer {'today' if heard.days == 0 else f'in {days}'} ({by})",
        Stands.DUE_LATER: f"To answer by {by}",
        Stands.NO_DATE: "Waits for an answer; there is no day to answer by",
        Stands.DONE: f"Answered on {on}",
        Stands.DONE_LATE: f"Answered on {on}, {days} late (due {by})",
        Stands.NOT_NEEDED: "Asks for no answer",
    }[heard.stands]


def say_heard_told(heard: Heard) -> str:
    """Whether they have the answer; empty while there is none."""
    if heard.told is Told.NOT_YET:
        return "They do not have the answer yet"
    told_on = heard.statement.told_on
    return f"They had the answer on {show(told_on)}" if heard.told is Told.TOLD and told_on else ""


def _order(heard: Heard) -> tuple[int, bool, int, str]:
    statement = heard.statement
    place = list(Stands).index(heard.stands) if heard.open else len(Stands)
    first = heard.answer_by if heard.open else None
    newest = -statement.on.toordinal() if statement.on else 0
    return place, not heard.to_tell, first.toordinal() if first else newest, statement.words
