"""What must be ready before a young person turns 18."""

from datetime import date

from carelink.duties.finding import Finding, Question, once
from carelink.duties.lookups import not_wanted, satisfying


def pa_introduction_pre18(q: Question) -> Finding:
    """A joint meeting with the adviser, six months before 18."""
    return ahead_of(q, 18, "pa_introduction", date.min, "Has not yet met their adviser.", "Met. ")


def transitions_panel(q: Question) -> Finding:
    """The transitions panel, at 17, six months before 18; for everyone."""
    says = "The transitions panel has not considered them since they turned 17."
    return ahead_of(q, 18, "transitions_panel", q.turned(17), says, "Considered by the panel. ")


def housing_plan_pre18(q: Question) -> Finding:
    """Where they will live, agreed six months before 18."""
    says = "Where they will live after 18 is not yet agreed."
    return ahead_of(q, 18, "housing_plan_agreed", q.turned(16), says, "Home agreed. ")


def health_history_18(q: Question) -> Finding:
    """The health history in their hands by the day before 18; late until given, or 21."""
    says = "The health history has not been given to them."
    return ahead_of(q, 18, "health_history_given", q.turned(16), says, "Health history given. ")


def ahead_of(q: Question, age: int, kind: str, first: date, says: str, was: str) -> Finding:
    """A one-off event, on or after `first`, due the rule's lead before a birthday."""
    turns = q.turned(age)
    owed = (f"{says} Turns {age} on ", turns, ".", *not_wanted(q.case, kind, first))
    return once(q.rule.lead.before(turns), satisfying(q.case, kind, first), owed, was)
