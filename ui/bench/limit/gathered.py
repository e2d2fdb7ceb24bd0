"""The last dates of each kind of fact, gathered to one row a person."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from carelink.words import RUNGS, Rung
from ui.bench.limit.frames import Frames
from ui.bench.limit.terms import LONG_AGO, by_then, latest, running, unless_later

_NO = ("no", "declined")
_NO_IS_AN_ANSWER = ("suitability_check", "turning_21_talk")
_ANSWERED = RUNGS.index(Rung.MESSAGE_ANSWERED)
_SEEN = RUNGS.index(Rung.SEEN)
_AT_HOME = RUNGS.index(Rung.SEEN_AT_HOME)


def gathered(frames: Frames, people: pl.LazyFrame, day: date) -> Iterator[pl.LazyFrame]:
    """One frame a kind of fact, each with at most one row a person."""
    yield _contacts(frames, people, day)
    yield _plans(frames, people, day)
    yield _agreed(frames, day)
    yield _reviews(frames, people, day)
    yield _assessments(frames, people, day)
    yield _events(frames, people, day)
    yield _awards(frames, people, day)
    yield _advisers(frames, day)
    yield _leave(frames, people, day)


def _contacts(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    """Contacts are many: the days asked of all of them are kept to two a person."""
    on, level = pl.col("on"), pl.col("level")
    seen = on.filter(level >= _AT_HOME)
    at_home = (
        frames["contacts"]
        .lazy()
        .filter(on <= day, (level >= _AT_HOME) | pl.col("doubtful"))
        .join(people.select("who", "home_began"), on="who")
        .filter(on >= pl.col("home_began"))
        .group_by("who")
        .agg(
            seen.max().alias("seen_at_home"),
            seen.n_unique().alias("days_at_home"),
            on.n_unique().alias("days_perhaps_at_home"),
        )
    )
    all_of_them = (
        frames["contacts"]
        .lazy()
        .filter(on <= day)
        .group_by("who")
        .agg(
            latest("on", level >= _SEEN).alias("seen"),
            latest("on", level >= _ANSWERED).alias("answered"),
            latest("on", pl.col("doubtful")).alias("doubtful_on"),
        )
    )
    around = _around_birthdays(frames, people, day)
    both = all_of_them.join(at_home, on="who", how="left")
    return both.join(around, on="who", how="left")


def _around_birthdays(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    """The latest answered contact in any window around a birthday from 17 to 21."""
    on = pl.col("on")
    windows = people.select("who", *(f"{edge}{age}" for age in range(17, 22) for edge in _EDGES))
    inside = [on.is_between(f"opens{age}", f"closes{age}") for age in range(17, 22)]
    return (
        frames["contacts"]
        .lazy()
        .filter(on <= day, pl.col("level") >= _ANSWERED)
        .select("who", "on")
        .join(windows, on="who")
        .group_by("who")
        .agg(latest("on", pl.any_horizontal(inside)).alias("answered_around"))
    )


_EDGES = ("opens", "closes")


def _plans(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    started, approved = pl.col("started_on"), pl.col("approved_on")
    going, dated = running("ended_on", day), pl.max_horizontal("started_on", "approved_on")
    return (
        _plans_by_then(frames, day)
        .join(people.select("who", "b16", "asked"), on="who")
        .group_by("who")
        .agg(
            approved.min().alias("first_approved"),
            latest("approved_on", approved >= pl.col("b16")).alias("approved_since_16"),
            latest("approved_on", approved >= pl.col("asked")).alias("approved_since_asked"),
            pl.coalesce(approved, started).max().alias("planned"),
            dated.max().alias("plan_dated"),
            (going & dated.is_not_null()).any().alias("plan_in_place"),
            going.any().alias("plan_going"),
        )
    )


def _plans_by_then(frames: Frames, day: date) -> pl.LazyFrame:
    """Plans without their later dates; nothing of one whose every date is later."""
    earliest = pl.min_horizontal("started_on", "approved_on")
    return (
        frames["plans"]
        .lazy()
        .filter(earliest.is_null() | (earliest <= day))
        .with_columns(unless_later("started_on", day), unless_later("approved_on", day))
    )


def _agreed(frames: Frames, day: date) -> pl.LazyFrame:
    """How often the latest plan that has not ended says they are seen."""
    latest_date = pl.coalesce("approved_on", "started_on", LONG_AGO).alias("latest_date")
    return (
        _plans_by_then(frames, day)
        .filter(running("ended_on", day), pl.col("contact_every_days") > 0)
        .sort(latest_date, "contact_every_days")
        .group_by("who", maintain_order=True)
        .last()
        .select("who", pl.col("contact_every_days").alias("agreed_days"))
    )


def _reviews(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    asked, held = pl.col("asked_on"), pl.col("held_on")
    still_open = held.max().is_null() | (asked > held.max())
    since = people.select("who", "asked", "home_began", "staying_since")
    return (
        frames["plan_reviews"]
        .lazy()
        .with_columns(unless_later("asked_on", day), unless_later("held_on", day))
        .join(since, on="who")
        .group_by("who")
        .agg(
            held.max().alias("held"),
            asked.min().alias("first_asked"),
            asked.filter(still_open).min().alias("open_asked"),
            latest("held_on", held >= pl.col("asked")).alias("held_since_asked"),
            latest("held_on", held >= pl.col("home_began")).alias("held_since_move"),
            held.filter(held >= pl.col("home_began")).min().alias("first_held_since_move"),
            latest("held_on", held >= pl.col("staying_since")).alias("held_staying"),
        )
    )


def _assessments(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    done = pl.col("completed_on")
    return (
        frames["assessments"]
        .lazy()
        .filter(pl.col("kind") == "needs", done <= day)
        .join(people.select("who", "b16", "asked"), on="who")
        .group_by("who")
        .agg(
            latest("completed_on", done >= pl.col("b16")).alias("assessed_since_16"),
            latest("completed_on", done >= pl.col("asked")).alias("assessed_since_asked"),
        )
    )


def _events(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    on, kind, outcome = pl.col("on"), pl.col("kind"), pl.col("outcome")
    a_no = (outcome == "no") & ~kind.is_in(_NO_IS_AN_ANSWER)
    done = (outcome != "declined") & ~a_no

    def day_of(name: str, first: pl.Expr, *tests: pl.Expr) -> pl.Expr:
        return latest("on", kind == name, on >= first, *tests).alias(name)

    offered = (kind == "support_offer") & (on >= pl.col("b21"))
    return (
        frames["events"]
        .lazy()
        .filter(on <= day)
        .join(people.select("who", "b16", "b17", "b20", "b21", "b24", "home_began"), on="who")
        .group_by("who")
        .agg(
            day_of("pa_introduction", LONG_AGO, done),
            day_of("transitions_panel", pl.col("b17"), done),
            day_of("housing_plan_agreed", pl.col("b16"), done),
            day_of("health_history_given", pl.col("b16"), done),
            day_of("staying_put_decision", pl.col("b16")),
            day_of("move_on_plan", pl.col("b20"), done),
            day_of("turning_21_talk", pl.col("b20"), done),
            day_of("closure_summary", pl.col("b24"), done),
            day_of("suitability_check", pl.col("home_began"), done),
            day_of("legal_appointment", pl.col("b16"), done),
            latest("on", offered).alias("support_offer"),
            latest("on", offered, outcome.is_in(_NO)).alias("offer_not_wanted"),
        )
    )


def _awards(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    on, what = pl.col("on"), pl.col("entitlement")

    def awarded(name: str, *tests: pl.Expr) -> pl.Expr:
        return latest("on", what == name, *tests).alias(name)

    return (
        frames["entitlements"]
        .lazy()
        .filter(on <= day, pl.col("stage").is_in(("granted", "received")))
        .join(people.select("who", "home_start", "tenant_start"), on="who")
        .group_by("who")
        .agg(
            awarded("setting_up_home_allowance"),
            awarded("council_tax_relief", on >= pl.col("home_start")),
            awarded("home_contents_insurance", on >= pl.col("tenant_start")),
        )
    )


def _advisers(frames: Frames, day: date) -> pl.LazyFrame:
    ends = pl.min_horizontal("end", "worker_end")
    return (
        frames["allocations"]
        .lazy()
        .filter(pl.col("role") == "personal_adviser", by_then("start", day))
        .join(frames["workers"].lazy(), on="worker_id", how="left")
        .group_by("who")
        .agg(
            (pl.len() > 0).alias("ever_advised"),
            pl.col("start").max().alias("advised"),
            (ends.is_null() | (ends > day)).any().alias("advised_now"),
            ends.max().alias("adviser_left"),
        )
    )


def _leave(frames: Frames, people: pl.LazyFrame, day: date) -> pl.LazyFrame:
    kind, runs_out, applied = pl.col("leave_type"), pl.col("expires_on"), pl.col("applied_on")
    at_last = runs_out == runs_out.max()
    granted = pl.col("granted_on").filter(at_last).first()
    follows = (runs_out.is_null() & (applied >= granted)).fill_null(value=False)
    return (
        frames["immigration"]
        .lazy()
        .filter(by_then("granted_on", day))
        .with_columns(unless_later("applied_on", day))
        .join(people.select("who", "b16"), on="who")
        .group_by("who")
        .agg(
            (pl.len() > 0).alias("has_leave"),
            kind.is_in(("settled", "british")).any().alias("for_good"),
            (kind == "uasc_leave").any().alias("uasc_leave"),
            (kind == "").any().alias("leave_unsaid"),
            runs_out.max().alias("runs_out"),
            pl.max_horizontal(applied.filter(at_last).first(), applied.filter(follows).max()).alias(
                "applied"
            ),
            latest("applied_on", applied >= pl.col("b16")).alias("applied_since_16"),
        )
    )


def answers(frames: Frames, day: date) -> pl.LazyFrame:
    """One row a person and duty that a standing answer is about."""
    on, answer = pl.col("on"), pl.col("answer")
    stands = day < pl.coalesce("ask_again_on", on.dt.offset_by("12mo"))
    return (
        frames["duty_answers"]
        .lazy()
        .filter(on <= day, stands)
        .group_by("who", "duty")
        .agg(
            (answer == "not_required").any().alias("waived"),
            (answer == "declined").any().alias("declined"),
        )
    )
