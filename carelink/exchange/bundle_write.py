"""How is what is held written as an open bundle? The same rows always give the same bytes."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from carelink.exchange.columns import COLUMNS, PROVENANCE
from carelink.exchange.package import package_json
from carelink.facts import KINDS, Provenance

Held = Iterable[tuple[Any, Provenance]]
_QUOTED = re.compile(r'[",\r\n]')


def write_bundle(rows: Mapping[str, Held]) -> dict[str, bytes]:
    """Each file of the bundle by its name: every kind's CSV, then the package.

    Shape: `rows` holds for each kind its facts in the order of their ids.
    """
    files = {f"{kind}.csv": _csv(kind, rows.get(kind, ())) for kind in KINDS}
    return files | {"datapackage.json": package_json()}


def _csv(kind: str, rows: Held) -> bytes:
    columns = COLUMNS[kind]
    header = ",".join([*(column.name for column in columns), *PROVENANCE])
    write = [_WRITE[column.holds] for column in columns]
    lines = [header]
    for fact, told in rows:
        cells = [put(value) for put, value in zip(write, fact, strict=True)]
        cells += (_instant(told.recorded_at), told.recorded_by, told.origin)
        lines.append(_line(cells))
    return ("\n".join(lines) + "\n").encode("utf-8")


def _line(cells: list[str]) -> str:
    """One record; cells are quoted only where they must be."""
    line = ",".join(cells)
    if line.count(",") == len(cells) - 1 and not ('"' in line or "\n" in line or "\r" in line):
        return line
    return ",".join(_quoted(cell) if _QUOTED.search(cell) else cell for cell in cells)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _text(value: str) -> str:
    return value


def _day(value: date | None) -> str:
    return "" if value is None else value.isoformat()


def _instant(value: datetime | None) -> str:
    return "" if value is None else value.astimezone(UTC).isoformat(timespec="seconds")


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "Y" if value else "N"


def _number(value: float | int | None) -> str:
    return "" if value is None else str(value)


_WRITE: Mapping[str, Callable[[Any], str]] = {
    "text": _text,
    "day": _day,
    "instant": _instant,
    "yes_no": _yes_no,
    "whole": _number,
    "number": _number,
}
