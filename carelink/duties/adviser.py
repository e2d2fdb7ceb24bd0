"""A personal adviser: one from the first day, and no gap after one leaves."""

from datetime import date

from carelink.duties.finding import Finding, Question, clock, not_owed, once
from carelink.facts import Allocation
from carelink.reasons import Because
from carelink.words import ADVISER


def pa_allocation(q: Question) -> Finding:
    """An adviser from the day the duty begins; the law gives no days of grace."""
    started = sorted(a.start or date.min for a in _advisers(q))
    owed: Because = ("No personal adviser has been allocated since ", q.spell_start, ".")
    finding = once(q.rule.within.after(q.spell_start), started, owed, "Adviser allocated. ")
    if started and started[0] == date.min:
        known = [on for on in started if on != date.min]
        return finding._replace(done_on=None, last_on=known[-1] if known else None)
    return finding


def pa_vacancy(q: Question) -> Finding:
    """Another adviser within 14 days of the last one ending."""
    advisers = _advisers(q)
    if not advisers:
        return not_owed("Has never had an adviser; see the duty to allocate one.")
    last_on = max((a.start for a in advisers if a.start), default=None)
    ends = [q.case.allocation_end(allocation) for allocation in advisers]
    ended = [end for end in ends if end is not None and end <= q.day]
    if len(ended) < len(ends):
        return clock(None, last_on, "Has a personal adviser today.")
    left = max(ended)
    last_on = last_on or left  # there was one, even where its first day is not known
    return clock(q.rule.within.after(left), last_on, "The last adviser ended on ", left, ".")


def _advisers(q: Question) -> list[Allocation]:
    return [a for a in q.case.allocations if a.role == ADVISER]
