"""What did we do about what they told us and what we promised? The verbs, each one gesture."""

from datetime import date

from carelink.errors import Problem, Refused
from carelink.facts import Promise, Statement
from carelink.voice.checks import check_answer, check_outcome, check_promise, check_statement
from db.one_fact import change_fact, record_fact
from db.trail import Writing


def make_promise(writing: Writing, promise: Promise) -> str:
    """Record a promise made to them, on the day of writing unless it says when. Returns its id.

    Raises: Refused with every problem at once.
    """
    made = promise._replace(made_on=promise.made_on or writing.today)
    return record_fact(writing, "promises", made, check_promise)


def keep_promise(writing: Writing, promise: Promise, kept_on: date | None, did: str = "") -> str:
    """Record the day a promise was kept, and what we did. They are then to be told of it anew.

    Raises: Refused for a day that has not been; ChangedMeanwhile when it is no longer as read.
    """
    _given("kept_on", kept_on)
    kept = promise._replace(kept_on=kept_on, did=did or promise.did)
    if kept_on and kept.told_on and kept.told_on < kept_on:
        kept = kept._replace(told_on=None)
    return change_fact(writing, "promises", promise, kept, check_outcome)


def break_promise(
    writing: Writing, promise: Promise, broken_on: date | None, why: str, instead: str = ""
) -> str:
    """Record that we cannot keep a promise, why, and what we do instead. Returns its id.

    Raises: Refused without a reason or for a day that has not been; ChangedMeanwhile.
    """
    _given("broken_on", broken_on)
    broken = promise._replace(broken_on=broken_on, broken_why=why, did=instead or promise.did)
    return change_fact(writing, "promises", promise, broken, check_outcome)


def tell_of_promise(writing: Writing, promise: Promise, told_on: date | None) -> str:
    """Record the day they were told what came of a promise. Returns its id.

    Raises: Refused while nothing has come of it; ChangedMeanwhile.
    """
    _given("told_on", told_on)
    told = promise._replace(told_on=told_on)
    return change_fact(writing, "promises", promise, told, check_outcome)


def put_promise_back(writing: Writing, now: Promise, before: Promise) -> str:
    """Undo: the promise stands as it did before the last gesture. Returns its id.

    Raises: ChangedMeanwhile when someone else has changed it since; nothing is then undone.
    """
    return change_fact(writing, "promises", now, before, _as_it_was)


def hear(writing: Writing, statement: Statement, promises: tuple[Promise, ...] = ()) -> str:
    """Record what they told us, with what was promised on it at once. Returns its id.

    Raises: Refused with every problem at once of the statement, then of the promises.
    """
    statement_id = record_fact(writing, "statements", statement, check_statement)
    for promise in promises:
        make_promise(
            writing,
            promise._replace(
                person_id=statement.person_id,
                statement_id=statement_id,
                source=statement.kind if statement.kind != "compliment" else promise.source,
                said=promise.said or statement.words,
            ),
        )
    return statement_id


def answer(
    writing: Writing,
    statement: Statement,
    answered_on: date | None,
    says: str,
    told_on: date | None = None,
) -> str:
    """Record the answer to what they told us, and the day they had it if they have. Its id.

    Raises: Refused without words or for a day that has not been; ChangedMeanwhile.
    """
    _given("answered_on", answered_on)
    answered = statement._replace(answered_on=answered_on, answer=says, told_on=told_on)
    return change_fact(writing, "statements", statement, answered, check_answer)


def tell_of_answer(writing: Writing, statement: Statement, told_on: date | None) -> str:
    """Record the day they had the answer. Returns the statement's id.

    Raises: Refused while there is no answer; ChangedMeanwhile.
    """
    _given("told_on", told_on)
    told = statement._replace(told_on=told_on)
    return change_fact(writing, "statements", statement, told, check_answer)


def put_statement_back(writing: Writing, now: Statement, before: Statement) -> str:
    """Undo: the statement stands as it did before the last gesture. Returns its id.

    Raises: ChangedMeanwhile when someone else has changed it since.
    """
    return change_fact(writing, "statements", now, before, _as_it_was)


def _given(field: str, day: date | None) -> None:
    if day is None:
        raise Refused(Problem(field, "Give a day that has been, or today."))


def _as_it_was(*_: object) -> None:
    """What stood before may stand again: no check of today."""
