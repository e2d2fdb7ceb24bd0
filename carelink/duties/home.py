"""A home and what comes with it: suitability, the allowance, council tax relief, insurance."""

from datetime import date

from carelink.dates import months_after
from carelink.duties.finding import Finding, Question, clock, done, no_date, not_owed, once, unknown
from carelink.duties.lookups import satisfying, since
from carelink.facts import Home
from carelink.reasons import Because
from carelink.words import HOME_LABELS

_TENANT = frozenset({"own", "joint"})
_CHECK_NOT_OWED = frozenset("XGH")
_CHECK_AT_ONCE = frozenset("WVS")
_NO_HOME = "no home is recorded for the day (homes.start)"
_NO_TENANCY = "who is liable for the home is not recorded (homes.tenancy)"


def accommodation_suitability_check(q: Question) -> Finding:
    """Within seven days of the move (at once in an emergency), then every six months."""
    home = q.case.home_on(q.day)
    if home is None:
        return unknown(_NO_HOME)
    if home.type in _CHECK_NOT_OWED:
        return not_owed(f"Not judged: {HOME_LABELS[home.type].lower()}.")
    if not home.type:
        return unknown("what kind of home it is is not recorded (homes.type)")
    began = home.start or home.known_on
    checked = satisfying(q.case, "suitability_check", began) if began else []
    if checked:
        due_on = q.rule.spans["again_within"].after(checked[-1])
        return clock(due_on, checked[-1], "Last checked on ", checked[-1], ".")
    if home.start is None:
        return no_date("homes.start")
    at_once = bool(home.emergency) or home.type in _CHECK_AT_ONCE
    due_on = home.start if at_once else q.rule.within.after(home.start)
    return clock(due_on, None, "Not checked since they moved in on ", home.start, ".")


def setting_up_home_allowance(q: Question) -> Finding:
    """Granted within 28 days of the first tenancy."""
    first = _first_tenancy(q)
    if first is None:
        home = q.case.home_on(q.day)
        return unknown(_NO_TENANCY) if home and not home.tenancy else not_owed("No tenancy yet.")
    granted = q.case.awards_of("setting_up_home_allowance")
    if first.start is None:
        if granted:
            return done(granted[0], None, "Granted. ")._replace(last_on=granted[-1])
        return no_date("homes.start")
    owed: Because = ("Not yet granted. The first tenancy began on ", first.start, ".")
    return once(q.rule.within.after(first.start), granted, owed, "Granted. ")


def council_tax_relief(q: Question) -> Finding:
    """Within 28 days of a tenancy, then for each year from 1 April, until 25."""
    home = q.case.home_on(q.day)
    if home is None:
        return unknown(_NO_HOME)
    if not home.tenancy:
        return unknown(_NO_TENANCY)
    if home.tenancy not in _TENANT:
        return not_owed("They are not liable for council tax here.")
    if home.start is None:
        return no_date("homes.start")
    awarded = since(q.case.awards_of("council_tax_relief"), home.start)
    if awarded:
        due_on: date | None = _april_after(awarded[-1])
        because: Because = ("Awarded on ", awarded[-1], "; each year runs from 1 April.")
    else:
        counted = max(home.start, q.turned(18))
        due_on = q.rule.within.after(counted)
        because = ("Not yet awarded for this home. Counted from ", counted, ".")
    if due_on is not None and due_on >= q.turned(25):
        due_on, because = None, (*because, " Nothing more falls due before they turn 25.")
    return clock(due_on, awarded[-1] if awarded else None)._replace(because=because)


def home_contents_insurance(q: Question) -> Finding:
    """Within 28 days of the first tenancy, in the first year there."""
    first = _first_tenancy(q)
    home = q.case.home_on(q.day)
    if first is None:
        if home is None:
            return unknown(_NO_HOME)
        return not_owed("No tenancy yet.") if home.tenancy else unknown(_NO_TENANCY)
    if home != first:
        return not_owed("They no longer live in their first tenancy.")
    began = first.start or first.known_on
    if began is not None and q.day >= months_after(began, 12):
        return not_owed("The first year was over by ", months_after(began, 12), ".")
    if first.start is None:
        return unknown("the day the first tenancy began is not recorded (homes.start)")
    granted = since(q.case.awards_of("home_contents_insurance"), first.start)
    owed: Because = ("Not yet taken out. The first tenancy began on ", first.start, ".")
    return once(q.rule.within.after(first.start), granted, owed, "Insured. ")


def _first_tenancy(q: Question) -> Home | None:
    """The first home ever with a tenancy of their own or shared, begun by the day."""
    tenancies = [home for home in q.case.homes if home.tenancy in _TENANT]
    return min(tenancies, key=lambda h: h.start or h.known_on or date.min, default=None)


def _april_after(awarded: date) -> date:
    """The next 1 April after an award; one dated in March is for the coming year."""
    year = awarded.year + (1 if awarded.month >= 3 else 0)
    return date(year, 4, 1)
