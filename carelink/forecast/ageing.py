"""How does a population age? Each year's people are last year's, one year older.

Source: Medway's Support for Care Leavers Task Group 2015, 4.46, and the command line's promise.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Ages = Mapping[int, float]


class YearAhead(NamedTuple):
    """The people of one year. Shape: `ages` has each age of the start.

    `low` and `high` are None where nobody is expected to leave and nobody unknown to come.
    """

    year: int
    ages: Mapping[int, int]
    total: int
    low: int | None = None
    high: int | None = None


def aged(
    start: Ages,
    years: int,
    entering: Callable[[int], Ages],
    staying: Callable[[int], float] = lambda age: 1.0,
    *,
    added: bool = False,
) -> list[dict[int, float]]:
    """The numbers by age of each year ahead, the first of them one year on.

    `entering(step)` gives the numbers of those who enter in that year by age: in place of the
    cohort that grows into that age, or `added` to it. `staying(age)` is the share of an age still
    with us a year later. Who passes the oldest age leaves.
    """
    ahead = []
    now: Ages = start
    for step in range(1, years + 1):
        given = entering(step)
        now = {age: _cell(age, now, given, staying, added) for age in start}
        ahead.append(dict(now))
    return ahead


def _cell(
    age: int, before: Ages, given: Ages, staying: Callable[[int], float], added: bool
) -> float:
    grown = before.get(age - 1, 0) * staying(age - 1)
    if age not in given:
        return grown
    return grown + given[age] if added else given[age]


def whole(ages: Ages) -> tuple[dict[int, int], int]:
    """The numbers as whole people who add up to the rounded total: the largest parts go up."""
    total = int(sum(ages.values()) + 0.5)
    floors = {age: int(count) for age, count in ages.items()}
    spare = total - sum(floors.values())
    by_part = sorted(ages, key=lambda age: (floors[age] - ages[age], age))
    for age in by_part[:spare]:
        floors[age] += 1
    return floors, total
