"""One indicator shown by age, as three published texts: small enough to read in a test."""

import json
from datetime import date
from hashlib import sha256

from carelink.disclosure import TOTAL
from carelink.disclosure.cells import cell_at
from carelink.release import Release, Row, write_rows
from carelink.release.percents import percent_of

BANDS = ("17-18", "19-21")
TITLES = {"eet": "In education, employment or training", "passport": "Health passport given"}


def small_release(  # each keyword is one thing that a test changes
    as_at,
    shown,
    *,
    indicator="eet",
    population="roll",
    mode="rounded",
    version=1,
    better="higher",
    last=None,
    second="counted",
    by_age=True,
):
    """A release of one indicator. `shown` by age band: (counted, whole base); None is c."""
    fixed = (("population", population),)
    rows = []
    whole = (_sum(n for n, _ in shown.values()), _sum(of for _, of in shown.values()))
    for band, (n, of) in {**shown, TOTAL: whole}.items():
        at = cell_at((*fixed, ("counted", "yes"), ("age_band", band)))
        base = cell_at((*fixed, ("age_band", band)))
        unit = "5a" if mode == "rounded" else ""
        rows.append(Row("by_age", "count", _written(n), at, unit if n is not None else ""))
        rows.append(Row("by_age", "count", _written(of), base, unit if of is not None else ""))
        rows.append(
            Row("by_age", "pct", _share(n, of), at, "", "counted", _written(n), _written(of))
        )
    figures = write_rows(as_at.isoformat(), rows, ("population", "counted", "age_band"))
    hash = sha256(figures.encode()).hexdigest()
    meta = {"total_labels": ["", TOTAL], "hash": hash}
    end = last or as_at
    about = {
        "as_at": as_at.isoformat(),
        "audience": "Corporate Parenting Board",
        "mode": mode,
        "hash": hash,
        "period": {
            population: {"first": end.isoformat(), "last": end.isoformat(), "says": f"on {end}"}
        },
        "tables": [
            {
                "table": "by_age",
                "population": population,
                "period": f"on {end}",
                "fixed": {"population": population},
                "dimensions": [second, "age_band"] if by_age else [second],
            }
        ],
        "indicators": [
            {
                "name": indicator,
                "title": TITLES.get(indicator, indicator),
                "theme": "activity",
                "table": "by_age",
                "counted": ["counted", "yes"],
                "better": better,
                "definition": f"{indicator}.{population}",
                "version": version,
            }
        ],
    }
    return Release(figures, json.dumps(meta), json.dumps(about))


def in_the_year_to(year, shown, **more):
    """The same of those around their birthday in the year to 31 March."""
    day = date(year, 3, 31)
    return small_release(day, shown, population="birthday_cohort", last=day, **more)


def _sum(counts):
    held = list(counts)
    return None if None in held else sum(held)


def _share(n, of):
    if n is None or of is None:
        return "c"
    if of == 0:
        return "z"
    return "c" if of < 20 else percent_of(n, of)


def _written(count):
    return "c" if count is None else str(count)
