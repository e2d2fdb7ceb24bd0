"""What is a figure to reach, by when, and who said so? Read from a list a council can lay over."""

from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.dates import show
from carelink.disclosure import TOTAL
from carelink.errors import RulebookError
from carelink.figures.dimensions import LABELS
from carelink.figures.gatherings import POPULATIONS
from carelink.figures.indicators import INDICATORS, population_of
from carelink.figures.published import published_as
from carelink.figures.subjects.people import AGE
from carelink.toml_text import read_toml

_ALL_AGES = ""
_ALLOWED = {
    "indicator": tuple(dict.fromkeys(published_as(one.name) for one in INDICATORS)),
    "age_band": (*(band for band in LABELS[AGE].nodes if band != TOTAL), _ALL_AGES),
    "population": POPULATIONS,
}
_FIGURES = {(published_as(one.name), population_of(one)) for one in INDICATORS}


class Target(NamedTuple):
    """The per cent that one figure is to reach, by which day, and where that was said."""

    indicator: str
    age_band: str
    population: str
    percent: int
    by: date
    source: str

    @property
    def says(self) -> str:
        """The target in words: Target 65% by 1 April 2016 (Medway's plan of 2015)."""
        return f"Target {self.percent}% by {show(self.by)} ({self.source})"


@lru_cache(maxsize=4)
def load_targets(own: str | None = None) -> tuple[Target, ...]:
    """The council's own targets where their text is given, else those that come with us.

    Raises: RulebookError that names the target which cannot be used, and what to do.
    """
    if own is not None:
        return read_targets(own, "The council's list of targets")
    text = files("carelink.figures").joinpath("targets.toml").read_text(encoding="utf-8")
    return read_targets(text, "targets.toml")


def read_targets(text: str, named: str) -> tuple[Target, ...]:
    """Read and check a list of targets; an empty list is one too.

    Raises: RulebookError that names the list and the target.
    """
    tables = read_toml(text, named)
    listed = tables.get("target", [])
    if set(tables) - {"target"} or not isinstance(listed, list):
        raise RulebookError(f"{named} needs a [[target]] for each target and nothing else.")
    targets = tuple(_target(one, f"{named}, target {at}") for at, one in enumerate(listed, 1))
    figures = [target[:3] for target in targets]
    for figure in figures:
        if figures.count(figure) > 1:
            words = ", ".join(str(one) for one in figure if one)
            raise RulebookError(f"{named} has two targets for {words}.")
    return targets


def target_for(
    targets: tuple[Target, ...], indicator: str, age_band: str, population: str
) -> Target | None:
    """What one figure is to reach; None where nothing was said of it for these people.

    Shape: `age_band` blank is everybody in the figure's base.
    """
    figure = (published_as(indicator), age_band, population)
    return next((one for one in targets if one[:3] == figure), None)


def _target(given: Any, named: str) -> Target:
    if not isinstance(given, dict) or set(given) != set(Target._fields):
        raise RulebookError(f"{named} needs {', '.join(Target._fields)}, each once.")
    for field, allowed in _ALLOWED.items():
        if given[field] not in allowed:
            words = ", ".join(one or "nothing between quotes for all ages" for one in allowed)
            raise RulebookError(f"{named}: {field} is to be one of {words}.")
    if (given["indicator"], given["population"]) not in _FIGURES:
        raise RulebookError(
            f"{named}: {given['indicator']} is not a figure of {given['population']}."
        )
    percent = given["percent"]
    if type(percent) is not int or not 0 <= percent <= 100:
        raise RulebookError(f"{named} needs a percent that is a whole number from 0 to 100.")
    if type(given["by"]) is not date:
        raise RulebookError(f"{named} needs a day for by, as 2027-03-31.")
    if not isinstance(given["source"], str) or not given["source"].strip():
        raise RulebookError(f"{named} needs a source: where the target was said.")
    return Target(**given)
