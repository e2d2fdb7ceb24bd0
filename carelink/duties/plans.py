"""The pathway plan: the first one, one in place, and its reviews."""

from datetime import date

from carelink.duties.assessments import request_start
from carelink.duties.finding import Finding, Question, clock, done, no_date, not_owed, once
from carelink.duties.lookups import home_for_visits, since
from carelink.facts import Plan
from carelink.reasons import Because
from carelink.words import Status

_ASKED = {
    Status.EDUCATION_SUPPORT: "education_request",
    Status.SUPPORT_21_TO_25: "support_request",
}
_EVER = frozenset({Status.ELIGIBLE, Status.RELEVANT})
_FIRST_PLAN = _EVER | frozenset(_ASKED)


def pathway_plan_first(q: Question) -> Finding:
    """Approved within three months of the status beginning, or of asking for support."""
    approved = sorted(plan.approved_on for plan in q.case.plans if plan.approved_on)
    start, due_on = _first_plan_due(q)
    if q.status in _ASKED:
        satisfied = since(sorted([*approved, *q.case.reviews_held]), start)
    else:
        satisfied = since(approved, q.turned(16))
    was = "Plan approved" if not satisfied or satisfied[0] in approved else "Plan reviewed"
    owed: Because = ("No pathway plan has been approved. Counted from ", start, ".")
    return once(due_on, satisfied, owed, f"{was}. {_copy(q)}")


def pathway_plan_in_place(q: Question) -> Finding:
    """A plan that was started or approved and has not ended."""
    running = [p for p in q.case.plans if p.ended_on is None or q.day < p.ended_on]
    last_on = max((on for plan in q.case.plans if (on := dated(plan))), default=None)
    if any(dated(plan) for plan in running):
        finding = done(None, None, "A plan is in place. ")
        return finding._replace(last_on=last_on)
    if running:
        return no_date("plans.started_on", last_on)
    first = q.history.first_day(_EVER) or q.spell_start  # a status agreed to may be all there is
    says = "The last plan has ended" if last_on else "No plan is recorded"
    return clock(q.rule.within.after(first), last_on, f"{says}. Counted from ", first, ".")


def pathway_review_6m(q: Question) -> Finding:
    """Six months from the last review, or from the plan where there has been none."""
    held = q.case.reviews_held
    planned = [on for plan in q.case.plans if (on := plan.approved_on or plan.started_on)]
    last_on = held[-1] if held else None
    counted = max([*held[-1:], *planned], default=None)
    if counted is None:
        return no_date("plans.approved_on")
    due_on = q.rule.within.after(counted)
    if q.status in _ASKED:
        began = q.history.spell_start(_FIRST_PLAN, q.day)  # never before its time, nor the plan's
        due_on = max(due_on, _first_plan_due(q)[1], began)
    what = "review held on " if counted == last_on else "plan of "
    return clock(due_on, last_on, f"Counted from the {what}", counted, ".")


def pathway_review_on_request(q: Question) -> Finding:
    """28 days from the earliest request that no review has answered."""
    asked = sorted(review.asked_on for review in q.case.plan_reviews if review.asked_on)
    if not asked:
        return not_owed("Nobody has asked for a review.")
    held = since(q.case.reviews_held, asked[0])
    last_on = held[-1] if held else None
    for on in asked:
        if last_on is None or last_on < on:
            finding = clock(q.rule.within.after(on), last_on, "A review was asked for on ", on, ".")
            return finding._replace(because=(*finding.because, " It is still open."))
    answered = since(held, asked[-1])[0]
    finding = done(answered, q.rule.within.after(asked[-1]), "The review asked for was held. ")
    return finding._replace(last_on=last_on)


def pathway_review_28d_move(q: Question) -> Finding:
    """A review within 28 days of a move into a home that the authority provides."""
    found = home_for_visits(q, provided=True, began_in_spell=True)
    if isinstance(found, Finding):
        return found
    assert found.start is not None
    owed: Because = ("No review since they moved in on ", found.start, ".")
    held = since(q.case.reviews_held, found.start)
    return once(q.rule.within.after(found.start), held, owed, "Reviewed since the move. ")


def dated(plan: Plan) -> date | None:
    """The later of the plan's own dates; None where it has neither."""
    return max((on for on in (plan.started_on, plan.approved_on) if on), default=None)


def _first_plan_due(q: Question) -> tuple[date, date]:
    """The day the first plan's clock starts, and the day it runs out."""
    asked = _ASKED.get(q.status)
    start = request_start(q, asked) if asked else q.history.spell_start({q.status}, q.day)
    return start, q.rule.spans.get("first_within", q.rule.within).after(start)


def _copy(q: Question) -> str:
    approved = [plan for plan in q.case.plans if plan.approved_on]
    latest = max(approved, key=lambda plan: plan.approved_on or date.min, default=None)
    return "" if latest is None or latest.copy_given_on else "A copy has not been given. "
