"""The figures as one row each, the form a program reads and the hash is taken over."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from carelink.figures.first_headlines import INDICATORS
from carelink.figures.lines import FigureLine
from carelink.figures.rounding import HIDDEN

TOTAL = "Total"
YES = "yes"
DIMENSIONS = ("population", "age_band", *(indicator.name for indicator in INDICATORS))
COLUMNS = ("release", "table", "measure", "pct_of", "value", "base", "n", "of", *DIMENSIONS)
# Rounded so that the parts add up, each to a multiple of 5 beside the truth.
_ROUNDED = "5a"


def figures_csv(as_at: date, lines: Iterable[FigureLine]) -> bytes:
    """The release in long form: three counts and a percentage for every figure."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()
    for line in lines:
        for row in _rows(line):
            rows.writerow({"release": as_at.isoformat(), "table": line.table, **row})
    return out.getvalue().encode()


def _rows(line: FigureLine) -> Iterator[dict[str, str]]:
    number, base = _value(line.shown_n), _value(line.shown_base)
    counts = ((YES, number), (line.rest, _value(line.shown_rest)), (TOTAL, base))
    for category, value in counts:
        rounded = "" if line.hidden else _ROUNDED
        yield {"measure": "count", "value": value, "base": rounded, **_cell(line, category)}
    share = {"measure": "pct", "pct_of": line.indicator, "value": line.percent}
    yield {**share, "n": number, "of": base, **_cell(line, YES)}


def _cell(line: FigureLine, category: str) -> dict[str, str]:
    return {
        "population": line.population,
        "age_band": line.age_band,
        line.indicator: category,
    }


def _value(shown: int | None) -> str:
    return HIDDEN if shown is None else str(shown)
