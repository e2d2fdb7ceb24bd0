"""How is a forecast shown? As an object, as a table, and as a chart that opens like a fan."""

from typing import Any

from carelink.charts import Ahead, Fan, Known
from carelink.forecast.population import Forecast


def as_object(forecast: Forecast) -> dict[str, Any]:
    """The years ahead as the command line promises them. Source: interface, `forecast`."""
    years = []
    for ahead in forecast.years:
        told: dict[str, Any] = {
            "year": ahead.year,
            "ages": {str(age): count for age, count in ahead.ages.items()},
            "total": ahead.total,
        }
        if ahead.low is not None:
            told |= {"low": ahead.low, "high": ahead.high}
        years.append(told)
    return {"years": years}


def as_table(forecast: Forecast) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """A heading, and a row for the start and each year ahead."""
    ranged = any(ahead.low is not None for ahead in forecast.years)
    ages = tuple(str(age) for age in forecast.start)
    ends = ("low", "high") if ranged else ()
    rows: list[tuple[object, ...]] = []
    for ahead in forecast.years:
        tail = (ahead.low, ahead.high) if ranged else ()
        rows.append((ahead.year, *ahead.ages.values(), ahead.total, *tail))
    return ("year", *ages, "total", *ends), rows


def fan_of(forecast: Forecast) -> Fan:
    """The forecast as a chart."""
    return Fan(
        "Young people on the roll in the years ahead",
        "young people",
        (Known(str(forecast.year), forecast.start_total),),
        tuple(
            Ahead(
                str(ahead.year),
                ahead.total if ahead.low is None else ahead.low,
                ahead.total,
                ahead.total if ahead.high is None else ahead.high,
            )
            for ahead in forecast.years
        ),
    )
