"""What each duty's own clock says, as columns: homes, visits, contacts, staying put, leave."""

from collections.abc import Callable
from datetime import date

import polars as pl

from carelink.dates import Span
from carelink.rulebook import Rule
from carelink.words import LAW, Status
from ui.bench.limit.clocks import (
    CLOCK,
    DOUBTFUL,
    NO_DATE,
    NOT_OWED,
    UNKNOWN,
    Clock,
    once,
    only_where,
    spell,
)
from ui.bench.limit.terms import LONG_AGO, NO_DAY, after, before, is_one_of

_NOT_VISITED = tuple("XSRGH")
_FOSTERED = tuple(f"U{number}" for number in range(1, 7))
_NO_HOME = pl.col("housed").is_null()
_TYPE = pl.col("home_type")


def _where_visited(clock: Clock, rule: Rule, *, provided: bool, began_in_spell: bool) -> Clock:
    """Homes where visits are owed; what is known not to hold before what is missing."""
    tests = [(_NO_HOME, UNKNOWN), (_TYPE.is_in(_NOT_VISITED), NOT_OWED)]
    if provided:
        tests.append((~pl.col("home_provided_by_authority"), NOT_OWED))
    if began_in_spell:
        tests.append((pl.col("home_began") < spell(rule), NOT_OWED))
    tests.append((_TYPE == "", UNKNOWN))
    if provided:
        tests.append((pl.col("home_provided_by_authority").is_null(), UNKNOWN))
    if began_in_spell:
        tests.append((pl.col("home_start").is_null(), UNKNOWN))
    none_of_them = ~pl.any_horizontal(test.fill_null(value=False) for test, _ in tests)
    last = pl.when(none_of_them).then(clock.last)
    return only_where(clock._replace(last=last), *tests)


def _unless_doubtful(
    clock: Clock, rule: Rule, day: date, first: pl.Expr, still: Span | None
) -> Clock:
    """Not late where a contact of unknown rung may have satisfied it."""
    doubtful = pl.col("doubtful_on")
    doubt = (doubtful >= first) & _is_late(clock.due, rule, day)
    if still is not None:
        doubt &= after(doubtful, still) >= day
    doubt &= clock.found == CLOCK
    return only_where(clock, (doubt, DOUBTFUL))


def _is_late(due: pl.Expr, rule: Rule, day: date) -> pl.Expr:
    return (due < day) & (spell(rule) < day)


def review_after_move(rule: Rule) -> Clock:
    """A review within 28 days of a move into a home that is provided."""
    clock = once(after(pl.col("home_start"), rule.within), pl.col("held_since_move"))
    return _where_visited(clock, rule, provided=True, began_in_spell=True)


def visit_7d(rule: Rule, day: date) -> Clock:
    """Seen at the new home; law where the authority provides it."""
    clock = once(after(pl.col("home_start"), rule.within), pl.col("seen_at_home"))
    clock = _where_visited(clock, rule, provided=False, began_in_spell=True)
    clock = _unless_doubtful(clock, rule, day, pl.col("home_start"), None)
    return clock._replace(is_law=pl.col("home_provided_by_authority").fill_null(value=False))


def visit_before_review(rule: Rule, day: date) -> Clock:
    """A second visit, before the review that follows the move."""
    within = after(pl.col("home_start"), rule.within)
    due = pl.min_horizontal(within, "first_held_since_move")
    second = pl.when(pl.col("days_at_home") >= 2).then("seen_at_home")
    clock = _where_visited(once(due, second), rule, provided=True, began_in_spell=True)
    perhaps_seen_from = pl.when(pl.col("days_perhaps_at_home") >= 2).then("home_start")
    return _unless_doubtful(clock, rule, day, perhaps_seen_from, None)


def visit_2m(rule: Rule, day: date) -> Clock:
    """Not more than two months between visits."""
    seen = pl.col("seen_at_home")
    due = after(pl.max_horizontal(seen, "home_start", spell(rule)), rule.within)
    nothing = pl.col("home_start").is_null() & seen.is_null()
    clock = only_where(Clock(CLOCK, due, seen), (nothing, NO_DATE))
    clock = _where_visited(clock, rule, provided=True, began_in_spell=False)
    return _unless_doubtful(clock, rule, day, pl.col("home_began"), rule.within)


