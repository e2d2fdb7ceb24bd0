"""Who may be given which pack, and what may they see in it? The file says it, and is checked."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.errors import Problem, Refused, RulebookError
from carelink.meetings.marked import Sight
from carelink.meetings.words import MEETING_LABELS
from carelink.toml_text import read_toml

_FILE = "audiences.toml"
_FLAGS = ("names", "days", "typed")


class Audience(NamedTuple):
    """One audience: its code, what it is called, what its packs say of themselves, what it sees."""

    code: str
    title: str
    says: str
    sight: Sight


class Audiences(NamedTuple):
    """Every audience by code, and the codes of those who are given each kind, our own first."""

    each: Mapping[str, Audience]
    given: Mapping[str, tuple[str, ...]]

    def of(self, kind: str) -> list[Audience]:
        """Who may be given this kind of pack."""
        return [self.each[code] for code in self.given[kind]]

    def audience(self, kind: str, code: str) -> Audience:
        """The audience by its code. Raises: Refused when it is not given this kind of pack."""
        if code not in self.given[kind]:
            known = ", ".join(self.given[kind])
            says = f"The pack of this meeting is made for {known}; {code} is none of them."
            raise Refused(Problem("audience", says))
        return self.each[code]


@lru_cache(maxsize=1)
def packaged_audiences() -> Audiences:
    """The audiences of the file that comes with CareLink."""
    text = files("carelink.meetings").joinpath(_FILE).read_text(encoding="utf-8")
    return read_audiences(text)


def read_audiences(text: str) -> Audiences:
    """The audiences of a file.

    Raises: RulebookError, naming what to do, when a meeting has no audience, an audience is not
    known, or one that may not see names might guess them from days or words.
    """
    held = read_toml(text, _FILE)
    each = {code: _audience(code, table) for code, table in held.get("audience", {}).items()}
    given = {kind: tuple(codes) for kind, codes in held.get("given", {}).items()}
    if set(given) != set(MEETING_LABELS):
        wrong = ", ".join(sorted(set(given) ^ set(MEETING_LABELS)))
        raise RulebookError(f"{_FILE}: [given] names every kind of meeting and no other: {wrong}.")
    for kind, codes in given.items():
        if not codes or not set(codes) <= set(each):
            raise RulebookError(f"{_FILE}: give [given] {kind} audiences that the file describes.")
    return Audiences(each, given)


def _audience(code: str, table: Mapping[str, Any]) -> Audience:
    if set(table) != {"title", "says", *_FLAGS}:
        raise RulebookError(f"{_FILE}: [audience.{code}] has title, says, names, days and typed.")
    if not all(isinstance(table[flag], bool) for flag in _FLAGS):
        raise RulebookError(f"{_FILE}: [audience.{code}] names, days and typed are true or false.")
    if not table["names"] and (table["days"] or table["typed"]):
        says = "without names, days and typed words must be left out too: they betray who it is"
        raise RulebookError(f"{_FILE}: [audience.{code}] {says}.")
    return Audience(code, table["title"], table["says"], Sight(*(table[f] for f in _FLAGS)))
