"""Which people a few letters and the filters leave: plain Python over texts folded beforehand."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from carelink.facts import Person
from carelink.names import folded
from carelink.words import State, Status

# By label: the first age in the band and the first age past it.
AGE_BANDS = {
    "Under 16": (0, 16),
    "16 to 17": (16, 18),
    "18 to 20": (18, 21),
    "21 to 24": (21, 25),
    "25 and over": (25, 200),
}
AGE_NOT_KNOWN = "Age not known"
NO_ADVISER = "No personal adviser"


class PersonLine(NamedTuple):
    """One line of the list: who it is, where they stand, and the worst of what is due to them.

    `status` and `state` are None while the case is not yet read.
    """

    person_id: str
    name: str
    age: int | None
    status: Status | None
    adviser: str
    state: State | None
    says: str
    searched: str


class Wanted(NamedTuple):
    """What the list is narrowed to; an empty part narrows nothing."""

    text: str = ""
    status: str = ""
    adviser: str = ""
    state: str = ""
    band: str = ""


def searched_text(person: Person) -> str:
    """All that a person is found by, each part begun by a line break so that starts can be told."""
    parts = (person.known_as, person.legal_name, person.previous_names, person.person_id)
    return "\n" + "\n".join(folded(part) for part in parts if part)


def band_of(age: int | None) -> str:
    """The label of the age band."""
    if age is None:
        return AGE_NOT_KNOWN
    return next(label for label, (first, past) in AGE_BANDS.items() if first <= age < past)


def narrow(lines: Iterable[PersonLine], wanted: Wanted) -> list[PersonLine]:
    """The lines that fit, in the order given; those with a word that starts so come first."""
    fitting = [line for line in lines if _fits(line, wanted)]
    text = folded(wanted.text)
    if not text:
        return fitting
    found = [line for line in fitting if text in line.searched]
    starts = (f"\n{text}", f" {text}")
    return sorted(found, key=lambda line: not any(start in line.searched for start in starts))


def _fits(line: PersonLine, wanted: Wanted) -> bool:
    return (
        (not wanted.status or line.status == wanted.status)
        and (not wanted.adviser or (line.adviser or NO_ADVISER) == wanted.adviser)
        and (not wanted.state or line.state == wanted.state)
        and (not wanted.band or band_of(line.age) == wanted.band)
    )


def say_sum(shown: Sequence[PersonLine], everyone: Sequence[PersonLine]) -> str:
    """How the list shown stands to the whole: Showing 12 of 166."""
    if not everyone:
        return "Nobody is recorded yet. Bring in a list, or start with the made-up caseload."
    if not shown:
        return f"Showing 0 of {len(everyone):,}. Nobody fits; take off a filter or type less."
    return f"Showing {len(shown):,} of {len(everyone):,}"
