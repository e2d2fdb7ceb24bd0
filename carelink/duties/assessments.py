"""Needs assessments: on becoming eligible or relevant, and when support is asked for."""

from datetime import date

from carelink.duties.finding import Finding, Question, not_owed, once
from carelink.duties.lookups import since
from carelink.reasons import Because


def needs_assessment_eligible(q: Question) -> Finding:
    """Within three months of becoming eligible."""
    return _since_spell(q, "eligible")


def needs_assessment_relevant(q: Question) -> Finding:
    """Within three months of becoming relevant, unless a plan had been approved by then."""
    start = q.spell_start
    approved = min((p.approved_on for p in q.case.plans if p.approved_on), default=None)
    if approved is not None and approved <= start:
        return not_owed("A plan had been approved on ", approved, ", before they became relevant.")
    return _since_spell(q, "relevant")


def needs_assessment_s23ca(q: Question) -> Finding:
    """Within three months of asking for support in education."""
    return _since_request(q, "education_request", "support in education")


def needs_assessment_s23czb(q: Question) -> Finding:
    """Within three months of asking for support."""
    return _since_request(q, "support_request", "support")


def request_start(q: Question, kind: str) -> date:
    """The day of the latest request running, on which the status rests.

    Where a manager agreed to the status and no request is recorded, the day it began.
    """
    request = q.history.circumstances.running(kind, q.day)
    if request is None or request.start is None:
        return q.history.spell_start({q.status}, q.day)
    return request.start


def _since_spell(q: Question, became: str) -> Finding:
    start = q.spell_start
    owed: Because = (
        "No needs assessment since they turned 16. Became ",
        became,
        " on ",
        start,
        ".",
    )
    assessed = since(q.case.needs_assessed, q.turned(16))
    return once(q.rule.within.after(start), assessed, owed, "Needs assessed. ")


def _since_request(q: Question, kind: str, what: str) -> Finding:
    start = request_start(q, kind)
    owed: Because = (f"No needs assessment since they asked for {what} on ", start, ".")
    assessed = since(q.case.needs_assessed, start)
    return once(q.rule.within.after(start), assessed, owed, "Needs assessed. ")
