"""Which leaving-care status a young person has on a day, since when, and why."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from carelink.agreed_status import (
    AgreedStatus,
    agreed_statuses,
    may_begin_on,
    say_agreed,
    standing_on,
)
from carelink.care_history import PRESCRIBED_DAYS, CareHistory
from carelink.case import CaseFile
from carelink.circumstances import HOME_AGAIN, Circumstances, covers, six_months_at_home
from carelink.dates import birthday
from carelink.facts import Circumstance
from carelink.reasons import Because, in_words
from carelink.words import OFF_THE_ROLL, Status

_DAY = timedelta(days=1)
_CARE_ORDERS = frozenset({"C1", "C2"})


class Standing(NamedTuple):
    """A status on a day, the first day of the unbroken run of it, and the reason in parts.

    `worked_out` is what follows from the records alone, where a status that a manager agreed to
    stands in its place; None where none does.
    """

    status: Status
    since: date | None
    because: Because
    worked_out: Status | None = None

    @property
    def reason(self) -> str:
        """The reason in words, naming the days and dates that it rests on."""
        return in_words(self.because)

    @property
    def differs(self) -> bool:
        """Whether a status was agreed to and the records alone would say another."""
        return self.worked_out is not None and self.worked_out is not self.status


def status_of(case: CaseFile, day: date) -> Standing:
    """The legal status on a day. Source: Children Act 1989 ss 23A to 24B, Schedule 2 para 19B."""
    return history_of(case, day).standing(day)


def is_on_roll(status: Status) -> bool:
    """Whether someone with this status is on the roll: everyone but died, none and under 16."""
    return status not in OFF_THE_ROLL


def history_of(case: CaseFile, day: date | None = None) -> "StatusHistory":
    """Every run of status in this file, worked out once. No later fact alters an earlier day.

    With a day, what a manager agreed to after it is left out; it counts from its own start on.
    """
    if case.status_overrides:
        agreed = agreed_statuses(case, day)
        if agreed:
            return _agreed_history_of(case, agreed)
    return _plain_history_of(case)


def _plain_history_of(case: CaseFile) -> "StatusHistory":
    history = case.worked_out.get("status_history")
    if history is None:
        history = case.worked_out["status_history"] = StatusHistory(case)
    return history


def _agreed_history_of(case: CaseFile, agreed: tuple[AgreedStatus, ...]) -> "StatusHistory":
    name = f"status_history {' '.join(one.row_id for one in agreed)}"
    history = case.worked_out.get(name)
    if history is None:
        plain = _plain_history_of(case)
        history = case.worked_out[name] = AgreedHistory(case, agreed, plain)
    return history


class StatusHistory:
    """The runs of status of one person, in order, and the law that decides each day."""

    def __init__(self, case: CaseFile) -> None:
        self.person = case.person
        self.care = CareHistory(case.care_periods)
        self.born = case.person.date_of_birth
        self._periods = case.care_periods
        self.circumstances = Circumstances(case.circumstances)
        self._eve: tuple[Status, Because] | None = None
        if self.born is not None:
            self.b14, self.b16, self.b18, self.b21, self.b25 = (
                birthday(self.born, age) for age in (14, 16, 18, 21, 25)
            )
        self.runs = self._runs()
        self._starts = [start for start, _ in self.runs]

    def standing(self, day: date) -> Standing:
        """The status on the day, since when, and why."""
        status, because = self._decide(day)
        place = bisect_right(self._starts, day) - 1
        return Standing(status, self._starts[place] if place >= 0 else None, because)

    def spell_start(self, statuses: Collection[Status], day: date) -> date:
        """The first day of the unbroken run, up to the day, on one of these statuses."""
        place = bisect_right(self._starts, day) - 1
        while place > 0 and self.runs[place - 1][1] in statuses:
            place -= 1
        return self._starts[place]

    def first_day(self, statuses: Collection[Status]) -> date | None:
        """The first day ever on one of these statuses."""
        return next((start for start, status in self.runs if status in statuses), None)

    def _runs(self) -> tuple[tuple[date, Status], ...]:
        if self.born is None:
            return ()
        runs: list[tuple[date, Status]] = []
        for day in sorted(set(self._turning_days())):
            status = self._decide(day)[0]
            if not runs or runs[-1][1] is not status:
                runs.append((day, status))
        return tuple(runs)

    def _turning_days(self) -> Iterator[date]:
        """Every day on which the status may become another."""
        assert self.born is not None
        yield from (self.born, self.b16, self.b18, self.b21, self.b25)
        if self.person.date_of_death:
            yield self.person.date_of_death
        yield from (period.start for period in self._periods if period.start)
        for stretch in self.care.stretches:
            if stretch.end:
                yield stretch.end
        yield from self.care.adoptions
        yield from self.care.days_prescribed(self.b14)
        yield from self.circumstances.turning_days()

    def _decide(self, day: date) -> tuple[Status, Because]:
        """The tests in the order of the rules, section 1.4."""
        died = self.person.date_of_death
        if died is not None and died <= day:
            return Status.DIED, ("Died on ", died, ".")
        if self.person.died and died is None:
            return Status.DIED, ("Has died; the day is not recorded.",)
        if self.born is None:
            return Status.CANNOT_TELL, ("The date of birth is missing (people.date_of_birth).",)
        if day < self.b16:
            return Status.PRE_16, ("Turns 16 on ", self.b16, ".")
        if day >= self.b25:
            return Status.NONE, ("Turned 25 on ", self.b25, ".")
        decided = self._at_16_or_17(day) if day < self.b18 else self._from_18(day)
        return self._unless_history_missing(decided, day)

    def _unless_history_missing(
        self, decided: tuple[Status, Because], day: date
    ) -> tuple[Status, Because]:
        """Somebody whose care history is not recorded is never quietly off the roll."""
        if self.care.lacks_a_start and decided[0] not in _SURE_ALL_THE_SAME:
            return Status.CANNOT_TELL, ("A care period has no first day (care_periods.start).",)
        recorded = any(p.start is None or p.start <= day for p in self._periods)
        if decided[0] is Status.NONE and not recorded:
            told = self.person.recorded_status
            return Status.CANNOT_TELL, (
                "No care period is recorded (care_periods.start).",
                f" Another system says: {told}." if told else "",
            )
        return decided

    def _at_16_or_17(self, day: date) -> tuple[Status, Because]:
        stretch = self.care.stretch_on(day)
        if stretch is not None:
            days = self.care.days_counted(self.b14, day)
            counted: Because = (
                *(
                    "Looked after since ",
                    stretch.start,
                    "; ",
                    days,
                    " days counted since turning 14",
                ),
                *(" on ", self.b14, f" ({PRESCRIBED_DAYS} needed)."),
            )
            enough = days >= PRESCRIBED_DAYS
            return (Status.ELIGIBLE if enough else Status.NOT_YET_ELIGIBLE), counted
        relevant = self._relevant(day)
        if relevant is not None:
            return relevant
        return self._qualifying(day)

    def _relevant(self, day: date) -> tuple[Status, Because] | None:
        """Section 23A(2) and (3): was eligible when care ceased, or was detained on turning 16."""
        reached = self._eligible_when_care_ceased(day) or self._detained_at_16()
        if reached is None or reached[0] is not Status.RELEVANT:
            return reached
        for home in self.circumstances.of(*HOME_AGAIN):
            completed = six_months_at_home(home)
            if completed and home.start and day >= completed and covers(home, day):
                return Status.QUALIFYING, (
                    *("Living at home again since ", home.start),
                    *("; six months were completed on ", completed, "."),
                )
        return reached

    def _eligible_when_care_ceased(self, day: date) -> tuple[Status, Because] | None:
        ended = [s.end for s in self.care.stretches if s.end is not None and s.end <= day]
        if not ended or ended[-1] <= self.b16 or ended[-1] in self.care.adoptions:
            return None
        days = self.care.days_counted(self.b14, ended[-1] - _DAY)
        if days < PRESCRIBED_DAYS:
            return None
        return Status.RELEVANT, (
            *("Was eligible when care ceased on ", ended[-1], "; ", days),
            " days counted since turning 14.",
        )

    def _detained_at_16(self) -> tuple[Status, Because] | None:
        for detained in self.circumstances.of("detained_or_in_hospital"):
            if detained.start is None or not covers(detained, self.b16):
                continue
            before = self.care.stretch_on(detained.start - _DAY)
            days = self.care.days_counted(self.b14, detained.start)
            if before is None or days < PRESCRIBED_DAYS:
                continue
            doubt = self._care_order_in_doubt(detained.start)
            if doubt:
                return Status.CANNOT_TELL, (doubt,)
            return Status.RELEVANT, (
                *("Detained or in hospital on turning 16, since ", detained.start),
                *("; looked after immediately before, ", days, " days counted since turning 14."),
            )
        return None

    def _care_order_in_doubt(self, ceased: date) -> str:
        """Section 23A(3) is for those under no care order; what is known of that, in words."""
        if self.person.care_order_now is False:
            return ""
        if self.person.care_order_now:
            return "A care order is in force but no care period covers the day."
        last = max(
            (p for p in self._periods if p.start is not None and p.start < ceased),
            key=lambda p: p.start or date.min,
        )
        if last.legal_status and last.legal_status not in _CARE_ORDERS:
            return ""
        return "Whether a care order is in force is not recorded (people.care_order_now)."

    def _from_18(self, day: date) -> tuple[Status, Because]:
        if self._eve is None:
            self._eve = self._decide(self.b18 - _DAY)
        status = self._eve[0]
        if status in (Status.ELIGIBLE, Status.RELEVANT):
            was: Because = (f"Was {status.value} on the eve of turning 18 on ", self.b18, ". ")
            return self._former_relevant(day, was)
        if status is Status.CANNOT_TELL:
            return self._eve
        return self._qualifying(day)

    def _former_relevant(self, day: date, was: Because) -> tuple[Status, Because]:
        if day < self.b21:
            return Status.FORMER_RELEVANT, was
        programme = self._programme_on(day)
        if programme is not None:
            return Status.PROGRAMME_CONTINUES, (*was, "The programme in the plan goes on past 21.")
        request = self.circumstances.running("education_request", day)
        if request is not None:
            asked: Because = ("Asked for support in education on ", request.start or day, ".")
            return Status.EDUCATION_SUPPORT, (*was, *asked)
        request = self.circumstances.running("support_request", day)
        if request is not None:
            asked = ("Asked for support on ", request.start or day, ".")
            return Status.SUPPORT_21_TO_25, (*was, *asked)
        return Status.OFFER_21_TO_25, (*was, "Turned 21 on ", self.b21, "; has no request running.")

    def _programme_on(self, day: date) -> Circumstance | None:
        """A programme that was in the plan at 21 and still runs. Source: section 23C(7)."""
        for programme in self.circumstances.of("programme_in_plan"):
            begun = programme.start is None or programme.start <= self.b21
            if begun and covers(programme, day):
                return programme
        return None

    def _qualifying(self, day: date) -> tuple[Status, Because]:
        """Section 24(1A), (1B) and (2): what was so while still a child, after 16."""
        because = self._guardianship(day) or self._cared_for_after_16(day)
        if because is None:
            return Status.NONE, ("No care after turning 16 on ", self.b16, " is recorded.")
        if day < self.b21:
            return Status.QUALIFYING, because
        return Status.QUALIFYING_21_TO_25, (*because, " Turned 21 on ", self.b21, ".")

    def _guardianship(self, day: date) -> Because | None:
        asked = min(day, self.b18 - _DAY)
        for order in self.circumstances.of("special_guardianship"):
            if order.start is None or not covers(order, asked):
                continue
            if order.detail == "was_looked_after" or self.care.stretch_on(order.start - _DAY):
                return ("Special guardianship from ", order.start, ", looked after just before.")
        return None

    def _cared_for_after_16(self, day: date) -> Because | None:
        until = min(day, self.b18)
        if self.care.any_between(self.b16, until):
            return ("Was looked after between 16 and 18, and no longer is.",)
        for other in self.circumstances.of("other_s24"):
            start, end = other.start, other.end
            if start and end and max(start, self.b16) < min(end, self.b18) and end <= day:
                return ("Was accommodated (section 24) until ", end, ".")
        return None


class AgreedHistory(StatusHistory):
    """The same where a manager agreed to another status than the records say.

    It stands from its start until its end, moves on by age as law has it, and never stands in the
    place of a death, of the time before 16 or of that from 25 on.
    """

    def __init__(
        self, case: CaseFile, agreed: tuple[AgreedStatus, ...], plain: StatusHistory
    ) -> None:
        self._agreed = agreed
        self._plain = plain
        super().__init__(case)

    def standing(self, day: date) -> Standing:
        """The status on the day, and what the records alone would say."""
        held = super().standing(day)
        stands = self._stands_on(day)
        return held._replace(worked_out=self._plain._decide(day)[0]) if stands else held

    def _turning_days(self) -> Iterator[date]:
        yield from super()._turning_days()
        for one in self._agreed:
            yield one.start
            if one.end is not None:
                yield one.end

    def _decide(self, day: date) -> tuple[Status, Because]:
        plain, because = self._plain._decide(day)
        agreed = self._stands_on(day)
        if agreed is None:
            return plain, because
        status = self._by_age(agreed.status, day)
        return status, say_agreed(agreed, status, plain, because)

    def _stands_on(self, day: date) -> AgreedStatus | None:
        """What was agreed for the day; None where nothing was, or nothing agreed can stand."""
        if self.born is None or not self.b16 <= day < self.b25:
            return None
        if self._plain._decide(day)[0] is Status.DIED:
            return None
        agreed = standing_on(self._agreed, day)
        return agreed if agreed and may_begin_on(agreed.status, self.born, day) else None

    def _by_age(self, status: Status, day: date) -> Status:
        """What it has become by the day, as somebody of that status turned 18 or 21."""
        was_owed_before = status in (Status.ELIGIBLE, Status.RELEVANT) and day >= self.b18
        if was_owed_before or (status is Status.FORMER_RELEVANT and day >= self.b21):
            return self._former_relevant(day, ())[0]
        if status is Status.NOT_YET_ELIGIBLE and day >= self.b18:
            status = Status.QUALIFYING
        if status is Status.QUALIFYING and day >= self.b21:
            return Status.QUALIFYING_21_TO_25
        return status


# Reached on what is known, so that a period without a first day could not alter it.
_SURE_ALL_THE_SAME = frozenset(
    {
        Status.ELIGIBLE,
        Status.RELEVANT,
        Status.CANNOT_TELL,
        Status.FORMER_RELEVANT,
        Status.PROGRAMME_CONTINUES,
        Status.EDUCATION_SUPPORT,
        Status.SUPPORT_21_TO_25,
        Status.OFFER_21_TO_25,
    }
)
