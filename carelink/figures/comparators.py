"""Whom does a council stand beside? England, its region and its neighbours, as its list says."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from carelink.errors import RulebookError
from carelink.figures.published import COUNCIL_DAY, DFE, Published, all_published, areas_held
from carelink.toml_text import read_toml

_NEEDED = {"own": str, "areas": list, "neighbours": list, "model": str}
_FIGURE = ("indicator", "area", "age_band", "at", "percent", "counted", "source")
_HIDDEN = "c"


class _Comparators(NamedTuple):
    own: str
    areas: tuple[str, ...]
    neighbours: tuple[str, ...]
    model: str
    figures: tuple[Published, ...]


class Comparators(_Comparators):
    """Whose published figures stand beside ours, and those figures.

    Shape: `neighbours` are the councils of which the median is made, `model` says which set they
    are; `figures` has all published ones, those of the council's own list among them.
    """

    @cached_property
    def _by_figure(self) -> dict[tuple[str, str, str], list[Published]]:
        found: dict[tuple[str, str, str], list[Published]] = {}
        for one in self.figures:
            found.setdefault((one.indicator, one.area, one.age_band), []).append(one)
        return found

    def figures_of(self, area: str, indicator: str, age_band: str) -> tuple[Published, ...]:
        """What was published of one area, by how it was counted and the day it speaks of."""
        return tuple(self._by_figure.get((indicator, area, age_band), ()))


@lru_cache(maxsize=4)
def load_comparators(own: str | None = None) -> Comparators:
    """The council's own list where its text is given, else Medway's, which comes with us.

    Raises: RulebookError that names what cannot be used, and what to do.
    """
    if own is not None:
        return read_comparators(own, "The council's list of comparators")
    text = files("carelink.figures").joinpath("comparators.toml").read_text(encoding="utf-8")
    return read_comparators(text, "comparators.toml")


def read_comparators(text: str, named: str) -> Comparators:
    """Read and check a list of comparators.

    Raises: RulebookError that names the list and what is wrong in it.
    """
    given = read_toml(text, named)
    if set(given) - {"figure"} != set(_NEEDED):
        raise RulebookError(f"{named} needs {', '.join(_NEEDED)}, and [[figure]] if any.")
    for name, kind in _NEEDED.items():
        if type(given[name]) is not kind or not _words(given[name]):
            raise RulebookError(f"{named}: {name} is to be {_SAID[kind]}.")
    figures = _figures(given.get("figure", []), named)
    areas = (given["own"], *given["areas"], *given["neighbours"])
    _check_areas(areas, figures, named)
    ours = {(*one[:4], one.counted) for one in figures}
    published = (one for one in all_published() if (*one[:4], one.counted) not in ours)
    return Comparators(
        given["own"],
        tuple(given["areas"]),
        tuple(given["neighbours"]),
        given["model"],
        tuple(sorted((*figures, *published))),
    )


_SAID = {str: "a name", list: "a list of names"}


def _words(given: str | list[Any]) -> bool:
    named = [given] if isinstance(given, str) else given
    return all(isinstance(one, str) and one.strip() for one in named)


def _check_areas(areas: Iterable[str], figures: Iterable[Published], named: str) -> None:
    """A name misspelt would be missing without a word, so it is refused."""
    held = areas_held() | {one.area for one in figures}
    seen: set[str] = set()
    for area in areas:
        if area not in held:
            raise RulebookError(
                f"{named}: no figure of {area} is held. Write it as the Department for Education "
                "does, or give its figures as [[figure]]."
            )
        if area in seen:
            raise RulebookError(f"{named} names {area} twice.")
        seen.add(area)


def _figures(given: Any, named: str) -> tuple[Published, ...]:
    if not isinstance(given, list):
        raise RulebookError(f"{named} needs a [[figure]] for each figure.")
    figures = tuple(_figure(one, f"{named}, figure {at}") for at, one in enumerate(given, 1))
    spoken_of = [(*one[:4], one.counted) for one in figures]
    for at, figure in enumerate(spoken_of, 1):
        if spoken_of.index(figure) != at - 1:
            raise RulebookError(f"{named} has figure {at} twice.")
    return figures


def _figure(given: Any, named: str) -> Published:
    if not isinstance(given, dict) or set(given) != set(_FIGURE):
        raise RulebookError(f"{named} needs {', '.join(_FIGURE)}, each once.")
    percent = given["percent"]
    whole = type(percent) is int and 0 <= percent <= 100
    if not whole and percent != _HIDDEN:
        raise RulebookError(f'{named}: percent is to be a whole number from 0 to 100, or "c".')
    if type(given["at"]) is not date:
        raise RulebookError(f"{named} needs a day for at, as 2025-03-31.")
    if given["counted"] not in (DFE, COUNCIL_DAY):
        raise RulebookError(f"{named}: counted is to be {DFE} or {COUNCIL_DAY}.")
    for name in ("indicator", "area", "source"):
        if not isinstance(given[name], str) or not given[name].strip():
            raise RulebookError(f"{named} needs words for {name}.")
    if not isinstance(given["age_band"], str):
        raise RulebookError(f"{named} needs an age_band such as 19-21, or nothing between quotes.")
    return Published(**{**given, "percent": str(percent)}, n="", of="")
