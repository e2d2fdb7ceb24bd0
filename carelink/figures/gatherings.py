"""Who is counted, and by which rule? Each population by its own, and never added to another.

The roll is everybody we work with on the day. The birthday cohort is counted as the Department for
Education counts. Those who turned 17 or 18 are asked what was done by that birthday.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.dates import age_on, birthday, months_after, show
from carelink.duties import Duty, duties_of
from carelink.figures.populations import (
    BIRTHDAY_COHORT,
    IN_TOUCH_WITHIN,
    SNAPSHOT,
    Counted,
    counted_by_birthday,
    window_of,
    year_before,
)
from carelink.money.catalogue import Catalogue, load_catalogue
from carelink.rulebook import Rulebook
from carelink.status import is_on_roll, status_of
from carelink.words import Status

ROLL, TURNED_17, TURNED_18 = "roll", "turned_17", "turned_18"
POPULATIONS = (ROLL, BIRTHDAY_COHORT, TURNED_17, TURNED_18)
POPULATIONS_SAID: Mapping[str, str] = {
    ROLL: "On the day",
    BIRTHDAY_COHORT: "Around their birthday, in the year to 31 March",
    TURNED_17: "Turned 17 in the last twelve months",
    TURNED_18: "Turned 18 in the last twelve months",
}
# Who will be a care leaver, or is one already, on a birthday before 18 or on the 18th.
_ON_THE_WAY = frozenset({Status.ELIGIBLE, Status.RELEVANT, Status.FORMER_RELEVANT})
# Period: the first and last day a population speaks of, and the words for them.
Period = tuple[date, date, str]


class Member:
    """One young person in one population on its day, as known on the day of the release."""

    def __init__(self, counted: Counted, population: str, gatherings: "Gatherings") -> None:
        self.counted = counted
        self.case = counted.case
        self.population = population
        self.day = counted.day
        self.as_at = gatherings.as_at
        self.gatherings = gatherings

    @cached_property
    def status(self) -> Status:
        """The legal status on the day."""
        return status_of(self.case, self.day).status

    @cached_property
    def duties(self) -> Mapping[str, Duty]:
        """How each duty stands on the day, by its id."""
        owed = duties_of(self.case, self.gatherings.rulebook, self.day)
        return {duty.duty: duty for duty in owed}

    @property
    def year_from(self) -> date:
        """The first day of the twelve months up to the day."""
        return twelve_months_to(self.day)


class Gatherings:
    """Every population as at a day: who of all young people is in it."""

    def __init__(self, rulebook: Rulebook, as_at: date, catalogue: Catalogue | None = None) -> None:
        self.rulebook = rulebook
        self.as_at = as_at
        self.catalogue = catalogue or load_catalogue()
        self.window = window_of(rulebook)

    @property
    def periods(self) -> Mapping[str, Period]:
        """What days each population speaks of, in words too."""
        day, (first, last) = self.as_at, year_before(self.as_at)
        since = twelve_months_to(day)
        year = f"from {show(since)} to {show(day)}"
        return {
            ROLL: (day, day, f"everybody on the roll on {show(day)}"),
            BIRTHDAY_COHORT: (first, last, f"birthdays from {show(first)} to {show(last)}"),
            TURNED_17: (since, day, f"those who turned 17 {year}"),
            TURNED_18: (since, day, f"those who turned 18 {year}"),
        }

    def members(self, case: CaseFile) -> Iterator[Member]:
        """One person in each population that counts them."""
        known = up_to(case, self.as_at)
        if is_on_roll(status_of(known, self.as_at).status):
            yield self._member(known, ROLL, self.as_at, IN_TOUCH_WITHIN.before(self.as_at))
        by_birthday = counted_by_birthday(case, self.as_at, self.window)
        if by_birthday is not None:
            yield Member(by_birthday, BIRTHDAY_COHORT, self)
        for population, age in ((TURNED_17, 17), (TURNED_18, 18)):
            turned = self._turned(known, age)
            if turned is not None:
                yield self._member(known, population, turned, turned)

    def _member(self, case: CaseFile, population: str, day: date, since: date) -> Member:
        born = case.person.date_of_birth
        band = age_band(age_on(born, day)) if born else "not_known"
        return Member(Counted(case, SNAPSHOT, band, day, since, day), population, self)

    def _turned(self, case: CaseFile, age: int) -> date | None:
        """The birthday, if it lies in the twelve months and they were to be, or were, leavers."""
        born = case.person.date_of_birth
        day = birthday(born, age) if born else None
        if day is None or not twelve_months_to(self.as_at) <= day <= self.as_at:
            return None
        return day if status_of(case, day).status in _ON_THE_WAY else None


def twelve_months_to(day: date) -> date:
    """The first day of the twelve months that end with the day."""
    return months_after(day, -12) + timedelta(days=1)


def age_band(age: int) -> str:
    """The age band of somebody on the roll."""
    for last, band in ((16, "16"), (18, "17-18"), (21, "19-21")):
        if age <= last:
            return band
    return "22-24"
