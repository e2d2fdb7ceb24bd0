"""Leave to remain: applied for before it runs out, and legal advice before 17 and a half."""

from datetime import date

from carelink.duties.finding import Finding, Question, no_date, not_owed, once, unknown
from carelink.duties.lookups import satisfying
from carelink.facts import Immigration
from carelink.reasons import Because

_FOR_GOOD = frozenset({"settled", "british"})


def uasc_leave_expiry(q: Question) -> Finding:
    """An application before the latest leave runs out, in the 28 days before (earlier counts)."""
    rows = q.case.immigration
    if not rows:
        return _without_rows(q) or no_date("immigration.expires_on")
    if any(leave.leave_type in _FOR_GOOD for leave in rows):
        return not_owed("They may stay for good: settled or British.")
    latest = max(rows, key=lambda leave: leave.expires_on or date.min)
    if latest.expires_on is None:
        return no_date("immigration.expires_on")
    applied = sorted(on for leave in rows if (on := _applied(leave, latest)) is not None)
    owed: Because = ("Leave to remain runs out on ", latest.expires_on, "; no application yet.")
    was = "Applied for further leave. "
    if applied and applied[0] < q.rule.spans["window"].before(latest.expires_on):
        was += "It was earlier than 28 days before, and may be returned. "
    return once(q.rule.lead.before(latest.expires_on), applied, owed, was)


def uasc_17_5(q: Question) -> Finding:
    """A legal appointment or an application six months before 17 and a half."""
    rows = q.case.immigration
    if not rows:
        absent = unknown("their leave to remain is not recorded (immigration.leave_type)")
        return absent if q.case.person.uasc is not False else not_owed("Not recorded as UASC.")
    kinds = {leave.leave_type for leave in rows}
    if kinds & _FOR_GOOD:
        return not_owed("They may stay for good: settled or British.")
    if "uasc_leave" not in kinds:
        if "" in kinds:
            return unknown("the kind of leave is not recorded (immigration.leave_type)")
        return not_owed("Their leave is not UASC leave.")
    first = q.turned(16)
    half = q.rule.spans["age"].after(q.turned(17))
    acted = satisfying(q.case, "legal_appointment", first)
    acted += [row.applied_on for row in rows if row.applied_on and row.applied_on >= first]
    owed: Because = ("No legal appointment yet. Turns 17 and a half on ", half, ".")
    return once(q.rule.lead.before(half), sorted(acted), owed, "Legal advice or application. ")


def _without_rows(q: Question) -> Finding | None:
    if q.case.person.uasc is None:
        return unknown("whether they came as an unaccompanied child is not recorded (people.uasc)")
    return None if q.case.person.uasc else not_owed("Not recorded as UASC.")


def _applied(leave: Immigration, latest: Immigration) -> date | None:
    """An application for what follows the latest leave: on its own row, or on a later one."""
    if leave is latest:
        return leave.applied_on
    if leave.expires_on is None and leave.applied_on and latest.granted_on:
        return leave.applied_on if leave.applied_on >= latest.granted_on else None
    return None
