"""How many young people will be on the roll, by single age, in the years ahead?"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import NamedTuple

from carelink.dates import show
from carelink.forecast.ageing import Ages, YearAhead, aged, whole
from carelink.forecast.counts import Given
from carelink.forecast.learnt import AGES, ENOUGH, Between, Learnt, Lived, learnt_from
from carelink.said import are, counted


class Forecast(NamedTuple):
    """The start and the years ahead, with what it assumes in words.

    Shape: `start` is the number at each age. `uncounted` are on the roll and have no age that
    is known.
    """

    year: int
    start: Mapping[int, int]
    years: tuple[YearAhead, ...]
    assumptions: tuple[str, ...]
    uncounted: int = 0

    @property
    def start_total(self) -> int:
        """How many there are at the start, of those with a known age."""
        return sum(self.start.values())


def forecast_of_counts(given: Given, years: int, learnt: Learnt | None = None) -> Forecast:
    """Numbers that somebody gives, aged; with what was learnt, as ranges."""
    assumptions = [
        f"The numbers of {given.year} are the start, as given.",
        "Each year's people are last year's, one year older; whoever passes the oldest age leaves.",
        "A number given for a later year stands in place of those who grow into that age.",
    ]
    if given.left_out:
        ages = ", ".join(str(age) for age in given.left_out)
        says = f"{given.year} has no row for age {ages}: whoever grows into it is counted no more."
        assumptions.append(says)
    if learnt is None:
        assumptions.append("Nobody else leaves.")
        ahead = aged(given.start, years, given.entering_in)
        listed = tuple(_plain(given.year + step, ages) for step, ages in enumerate(ahead, 1))
    else:
        assumptions += _of_leaving(learnt)
        runs = [
            aged(given.start, years, given.entering_in, staying) for staying in _stayings(learnt)
        ]
        listed = _ranges(given.year, runs)
    return Forecast(given.year, dict(given.start), listed, tuple(assumptions))


def forecast_of(lives: Collection[Lived], day: date, years: int, *, attrition: bool) -> Forecast:
    """The store's own people aged from the day on; `attrition` adds who leaves and who comes."""
    start, uncounted = _by_age(lives)
    assumptions = [
        f"Everyone on the roll on {show(day)} from 16 to 24: {sum(start.values())}.",
        *_not_counted(uncounted),
        "Each year's people are last year's on the same day, one year older; at 25 they leave.",
    ]
    if not attrition:
        assumptions.append("Nobody else leaves, and nobody new comes.")
        ahead = aged(start, years, lambda step: {})
        listed = tuple(_plain(day.year + step, ages) for step, ages in enumerate(ahead, 1))
        return Forecast(day.year, start, listed, tuple(assumptions), uncounted)
    learnt = learnt_from(lives)
    children = Counter(life.comes_in for life in lives if life.comes_in is not None)
    assumptions += [*_of_leaving(learnt), *_of_coming(learnt, children)]
    runs = [
        aged(start, years, coming, staying, added=True)
        for coming, staying in zip(_comings(learnt, children), _stayings(learnt), strict=True)
    ]
    return Forecast(day.year, start, _ranges(day.year, runs), tuple(assumptions), uncounted)


def _by_age(lives: Collection[Lived]) -> tuple[dict[int, int], int]:
    start, uncounted = dict.fromkeys(AGES, 0), 0
    for life in lives:
        age = life.ages[-1]
        if age is not None:
            start[age] += 1
        else:
            uncounted += life.on_roll
    return start, uncounted


def _stayings(learnt: Learnt) -> list[Callable[[int], float]]:
    """The share that stays at each age: for the low course, the likely one and the high one."""
    rates = {age: learnt.rate(age).share for age in range(AGES[-1] + 1)}

    def share(at: str) -> Callable[[int], float]:
        return lambda age: 1 - getattr(rates[min(max(age, 0), AGES[-1])], at)

    return [share("high"), share("likely"), share("low")]


def _comings(learnt: Learnt, children: Mapping[int, int]) -> list[Callable[[int], Ages]]:
    """Who comes new in each year ahead: for the low course, the likely one and the high one."""
    come, shares = learnt.newcomers()

    def of(number: float, *, known: bool) -> Callable[[int], Ages]:
        def coming(step: int) -> Ages:
            ages = {age: number * share for age, share in shares.items()}
            waiting = children.get(step, 0) if known else 0
            return {**ages, AGES[0]: max(ages.get(AGES[0], 0), waiting)}

        return coming

    return [of(come.low, known=False), of(come.likely, known=True), of(come.high, known=True)]


def _plain(year: int, ages: Ages) -> YearAhead:
    numbers, total = whole(ages)
    return YearAhead(year, numbers, total)


def _ranges(year: int, runs: list[list[dict[int, float]]]) -> tuple[YearAhead, ...]:
    listed = []
    for step, (low, likely, high) in enumerate(zip(*runs, strict=True), 1):
        numbers, total = whole(likely)
        ends = Between(int(sum(low.values()) + 0.5), total, int(sum(high.values()) + 0.5))
        listed.append(YearAhead(year + step, numbers, total, int(ends.low), int(ends.high)))
    return tuple(listed)


def _not_counted(uncounted: int) -> list[str]:
    if not uncounted:
        return []
    more = f"{uncounted} more {are(uncounted)}"
    return [f"{more} on the roll with no age that can be told, and not counted."]


def _of_leaving(learnt: Learnt) -> list[str]:
    of, left = sum(learnt.of.values()), sum(learnt.left.values())
    if not of:
        return [
            "How many leave before 25 cannot be told: nobody in the store was on the roll a year"
            " ago. The range goes from nobody leaving to everybody."
        ]
    rate = learnt.rate(-1).share
    says = (
        f"Who leaves before 25, learnt from {counted(len(learnt.entered), 'year')}: {left} of"
        f" {of} were no longer on the roll a year later, {rate.likely:.1%}; the range"
        f" {rate.low:.1%} to {rate.high:.1%} holds four times in five. An age with fewer than"
        f" {ENOUGH} people seen is taken with all others."
    )
    few = ["That is few to learn from, so the range is wide."] if of < ENOUGH else []
    unseen = "Whoever left before the store began, and is not in it, could not be counted."
    return [says, *few, unseen]


def _of_coming(learnt: Learnt, children: Mapping[int, int]) -> list[str]:
    come, _ = learnt.newcomers()
    years = counted(len(learnt.entered), "year")
    if not come.likely:
        says = (
            f"Nobody came new in the {years} looked at"
            if learnt.entered
            else ("How many come new cannot be told: the store does not go back a year")
        )
        told = [says + "; nobody unknown is added."]
    else:
        told = [
            f"New young people: {come.likely:.1f} a year on average over {years}; the range"
            f" {come.low:.1f} to {come.high:.1f} a year holds four times in five."
        ]
    if children:
        told.append(
            f"Looked-after children under 16 in the store: {sum(children.values())}. They come in"
            " the year they turn 16, at the least."
        )
    return told
