"""Reads one rules file and refuses anything in it that could mislead a worker."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, NoReturn

from carelink.dates import Span
from carelink.errors import RulebookError
from carelink.toml_text import read_toml
from carelink.words import Basis, Status

_SPANS = (
    "within",
    "first_within",
    "again_within",
    "soon_after",
    "lead",
    "before",
    "after",
    "window",
    "age",
)
_WHO = ("personal_adviser", "social_worker", "nurse", "team_manager")
_DUTY_TEXTS = ("title", "called", "says", "changes", "who")
_DUTY_KEYS = {*_DUTY_TEXTS, "applies_to", "repeats", "may_decline", "version"}
_VERSION_KEYS = {
    *_SPANS,
    *("from", "basis", "interval_basis", "law", "local_law", "link"),
    *("notice", "verified", "checked_on", "ends"),
}


_LONGEST_YEARS = 100


class RulesFile(NamedTuple):
    """What one file holds: its duties as checked tables, and what it tightens of the law."""

    council: str
    duties: Mapping[str, Mapping[str, Any]]
    tightened: Mapping[str, Mapping[str, Span]]


def read_rules(text: str, named: str) -> RulesFile:
    """Read and check a rules file; raises RulebookError that names the file and the rule."""
    tables = read_toml(text, named)
    council = tables.pop("council", "")
    tightened = tables.pop("tighten", {})
    if not isinstance(council, str):
        raise RulebookError(f'{named}: "council" must be the council\'s name in quotes.')
    if not isinstance(tightened, dict) or not all(isinstance(s, dict) for s in tightened.values()):
        says = "[tighten] holds a table a duty, such as [tighten.pa_visit_2m]"
        raise RulebookError(f"{named}: {says}.")
    return RulesFile(
        council,
        {duty: _duty(named, duty, table) for duty, table in tables.items()},
        {duty: _spans(named, duty, spans) for duty, spans in tightened.items()},
    )


def _duty(named: str, duty: str, table: object) -> Mapping[str, Any]:
    if not isinstance(table, dict) or not table.get("version"):
        _refuse(named, duty, "needs a title, who it is owed to, and at least one version")
    _only(named, duty, table, _DUTY_KEYS)
    for key in _DUTY_TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            _refuse(named, duty, f'needs "{key}" in words')
    if table["who"] not in _WHO:
        _refuse(named, duty, f'"who" must be one of {", ".join(_WHO)}')
    for key in ("repeats", "may_decline"):
        if not isinstance(table.get(key), bool):
            _refuse(named, duty, f'needs "{key}" as true or false')
    if not isinstance(table["version"], list):
        _refuse(named, duty, f"writes its versions as [[{duty}.version]]")
    versions = [_version(named, duty, version) for version in table["version"]]
    starts = [v["effective_from"] or date.min for v in versions]
    if starts != sorted(set(starts)):
        _refuse(named, duty, "has versions out of order; put the oldest first")
    if versions[0]["ends"] and versions[0]["effective_from"]:
        _refuse(named, duty, "ends before it began; put the version that ran until then first")
    return {
        **{key: table[key] for key in (*_DUTY_TEXTS, "repeats", "may_decline")},
        "applies_to": _statuses(named, duty, table.get("applies_to")),
        "version": versions,
    }


def _version(named: str, duty: str, version: object) -> Mapping[str, Any]:
    if not isinstance(version, dict):
        _refuse(named, duty, f"writes its versions as [[{duty}.version]]")
    _only(named, duty, version, _VERSION_KEYS)
    law = version.get("law")
    if not isinstance(law, str) or not law.strip():
        _refuse(named, duty, 'has a version without "law": cite where the duty comes from')
    for key in ("from", "checked_on"):
        if key in version and type(version[key]) is not date:
            _refuse(named, duty, f'"{key}" must be a date such as 2026-11-01, without quotes')
    if "checked_on" not in version or not isinstance(version.get("verified"), bool):
        _refuse(named, duty, 'needs "verified" (true or false) and "checked_on" in each version')
    for key in ("link", "local_law"):
        if not isinstance(version.get(key, ""), str):
            _refuse(named, duty, f'"{key}" must be words in quotes')
    if not isinstance(version.get("ends", False), bool):
        _refuse(named, duty, '"ends" must be true or false')
    basis = _basis(named, duty, version.get("basis"))
    return {
        "basis": basis,
        "interval_basis": _basis(named, duty, version.get("interval_basis", basis)),
        "law": law,
        "local_law": version.get("local_law", ""),
        "link": version.get("link", ""),
        "effective_from": version.get("from"),
        "ends": version.get("ends", False),
        "notice": _days(named, duty, version.get("notice")),
        "spans": _spans(named, duty, {k: v for k, v in version.items() if k in _SPANS}),
        "verified": version["verified"],
        "checked_on": version["checked_on"],
    }


def _spans(named: str, duty: str, spans: Mapping[str, object]) -> Mapping[str, Span]:
    return {name: _span(named, duty, name, text) for name, text in spans.items()}


def _span(named: str, duty: str, name: str, text: object) -> Span:
    try:
        span = Span.parse(str(text))
        in_reach = span.after(date(2000, 1, 1)) <= date(2000 + _LONGEST_YEARS, 1, 1)
    except ValueError:
        _refuse(named, duty, f'"{name}" must be a span such as "2 months" or "56 days"')
    if not in_reach:
        _refuse(named, duty, f'"{name}" must be at most {_LONGEST_YEARS} years')
    return span


def _days(named: str, duty: str, text: object) -> int:
    notice = _span(named, duty, "notice", text)
    if notice.unit != "day":
        _refuse(named, duty, '"notice" must be in days, such as "28 days"')
    return notice.number


def _statuses(named: str, duty: str, listed: object) -> frozenset[Status]:
    if not isinstance(listed, list) or not listed:
        _refuse(named, duty, 'needs "applies_to", the list of statuses it is owed to')
    try:
        return frozenset(Status(status) for status in listed)
    except ValueError as wrong:
        _refuse(named, duty, f'"applies_to" names a status that is not known ({wrong})')


def _basis(named: str, duty: str, basis: object) -> Basis:
    try:
        return Basis(str(basis))
    except ValueError:
        _refuse(named, duty, f'"basis" must be one of {", ".join(Basis)}')


def _only(named: str, duty: str, table: Mapping[str, object], known: set[str]) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        _refuse(named, duty, f"has words that are not known: {', '.join(unknown)}")


def _refuse(named: str, duty: str, says: str) -> NoReturn:
    raise RulebookError(f"{named}: [{duty}] {says}.")
