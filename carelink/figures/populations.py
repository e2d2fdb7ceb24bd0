"""Who is counted around their birthday, as the Department for Education does, by which facts?"""

from datetime import date, timedelta
from typing import NamedTuple

from carelink.as_at import up_to
from carelink.case import CaseFile, covers, latest_started
from carelink.dates import Span, birthday
from carelink.facts import Activity, Home
from carelink.rulebook import Rulebook
from carelink.status import history_of, status_of
from carelink.words import Rung, Status

SNAPSHOT = "snapshot"
BIRTHDAY_COHORT = "birthday_cohort"
AGE_BANDS = {17: "17-18", 18: "17-18", 19: "19-21", 20: "19-21", 21: "19-21"}
IN_TOUCH_WITHIN = Span(2, "month")
LEFT_CARE = frozenset(
    {
        Status.RELEVANT,
        Status.FORMER_RELEVANT,
        Status.PROGRAMME_CONTINUES,
        Status.EDUCATION_SUPPORT,
        Status.SUPPORT_21_TO_25,
        Status.OFFER_21_TO_25,
    }
)
_STILL_IN_CARE_AT = (17, 18)
_PASSED_TO_ANOTHER_AUTHORITY = "E3"


class Window(NamedTuple):
    """How long before and after a birthday still counts as on or around it."""

    before: Span
    after: Span


class Counted(NamedTuple):
    """One young person counted on a day, and the first and last day that count as around it."""

    case: CaseFile
    measure: str
    age_band: str
    day: date
    first: date
    last: date

    @property
    def home(self) -> Home | None:
        """Where they lived on the day, as far as is known."""
        return latest_started(home for home in self.case.homes if self._holds(home))

    @property
    def activity(self) -> Activity | None:
        """What they did on the day, as far as is known."""
        return latest_started(fact for fact in self.case.activities if self._holds(fact))

    @property
    def in_touch(self) -> bool:
        """Whether a contact that got through lies in the days that count."""
        return bool(self.case.contacts_between(Rung.MESSAGE_ANSWERED, self.first, self.last))

    def _holds(self, fact: Home | Activity) -> bool:
        """Around a birthday, what is known for one day only does not hold for ever after."""
        if self.measure == SNAPSHOT or fact.start or not fact.known_on:
            return covers(fact, self.day)
        running = fact.end is None or self.day < fact.end
        return running and self.first <= fact.known_on <= self.last


def window_of(rulebook: Rulebook) -> Window:
    """On or around the birthday, as the rules file for the yearly return has it."""
    spans = rulebook.rule("oc3_contact").spans
    return Window(spans["before"], spans["after"])


def year_before(as_at: date) -> tuple[date, date]:
    """The first and last day of the year to the last 31 March on or before the day."""
    ends = date(as_at.year, 3, 31)
    if ends > as_at:
        ends = date(as_at.year - 1, 3, 31)
    return date(ends.year - 1, 3, 31) + timedelta(days=1), ends


def counted_by_birthday(case: CaseFile, as_at: date, window: Window) -> Counted | None:
    """One person around the birthday they had in the year; None where they are not counted."""
    born = case.person.date_of_birth
    age = _age_reached(born, as_at) if born else None
    if born is None or age is None:
        return None
    day = birthday(born, age)
    if status_of(case, day).status not in LEFT_CARE or _not_required(case, day, age):
        return None
    first, last = window.before.before(day), window.after.after(day)
    known = up_to(case, as_at)
    return Counted(known, BIRTHDAY_COHORT, AGE_BANDS[age], day, first, last)


def _age_reached(born: date, as_at: date) -> int | None:
    """The age from 17 to 21 that was reached in the year, if any."""
    first, last = year_before(as_at)
    return next((age for age in AGE_BANDS if first <= birthday(born, age) <= last), None)


def _not_required(case: CaseFile, day: date, age: int) -> bool:
    """Whether the yearly return leaves them out for how their time in care ended.

    Source: SSDA903 rules 1007, 1011 and 1016; a period that ended on the birthday itself is over.
    """
    if age in _STILL_IN_CARE_AT and history_of(case).care.stretch_on(day) is not None:
        return True
    begun = [period for period in case.care_periods if period.start and period.start <= day]
    final = max(begun, key=lambda period: period.end or date.max, default=None)
    return final is not None and final.reason_ceased == _PASSED_TO_ANOTHER_AUTHORITY
