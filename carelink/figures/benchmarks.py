"""What the Department for Education publishes for England, the South East and Medway."""

import csv
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

AREAS = ("England", "South East", "Medway")


class Benchmark(NamedTuple):
    """One published percentage; `percent` is a whole number, or `c` where it was hidden.

    Units: `year` is the year ending 31 March of that year.
    """

    indicator: str
    area: str
    age_band: str
    year: int
    percent: str
    source: str


@lru_cache(maxsize=1)
def published() -> tuple[Benchmark, ...]:
    """Every published percentage held, with its source, in the order of the file."""
    text = files("carelink.figures").joinpath("benchmarks.csv").read_text(encoding="utf-8")
    return tuple(
        Benchmark(
            row["indicator"],
            row["area"],
            row["age_band"],
            int(row["year_ending_31_march"]),
            row["percent"],
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def benchmarks_for(indicator: str, age_band: str) -> tuple[Benchmark, ...]:
    """All years and areas published for one indicator and age band, areas in the order of AREAS."""
    wanted = [b for b in published() if (b.indicator, b.age_band) == (indicator, age_band)]
    return tuple(sorted(wanted, key=lambda b: (AREAS.index(b.area), b.year)))


def latest(benchmarks: tuple[Benchmark, ...], area: str) -> Benchmark | None:
    """The latest year published for an area; None where there is none."""
    return max((b for b in benchmarks if b.area == area), key=lambda b: b.year, default=None)
