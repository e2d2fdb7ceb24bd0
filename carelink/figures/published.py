"""Which figures have others published, counted how, and where may each be read?

The years since 2018 for England, the South East and Medway, every council's figures of 2025, and
what council papers printed. Each keeps how it was counted: two ways to count are never one line.
Source: Department for Education, Children looked after in England including adoptions (Open
Government Licence v3.0; resources/licences says more); Medway Council's reports, by their names.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from carelink.figures.subjects.work import BIRTHDAY

DFE = "dfe"
DFE_BEFORE_2018 = "dfe_before_2018"
COUNCIL_DAY = "council_day"
# How each published figure was counted, in words that follow "counted".
COUNTED_SAID = {
    DFE: "around their birthday in the year to 31 March, as the Department for Education counts",
    DFE_BEFORE_2018: "around their birthday in the year to 31 March, before the Department's "
    "figures of today began in 2018",
    "dfe_22_25": "as those of 22 to 25 who received support",
    "dfe_staying_put": "among those alone who could have stayed with their foster carers",
    COUNCIL_DAY: "our care leavers on a day, by ages that differ from paper to paper",
}
_COUNCILS_AT, _COUNCILS_SOURCE = date(2025, 3, 31), "DfE CLA 2025 release"
# The Department's own symbols. Source: its data guidance; k is above nought and rounds to it.
_SYMBOLS = {"k": "low", "x": "not available"}


class Published(NamedTuple):
    """One published per cent, every figure as it was printed.

    Shape: `percent` is a whole number, `c` where it was hidden, `low` above nought and below half
    of one per cent, `z` where it does not apply; `n` and `of` may be blank or a symbol too; `at`
    is the day the figure speaks of; `counted` is one of COUNTED_SAID; `age_band` blank is all ages.
    """

    indicator: str
    area: str
    age_band: str
    at: date
    n: str
    of: str
    percent: str
    counted: str
    source: str

    @property
    def shown(self) -> int | None:
        """The per cent as a number; None where it was hidden or does not apply, never nought."""
        if self.percent == "low":
            return 0
        return int(self.percent) if self.percent.isdigit() else None


def published_as(indicator: str) -> str:
    """The name under which others publish an indicator, whichever people of ours it counts."""
    return indicator.removesuffix(BIRTHDAY)


@lru_cache(maxsize=1)
def all_published() -> tuple[Published, ...]:
    """Every published per cent held, each once."""
    every = (*_years(), *_more(), *_councils())
    by_figure = {(*one[:4], one.counted): one for one in reversed(every)}
    return tuple(sorted(by_figure.values()))


@lru_cache(maxsize=1)
def areas_held() -> frozenset[str]:
    """Every area of which something was published."""
    return frozenset(one.area for one in all_published())


def _years() -> Iterator[Published]:
    """England, the South East and Medway, 2018 to 2025."""
    for row in _rows("benchmarks.csv"):
        at = date(int(row["year_ending_31_march"]), 3, 31)
        yield _published({**row, "n": row["numerator"], "of": row["denominator"]}, at, DFE)


def _more() -> Iterator[Published]:
    """Single ages, homes, staying put, and the years and papers before."""
    for row in _rows("published_more.csv"):
        yield _published(row, date.fromisoformat(row["at"]), row["counted"])


def _councils() -> Iterator[Published]:
    """Every council in the year to 31 March 2025."""
    for row in _rows("councils_2025.csv"):
        yield _published({**row, "source": _COUNCILS_SOURCE}, _COUNCILS_AT, DFE)


def _published(row: dict[str, str], at: date, counted: str) -> Published:
    n, of, percent = (_SYMBOLS.get(row[name], row[name]) for name in ("n", "of", "percent"))
    where = (row["indicator"], row["area"], row["age_band"])
    return Published(*where, at, n, of, percent, counted, row["source"])


def _rows(named: str) -> Iterator[dict[str, str]]:
    text = files("carelink.figures").joinpath(named).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
