"""Keeping in touch: seen every eight weeks, contact not lost, and answered around a birthday."""

from datetime import date

from carelink.dates import Span
from carelink.duties.finding import Finding, Question, clock, not_owed
from carelink.duties.lookups import contact_told, unless_doubtful
from carelink.reasons import Because
from carelink.words import Rung, Status

_AS_AGREED = frozenset({Status.EDUCATION_SUPPORT, Status.SUPPORT_21_TO_25})
_AGES = (17, 18, 19, 20, 21)


def pa_contact_8w(q: Question) -> Finding:
    """Seen at least every eight weeks, or as the plan agrees (before 21 never beyond the rule)."""
    agreed = _agreed(q)
    if q.status in _AS_AGREED and agreed is None:
        return not_owed("The plan agrees no frequency; after 21 it is as they wish.")
    last_on = q.case.last_contact(Rung.SEEN)
    counted = last_on or q.spell_start
    span = q.rule.within
    if agreed and (q.status in _AS_AGREED or agreed.after(counted) < span.after(counted)):
        span = agreed
    how_often = f" Every {span}" + (", as the plan agrees." if span == agreed else ".")
    if last_on:
        told = contact_told(q.case, Rung.SEEN, last_on)
        because: Because = ("Last seen on ", last_on, " (", told, ").", how_often)
    else:
        because = ("Never yet seen. Counted from ", counted, ".", how_often)
    finding = clock(span.after(counted), last_on)._replace(because=because)
    return unless_doubtful(q, finding, last_on or date.min, span)


def lost_contact(q: Question) -> Finding:
    """Two months without an answer; due soon from 56 days."""
    last_on = q.case.last_contact(Rung.MESSAGE_ANSWERED)
    counted = last_on or q.spell_start
    if last_on:
        told = contact_told(q.case, Rung.MESSAGE_ANSWERED, last_on)
        because: Because = ("Last in touch on ", last_on, " (", told, ").")
    else:
        because = ("No contact recorded. Counted from ", counted, ".")
    return Finding(
        clock(None, None).found,
        because,
        due_on=q.rule.within.after(counted),
        last_on=last_on,
        soon_from=q.rule.spans["soon_after"].after(counted),
    )


def oc3_contact(q: Question) -> Finding:
    """In touch in the window around the latest birthday whose window has opened, 17 to 21."""
    before, after = q.rule.spans["before"], q.rule.spans["after"]
    if q.day >= before.before(q.turned(22)):
        return not_owed("The return asks about birthdays up to the 21st.")
    opened = [age for age in _AGES if before.before(q.turned(age)) <= q.day]
    answered = [
        on
        for age in opened
        for on in q.case.contacts_between(
            Rung.MESSAGE_ANSWERED,
            before.before(q.turned(age)),
            after.after(q.turned(age)),
        )
    ]
    last_on = max(answered, default=None)
    age = opened[-1] if opened else _AGES[0] - 1
    turned = q.turned(age)
    counts = bool(opened) and (
        turned >= q.day or q.history.standing(turned).status in q.rule.applies_to
    )
    if counts and not (last_on and last_on >= before.before(turned)):
        because: Because = (f"Not in touch yet around turning {age} on ", turned, ".", _missing(q))
        return clock(after.after(turned), last_on)._replace(because=because)
    if age >= _AGES[-1]:
        return clock(None, last_on, "No further birthday is asked about.", _missing(q))
    following = q.turned(age + 1)
    because = (f"The next window is around turning {age + 1} on ", following, ".", _missing(q))
    return clock(after.after(following), last_on)._replace(because=because)


def _agreed(q: Question) -> Span | None:
    """The frequency agreed in the latest plan that has not ended."""
    agreed = [
        (plan.approved_on or plan.started_on or date.min, plan.contact_every_days)
        for plan in q.case.plans
        if plan.contact_every_days and (plan.ended_on is None or q.day < plan.ended_on)
    ]
    return Span(max(agreed)[1], "day") if agreed else None


def _missing(q: Question) -> str:
    """What the return asks for beside the contact and is not on record, said in the reason."""
    home = q.case.home_on(q.day)
    missing = [
        says
        for says, known in (
            (" Their home is not recorded (homes.type).", home and home.type),
            (
                " Their work or learning is not recorded (activities.code).",
                q.case.activity_on(q.day),
            ),
        )
        if not known
    ]
    return "".join(missing)
