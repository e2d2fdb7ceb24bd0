"""Which year, to 31 March, is each file of a return about?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from carelink.dates import birthday
from carelink.exchange.ssda903.said import Label, Said
from carelink.exchange.wild_dates import NotADay, read_day

OLDEST = 25
# Rows for those of 22 and over begin with this year. Source: DfE letter of 30 September 2021.
OVER_21_SINCE = 2023


def year_ending(day: date) -> int:
    """The year in which the collection year that holds the day ends."""
    return day.year + ((day.month, day.day) > (3, 31))


def years_of(
    labels: Iterable[Label | None], episodes: Iterable[Said], today: date
) -> Mapping[Label | None, int | None]:
    """The year in which each label's collection year ends; None where nothing tells.

    Some name a return by the year it ends in, some by the one it begins in: where episodes are
    there, the latest to begin tells.
    """
    latest: dict[Label | None, date] = {}
    for row in episodes:
        try:
            start = read_day(row.cell("DECOM"), today)
        except NotADay:
            continue
        if start:
            latest[row.label] = max(start, latest.get(row.label, start))
    return {label: _year(label, latest.get(label)) for label in set(labels)}


def _year(label: Label | None, latest: date | None) -> int | None:
    told = year_ending(latest) if latest else None
    if label is None:
        return told
    if label.certain or told not in (label.year, label.year + 1):
        return label.year
    return told


def year_by_ages(born: Iterable[date], today: date) -> int | None:
    """The one year in which the most of these turned 17 to 21; None where several would fit."""
    fitting: Counter[int] = Counter()
    for day in born:
        for age in range(17, 22):
            reached = birthday(day, age)
            if reached <= today:
                fitting[year_ending(reached)] += 1
    best = fitting.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def known_on(born: date, year: int) -> tuple[int, date] | None:
    """The age reached in the year and the day the row speaks of; None when it cannot speak of it.

    Up to 21 a row tells how things stood around the birthday, over 21 at the end of the year.
    """
    for age in range(17, OLDEST + 1):
        reached = birthday(born, age)
        if year_ending(reached) == year:
            if age <= 21:
                return age, reached
            return (age, date(year, 3, 31)) if year >= OVER_21_SINCE else None
    return None