def contact_8w(rule: Rule, day: date) -> Clock:
    """Seen every eight weeks, or as the plan agrees."""
    as_agreed = is_one_of((Status.EDUCATION_SUPPORT, Status.SUPPORT_21_TO_25))
    agreed, most = pl.col("agreed_days"), rule.within.number
    at_most = pl.min_horizontal(agreed.fill_null(most), pl.lit(most))
    days = pl.duration(days=pl.when(as_agreed).then(agreed).otherwise(at_most))
    due = pl.coalesce("seen", spell(rule)) + days
    clock = Clock(CLOCK, due, pl.col("seen"))
    doubtful = pl.col("doubtful_on")
    doubt = (doubtful >= pl.col("seen").fill_null(LONG_AGO)) & _is_late(due, rule, day)
    doubt &= doubtful + days >= day
    not_agreed = as_agreed & agreed.is_null()
    clock = only_where(clock, (not_agreed, NOT_OWED), (doubt, DOUBTFUL))
    return clock._replace(last=pl.when(~not_agreed).then("seen"))


def lost_contact(rule: Rule) -> Clock:
    """Two months without an answer."""
    counted = pl.coalesce("answered", spell(rule))
    soon = after(counted, rule.spans["soon_after"])
    return Clock(CLOCK, after(counted, rule.within), pl.col("answered"), soon=soon)


def around_birthday(rule: Rule, day: date) -> Clock:
    """In touch around the latest birthday whose window has opened."""
    last = pl.col("answered_around")
    due = after(pl.col("b17"), rule.spans["after"])
    for age in range(17, 22):
        born, opens = pl.col(f"b{age}"), pl.col(f"opens{age}")
        closes = after(born, rule.spans["after"])
        counts = (born >= day) | pl.col(f"listed{age}")
        missed = counts & (last.is_null() | (last < opens))
        following = after(pl.col(f"b{age + 1}"), rule.spans["after"]) if age < 21 else NO_DAY
        due = (
            pl.when(opens <= day)
            .then(pl.when(missed).then(closes).otherwise(following))
            .otherwise(due)
        )
    asked_no_more = pl.col("opens22") <= day
    clock = only_where(Clock(CLOCK, due, last), (asked_no_more, NOT_OWED))
    return clock._replace(last=pl.when(~asked_no_more).then(last))


def staying_put_decision(rule: Rule) -> Clock:
    """Decided at 16 and again at 17."""
    decided, placement = pl.col("staying_put_decision"), pl.col("home_placement")
    due = (
        pl.when(decided.is_null())
        .then(after(pl.col("b16"), rule.within))
        .when(decided < pl.col("b17"))
        .then(after(pl.col("b17"), rule.within))
    )
    unsaid = _NO_HOME | (placement == "")
    fostered = placement.is_in(_FOSTERED)
    clock = only_where(Clock(CLOCK, due, decided), (unsaid, UNKNOWN), (~fostered, NOT_OWED))
    return clock._replace(last=pl.when(fostered).then(decided))


def _arranged(clock: Clock) -> Clock:
    none = ~pl.col("staying").fill_null(value=False)
    with_carer = none & (_TYPE == "Z").fill_null(value=False)
    clock = clock._replace(last=pl.when(~none).then(clock.last))
    return only_where(clock, (with_carer, UNKNOWN), (none, NOT_OWED))


def staying_put_review(rule: Rule) -> Clock:
    """Six months from the last review since it began."""
    held, since = pl.col("held_staying"), pl.col("staying_since")
    clock = Clock(CLOCK, after(pl.coalesce(held, since), rule.within), held)
    return _arranged(only_where(clock, (since.is_null(), NO_DATE)))


def staying_put_end(rule: Rule) -> Clock:
    """A move-on plan before 21."""
    return _arranged(once(before(pl.col("b21"), rule.lead), pl.col("move_on_plan")))


def leave_expiry(rule: Rule) -> Clock:
    """An application before leave runs out."""
    clock = once(before(pl.col("runs_out"), rule.lead), pl.col("applied"))
    none, uasc = pl.col("has_leave").is_null(), pl.col("uasc")
    at_issue = ~none & ~pl.col("for_good") & pl.col("runs_out").is_not_null()
    clock = clock._replace(last=pl.when(at_issue).then(clock.last))
    return only_where(
        clock,
        (none & uasc.is_null(), UNKNOWN),
        (none & ~uasc, NOT_OWED),
        (none, NO_DATE),
        (pl.col("for_good"), NOT_OWED),
        (pl.col("runs_out").is_null(), NO_DATE),
    )


def leave_17_5(rule: Rule) -> Clock:
    """Legal advice six months before 17 and a half."""
    acted = pl.max_horizontal("legal_appointment", "applied_since_16")
    half = after(pl.col("b17"), rule.spans["age"])
    none, theirs = pl.col("has_leave").is_null(), pl.col("uasc_leave")
    clock = once(before(half, rule.lead), pl.when(theirs).then(acted))
    return only_where(
        clock,
        (none & (pl.col("uasc").fill_null(value=True)), UNKNOWN),
        (none, NOT_OWED),
        (~theirs & pl.col("leave_unsaid"), UNKNOWN),
        (~theirs, NOT_OWED),
    )


