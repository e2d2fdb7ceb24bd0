"""Every duty's one state, due day and last day for a whole roll, in one Polars query."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from carelink.rulebook import Rule, Rulebook
from carelink.words import State, Status
from ui.bench.limit.clocks import CLOCK, CLOCKS, DONE, NO_DATE, NOT_OWED, UNKNOWN, Clock, spell
from ui.bench.limit.clocks_at_home import clocks_on, is_law
from ui.bench.limit.frames import Frames
from ui.bench.limit.known import known
from ui.bench.limit.terms import NO_DAY

# States by number in the frame: made and compared faster than words.
STATES = tuple(State)


def states_of(frames: Frames, rulebook: Rulebook, day: date) -> pl.DataFrame:
    """One row a person on the roll; for each duty the columns `duty.state`, `.due`, `.last`."""
    finders = {**CLOCKS, **clocks_on(day)}
    columns = [
        column
        for rule in rulebook.in_force(day).values()
        for column in _settled(rule, finders[rule.duty](rule), day)
    ]
    return known(frames, rulebook, day).select("person_id", *columns).collect()


def _settled(rule: Rule, clock: Clock, day: date) -> Iterator[pl.Expr]:
    """The states in their order. Source: duties, section 2."""
    status = pl.col("status")
    owed = status.is_in(list(rule.applies_to))
    due = clock.due.cast(pl.Date)
    due = pl.when(due < day).then(pl.max_horizontal(due, spell(rule))).otherwise(due)
    waived = _answered("waived", rule) & ~is_law(rule, clock)
    state = (
        pl.when(status == Status.CANNOT_TELL)
        .then(_code(State.CANNOT_TELL))
        .when(~owed | (clock.found == NOT_OWED))
        .then(_code(State.NOT_REQUIRED))
        .when(clock.found == UNKNOWN)
        .then(_code(State.CANNOT_TELL))
        .when(waived)
        .then(_code(State.NOT_REQUIRED))
        .when(clock.found == DONE)
        .then(_code(State.ON_TRACK))
        .when(clock.found == NO_DATE)
        .then(_code(State.NO_DATE))
        .otherwise(_by_the_clock(rule, clock, due, day))
    )
    yield state.alias(f"{rule.duty}.state")
    running = owed & (clock.found == CLOCK) & ~waived
    yield pl.when(running).then(due).otherwise(NO_DAY).alias(f"{rule.duty}.due")
    yield pl.when(owed).then(clock.last).otherwise(NO_DAY).alias(f"{rule.duty}.last")


def _by_the_clock(rule: Rule, clock: Clock, due: pl.Expr, day: date) -> pl.Expr:
    late = State.OVERDUE
    never = State.NEVER if rule.repeats else late
    soon = due.dt.offset_by(f"-{rule.notice}d") if clock.soon is None else clock.soon
    said_no = pl.lit(value=False) if clock.said_no is None else clock.said_no
    declined = _answered("declined", rule) if rule.may_decline else pl.lit(value=False)
    return (
        pl.when(due.is_null())
        .then(_code(State.ON_TRACK))
        .when((due < day) & clock.last.is_null())
        .then(_code(never))
        .when(due < day)
        .then(_code(late))
        .when(declined)
        .then(_code(State.DECLINED))
        .when(soon <= day)
        .then(_code(State.DUE_SOON))
        .when(said_no)
        .then(_code(State.DECLINED))
        .otherwise(_code(State.ON_TRACK))
    )


def _answered(answer: str, rule: Rule) -> pl.Expr:
    return pl.col(answer).list.contains(rule.duty).fill_null(value=False)


def _code(state: State) -> pl.Expr:
    return pl.lit(STATES.index(state), dtype=pl.Int8)
