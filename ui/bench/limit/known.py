"""What every duty asks of a person, one row a person on the roll: the wide frame."""

from collections.abc import Iterable
from datetime import date

import polars as pl

from carelink.rulebook import Rulebook
from carelink.words import OFF_THE_ROLL, Status
from ui.bench.limit.frames import Frames
from ui.bench.limit.gathered import gathered
from ui.bench.limit.terms import LONG_AGO, after, before, birthday, by_then, is_one_of, running

AGES = range(14, 26)
_WINDOWS = range(17, 23)
_EVER = (Status.ELIGIBLE, Status.RELEVANT)
# Who is owed a first plan. Source: duties, `pathway_plan_first`.
FIRST_PLAN = (*_EVER, Status.EDUCATION_SUPPORT, Status.SUPPORT_21_TO_25)
_TENANT = ("own", "joint")


def known(frames: Frames, rulebook: Rulebook, day: date) -> pl.DataFrame:
    """Everyone on the roll with the days, homes and last dates that the duties rest on."""
    people = _people(frames, rulebook, day).collect()
    parts = (
        _spells(frames, rulebook, day),
        _home_on(frames, day),
        _first_tenancy(frames, day),
        _requests(frames, day),
        _listed(frames, people.lazy(), rulebook),
    )
    asking = is_one_of((Status.EDUCATION_SUPPORT,))
    people = _joined(people, parts).with_columns(
        pl.when(asking).then("education_asked").otherwise("support_asked").alias("asked"),
        pl.coalesce("home_start", "home_known_on").alias("home_began"),
    )
    return _joined(people, gathered(frames, people.lazy(), day))


def _joined(people: pl.DataFrame, parts: Iterable[pl.LazyFrame]) -> pl.DataFrame:
    for part in pl.collect_all(list(parts)):
        people = people.join(part, on="who", how="left")
    return people


def spell_of(statuses: Iterable[Status]) -> str:
    """The name of the column with the start of the unbroken run on one of these statuses."""
    return "spell:" + ",".join(sorted(statuses))


def _people(frames: Frames, rulebook: Rulebook, day: date) -> pl.LazyFrame:
    window = rulebook.rule("oc3_contact").spans
    ages = [birthday(pl.col("born"), age).alias(f"b{age}") for age in AGES]
    on_roll = frames["people"].lazy().filter(~is_one_of(OFF_THE_ROLL))
    return on_roll.with_columns(ages).with_columns(
        *(before(pl.col(f"b{age}"), window["before"]).alias(f"opens{age}") for age in _WINDOWS),
        *(after(pl.col(f"b{age}"), window["after"]).alias(f"closes{age}") for age in _WINDOWS),
    )


def _spells(frames: Frames, rulebook: Rulebook, day: date) -> pl.LazyFrame:
    wanted = {rule.applies_to for rule in rulebook.in_force(day).values()}
    wanted |= {*(frozenset({status}) for status in _EVER), frozenset(FIRST_PLAN)}
    starts = [
        pl.col("start")
        .filter(is_one_of(those), ~is_one_of(those, "earlier"))
        .max()
        .alias(spell_of(those))
        for those in wanted
    ]
    ever = pl.col("start").filter(is_one_of(_EVER)).min().alias("first_owed")
    return (
        frames["runs"]
        .lazy()
        .filter(pl.col("start") <= day)
        .with_columns(pl.col("status").shift(1).over("who").fill_null(0).alias("earlier"))
        .group_by("who")
        .agg(*starts, ever)
    )


def _listed(frames: Frames, people: pl.LazyFrame, rulebook: Rulebook) -> pl.LazyFrame:
    """Whether the yearly return asks about each birthday, by the status on it."""
    begins, ends = pl.col("start"), pl.col("ends")
    listed = is_one_of(rulebook.rule("oc3_contact").applies_to)

    def covers(born: pl.Expr) -> pl.Expr:
        return (begins <= born) & (ends.is_null() | (born < ends))

    return (
        frames["runs"]
        .lazy()
        .with_columns(begins.shift(-1).over("who").alias("ends"))
        .join(people.select("who", *(f"b{age}" for age in range(17, 22))), on="who")
        .group_by("who")
        .agg(
            (listed & covers(pl.col(f"b{age}"))).any().alias(f"listed{age}")
            for age in range(17, 22)
        )
    )


def _homes(frames: Frames, day: date) -> pl.LazyFrame:
    return (
        frames["homes"]
        .lazy()
        .filter(by_then("start", day), by_then("known_on", day))
        .with_row_index("row")
        .with_columns(pl.coalesce("start", "known_on", LONG_AGO).alias("began"))
    )


def _home_on(frames: Frames, day: date) -> pl.LazyFrame:
    return (
        _homes(frames, day)
        .filter(running("end", day))
        .sort("began", descending=True, maintain_order=True)
        .group_by("who", maintain_order=True)
        .first()
        .select(
            "who",
            pl.lit(True).alias("housed"),
            pl.exclude("who", "began", "end").name.prefix("home_"),
        )
    )


def _first_tenancy(frames: Frames, day: date) -> pl.LazyFrame:
    return (
        _homes(frames, day)
        .filter(pl.col("tenancy").is_in(_TENANT))
        .sort("began", maintain_order=True)
        .group_by("who", maintain_order=True)
        .first()
        .select(
            "who",
            pl.lit(True).alias("tenant"),
            pl.col("start").alias("tenant_start"),
            pl.coalesce("start", "known_on").alias("tenant_began"),
            pl.col("row").alias("tenant_row"),
        )
    )


def _requests(frames: Frames, day: date) -> pl.LazyFrame:
    kind, start, end = pl.col("kind"), pl.col("start"), pl.col("end")
    last_day_in = end.is_null() | (end >= day)
    staying = (kind == "staying_put") & running("end", day)
    declined = (kind == "support_request") & (end <= day)
    return (
        frames["circumstances"]
        .lazy()
        .filter(by_then("start", day))
        .group_by("who")
        .agg(
            start.filter(kind == "education_request", last_day_in).max().alias("education_asked"),
            start.filter(kind == "support_request", running("end", day))
            .max()
            .alias("support_asked"),
            staying.any().alias("staying"),
            start.filter(staying).max().alias("staying_since"),
            end.filter(declined).max().alias("support_declined"),
        )
    )
