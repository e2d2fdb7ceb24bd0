"""What does `datapackage.json` say of the bundle, so that any tool can read it?"""

import json
from collections.abc import Mapping
from typing import Any

from carelink.exchange.columns import COLUMNS, ENDING, POINTS_AT, Column
from carelink.exchange.described import FILES, says
from carelink.facts import KINDS

_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "day": {"type": "date", "format": "default"},
    "instant": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    "yes_no": {"type": "boolean", "trueValues": ["Y"], "falseValues": ["N"]},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
}


def package_json() -> bytes:
    """The Frictionless description of every file and column of the open bundle."""
    package = {
        "profile": "tabular-data-package",
        "name": "carelink-open-bundle",
        "title": "Young people leaving care: the whole caseload as an open bundle",
        "resources": [_resource(kind) for kind in KINDS],
    }
    return (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _resource(kind: str) -> dict[str, Any]:
    key = KINDS[kind].key
    schema: dict[str, Any] = {
        "fields": [_field(kind, key, column) for column in (*COLUMNS[kind], *ENDING)],
        "primaryKey": key,
        "missingValues": [""],
    }
    if points := [column.name for column in COLUMNS[kind] if _points(kind, column.name)]:
        schema["foreignKeys"] = [_foreign_key(name) for name in points]
    return {
        "profile": "tabular-data-resource",
        "name": kind,
        "path": f"{kind}.csv",
        "description": FILES[kind],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _points(kind: str, column: str) -> bool:
    return POINTS_AT.get(column, kind) != kind


def _foreign_key(column: str) -> dict[str, Any]:
    resource = POINTS_AT[column]
    return {"fields": column, "reference": {"resource": resource, "fields": KINDS[resource].key}}


def _field(kind: str, key: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "description": says(kind, column.name)}
    field |= _TYPES[column.holds]
    constraints: dict[str, Any] = {}
    if column.required or column.name == key:
        constraints["required"] = True
    if column.name == key:
        constraints["unique"] = True
    if column.codes:
        constraints["enum"] = list(column.codes)
    return field | ({"constraints": constraints} if constraints else {})
