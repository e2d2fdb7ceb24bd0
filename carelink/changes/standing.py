"""Where does one person stand in every figure? In its base or not, counted towards it or not."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.changes.change import FigureKey
from carelink.disclosure import Table
from carelink.figures.dimensions import dimensions_at
from carelink.figures.gatherings import Gatherings, Member
from carelink.figures.indicators import INDICATORS, Indicator
from carelink.figures.levels import Level
from carelink.figures.seats import answer_of, stands_in
from carelink.figures.subjects.people import AGE, BIRTHDAY_AGE
from carelink.figures.subjects.work import BIRTHDAY
from carelink.figures.whitelist import TABLES

# What a seat adds to the number and to the base.
Parts = tuple[int, int]
OUTSIDE: Parts = (0, 0)
_TABLES = {table.name: table.plain for table in TABLES}
_FULL = dimensions_at(Level.FULL)
# Told by age band; of all others a birthday would be a change that says nothing.
_BY_AGE = frozenset({"eet", "suitable_accommodation", "in_touch"})


class Seat(NamedTuple):
    """Where one person stands in one figure, in its base; `leaf` is their category there."""

    figure: FigureKey
    counts: bool
    leaf: str
    one: Member

    @property
    def parts(self) -> Parts:
        """What the seat adds to the number and to the base."""
        return int(self.counts), 1


class Standing(NamedTuple):
    """One person in every population that counts them, and each of their seats by its figure.

    Shape: `answers` is one mapping for each population, as a release keeps it.
    """

    members: Mapping[str, Member]
    answers: tuple[Mapping[str, str], ...]
    seats: Mapping[FigureKey, Seat]

    def parts_in(self, figure: FigureKey) -> Parts:
        """What the person adds to a figure."""
        seat = self.seats.get(figure)
        return seat.parts if seat else OUTSIDE


NOWHERE = Standing({}, (), {})


def standing_of(case: CaseFile | None, gatherings: Gatherings) -> Standing:
    """Where one person stands; nowhere for somebody who is not there."""
    if case is None:
        return NOWHERE
    members = {one.population: one for one in gatherings.members(case)}
    answers = {name: answer_of(one) for name, one in members.items()}
    seats = {
        seat.figure: seat for name, one in members.items() for seat in _seats(one, answers[name])
    }
    return Standing(members, tuple(answers.values()), seats)


def _seats(one: Member, answer: Mapping[str, str]) -> Iterator[Seat]:
    for indicator, table in _indicators_of(one.population):
        if stands_in(answer, table, _FULL):
            name, node = indicator.counted
            figure = FigureKey(one.population, indicator.name, answer.get(_age_of(indicator), ""))
            leaf = answer[name]
            yield Seat(figure, node in _FULL[name].above(leaf), leaf, one)


def _age_of(indicator: Indicator) -> str:
    """The dimension of age that an indicator is told by; empty where it is told of all ages."""
    if indicator.name.removesuffix(BIRTHDAY) not in _BY_AGE:
        return ""
    return next(one for one in _TABLES[indicator.table].across if one in (AGE, BIRTHDAY_AGE))


@lru_cache(maxsize=8)
def _indicators_of(population: str) -> tuple[tuple[Indicator, Table], ...]:
    return tuple(
        (one, _TABLES[one.table])
        for one in INDICATORS
        if dict(_TABLES[one.table].fixed)["population"] == population
    )


@lru_cache(maxsize=1)
def figures_in_order() -> tuple[FigureKey, ...]:
    """Every figure, in the order of the indicators and of the age bands."""
    found = []
    for one in INDICATORS:
        table = _TABLES[one.table]
        age = _age_of(one)
        bands = _FULL[age].leaves if age else ("",)
        population = dict(table.fixed)["population"]
        found += [FigureKey(population, one.name, band) for band in bands]
    return tuple(found)
