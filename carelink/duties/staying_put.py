"""Staying put with a former foster carer: considered, reviewed, and moved on from."""

from datetime import date

from carelink.duties.before_18 import ahead_of
from carelink.duties.finding import Finding, Question, clock, no_date, not_owed, unknown
from carelink.duties.lookups import since
from carelink.facts import Circumstance

_FOSTERED = frozenset({"U1", "U2", "U3", "U4", "U5", "U6"})


def staying_put_decision(q: Question) -> Finding:
    """For those in foster care: decided within six months of 16, and again of 17."""
    home = q.case.home_on(q.day)
    if home is None or not home.placement:
        return unknown("whether they live in foster care is not recorded (homes.placement)")
    if home.placement not in _FOSTERED:
        return not_owed("They do not live in foster care.")
    at_16, at_17 = q.turned(16), q.turned(17)
    # A decision either way is the thing done: a "no" to staying put is recorded as one.
    decided = [e.on for e in q.case.events_of("staying_put_decision") if e.on]
    decided = since(decided, at_16)
    if not decided:
        says = "No decision about staying put. Turned 16 on "
        return clock(q.rule.within.after(at_16), None, says, at_16, ".")
    if decided[-1] < at_17:
        because = ("Decided on ", decided[-1], "; asked again after they turn 17 on ", at_17, ".")
        return clock(q.rule.within.after(at_17), decided[-1], *because)
    return clock(None, decided[-1], "Decided on ", decided[-1], ", after they turned 17.")


def staying_put_review(q: Question) -> Finding:
    """With each plan review: six months from the last since it began, or from its beginning."""
    found = _arrangement(q)
    if isinstance(found, Finding):
        return found
    if found.start is None:
        return no_date("circumstances.start")
    held = since(q.case.reviews_held, found.start)
    last_on = held[-1] if held else None
    counted = last_on or found.start
    what = "Last reviewed on " if last_on else "Not yet reviewed. Began on "
    return clock(q.rule.within.after(counted), last_on, what, counted, ".")


def staying_put_end(q: Question) -> Finding:
    """A move-on plan six months before 21, when staying put ends."""
    found = _arrangement(q)
    if isinstance(found, Finding):
        return found
    first = q.turned(20)
    says = "There is no plan yet for moving on from staying put."
    return ahead_of(q, 21, "move_on_plan", first, says, "Move-on plan made. ")


def _arrangement(q: Question) -> Circumstance | Finding:
    running = q.history.circumstances.running("staying_put", q.day) or _without_start(q)
    if running is not None:
        return running
    home = q.case.home_on(q.day)
    if home is not None and home.type == "Z":
        return unknown(
            "they live with a former foster carer, but no staying-put arrangement is recorded "
            "(circumstances.kind)"
        )
    return not_owed("No staying-put arrangement.")


def _without_start(q: Question) -> Circumstance | None:
    for arrangement in q.history.circumstances.of("staying_put"):
        if arrangement.start is None and (arrangement.end or date.max) > q.day:
            return arrangement
    return None
