"""Days in Polars' own terms: birthdays, spans of the law, and a missing day."""

from collections.abc import Iterable
from datetime import date

import polars as pl

from carelink.dates import Span
from carelink.words import Status
from ui.bench.limit.frames import bits

LONG_AGO = pl.lit(date.min)
NO_DAY = pl.lit(None, dtype=pl.Date)
_UNITS = {"day": "d", "week": "w", "month": "mo", "year": "y"}


def birthday(born: pl.Expr, age: int) -> pl.Expr:
    """The day an age is reached; 1 March in ordinary years for 29 February."""
    cut = born.dt.offset_by(f"{age}y")
    leap = (born.dt.month() == 2) & (born.dt.day() == 29) & (cut.dt.day() == 28)
    return pl.when(leap).then(cut.dt.offset_by("1d")).otherwise(cut)


def after(day: pl.Expr, span: Span) -> pl.Expr:
    """The last day in time, counted once."""
    return day.dt.offset_by(f"{span.number}{_UNITS[span.unit]}")


def before(day: pl.Expr, span: Span) -> pl.Expr:
    """The day that lies this far before."""
    return day.dt.offset_by(f"-{span.number}{_UNITS[span.unit]}")


def unless_later(column: str, day: date) -> pl.Expr:
    """The column without what is dated after the day."""
    return pl.when(pl.col(column) <= day).then(pl.col(column)).alias(column)


def by_then(column: str, day: date) -> pl.Expr:
    """Whether the column is empty or dated on or before the day."""
    return pl.col(column).is_null() | (pl.col(column) <= day)


def running(end: str, day: date) -> pl.Expr:
    """Whether an end is empty or still to come; the end is the first day it was over."""
    return pl.col(end).is_null() | (pl.col(end) > day)


def latest(column: str, *tests: pl.Expr) -> pl.Expr:
    """The latest day in a group for which every test holds."""
    return pl.col(column).filter(*tests).max()


def is_one_of(statuses: Iterable[Status], column: str = "status") -> pl.Expr:
    """Whether the status is one of these."""
    return (pl.col(column) & pl.lit(bits(statuses), dtype=pl.UInt16)) != 0
