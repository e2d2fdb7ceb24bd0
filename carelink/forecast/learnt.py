"""What do the store's own last years teach? How many leave at each age, and how many come.

Little that was seen teaches little: a range says how far it may be out, and what it rests on.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import age_on, months_after
from carelink.status import history_of, is_on_roll, status_of
from carelink.words import Status

AGES = range(16, 25)
YEARS_BACK = 5
# Fewer people than this seen at one age for a year, and that age is taken with all others.
ENOUGH = 20
# Four times in five the true value lies in the range: the normal curve's 10 % on either side.
_WIDTH = 1.2816


class Between(NamedTuple):
    """A low, a likely and a high value of one thing."""

    low: float
    likely: float
    high: float


class Rate(NamedTuple):
    """The share who leave in a year, and the people it rests on; `pooled` with other ages."""

    share: Between
    left: int
    of: int
    pooled: bool = False


@dataclass
class Learnt:
    """What was seen from one anniversary of the day to the next. Shape: by age at the first.

    `entered` has one mapping a year, by age at the second.
    """

    of: dict[int, int] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    entered: list[dict[int, int]] = field(default_factory=list)

    def rate(self, age: int) -> Rate:
        """How many of this age leave before a year is over."""
        of, left = self.of.get(age, 0), self.left.get(age, 0)
        if of >= ENOUGH:
            return Rate(_share(left, of), left, of)
        of, left = sum(self.of.values()), sum(self.left.values())
        return Rate(_share(left, of), left, of, pooled=True)

    def newcomers(self) -> tuple[Between, Mapping[int, float]]:
        """How many come new in a year, and which share of them at which age."""
        years = len(self.entered)
        by_age = {age: sum(year.get(age, 0) for year in self.entered) for age in AGES}
        came = sum(by_age.values())
        if not years or not came:
            return Between(0, 0, 0), {}
        mean = came / years
        # Numbers that come by chance vary as their own size; few years add what is not known.
        reach = _WIDTH * sqrt(mean + mean / years)
        shares = {age: number / came for age, number in by_age.items() if number}
        return Between(max(0.0, mean - reach), mean, mean + reach), shares


class Lived(NamedTuple):
    """One person on the anniversaries of the day, the day itself last.

    `ages` has the age on each on which they were on the roll and 16 to 24, None on the others.
    `on_roll` says whether they are on the roll now; `comes_in` is the years until a looked-after
    child is 16.
    """

    ages: tuple[int | None, ...]
    on_roll: bool
    comes_in: int | None = None


def lived_of(case: CaseFile, day: date) -> Lived:
    """What the forecast needs of a case; it is then put away."""
    days = [months_after(day, -12 * back) for back in range(YEARS_BACK, -1, -1)]
    ages = tuple(_age_on_roll(case, on) for on in days)
    status = status_of(case, day).status
    born, comes_in = case.person.date_of_birth, None
    if born is not None and status is Status.PRE_16 and history_of(case, day).care.stretch_on(day):
        comes_in = 16 - age_on(born, day)
    return Lived(ages, is_on_roll(status), comes_in)


def learnt_from(lives: Collection[Lived]) -> Learnt:
    """What the last years teach; a year before which nobody was on the roll teaches nothing."""
    learnt = Learnt()
    for at in range(YEARS_BACK):
        if any(life.ages[at] is not None for life in lives):
            learnt.entered.append({})
            for life in lives:
                _learn(learnt, life.ages[at], life.ages[at + 1])
    return learnt


def _learn(learnt: Learnt, before: int | None, after: int | None) -> None:
    if before is not None and before < AGES[-1]:
        learnt.of[before] = learnt.of.get(before, 0) + 1
        if after is None:
            learnt.left[before] = learnt.left.get(before, 0) + 1
    if before is None and after is not None:
        year = learnt.entered[-1]
        year[after] = year.get(after, 0) + 1


def _age_on_roll(case: CaseFile, day: date) -> int | None:
    born = case.person.date_of_birth
    if born is None or born > day:
        return None
    age = age_on(born, day)
    return age if age in AGES and is_on_roll(status_of(case, day).status) else None


def _share(left: int, of: int) -> Between:
    """The share and its range. Source: E. B. Wilson's interval for a proportion, 1927."""
    if not of:
        return Between(0, 0, 1)
    share, square = left / of, _WIDTH**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _WIDTH * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return Between(
        max(0.0, min(middle - reach, share)), share, min(1.0, max(middle + reach, share))
    )
