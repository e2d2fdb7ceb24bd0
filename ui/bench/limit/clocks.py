"""What each duty's own clock says, as columns: plans, assessments, advisers, before 18, from 21."""

from collections.abc import Callable
from typing import NamedTuple

import polars as pl

from carelink.rulebook import Rule
from carelink.words import Status
from ui.bench.limit.known import FIRST_PLAN, spell_of
from ui.bench.limit.terms import NO_DAY, after, before, is_one_of

NOT_OWED, UNKNOWN, NO_DATE, DONE, CLOCK, DOUBTFUL = (
    pl.lit(code, dtype=pl.Int8) for code in range(6)
)


class Clock(NamedTuple):
    """What was found, when it is due and when it was last satisfied; as `Finding`, in columns."""

    found: pl.Expr
    due: pl.Expr
    last: pl.Expr
    soon: pl.Expr | None = None
    said_no: pl.Expr | None = None
    is_law: pl.Expr | None = None


Finder = Callable[[Rule], Clock]


def once(due: pl.Expr, last: pl.Expr) -> Clock:
    """A one-off duty: done when anything satisfies it."""
    return Clock(pl.when(last.is_not_null()).then(DONE).otherwise(CLOCK), due, last)


def only_where(clock: Clock, *tests: tuple[pl.Expr, pl.Expr]) -> Clock:
    """The clock, unless one of the tests holds, the first first; each test with what it finds."""
    found = clock.found
    for test, finds in reversed(tests):
        found = pl.when(test).then(finds).otherwise(found)
    return clock._replace(found=found)


def spell(rule: Rule) -> pl.Expr:
    """The start of the unbroken run on the rule's statuses."""
    return pl.col(spell_of(rule.applies_to))


def assessed_in_care(rule: Rule) -> Clock:
    """On becoming eligible."""
    return once(after(spell(rule), rule.within), pl.col("assessed_since_16"))


def assessed_after_care(rule: Rule) -> Clock:
    """On becoming relevant, unless a plan had been approved by then."""
    planned = pl.col("first_approved") <= spell(rule)
    clock = only_where(assessed_in_care(rule), (planned, NOT_OWED))
    return clock._replace(last=pl.when(planned).then(NO_DAY).otherwise(clock.last))


def assessed_on_request(rule: Rule) -> Clock:
    """On asking for support."""
    return once(after(pl.col("asked"), rule.within), pl.col("assessed_since_asked"))


def _is_asking() -> pl.Expr:
    return is_one_of((Status.EDUCATION_SUPPORT, Status.SUPPORT_21_TO_25))


def _first_plan_due(rule: Rule) -> pl.Expr:
    eligible, relevant = (spell_of({status}) for status in (Status.ELIGIBLE, Status.RELEVANT))
    start = (
        pl.when(_is_asking())
        .then("asked")
        .when(is_one_of((Status.ELIGIBLE,)))
        .then(eligible)
        .when(is_one_of((Status.RELEVANT,)))
        .then(relevant)
    )
    return after(start, rule.spans.get("first_within", rule.within))


def plan_first(rule: Rule) -> Clock:
    """The first plan approved, or anything since they asked."""
    asking = pl.max_horizontal("approved_since_asked", "held_since_asked")
    last = pl.when(_is_asking()).then(asking).otherwise(pl.col("approved_since_16"))
    return once(_first_plan_due(rule), last)


def plan_in_place(rule: Rule) -> Clock:
    """A plan that has not ended."""
    clock = Clock(CLOCK, after(pl.col("first_owed"), rule.within), pl.col("plan_dated"))
    return only_where(clock, (pl.col("plan_in_place"), DONE), (pl.col("plan_going"), NO_DATE))


def review_6m(rule: Rule) -> Clock:
    """Six months from the last review or plan."""
    due = after(pl.max_horizontal("held", "planned"), rule.within)
    not_before = (_first_plan_due(rule), pl.col(spell_of(FIRST_PLAN)))
    due = pl.when(_is_asking()).then(pl.max_horizontal(due, *not_before)).otherwise(due)
    nothing = pl.max_horizontal("held", "planned").is_null()
    return only_where(Clock(CLOCK, due, pl.col("held")), (nothing, NO_DATE))


def review_on_request(rule: Rule) -> Clock:
    """From the earliest request still open."""
    answers = pl.col("held") >= pl.col("first_asked")
    last = pl.when(answers).then("held")
    clock = Clock(CLOCK, after(pl.col("open_asked"), rule.within), last)
    never = pl.col("first_asked").is_null()
    return only_where(clock, (never, NOT_OWED), (pl.col("open_asked").is_null(), DONE))


def adviser_allocated(rule: Rule) -> Clock:
    """An adviser from the first day."""
    clock = Clock(CLOCK, after(spell(rule), rule.within), pl.col("advised"))
    return only_where(clock, (pl.col("ever_advised"), DONE))


def adviser_vacancy(rule: Rule) -> Clock:
    """Another adviser after the last one left."""
    due = pl.when(~pl.col("advised_now")).then(after(pl.col("adviser_left"), rule.within))
    last = pl.when(pl.col("advised_now")).then("advised")
    clock = Clock(CLOCK, due, last.otherwise(pl.coalesce("advised", "adviser_left")))
    return only_where(clock, (pl.col("ever_advised").is_null(), NOT_OWED))


def ahead_of(birthday: str, done: str) -> Finder:
    """A one-off event, due the rule's lead before a birthday."""
    return lambda rule: once(before(pl.col(birthday), rule.lead), pl.col(done))


def offer(rule: Rule) -> Clock:
    """Support offered again a year after the last offer or refusal."""
    last = pl.max_horizontal("support_offer", "support_declined")
    first = after(spell(rule), rule.spans["first_within"])
    due = pl.max_horizontal(first, after(last, rule.within))
    said_no = pl.max_horizontal("offer_not_wanted", "support_declined") == last
    return Clock(CLOCK, due, last, said_no=said_no)


CLOCKS: dict[str, Finder] = {
    "needs_assessment_eligible": assessed_in_care,
    "needs_assessment_relevant": assessed_after_care,
    "needs_assessment_s23ca": assessed_on_request,
    "needs_assessment_s23czb": assessed_on_request,
    "pathway_plan_first": plan_first,
    "pathway_plan_in_place": plan_in_place,
    "pathway_review_6m": review_6m,
    "pathway_review_on_request": review_on_request,
    "pa_allocation": adviser_allocated,
    "pa_vacancy": adviser_vacancy,
    "pa_introduction_pre18": ahead_of("b18", "pa_introduction"),
    "transitions_panel": ahead_of("b18", "transitions_panel"),
    "housing_plan_pre18": ahead_of("b18", "housing_plan_agreed"),
    "health_history_18": ahead_of("b18", "health_history_given"),
    "turning_21_plan": ahead_of("b21", "turning_21_talk"),
    "turning_25_closure": ahead_of("b25", "closure_summary"),
    "s23czb_offer": offer,
}
