"""A release written out: figures and benchmarks as CSV, its papers as JSON, a page to read."""

import csv
import io
import json
from datetime import date
from typing import Any

from carelink.figures.benchmarks import Benchmark, published
from carelink.figures.long_form import COLUMNS, DIMENSIONS, TOTAL, YES
from carelink.figures.page import release_page
from carelink.figures.populations import AGE_BANDS, year_before
from carelink.figures.release import Release


def write_release(release: Release) -> dict[str, bytes]:
    """Every file of the release by its name; the same release gives the same bytes."""
    return {
        "figures.csv": release.figures,
        "figures.meta.json": _json(_meta(release)),
        "benchmarks.csv": _benchmarks_csv(),
        "release.json": _json(_about(release)),
        "release.html": release_page(release).encode(),
    }


def _meta(release: Release) -> dict[str, Any]:
    indicators = {line.indicator: line.rest for line in release.lines}
    return {
        "hierarchies": {
            "population": {},
            "age_band": {TOTAL: list(dict.fromkeys(AGE_BANDS.values()))},
            **{name: {TOTAL: [YES, rest]} for name, rest in indicators.items()},
        },
        "total_labels": ["", TOTAL],
        "columns": list(COLUMNS),
        "dimensions": list(DIMENSIONS),
        "hash": release.hash,
    }


def _about(release: Release) -> dict[str, Any]:
    first, last = year_before(release.as_at)
    return {
        "as_at": release.as_at.isoformat(),
        "period": {
            "snapshot": _period(release.as_at, release.as_at),
            "birthday_cohort": _period(first, last),
        },
        "audience": release.audience,
        "hash": release.hash,
        "hash_of": "SHA-256 of figures.csv",
        "definitions": [
            {
                "id": definition.id,
                "version": definition.version,
                "title": definition.title,
                "points": dict(definition.points),
            }
            for definition in release.definitions
        ],
        "tables": _tables(release),
        "protection": list(release.protection),
        "attack": release.attack,
        "attack_says": release.attack_says,
    }


def _period(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}


def _tables(release: Release) -> list[dict[str, Any]]:
    by_name = {line.table: line for line in release.lines}
    return [
        {
            "table": name,
            "dimensions": ["population", "age_band", line.indicator],
            "definition": line.definition.id,
            "version": line.definition.version,
            "period": line.period,
        }
        for name, line in by_name.items()
    ]


def _benchmarks_csv() -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(Benchmark._fields)
    rows.writerows(published())
    return out.getvalue().encode()


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
