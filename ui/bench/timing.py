"""How long did it take? Each thing several times over; the median and the least are told."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple


class Timed(NamedTuple):
    """One thing measured, by its short name. Units: seconds, or what `unit` says."""

    what: str
    people: int
    median: float
    least: float
    times: int
    unit: str = "s"


def timed(
    what: str,
    people: int,
    work: Callable[[Any], object],
    *,
    times: int,
    ready: Callable[[], Any] = lambda: None,
    after: Callable[[Any], object] = lambda _: None,
) -> Timed:
    """Measure some work; `ready` makes what it needs and `after` clears up, both off the clock."""
    took = []
    for _ in range(times):
        needed = ready()
        gc.collect()
        begun = perf_counter()
        made = work(needed)
        took.append(perf_counter() - begun)
        after(made)
        del made, needed
    return told(what, people, took)


def told(what: str, people: int, took: list[float], unit: str = "s") -> Timed:
    """The median and the least of what was measured."""
    return Timed(what, people, median(took), min(took), len(took), unit)
