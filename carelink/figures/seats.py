"""Where does one person stand? In exactly one lowest category of every dimension that asks them."""

import hashlib
from collections.abc import Mapping, Sequence

from carelink.case import CaseFile
from carelink.disclosure import Dimension, Table
from carelink.figures.gatherings import Gatherings, Member
from carelink.figures.subjects.listed import SUBJECTS

POPULATION = "population"
# Kinds of fact that a roll is read without and that some figure asks for.
OF_THE_FILE = ("health_items", "plan_versions")
# One person's lowest category in each dimension, a mapping for each population they are in.
Answers = Sequence[Mapping[str, str]]


def answers_of(case: CaseFile, gatherings: Gatherings) -> list[dict[str, str]]:
    """One mapping for each population that counts them; empty for somebody in none.

    Somebody outside the base of an indicator has no category in it at all.
    """
    return [answer_of(one) for one in gatherings.members(case)]


def answer_of(one: Member) -> dict[str, str]:
    """Where one person stands in one population, its name first."""
    answer = {POPULATION: one.population}
    for subject in SUBJECTS:
        answer |= subject.answers(one)
    return answer


def mark_of(person_id: str) -> str:
    """What stands for a person where no name and no reference may: 16 signs of a digest."""
    return hashlib.sha256(person_id.encode()).hexdigest()[:16]


def leaf_of(seats: Mapping[str, Answers], mark: str, population: str, dimension: str) -> str | None:
    """The lowest category a person had in a population; None where they were not asked."""
    for answer in seats.get(mark, ()):
        if answer[POPULATION] == population:
            return answer.get(dimension)
    return None


def stands_in(answer: Mapping[str, str], table: Table, dimensions: Mapping[str, Dimension]) -> bool:
    """Whether somebody with these answers is counted in a table."""
    for name, node in table.fixed:
        leaf = answer.get(name)
        if leaf == node:
            continue
        if leaf is None or name == POPULATION or node not in dimensions[name].above(leaf):
            return False
    return all(name in answer for name in table.across)
