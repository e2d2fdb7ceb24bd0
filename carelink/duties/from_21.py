"""From 21: the talk before it, the yearly offer, and ending well at 25."""

from carelink.duties.before_18 import ahead_of
from carelink.duties.finding import Finding, Question, clock

_NO = frozenset({"no", "declined"})


def turning_21_plan(q: Question) -> Finding:
    """What they would like after 21, talked about three months before."""
    says = "The talk about turning 21 has not been had."
    return ahead_of(q, 21, "turning_21_talk", q.turned(20), says, "Talked about turning 21. ")


def turning_25_closure(q: Question) -> Finding:
    """The closing summary, three months before 25."""
    says = "The closing summary has not been written."
    return ahead_of(q, 25, "closure_summary", q.turned(24), says, "Closing summary written. ")


def s23czb_offer(q: Question) -> Finding:
    """Support offered again a year after the last offer, or after they last declined."""
    offers = [
        (event.on, event.outcome in _NO)
        for event in q.case.events_of("support_offer")
        if event.on and event.on >= q.turned(21)
    ]
    offers += [
        (request.end, True)
        for request in q.history.circumstances.of("support_request")
        if request.end and request.end <= q.day
    ]
    due_on = q.rule.spans["first_within"].after(q.spell_start)
    if not offers:
        return clock(due_on, None, "No offer recorded since ", q.spell_start, ".")
    last_on, said_no = max(offers)
    due_on = max(due_on, q.rule.within.after(last_on))
    answer = "; they did not want it then." if said_no else "."
    finding = clock(due_on, last_on, "Last offered on ", last_on, answer)
    return finding._replace(said_no=said_no)
