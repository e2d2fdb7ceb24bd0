"""How does this council hold its handovers? Two numbers, which it may set beside its store."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from carelink.errors import RulebookError
from carelink.toml_text import read_toml

_MOST = 366


class Terms(NamedTuple):
    """Units: days. Within how many the first meeting is due, and from when it is due soon."""

    first_meeting_days: int
    soon_days: int


@cache
def load_terms(own: str | None = None) -> Terms:
    """The numbers that come with us, those of a council's own file in their place.

    Raises: RulebookError, naming the number and what to do, for a file that cannot be used.
    """
    ours = files("carelink.handover").joinpath("terms.toml").read_text(encoding="utf-8")
    held = read_toml(ours, "terms.toml") | read_toml(own or "", "The handover file")
    if strange := sorted(set(held) - set(Terms._fields)):
        says = f"The handover file names {', '.join(strange)}, which it cannot set."
        raise RulebookError(f"{says} It may set {' and '.join(Terms._fields)}.")
    for name, days in held.items():
        if type(days) is not int or not 0 <= days <= _MOST:
            raise RulebookError(f"{name} in the handover file must be days, from 0 to {_MOST}.")
    return Terms(**held)
