"""Which words could be kinder, and what else can be said? Shown while writing, never forced."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.errors import RulebookError
from carelink.toml_text import read_toml

# More than this at once would be nagging.
_AT_MOST = 2


class Instead(NamedTuple):
    """A word that was found in a text, as it stands there, and what can be said instead."""

    found: str
    use: str


class Wording(NamedTuple):
    """The list: each pattern with what can be said instead, the council's own before ours."""

    entries: tuple[tuple[re.Pattern[str], str], ...]

    def instead_of(self, text: str) -> list[Instead]:
        """What could be said otherwise, in the order of the text, each word once."""
        found: dict[str, tuple[int, Instead]] = {}
        for pattern, use in self.entries:
            for match in pattern.finditer(text):
                word = match.group()
                found.setdefault(word.casefold(), (match.start(), Instead(word, use)))
        return [instead for _, instead in sorted(found.values())]

    def say(self, text: str) -> str:
        """The first of them in a line to read; empty when there is none."""
        said = [f"“{one.found}”: {one.use}" for one in self.instead_of(text)[:_AT_MOST]]
        return f"You could also say, for {'; for '.join(said)}." if said else ""


def load_wording(council: str | None = None) -> Wording:
    """The list that comes with us, with the council's own before it.

    Raises: RulebookError, naming the entry and what to do, when the council's cannot be used.
    """
    return Wording((*(_entries(council, "words.toml") if council else ()), *_ours()))


@lru_cache(maxsize=1)
def _ours() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = files("carelink").joinpath("wording.toml").read_text(encoding="utf-8")
    return tuple(_entries(text, "wording.toml"))


def _entries(text: str, name: str) -> Iterator[tuple[re.Pattern[str], str]]:
    listed = read_toml(text, name).get("instead", [])
    if not isinstance(listed, list):
        raise RulebookError(f"{name}: write each entry as [[instead]] with avoid and use.")
    for number, entry in enumerate(listed, 1):
        yield _entry(entry, f"{name}, entry {number}")


def _entry(entry: Any, where: str) -> tuple[re.Pattern[str], str]:
    avoid, use = entry.get("avoid"), entry.get("use")
    known = isinstance(avoid, list) and all(isinstance(word, str) and word for word in avoid)
    if not known or not avoid or not isinstance(use, str) or not use.strip():
        raise RulebookError(f"{where}: give avoid, a list of words, and use, what to say instead.")
    # Longest first, so that a run of words is found before a word of it.
    words = sorted((re.escape(word) for word in avoid), key=len, reverse=True)
    flags = 0 if entry.get("exact") else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", flags), use.strip()
