"""May these words stand beside the figures? No name, no trace of one person, no other number.

Words are read as a stranger would read them beside everything released. A number may be let stand
for a reason; a name, an id, a birth date or a postcode never.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from carelink.disclosure.cells import Cell
from carelink.figures.comparators import Comparators
from carelink.figures.targets import Target
from carelink.release.comparators import beside
from carelink.release.names_told import names_in
from carelink.release.numbers_told import Told, numbers_in, people_in, percents_in
from carelink.release.release import Release
from carelink.release.shown import age_bands_of

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\.?,?\s+\d{{2,4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2})"
)
_A_DAY = re.compile(rf"(?<!\w){_DAY}(?!\w)", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BORN = re.compile(
    rf"\b(?:born|birthday|d\.?\s?o\.?\s?b\.?|date of birth)\W+(?:\w+\W+){{0,2}}?{_DAY}", re.I
)
_INITIALS = re.compile(rf"\b[A-Z]\.?\s?[A-Z]\b\.?[^.!?\n]{{0,25}}?{_DAY}")
_POSTCODE = re.compile(r"\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\b", re.I)
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\d,])(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)")
_YOUNGEST = 14  # nobody on the roll was born later than this many years ago
_EVERYWHERE = ("quality", "actions", "you_said")


class Kind(StrEnum):
    """What was found in the words."""

    NAME = "name"
    ID = "id"
    BIRTH = "birth"
    POSTCODE = "postcode"
    REACHED = "reached"
    SMALL = "small"
    OTHER = "other"
    HIDDEN = "hidden"


_NUMBERS = frozenset({Kind.SMALL, Kind.OTHER, Kind.HIDDEN})


class Found(NamedTuple):
    """Something that should not stand there: in which box, which words, and why, in a sentence."""

    box: str
    kind: Kind
    matched: str
    says: str

    @property
    def may_stand(self) -> bool:
        """Whether it may be let stand with a reason: a number may, whoever it names may not."""
        return self.kind in _NUMBERS


def check_commentary(
    words: Mapping[str, str],
    release: Release,
    names: Iterable[str],
    *,
    ids: Iterable[str] = (),
    counts: Mapping[Cell, int] | None = None,
    also: Iterable[int] = (),
) -> list[Found]:
    """Everything in the words that must not go to the Board, box by box.

    Shape: `words` by theme, and by quality, actions and you_said; `names` and `ids` are those of
    the roll; `counts` are the true counts behind the release; `also` are per cents that may be
    named beside it, such as targets and what others published.
    """
    roll, known, more = tuple(names), tuple(ids), frozenset(also)
    found: list[Found] = []
    for box, text in words.items():
        found += _people(box, text, release, roll, known)
        found += _numbers(box, text, _Figures(release, box, counts or {}), more)
    return list(dict.fromkeys(found))


def percents_beside(
    release: Release, targets: Iterable[Target], comparators: Comparators
) -> frozenset[int]:
    """The per cents that may be named beside a release: targets, and what others published."""
    found = {target.percent for target in targets}
    for indicator in release.said["indicators"]:
        for band in (None, *age_bands_of(release, indicator["name"])):
            published = beside(release, indicator["name"], band, comparators)
            found |= {int(one.percent) for one in published if one.percent.isdigit()}
    return frozenset(found)


def _people(
    box: str, text: str, release: Release, names: tuple[str, ...], ids: tuple[str, ...]
) -> Iterator[Found]:
    for named in names_in(text, names, _vocabulary(release)):
        yield Found(box, Kind.NAME, named.matched, f"“{named.matched}” is a name on the roll.")
    for one in ids:
        if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text, re.I):
            yield Found(box, Kind.ID, one, f"“{one}” is somebody's reference.")
    for matched in _births(text, release.as_at.year - _YOUNGEST):
        says = f"“{matched}” may be read as somebody's date of birth."
        yield Found(box, Kind.BIRTH, matched, says)
    for found in _POSTCODE.finditer(text):
        yield Found(box, Kind.POSTCODE, found[0], f"“{found[0]}” is a postcode.")
    for found in _REACHED.finditer(text):
        says = f"“{found[0]}” is a telephone number or an address of somebody."
        yield Found(box, Kind.REACHED, found[0], says)


def _births(text: str, newest: int) -> Iterator[str]:
    """What reads as a date of birth, the longest words of each place."""
    found = [*_INITIALS.finditer(text), *_BORN.finditer(text)]
    for day in _A_DAY.finditer(text):
        year = _YEAR.search(day[0])
        if year and int(year[0]) <= newest:
            found.append(day)
    reached = -1
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        if one.end() > reached:
            yield one[0]
        reached = max(reached, one.end())


class _Figures:
    """What a release shows, and hides, of the tables that a box stands beside."""

    def __init__(self, release: Release, box: str, counts: Mapping[Cell, int]) -> None:
        everywhere = box in _EVERYWHERE
        tables = {
            one["table"] for one in release.said["tables"] if everywhere or one["theme"] == box
        }
        rows = [row for row in release.rows if row.table in tables]
        shown = [row for row in rows if row.measure == "count"]
        self.counts = {int(row.value) for row in shown if row.value.isdigit()}
        self.percents = {int(r.value) for r in rows if r.measure == "pct" and r.value.isdigit()}
        told = {row.at: row.value for row in shown}
        self.hidden = (
            {counts[at] for at, said in told.items() if at in counts}
            - {
                int(said)
                for at, said in told.items()
                if said.isdigit() and counts.get(at) == int(said)
            }
            - self.counts
        )
        self.small_up_to = int(release.shape.get("small_up_to", 5))


def _numbers(box: str, text: str, figures: _Figures, also: frozenset[int]) -> Iterator[Found]:
    counted = list(people_in(text))
    for told in counted:
        if told.value in figures.counts:
            continue
        if 0 < told.value <= figures.small_up_to:
            says = f"“{told.matched}” is a small number about people: it may point at somebody."
            yield Found(box, Kind.SMALL, told.matched, says)
        elif told.value in figures.hidden:
            yield _hidden(box, told)
        else:
            says = f"“{told.matched}” is not a number that the tables here show."
            yield Found(box, Kind.OTHER, told.matched, says)
    for told in percents_in(text):
        if told.value not in figures.percents | also:
            says = f"“{told.matched}” is not a percentage that the tables here show."
            yield Found(box, Kind.OTHER, told.matched, says)
    already = {told.value for told in counted}
    for told in numbers_in(text):
        above = told.value > figures.small_up_to
        if above and told.value in figures.hidden and told.value not in already:
            yield _hidden(box, told)


def _hidden(box: str, told: Told) -> Found:
    says = f"“{told.matched}” is a true number that the tables here round or hide."
    return Found(box, Kind.HIDDEN, told.matched, says)


def _vocabulary(release: Release) -> frozenset[str]:
    """The everyday words of the tables: a name that is one of them is read as the word."""
    said = release.said
    texts = [
        *(one["title"] for one in (*said["tables"], *said["themes"], *said["indicators"])),
        *said["protection"],
        *(words for one in said["labels"].values() for words in one["nodes"].values()),
        *(says for one in said["definitions"] for says in one["points"].values()),
    ]
    return frozenset(word for text in texts for word in re.findall(r"[a-z]+", text))
