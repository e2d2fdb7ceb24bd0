"""What did we do about what they told us and what we promised? The verbs, each one gesture.

Each gives back the promise or the statement as it now stands, so that it can be undone.
"""

from datetime import date

from carelink.errors import Problem, Refused
from carelink.facts import Promise, Statement
from carelink.voice.checks import check_answer, check_outcome, check_promise
from db.one_fact import as_it_was, change_fact, record_fact
from db.trail import Writing


def make_promise(writing: Writing, promise: Promise) -> str:
    """Record a promise made to them, on the day of writing unless it says when. Returns its id.

    Raises: Refused with every problem at once.
    """
    made = promise._replace(made_on=promise.made_on or writing.today)
    return record_fact(writing, "promises", made, check_promise)


def keep_promise(
    writing: Writing,
    promise: Promise,
    kept_on: date | None,
    did: str = "",
    told_on: date | None = None,
) -> Promise:
    """Record the day a promise was kept, what we did, and the day they were told if they were.

    What they were told before that day, of its being broken, counts no more.

    Raises: Refused for a day that has not been; ChangedMeanwhile when it is no longer as read.
    """
    _given("kept_on", kept_on)
    return _change(
        writing, promise, promise._replace(kept_on=kept_on, did=did or promise.did, told_on=told_on)
    )


def break_promise(
    writing: Writing,
    promise: Promise,
    broken_on: date | None,
    why: str,
    instead: str = "",
    told_on: date | None = None,
) -> Promise:
    """Record that we cannot keep a promise, why, and what we do instead.

    Raises: Refused without a reason or for a day that has not been; ChangedMeanwhile.
    """
    _given("broken_on", broken_on)
    broken = promise._replace(
        broken_on=broken_on, broken_why=why, did=instead or promise.did, told_on=told_on
    )
    return _change(writing, promise, broken)


def tell_of_promise(writing: Writing, promise: Promise, told_on: date | None) -> Promise:
    """Record the day they were told what came of a promise.

    Raises: Refused while nothing has come of it; ChangedMeanwhile.
    """
    _given("told_on", told_on)
    return _change(writing, promise, promise._replace(told_on=told_on))


def put_promise_back(writing: Writing, now: Promise, before: Promise) -> Promise:
    """Undo: the promise stands as it did before the last gesture.

    Raises: ChangedMeanwhile when someone else has changed it since; nothing is then undone.
    """
    change_fact(writing, "promises", now, before, as_it_was)
    return before


def answer(
    writing: Writing,
    statement: Statement,
    answered_on: date | None,
    says: str,
    told_on: date | None = None,
) -> Statement:
    """Record the answer to what they told us, and the day they had it if they have.

    Raises: Refused without words or for a day that has not been; ChangedMeanwhile.
    """
    _given("answered_on", answered_on)
    answered = statement._replace(answered_on=answered_on, answer=says, told_on=told_on)
    return _answered(writing, statement, answered)


def tell_of_answer(writing: Writing, statement: Statement, told_on: date | None) -> Statement:
    """Record the day they had the answer.

    Raises: Refused while there is no answer; ChangedMeanwhile.
    """
    _given("told_on", told_on)
    return _answered(writing, statement, statement._replace(told_on=told_on))


def put_statement_back(writing: Writing, now: Statement, before: Statement) -> Statement:
    """Undo: the statement stands as it did before the last gesture.

    Raises: ChangedMeanwhile when someone else has changed it since.
    """
    change_fact(writing, "statements", now, before, as_it_was)
    return before


def _change(writing: Writing, before: Promise, after: Promise) -> Promise:
    change_fact(writing, "promises", before, after, check_outcome)
    return after


def _answered(writing: Writing, before: Statement, after: Statement) -> Statement:
    change_fact(writing, "statements", before, after, check_answer)
    return after


def _given(field: str, day: date | None) -> None:
    if day is None:
        raise Refused(Problem(field, "Give a day that has been, or today."))
