"""Did the qualifying event happen, and what did it open? One function for each event."""

from collections.abc import Callable, Mapping
from datetime import date

from carelink.case import CaseFile
from carelink.dates import months_after
from carelink.facts import Activity
from carelink.money.entry import Entry
from carelink.money.question import LONG_AGO, Occasion, Question, Window, begun
from carelink.money.saved import child_trust_fund, junior_isa, looked_after_for_a_year
from carelink.reasons import Because

_ALWAYS = Occasion((Window(LONG_AGO),))
_NO_HOME = "no home is recorded for the day (homes.start)"
_NO_TENANCY = "who is liable for the home is not recorded (homes.tenancy)"
_NO_ACTIVITY = "what they work at or learn is not recorded (activities.code)"
_NO_BEGINNING = "when staying put began (circumstances.start)"
_HIGHER = frozenset({"F1", "P1"})
_FURTHER = frozenset({"F2", "P2"})
_APPRENTICE = frozenset({"F4", "P4"})
_FULL_TIME = frozenset({"F1", "F2", "F3", "F4", "F5"})
# A home that a residential course may come with: university and the like, or "somewhere else".
_NOT_AT_HOME = frozenset({"", "Y"})


def their_status(q: Question, entry: Entry) -> Occasion:
    """Nothing beyond their status and age is asked for."""
    return _ALWAYS


def first_tenancy(q: Question, entry: Entry) -> Occasion:
    """The first home ever for which they are liable themselves."""
    if not q.tenancies:
        return _no_tenancy(q)
    start = begun(q.tenancies[0])
    if start is None:
        return Occasion((), missing="the day the first tenancy began (homes.start)")
    return Occasion((Window(start),), ("The first tenancy began on ", start, "."))


def first_year_of_first_tenancy(q: Question, entry: Entry) -> Occasion:
    """The first year there, for as long as they live there."""
    if not q.tenancies:
        return _no_tenancy(q)
    first = q.tenancies[0]
    start = begun(first)
    if start is None:
        return Occasion((), missing="the day the first tenancy began (homes.start)")
    end = min(first.end or date.max, months_after(start, 12))
    because: Because = ("The first tenancy began on ", start, "; its first year counts.")
    return Occasion((Window(start, end),), because)


def liable_for_council_tax(q: Question, entry: Entry) -> Occasion:
    """Each home for which they are liable; the relief is the business of the council there."""
    windows = tuple(
        Window(start, home.end) for home in q.tenancies if (start := begun(home)) is not None
    )
    if q.home is not None and q.home.tenancy in ("own", "joint"):
        if begun(q.home) is None:
            return Occasion(windows, missing="the day this home began (homes.start)")
        return Occasion(windows, _whose_relief(q))
    none = _no_tenancy(q)
    return Occasion(windows, ("They are not liable for council tax here.",), *none[2:])


def authority_for(case: CaseFile, day: date, entitlement: str) -> str:
    """The council that decides, where it is not ours: the one they are liable to."""
    home = case.home_on(day) if entitlement == "council_tax_relief" else None
    return home.host_authority if home else ""


def _whose_relief(q: Question) -> Because:
    home = q.home
    host = home.host_authority if home else ""
    if not host:
        return ("They are liable for council tax where they live.",)
    return (
        f"They are liable to {host}: its own scheme applies. ",
        "Where that leaves something to pay, they pass the bill to us.",
    )


def higher_education_begun(q: Question, entry: Entry) -> Occasion:
    """The first course in higher education; whether it is long enough is for us to see."""
    began = next((day for act in q.doing(_HIGHER) if (day := begun(act))), None)
    if began is None:
        return _no_course(q, _HIGHER)
    says = "; it counts if the course is of two academic years or more."
    return Occasion((Window(began),), ("In higher education since ", began, says))


def in_higher_education(q: Question, entry: Entry) -> Occasion:
    """While a course in higher education runs."""
    return _while_doing(q, _HIGHER, "In higher education.")


def further_education_full_time(q: Question, entry: Entry) -> Occasion:
    """While a full-time course below degree level runs."""
    says = "In full-time learning; it counts if it is below degree level, without parents' support."
    return _while_doing(q, frozenset({"F2"}), says)


def academic_year_16_to_19(q: Question, entry: Entry) -> Occasion:
    """Learning in the academic years at whose start, on 31 August, they were 16, 17 or 18."""
    first, last = _september_from(q.turned(16)), _september_from(q.turned(19))
    years = Window(first, last)
    windows = []
    for activity in q.doing(_FURTHER):
        start = begun(activity)
        course = Window(start, activity.end).within(years) if start else None
        if course is not None:
            windows.append(course)
    if windows:
        says = "Learning, and 16, 17 or 18 on the 31 August before the year began."
        return Occasion(tuple(windows), (says,))
    if q.day >= last:
        return Occasion((), ("Too old on the 31 August before this academic year.",))
    return _no_course(q, _FURTHER)


