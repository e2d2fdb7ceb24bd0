"""Reads one file of the catalogue and refuses anything in it that could mislead a worker."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, NoReturn

from carelink.dates import Span
from carelink.errors import RulebookError
from carelink.money.entry import Amount, Entry, Settlement, Version
from carelink.money.words import STEPS
from carelink.toml_text import read_toml
from carelink.words import Basis, Status

Groups = Mapping[str, frozenset[Status]]
_TEXTS = ("title", "says", "ask", "event", "claimed_when")
_ENTRY_KEYS = {
    *_TEXTS,
    *("awaited", "statuses", "age_from", "age_before", "paid_to", "ledger", "amount_by"),
    *("renews_on", "renews_early", "lead", "age_at_start", "version"),
}
_VERSION_KEYS = {
    *("from", "commencement", "ends", "basis", "law", "link", "amount_pence", "up_to", "each"),
    *("adds", "verified", "checked_on"),
}
_SETTLEMENT_KEYS = {"law", "verified", "checked_on", "amount_by", "version"}
_AMOUNT_BY = ("event", "turns_18")
_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_OLDEST = 25
# A slip of some noughts is likelier than an entitlement of more than £50,000.
_MOST_PENCE = 5_000_000


class CatalogueFile(NamedTuple):
    """What one file holds: its entries, and what it settles of the entries in another."""

    council: str
    groups: Groups
    entries: Mapping[str, Entry]
    settled: Mapping[str, Settlement]


def read_catalogue(text: str, named: str, groups: Groups | None = None) -> CatalogueFile:
    """Read and check a file of the catalogue; raises RulebookError naming the file and the entry.

    Shape: `groups` are lists of statuses by name that were read before.
    """
    tables = read_toml(text, named)
    council = tables.pop("council", "")
    if not isinstance(council, str):
        raise RulebookError(f'{named}: "council" must be the council\'s name in quotes.')
    own, settled = tables.pop("groups", {}), tables.pop("settle", {})
    if not isinstance(own, dict) or not isinstance(settled, dict):
        raise RulebookError(f"{named}: [groups] and [settle] are tables.")
    known = dict(groups or {})
    for name, listed in own.items():
        known[name] = _statuses(named, name, listed, {})
    return CatalogueFile(
        council,
        known,
        {name: _entry(named, name, table, known, council) for name, table in tables.items()},
        {name: _settlement(named, name, table, council) for name, table in settled.items()},
    )


def _entry(named: str, name: str, table: Any, groups: Groups, council: str) -> Entry:
    if not isinstance(table, dict) or not isinstance(table.get("version"), list):
        _refuse(named, name, f"needs its words and at least one [[{name}.version]]")
    _only(named, name, table, _ENTRY_KEYS)
    for key in _TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            _refuse(named, name, f'needs "{key}" in words')
    if table["claimed_when"] not in STEPS:
        _refuse(named, name, f'"claimed_when" must be one of {", ".join(STEPS)}')
    if table.get("paid_to", "") not in ("", "others"):
        _refuse(named, name, '"paid_to" may only be "others"')
    age_from, age_before = _ages(named, name, table)
    return Entry(
        entitlement=name,
        **{key: table[key] for key in _TEXTS},
        statuses=_statuses(named, name, table.get("statuses"), groups),
        age_from=age_from,
        age_before=age_before,
        versions=_versions(named, name, table["version"]),
        awaited=_words(named, name, table, "awaited"),
        paid_to=table.get("paid_to", ""),
        ledger=_yes_no(named, name, table, "ledger"),
        age_at_start=_yes_no(named, name, table, "age_at_start"),
        amount_by=_amount_by(named, name, table) or "event",
        renews_on=_day_of_year(named, name, table.get("renews_on")),
        renews_early=_span(named, name, table, "renews_early"),
        lead=_span(named, name, table, "lead"),
        from_council=council,
    )


def _ages(named: str, name: str, table: Mapping[str, Any]) -> tuple[int, int]:
    first, last = table.get("age_from"), table.get("age_before")
    if type(first) is not int or type(last) is not int or not 0 <= first < last <= _OLDEST:
        _refuse(named, name, f'needs "age_from" below "age_before", in years up to {_OLDEST}')
    return first, last


def _versions(named: str, name: str, listed: list[Any]) -> tuple[Version, ...]:
    versions = tuple(_version(named, name, version) for version in listed)
    if not versions:
        _refuse(named, name, "needs at least one version")
    in_law = [version for version in versions if version.commenced]
    starts = [version.effective_from or date.min for version in in_law]
    if starts != sorted(set(starts)) or versions[: len(in_law)] != tuple(in_law):
        _refuse(named, name, "has versions out of order; the oldest first, not yet law last")
    if in_law and in_law[0].ends:
        _refuse(named, name, "ends before it began; put the version that ran until then first")
    return versions


def _version(named: str, name: str, version: Any) -> Version:
    if not isinstance(version, dict):
        _refuse(named, name, f"writes its versions as [[{name}.version]]")
    _only(named, name, version, _VERSION_KEYS)
    law, verified, checked_on = _source(named, name, version)
    begins, commenced = _beginning(named, name, version)
    return Version(
        law=law,
        checked_on=checked_on,
        verified=verified,
        basis=_basis(named, name, version.get("basis")),
        link=_words(named, name, version, "link"),
        effective_from=begins,
        commenced=commenced,
        ends=_yes_no(named, name, version, "ends"),
        amount_pence=_pence(named, name, version.get("amount_pence")),
        up_to=_yes_no(named, name, version, "up_to"),
        each=_words(named, name, version, "each"),
        adds=_words(named, name, version, "adds"),
    )


def _settlement(named: str, name: str, table: Any, council: str) -> Settlement:
    if not isinstance(table, dict):
        _refuse(named, name, f"is settled by a table [settle.{name}]")
    _only(named, name, table, _SETTLEMENT_KEYS)
    law, verified, checked_on = _source(named, name, table)
    amounts = []
    for version in table.get("version", []):
        _only(named, name, version, {"from", "amount_pence"})
        pence = _pence(named, name, version.get("amount_pence"))
        if pence is None:
            _refuse(named, name, 'settles an amount without "amount_pence"')
        amounts.append(Amount(_day(named, name, version, "from"), pence))
    starts = [amount.effective_from or date.min for amount in amounts]
    if starts != sorted(set(starts)):
        _refuse(named, name, "has versions out of order; put the oldest first")
    by = _amount_by(named, name, table)
    return Settlement(council, law, verified, checked_on, by, tuple(amounts))


def _source(named: str, name: str, table: Mapping[str, Any]) -> tuple[str, bool, date]:
    law = table.get("law")
    if not isinstance(law, str) or not law.strip():
        _refuse(named, name, 'has a version without "law": cite where it comes from')
    checked_on = _day(named, name, table, "checked_on")
    if checked_on is None or not isinstance(table.get("verified"), bool):
        _refuse(named, name, 'needs "verified" (true or false) and "checked_on" in each version')
    return law, table["verified"], checked_on


def _beginning(named: str, name: str, version: Mapping[str, Any]) -> tuple[date | None, bool]:
    """From when, and whether that is known at all: an empty commencement is not yet law."""
    if "commencement" not in version:
        return _day(named, name, version, "from"), True
    if "from" in version:
        _refuse(named, name, 'says "from" or "commencement", not both')
    if version["commencement"] == "":
        return None, False
    return _day(named, name, version, "commencement"), True


def _day(named: str, name: str, table: Mapping[str, Any], key: str) -> date | None:
    if key in table and type(table[key]) is not date:
        _refuse(named, name, f'"{key}" must be a date such as 2026-11-01, without quotes')
    return table.get(key)


def _pence(named: str, name: str, pence: object) -> int | None:
    if pence is None:
        return None
    if type(pence) is not int or not 0 < pence <= _MOST_PENCE:
        _refuse(named, name, '"amount_pence" must be whole pence: £3,000 is 300_000')
    return pence


def _statuses(named: str, name: str, listed: object, groups: Groups) -> frozenset[Status]:
    if not isinstance(listed, list) or not listed:
        _refuse(named, name, 'needs "statuses", the list of statuses (or groups) it is for')
    found: set[Status] = set()
    for status in listed:
        if status in groups:
            found |= groups[status]
        elif status in list(Status):
            found.add(Status(status))
        else:
            _refuse(named, name, f'"statuses" names "{status}", which is not known')
    return frozenset(found)


def _basis(named: str, name: str, basis: object) -> Basis:
    try:
        return Basis(str(basis))
    except ValueError:
        _refuse(named, name, f'"basis" must be one of {", ".join(Basis)}')


def _amount_by(named: str, name: str, table: Mapping[str, Any]) -> str:
    by = _words(named, name, table, "amount_by")
    if by and by not in _AMOUNT_BY:
        _refuse(named, name, f'"amount_by" must be one of {", ".join(_AMOUNT_BY)}')
    return by


def _day_of_year(named: str, name: str, text: object) -> tuple[int, int] | None:
    if text is None:
        return None
    day, _, month = str(text).partition(" ")
    if month not in _MONTHS or not day.isdigit() or not 1 <= int(day) <= 28:
        _refuse(named, name, '"renews_on" must be a day such as "1 April"')
    return _MONTHS.index(month) + 1, int(day)


def _span(named: str, name: str, table: Mapping[str, Any], key: str) -> Span:
    try:
        return Span.parse(table.get(key, "0 days"))
    except (ValueError, AttributeError):
        _refuse(named, name, f'"{key}" must be a span such as "28 days"')


def _words(named: str, name: str, table: Mapping[str, Any], key: str) -> str:
    text = table.get(key, "")
    if not isinstance(text, str):
        _refuse(named, name, f'"{key}" must be words in quotes')
    return text


def _yes_no(named: str, name: str, table: Mapping[str, Any], key: str) -> bool:
    said = table.get(key, False)
    if not isinstance(said, bool):
        _refuse(named, name, f'"{key}" must be true or false')
    return said


def _only(named: str, name: str, table: Mapping[str, object], known: set[str]) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        _refuse(named, name, f"has words that are not known: {', '.join(unknown)}")


def _refuse(named: str, name: str, says: str) -> NoReturn:
    raise RulebookError(f"{named}: [{name}] {says}.")
