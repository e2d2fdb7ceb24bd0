"""Is somebody on the roll named in a text? Whatever the case, the accents or the script.

A name that is also a word, such as May, Grace or Will, counts with a capital inside a sentence, or
beside another part of the same name. Months and places count only beside another part.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_SHORTEST = 3
_LETTERS = str.maketrans("øłđıœæðþØŁĐŒÆÐÞ", "oldioadtOLDOADT")
_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u02b9\u02bb`\u00b4\u2032\uff07]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_ENDS = re.compile(r"[.!?:\n]\W*$")


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    """Everyday words, months and places that are somebody's name as well."""
    text = files("carelink.release").joinpath("name_words.toml").read_text(encoding="utf-8")
    return {kind: frozenset(said.split()) for kind, said in tomllib.loads(text).items()}


class Named(NamedTuple):
    """A place in a text where somebody is named: the words as they stand."""

    matched: str


class _Token(NamedTuple):
    word: str
    folded: str
    start: int


def names_in(text: str, names: Iterable[str], vocabulary: Iterable[str] = ()) -> list[Named]:
    """Every place where a part of one of the names stands; `vocabulary` are words of the tables."""
    plain = _plain(text)
    tokens = list(_tokens(plain))
    people = [parts for name in dict.fromkeys(names) if (parts := _parts(name))]
    words = (
        _listed()["words"]
        | _listed()["months"]
        | _listed()["places"]
        | {word for one in vocabulary for word in _parts(one) if one.islower()}
    )
    by_part: dict[str, list[tuple[str, ...]]] = {}
    for parts in people:
        for part in parts:
            by_part.setdefault(part, []).append(parts)
    found = dict.fromkeys(_at_tokens(plain, tokens, by_part, words))
    found |= dict.fromkeys(_whole_short(tokens, people))
    found |= dict.fromkeys(_unspaced(plain, by_part))
    return list(found)


def _at_tokens(
    plain: str,
    tokens: list[_Token],
    by_part: Mapping[str, list[tuple[str, ...]]],
    words: frozenset[str],
) -> Iterator[Named]:
    for place, token in enumerate(tokens):
        for part in _readings(token.folded):
            if part not in by_part or len(part) < _SHORTEST or _UNSPACED.search(part):
                continue
            if (
                part not in words
                or _beside(tokens, place, part, by_part[part])
                or _as_name(plain, token, part)
            ):
                yield Named(token.word)
                break


def _as_name(plain: str, token: _Token, part: str) -> bool:
    """Whether a word that is also a name is written as one: a capital inside a sentence."""
    if part in _listed()["months"] | _listed()["places"] or not token.word[:1].isupper():
        return False
    if len(token.word) > 1 and token.word.isupper():
        return False
    before = plain[: token.start]
    return bool(before.strip()) and not _ENDS.search(before)


def _beside(tokens: list[_Token], place: int, part: str, people: Iterable[tuple[str, ...]]) -> bool:
    """Whether another part of the same name stands right before or after it."""
    around = {
        one
        for at in (place - 1, place + 1)
        if 0 <= at < len(tokens)
        for one in _readings(tokens[at].folded)
    }
    return any(around & (set(parts) - {part}) for parts in people)


def _whole_short(tokens: list[_Token], people: Iterable[tuple[str, ...]]) -> Iterator[Named]:
    """A whole name of parts too short to look for alone, such as Bo Xu."""
    folded = [token.folded.removesuffix("'s") for token in tokens]
    for parts in people:
        if len(parts) < 2 or all(len(part) >= _SHORTEST for part in parts):
            continue
        for at in range(len(folded) - len(parts) + 1):
            if tuple(folded[at : at + len(parts)]) == parts:
                yield Named(" ".join(token.word for token in tokens[at : at + len(parts)]))


def _unspaced(plain: str, by_part: Mapping[str, object]) -> Iterator[Named]:
    """Scripts that set no blanks between words: the name anywhere in the text."""
    folded = plain.casefold()
    for part in by_part:
        if len(part) >= 2 and _UNSPACED.search(part) and part in folded:
            yield Named(part)


def _readings(folded: str) -> set[str]:
    """A word as one, without its 's, and each part of one with a hyphen."""
    whole = folded.removesuffix("'s").removesuffix("'")
    parts = [part.removesuffix("'s") for part in whole.split("-")]
    return {one.replace("'", "") for one in (folded, whole, *parts, whole.replace("-", ""))}


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a name as they are looked for."""
    plain = _plain(name).casefold()
    if _UNSPACED.search(plain):
        return tuple(plain.split())
    pieces = [piece for token in _TOKEN.findall(plain) for piece in token.split("-")]
    return tuple(piece.replace("'", "") for piece in pieces)


def _tokens(plain: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(plain):
        yield _Token(found[0], found[0].casefold(), found.start())


def _plain(text: str) -> str:
    """Without accents, marks and unseen signs; one sort of apostrophe and hyphen."""
    text = unicodedata.normalize("NFKD", text).translate(_LETTERS)
    text = _HYPHENS.sub("-", _APOSTROPHES.sub("'", text))
    kept = (one for one in text if unicodedata.category(one) not in ("Mn", "Mc", "Me", "Cf"))
    return unicodedata.normalize("NFC", "".join(kept))
