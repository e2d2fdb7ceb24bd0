"""How is a manager's decision on a young person's case recorded, its action done, taken back?"""

from carelink.errors import Problem, Refused
from carelink.facts import Decision
from carelink.oversight.checks import check_decision
from carelink.words import MANAGER
from db.one_fact import AT_ONCE, as_it_was, change_fact, record_fact, take_back
from db.plan_rows import author_of
from db.trail import Writing


def decide(writing: Writing, decision: Decision) -> str:
    """Record a decision as a note of today on the case. Returns its id.

    Raises: Refused for anybody but a team manager, and with every problem at once.
    """
    author = author_of(writing)
    if author.role != MANAGER:
        raise Refused(Problem("", "Only a team manager decides here."))
    dated = decision._replace(on=writing.today, decided_by=author.name)
    return record_fact(writing, "decisions", dated, check_decision)


def action_done(writing: Writing, before: Decision) -> Decision:
    """The action of a decision was done today. Returns the decision as it now stands.

    Raises: Refused where there is no action or it is done already; ChangedMeanwhile.
    """
    if not before.action or before.done_on is not None:
        raise Refused(Problem("", "There is no action of this decision left to do."))
    after = before._replace(done_on=writing.today)
    change_fact(writing, "decisions", before, after, as_it_was)
    return after


def action_open_again(writing: Writing, now: Decision, was: Decision) -> str:
    """Undo that an action was done. Returns the decision's id."""
    return change_fact(writing, "decisions", now, was, as_it_was)


def undo_decision(writing: Writing, decision_id: str) -> str:
    """Take back a decision just recorded: what it stood on is to be decided again."""
    return take_back(writing, "decisions", decision_id, AT_ONCE)
