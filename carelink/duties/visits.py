"""Visits to a young person's home: after a move, before the review, and every two months."""

from carelink.duties.finding import Finding, Question, clock, no_date, once
from carelink.duties.lookups import contact_told, home_for_visits, since, unless_doubtful
from carelink.reasons import Because
from carelink.words import Basis, Rung


def pa_visit_7d(q: Question) -> Finding:
    """Seen at the new home within seven days of any move; law where the authority provides it."""
    found = home_for_visits(q, provided=False, began_in_spell=True)
    if isinstance(found, Finding):
        return found
    assert found.start is not None
    owed: Because = ("Not yet seen at the home they moved into on ", found.start, ".")
    seen = q.case.contacts_since(Rung.SEEN_AT_HOME, found.start)
    finding = once(q.rule.within.after(found.start), seen, owed, "Seen at the new home. ")
    basis = Basis.REGULATION if found.home.provided_by_authority else Basis.LOCAL
    return unless_doubtful(q, finding._replace(basis=basis), found.start, None)


def pa_visit_pre_review(q: Question) -> Finding:
    """A second, later visit to the new home, before the review that follows the move."""
    found = home_for_visits(q, provided=True, began_in_spell=True)
    if isinstance(found, Finding):
        return found
    assert found.start is not None
    review = next(iter(since(q.case.reviews_held, found.start)), None)
    due_on = q.rule.within.after(found.start)
    if review is not None and review < due_on:
        due_on = review
    seen = sorted(set(q.case.contacts_since(Rung.SEEN_AT_HOME, found.start)))
    owed: Because = ("No second visit since they moved in on ", found.start, ".")
    finding = once(due_on, seen[1:], owed, "Seen a second time at the new home. ")
    if seen[1:] and review is not None and seen[1] > review:
        finding = finding._replace(
            because=(*finding.because, "This was after the review of ", review, ". ")
        )
    doubtful = {c.on for c in q.case.contacts if not c.rung and c.on and c.on >= found.start}
    if len(doubtful.union(seen)) < 2:
        return finding  # however far the one contact got, there was no second day
    return unless_doubtful(q, finding, found.start, None)


def pa_visit_2m(q: Question) -> Finding:
    """Not more than two months between visits in a home that the authority provides."""
    found = home_for_visits(q, provided=True, began_in_spell=False)
    if isinstance(found, Finding):
        return found
    seen = q.case.contacts_since(Rung.SEEN_AT_HOME, found.start) if found.start else []
    last_on = seen[-1] if seen else None
    if found.start is None or (found.home.start is None and last_on is None):
        return no_date("homes.start")
    counted = max(day for day in (last_on, found.home.start, q.spell_start) if day is not None)
    if counted == last_on:
        told = contact_told(q.case, Rung.SEEN_AT_HOME, counted)
        because: Because = ("Last seen at home on ", counted, " (", told, ").")
    else:
        because = ("Not yet seen at this home. Counted from ", counted, ".")
    finding = clock(q.rule.within.after(counted), last_on)._replace(because=because)
    return unless_doubtful(q, finding, found.start, q.rule.within)