def apprenticeship(q: Question, entry: Entry) -> Occasion:
    """The first year of the first apprenticeship."""
    began = next((day for act in q.doing(_APPRENTICE) if (day := begun(act))), None)
    if began is None:
        return _no_course(q, _APPRENTICE)
    because: Because = ("The first apprenticeship began on ", began, "; its first year counts.")
    return Occasion((Window(began, months_after(began, 12)),), because)


def vacations(q: Question, entry: Entry) -> Occasion:
    """Full-time higher education, or full-time further education away from home."""
    held = _while_doing(q, frozenset({"F1"}), "In full-time higher education.")
    if q.activity is None or q.activity.code != "F2":
        return held
    if q.home is None or (q.home.type in _NOT_AT_HOME and not q.home.tenancy):
        says = "whether they live where they learn is not recorded (homes.type)"
        return Occasion(held.windows, missing=says)
    says = "In further education and living at home; only a residential course has vacations."
    return Occasion(held.windows, (says,))


def staying_put(q: Question, entry: Entry) -> Occasion:
    """Living on with a former foster carer, as recorded; before 18, living with one now."""
    arranged = q.history.circumstances.of("staying_put")
    windows = tuple(Window(held.start, held.end) for held in arranged if held.start)
    if any(held.start is None and (held.end or date.max) > q.day for held in arranged):
        return Occasion(windows, missing=_NO_BEGINNING)
    if windows:
        return Occasion(windows, ("Staying put since ", windows[-1].start, "."))
    if q.home is None:
        return Occasion((), missing=_NO_HOME)
    if q.day >= q.turned(18):
        if q.home.type == "Z":
            return Occasion((), missing=_NO_BEGINNING)
        return Occasion((), ("They did not live on with a foster carer after 18.",))
    if not q.home.placement:
        return Occasion((), missing="whether the home is with foster carers (homes.placement)")
    if q.home.placement.startswith("U"):
        both: Because = ("They live with a foster carer; it needs the wish of both.",)
        return Occasion((Window(q.turned(18)),), both)
    return Occasion((), ("They do not live with a foster carer.",))


def universal_credit_advance(q: Question, entry: Entry) -> Occasion:
    """The days before 18 in which the claim may be made ready."""
    if (doing := _in_full_time(q)) is not None:
        return doing
    opens = entry.lead.before(q.turned(18))
    return Occasion((Window(opens, q.turned(18)),), ("From ", opens, ", before they turn 18."))


def universal_credit(q: Question, entry: Entry) -> Occasion:
    """From 18, unless they are in full-time work or learning."""
    if (doing := _in_full_time(q)) is not None:
        return doing
    return Occasion((Window(q.turned(18)),), ("From 18, not in full-time work or learning.",))


def _in_full_time(q: Question) -> Occasion | None:
    """What stands against Universal Credit, if anything does."""
    if not _is_known(q.activity):
        return Occasion((), missing=_NO_ACTIVITY)
    if q.activity is not None and q.activity.code in _FULL_TIME:
        return Occasion((), ("In full-time work or learning; on a low income, ask all the same.",))
    return None


def _no_tenancy(q: Question) -> Occasion:
    if q.home is None:
        return Occasion((), missing=_NO_HOME)
    if not q.home.tenancy:
        return Occasion((), missing=_NO_TENANCY)
    return Occasion((), ("No tenancy of their own yet.",), awaited=True)


def _no_course(q: Question, codes: frozenset[str]) -> Occasion:
    if any(begun(activity) is None for activity in q.doing(codes)):
        return Occasion((), missing="the day it began (activities.start)")
    if not _is_known(q.activity):
        return Occasion((), missing=_NO_ACTIVITY)
    return Occasion((), ("None is recorded.",), awaited=True)


def _while_doing(q: Question, codes: frozenset[str], says: str) -> Occasion:
    held = [(begun(activity), activity.end) for activity in q.doing(codes)]
    windows = tuple(Window(start, end) for start, end in held if start)
    if q.activity is not None and q.activity.code in codes and begun(q.activity):
        return Occasion(windows, (says,))
    return _no_course(q, codes)._replace(windows=windows)


def _is_known(activity: Activity | None) -> bool:
    return activity is not None and activity.code not in ("", "0")


def _september_from(birthday: date) -> date:
    """The first 1 September on whose eve that age had been reached."""
    september = date(birthday.year, 9, 1)
    return september if birthday < september else date(birthday.year + 1, 9, 1)


OCCASIONS: Mapping[str, Callable[[Question, Entry], Occasion]] = {
    function.__name__: function
    for function in (
        their_status,
        first_tenancy,
        first_year_of_first_tenancy,
        liable_for_council_tax,
        higher_education_begun,
        in_higher_education,
        further_education_full_time,
        academic_year_16_to_19,
        apprenticeship,
        vacations,
        staying_put,
        universal_credit_advance,
        universal_credit,
        looked_after_for_a_year,
        junior_isa,
        child_trust_fund,
    )
}
