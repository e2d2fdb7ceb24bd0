"""What the Board may see as at a day: the headline indicators, frozen, with what they rest on."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from carelink.case import CaseFile
from carelink.figures.benchmarks import benchmarks_for
from carelink.figures.contract import Definition
from carelink.figures.first_headlines import INDICATORS, Indicator, definition_of
from carelink.figures.lines import FigureLine
from carelink.figures.long_form import figures_csv
from carelink.figures.membership import Answers, FigureKey, seats_of
from carelink.figures.populations import AGE_BANDS, Population, Window, populations, window_of
from carelink.figures.rounding import HIDDEN, ROUNDED_TO, SMALLEST_BASE, protect
from carelink.rulebook import Rulebook

AUDIENCE = "Corporate Parenting Board"
PROTECTION = (
    "Only the headline indicators are published.",
    f"Each number and what is left of its base are rounded to the nearest {ROUNDED_TO}, and the "
    "base shown is the two together: a shown 0 can stand for up to 2 young people.",
    "Percentages are made from the shown numbers, in whole per cent, halves up; "
    '"low" means above nought but less than half of one per cent.',
    f'Nothing is shown where fewer than {SMALLEST_BASE} young people are counted: "{HIDDEN}" means '
    "hidden, never nought.",
)
ATTACK_SAYS = (
    "Not run yet: this release has not been attacked the way a reader could try to undo it. "
    "Until that is built, only these headlines are published."
)


@dataclass(frozen=True)
class Release:
    """The figures as at a day, what each means, and how they were protected; no true count."""

    as_at: date
    lines: tuple[FigureLine, ...]
    audience: str = AUDIENCE
    protection: tuple[str, ...] = PROTECTION
    attack: None = None
    attack_says: str = ATTACK_SAYS

    @cached_property
    def figures(self) -> bytes:
        """The figures in long form, byte for byte what `figures.csv` holds."""
        return figures_csv(self.as_at, self.lines)

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the figures in long form; every file of the release carries it."""
        return hashlib.sha256(self.figures).hexdigest()

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Each definition once, in the order of the figures."""
        return tuple(dict.fromkeys(line.definition for line in self.lines))

    @property
    def periods(self) -> dict[str, str]:
        """What days each measure speaks of, by measure."""
        return {line.measure: line.period for line in self.lines}


def headline_release(cases: Iterable[CaseFile], rulebook: Rulebook, as_at: date) -> Release:
    """The headline indicators for both measures and both age bands, protected.

    The cases are asked one by one and let go, so that they may be read as they are needed.
    """
    measures = populations(rulebook, as_at)
    answers: Answers = Counter()
    for case in cases:
        answers.update((seat.figure, seat.counts) for seat in seats_of(case, measures))
    return release_of(answers, rulebook, as_at)


def release_of(answers: Answers, rulebook: Rulebook, as_at: date) -> Release:
    """The release that these true counts make as at a day, protected."""
    window = window_of(rulebook)
    measures = populations(rulebook, as_at)
    lines = [line for population in measures for line in _lines(population, answers, window)]
    return Release(as_at, tuple(lines))


def _lines(population: Population, answers: Answers, window: Window) -> list[FigureLine]:
    return [
        _line(indicator, population, band, answers, window)
        for indicator in INDICATORS
        for band in dict.fromkeys(AGE_BANDS.values())
    ]


def _line(
    indicator: Indicator, population: Population, band: str, answers: Answers, window: Window
) -> FigureLine:
    figure = FigureKey(population.measure, indicator.name, band)
    n, remainder = (answers[figure, answer] for answer in (True, False))
    shown = protect(n, remainder)
    return FigureLine(
        indicator=indicator.name,
        measure=population.measure,
        age_band=band,
        shown_n=shown.n if shown else None,
        shown_base=shown.base if shown else None,
        percent=shown.percent if shown else HIDDEN,
        hidden=shown is None,
        definition=definition_of(indicator, population.measure, window),
        period=population.period,
        benchmarks=benchmarks_for(indicator.name, band),
        rest=indicator.rest,
        population="_".join(filter(None, (population.measure, indicator.among))),
    )
