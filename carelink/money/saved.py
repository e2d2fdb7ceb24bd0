"""What was saved for them: who has a Junior ISA, who a Child Trust Fund, and how it stands."""

from datetime import date

from carelink.care_history import CareHistory
from carelink.dates import months_after
from carelink.money.entry import Entry
from carelink.money.question import LONG_AGO, Occasion, Question, Window

# Births in these days have a Child Trust Fund. Source: Child Trust Funds Act 2004.
_FIRST_BORN, _LAST_BORN = date(2002, 9, 1), date(2011, 1, 2)
_NOT_KNOWN_UASC = "whether they came to the country on their own is not recorded (people.uasc)"
_CAME_LATER = "Came to the country later, so has no Child Trust Fund."


def looked_after_for_a_year(q: Question, entry: Entry) -> Occasion:
    """Twelve months in care without a break, reached before 18; it is open from that day."""
    care: CareHistory = q.history.care
    for stretch in care.stretches:
        reached = months_after(stretch.start, 12)
        if reached < q.turned(18) and (stretch.end is None or reached <= stretch.end):
            return Occasion((Window(reached),), ("Looked after for a year by ", reached, "."))
    if care.lacks_a_start or not care.stretches:
        return Occasion((), missing="when they were looked after (care_periods.start)")
    return Occasion((), ("Not looked after for a whole year before 18.",))


def junior_isa(q: Question, entry: Entry) -> Occasion:
    """A year in care, and no Child Trust Fund."""
    cared_for = looked_after_for_a_year(q, entry)
    if not cared_for.windows or not _born_for_a_fund(q):
        return cared_for
    if q.case.person.uasc is None:
        return Occasion((), missing=_NOT_KNOWN_UASC)
    if q.case.person.uasc:
        return cared_for._replace(because=(*cared_for.because, " ", _CAME_LATER))
    return Occasion((), ("Born when every child was given a Child Trust Fund.",))


def child_trust_fund(q: Question, entry: Entry) -> Occasion:
    """Born in the years in which each child here was given one."""
    if not _born_for_a_fund(q):
        return Occasion((), ("Not born from 1 September 2002 to 2 January 2011.",))
    if q.case.person.uasc is None:
        return Occasion((), missing=_NOT_KNOWN_UASC)
    if q.case.person.uasc:
        return Occasion((), (_CAME_LATER,))
    return Occasion((Window(LONG_AGO),), ("Born from 1 September 2002 to 2 January 2011.",))


def _born_for_a_fund(q: Question) -> bool:
    return q.born is not None and _FIRST_BORN <= q.born <= _LAST_BORN
