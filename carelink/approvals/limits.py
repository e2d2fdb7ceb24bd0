"""From which amount, and for how long, does something wait for a manager? The council says."""

from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.errors import RulebookError
from carelink.toml_text import read_toml

_KEYS = ("grant_above_pounds", "grant_asked_for_days", "returned_shown_for_days")
_MOST = 100_000


class Limits(NamedTuple):
    """What a council has set. Units: whole pence, and days."""

    grant_above_pence: int
    grant_asked_for_days: int
    returned_shown_for_days: int


@lru_cache(maxsize=4)
def load_limits(own: str | None = None) -> Limits:
    """The limits that come with the program, with a council's own (TOML text) in their place.

    Raises: RulebookError that names the line of the council's own file which cannot be used.
    """
    text = files("carelink.approvals").joinpath("limits.toml").read_text(encoding="utf-8")
    held = _read(text, "limits.toml")
    if own is not None:
        held |= _read(own, "The council's file of approvals")
    pounds, asked, shown = (held[key] for key in _KEYS)
    return Limits(pounds * 100, asked, shown)


def _read(text: str, named: str) -> dict[str, int]:
    table = read_toml(text, named)
    for key, value in table.items():
        if key not in _KEYS:
            raise RulebookError(f'{named}: "{key}" is not known here. Known: {", ".join(_KEYS)}.')
        if not _is_number(value):
            raise RulebookError(f'{named}: "{key}" is a whole number from 0 to {_MOST:,}.')
    return table


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST
