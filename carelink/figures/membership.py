"""Who stands where in the figures? One person's seats, by which every figure is added up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.figures.first_headlines import INDICATORS
from carelink.figures.populations import AGE_BANDS, Counted, Population


class FigureKey(NamedTuple):
    """Which figure: its measure, indicator and age band."""

    measure: str
    indicator: str
    age_band: str


class Seat(NamedTuple):
    """Where one person stands in one figure: counted towards it, in its base alone, or outside.

    Shape: `counts` is None for somebody of the measure who is outside this indicator's base.
    """

    figure: FigureKey
    counts: bool | None
    one: Counted

    @property
    def parts(self) -> tuple[int, int]:
        """What the seat adds to the number and to the base."""
        return int(self.counts is True), int(self.counts is not None)


# How many have each answer, by figure.
Answers = Counter[tuple[FigureKey, bool | None]]


def figures_of(measures: Iterable[Population]) -> list[FigureKey]:
    """Every figure of these measures, in the order of a release."""
    return [
        FigureKey(population.measure, indicator.name, band)
        for population in measures
        for indicator in INDICATORS
        for band in dict.fromkeys(AGE_BANDS.values())
    ]


def seats_of(case: CaseFile, measures: Iterable[Population]) -> Iterator[Seat]:
    """Every seat of one person; none in a measure that does not count them."""
    for population in measures:
        for one in population.people((case,)):
            for indicator in INDICATORS:
                figure = FigureKey(one.measure, indicator.name, one.age_band)
                yield Seat(figure, indicator.counts(one), one)