def suitability_check(rule: Rule) -> Clock:
    """Within seven days of the move, at once in an emergency, then every six months."""
    checked, start = pl.col("suitability_check"), pl.col("home_start")
    at_once = pl.col("home_emergency").fill_null(value=False) | _TYPE.is_in(tuple("WVS"))
    first = pl.when(at_once).then(start).otherwise(after(start, rule.within))
    due = pl.coalesce(after(checked, rule.spans["again_within"]), first)
    not_judged, unsaid = _TYPE.is_in(tuple("XGH")), _TYPE == ""
    last = pl.when(~_NO_HOME & ~not_judged & ~unsaid).then(checked)
    return only_where(
        Clock(CLOCK, due, last),
        (_NO_HOME, UNKNOWN),
        (not_judged, NOT_OWED),
        (unsaid, UNKNOWN),
        (checked.is_null() & start.is_null(), NO_DATE),
    )


_TENANT = pl.col("tenant").fill_null(value=False)
_TENANCY_UNSAID = (pl.col("home_tenancy") == "").fill_null(value=False)


def allowance(rule: Rule) -> Clock:
    """Within 28 days of the first tenancy."""
    granted, start = pl.col("setting_up_home_allowance"), pl.col("tenant_start")
    return only_where(
        once(after(start, rule.within), pl.when(_TENANT).then(granted)),
        (~_TENANT & _TENANCY_UNSAID, UNKNOWN),
        (~_TENANT, NOT_OWED),
        (start.is_null() & granted.is_null(), NO_DATE),
    )


def council_tax(rule: Rule) -> Clock:
    """Within 28 days of a tenancy, then each 1 April, until 25."""
    awarded, start, tenancy = (
        pl.col("council_tax_relief"),
        pl.col("home_start"),
        pl.col("home_tenancy"),
    )
    year = awarded.dt.year() + (awarded.dt.month() >= 3).cast(pl.Int32)
    first = after(pl.max_horizontal(start, "b18"), rule.within)
    due = pl.coalesce(pl.date(year, 4, 1), first)
    due = pl.when(due < pl.col("b25")).then(due)
    liable = tenancy.is_in(("own", "joint"))
    return only_where(
        Clock(CLOCK, due, pl.when(liable).then(awarded)),
        (_NO_HOME, UNKNOWN),
        (tenancy == "", UNKNOWN),
        (~liable, NOT_OWED),
        (start.is_null(), NO_DATE),
    )


def insurance(rule: Rule, day: date) -> Clock:
    """Within 28 days of the first tenancy, in the first year there."""
    start, granted = pl.col("tenant_start"), pl.col("home_contents_insurance")
    left = (pl.col("tenant_row") != pl.col("home_row")).fill_null(value=True)
    over = pl.col("tenant_began").dt.offset_by("12mo") <= day
    still = _TENANT & ~left & ~over.fill_null(value=False)
    clock = once(after(start, rule.within), pl.when(still).then(granted))
    return only_where(
        clock,
        (~_TENANT & _NO_HOME, UNKNOWN),
        (~_TENANT & _TENANCY_UNSAID, UNKNOWN),
        (~_TENANT, NOT_OWED),
        (left, NOT_OWED),
        (over, NOT_OWED),
        (start.is_null(), UNKNOWN),
    )


def clocks_on(day: date) -> dict[str, Callable[[Rule], Clock]]:
    """Each of these duties' clocks on a day, by the duty's name."""
    dated = {
        "pa_visit_7d": visit_7d,
        "pa_visit_pre_review": visit_before_review,
        "pa_visit_2m": visit_2m,
        "pa_contact_8w": contact_8w,
        "oc3_contact": around_birthday,
        "home_contents_insurance": insurance,
    }
    return {
        "pathway_review_28d_move": review_after_move,
        "lost_contact": lost_contact,
        "staying_put_decision": staying_put_decision,
        "staying_put_review": staying_put_review,
        "staying_put_end": staying_put_end,
        "uasc_leave_expiry": leave_expiry,
        "uasc_17_5": leave_17_5,
        "accommodation_suitability_check": suitability_check,
        "setting_up_home_allowance": allowance,
        "council_tax_relief": council_tax,
        **{duty: _on(finder, day) for duty, finder in dated.items()},
    }


def _on(finder: Callable[[Rule, date], Clock], day: date) -> Callable[[Rule], Clock]:
    return lambda rule: finder(rule, day)


def is_law(rule: Rule, clock: Clock) -> pl.Expr:
    """Whether the duty's basis is law, which no local answer sets aside."""
    if clock.is_law is not None:
        return clock.is_law
    return pl.lit(rule.basis in LAW)
