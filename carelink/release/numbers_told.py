"""Which numbers of a text speak of people, and are they the ones that were released?

Days, ages, money, weeks and house numbers are no figures about people and are passed over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_WORDS = (
    {word: at for at, word in enumerate(_UNITS)}
    | _TENS
    | {
        f"{ten}{mark}{unit}": value + at
        for ten, value in _TENS.items()
        for mark in ("-", " ")
        for at, unit in enumerate(_UNITS[1:10], 1)
    }
    | {"zero": 0, "a single": 1, "a couple of": 2, "both": 2, "a dozen": 12, "half a dozen": 6}
)
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|"
    + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
    + r")"
)
_WHO = (
    r"(?:people|persons?|adults?|leavers?|child(?:ren)?|m[eo]n|wom[ea]n|girls?|boys?|mothers?|"
    r"fathers?|parents?|mums?|dads?|brothers?|sisters?|teenagers?|"
    r"students?|apprentices?|tenants?|refugees?|asylum|lads?|17-year-olds?|18-year-olds?)"
)
_DOING = r"(?:has|have|had|is|are|was|were|who|remains?|lives?|left|died|went|moved|stays?)"
_ABOUT_PEOPLE = re.compile(
    rf"(?<![\w£.,/-])({_NUMBER})(?![\d%])(?:\s+(?!in\b|weeks?\b|months?\b|years?\b|days?\b|%)"
    rf"[\w'’-]+){{0,3}}?\s+{_WHO}\b"
    rf"|(?<![\w£.,/-])({_NUMBER})\s+(?:of\s+(?:them|our|these|those|the|\d+)|{_DOING})\b"
    rf"|\bof\s+(\d+)\b(?!\s*(?:{_NUMBER}|weeks|months|years|days|january|february|march|april|may|"
    r"june|july|august|september|october|november|december))",
    re.I,
)
_PERCENT = re.compile(rf"(?<![\w.,])({_NUMBER})(?:\.\d+)?\s*(?:%|per\s?cent\b|percent\b)", re.I)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_PASSED_OVER = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b(?:\s+\d{{4}})?|\b{_MONTH}\s+\d{{4}}|"
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:19|20)\d\d\b|£\s?[\d,.]+|"
    rf"\b(?:aged?|ages)\s+{_NUMBER}(?:\s+(?:to|and|or)\s+{_NUMBER})?|"
    rf"\b{_NUMBER}\s+(?:to|and|or)\s+{_NUMBER}[- ]year[- ]olds?|"
    rf"\b{_NUMBER}[- ]year[- ]olds?|\b{_NUMBER}\s+in\s+{_NUMBER}\b|"
    rf"\b{_NUMBER}\s+(?:weeks?|months?|days?|nights?|years?|hours?|minutes?|times|meetings?)\b|"
    r"\b\d{1,2}[.:]\d\d\b",
    re.I,
)
_BARE = re.compile(rf"(?<![\w£.,/-])({_NUMBER})(?![\w%])", re.I)


class Told(NamedTuple):
    """A number in a text: what it is, and the words it stands in."""

    value: int
    matched: str


def people_in(text: str) -> Iterator[Told]:
    """Every number that counts people."""
    clear = _clear(text)
    for found in _ABOUT_PEOPLE.finditer(clear):
        said = next(group for group in found.groups() if group)
        yield Told(value_of(said), " ".join(found[0].split()))


def percents_in(text: str) -> Iterator[Told]:
    """Every per cent."""
    for found in _PERCENT.finditer(text):
        yield Told(value_of(found[1]), " ".join(found[0].split()))


def numbers_in(text: str) -> Iterator[Told]:
    """Every number that may be a count: no per cent, day, age or sum of money."""
    for found in _BARE.finditer(_PERCENT.sub(" ; ", _clear(text))):
        yield Told(value_of(found[1]), found[1])


def value_of(said: str) -> int:
    """The number that digits of any script, or English words, say."""
    plain = " ".join(said.lower().split())
    return _WORDS[plain] if plain in _WORDS else int(plain.replace(",", ""))


def _clear(text: str) -> str:
    """The text without numbers that are no counts."""
    return _PASSED_OVER.sub(" ; ", text)
