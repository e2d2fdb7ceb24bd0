"""Every duty's one state, due day and last day for a whole roll, worked out by Polars."""

from datetime import date

import polars as pl

from carelink.rulebook import Rule, Rulebook
from carelink.words import State, Status
from ui.bench.limit.clocks import CLOCK, CLOCKS, DONE, NO_DATE, NOT_OWED, UNKNOWN, Clock, spell
from ui.bench.limit.clocks_at_home import clocks_on, is_law
from ui.bench.limit.frames import Frames
from ui.bench.limit.gathered import answers
from ui.bench.limit.known import known
from ui.bench.limit.terms import NO_DAY, is_one_of

# States by number in the frame: made and compared faster than words.
STATES = tuple(State)


def states_of(frames: Frames, rulebook: Rulebook, day: date) -> pl.DataFrame:
    """One row a person on the roll and duty: person_id, duty, state (a number), due, last."""
    people = known(frames, rulebook, day)
    finders = {**CLOCKS, **clocks_on(day)}
    rules = list(rulebook.in_force(day).values())
    clocks = [finders[rule.duty](rule) for rule in rules]
    wide = people.lazy().select(
        "who",
        "person_id",
        *(
            column.alias(f"{rule.duty}.{name}")
            for rule, clock in zip(rules, clocks, strict=True)
            for name, column in _told(rule, clock).items()
        ),
    )
    found = wide.collect()
    one_by_one = pl.concat(
        [_one(found, rule, clock) for rule, clock in zip(rules, clocks, strict=True)]
    )
    return _settled(one_by_one.lazy(), answers(frames, day), day).collect()


def _told(rule: Rule, clock: Clock) -> dict[str, pl.Expr]:
    """What one clock says of each person; nothing where the duty is not owed to their status."""
    owed = is_one_of(rule.applies_to)
    found = (
        pl.when(owed)
        .then(clock.found)
        .when(is_one_of((Status.CANNOT_TELL,)))
        .then(UNKNOWN)
        .otherwise(NOT_OWED)
    )
    told = {
        "found": found,
        "due": clock.due.cast(pl.Date),
        "last": pl.when(owed).then(clock.last).otherwise(NO_DAY),
        "spell": spell(rule),
    }
    more = {"soon": clock.soon, "said_no": clock.said_no, "is_law": clock.is_law}
    return told | {name: column for name, column in more.items() if column is not None}


def _one(found: pl.DataFrame, rule: Rule, clock: Clock) -> pl.DataFrame:
    """One duty's columns under their own names, with what the rule says of it."""

    def told(name: str) -> pl.Expr:
        return pl.col(f"{rule.duty}.{name}").alias(name)

    no, no_day = pl.lit(value=False), NO_DAY
    return found.select(
        "who",
        "person_id",
        pl.lit(rule.duty).alias("duty"),
        *(told(name) for name in ("found", "due", "last", "spell")),
        no_day.alias("soon") if clock.soon is None else told("soon"),
        no.alias("said_no") if clock.said_no is None else told("said_no"),
        is_law(rule, clock).alias("is_law") if clock.is_law is None else told("is_law"),
        pl.lit(rule.notice, dtype=pl.Int32).alias("notice"),
        pl.lit(rule.repeats).alias("repeats"),
        pl.lit(rule.may_decline).alias("may_decline"),
    )


def _settled(told: pl.LazyFrame, answered: pl.LazyFrame, day: date) -> pl.LazyFrame:
    """The states in their order. Source: duties, section 2."""
    found, due = pl.col("found"), pl.col("due")
    not_before = pl.when(due < day).then(pl.max_horizontal("due", "spell")).otherwise(due)
    waived = pl.col("waived").fill_null(value=False) & ~pl.col("is_law")
    ran = (
        told.join(answered, on=("who", "duty"), how="left")
        .with_columns(not_before.alias("due"))
        .with_columns(
            pl.when(waived & (found != UNKNOWN)).then(NOT_OWED).otherwise(found).alias("found"),
            pl.coalesce("soon", due - pl.duration(days="notice")).alias("soon"),
        )
    )
    state = (
        pl.when(found == CLOCK)
        .then(_by_the_clock(day))
        .when(found == NOT_OWED)
        .then(_code(State.NOT_REQUIRED))
        .when(found == DONE)
        .then(_code(State.ON_TRACK))
        .when(found == NO_DATE)
        .then(_code(State.NO_DATE))
        .otherwise(_code(State.CANNOT_TELL))
    )
    return ran.select(
        "person_id", "duty", state.alias("state"), pl.when(found == CLOCK).then(due), "last"
    )


def _by_the_clock(day: date) -> pl.Expr:
    due = pl.col("due")
    never = pl.col("repeats") & pl.col("last").is_null()
    declined = pl.col("declined").fill_null(value=False) & pl.col("may_decline")
    return (
        pl.when(due.is_null())
        .then(_code(State.ON_TRACK))
        .when((due < day) & never)
        .then(_code(State.NEVER))
        .when(due < day)
        .then(_code(State.OVERDUE))
        .when(declined)
        .then(_code(State.DECLINED))
        .when(pl.col("soon") <= day)
        .then(_code(State.DUE_SOON))
        .when(pl.col("said_no"))
        .then(_code(State.DECLINED))
        .otherwise(_code(State.ON_TRACK))
    )


def _code(state: State) -> pl.Expr:
    return pl.lit(STATES.index(state), dtype=pl.Int8)
