"""What does a pack ask of: whose cases, which facts of the team, which rules, on which day?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from carelink.as_at import up_to
from carelink.case import CaseFile
from carelink.dates import age_on
from carelink.duties import duties_of
from carelink.duties.duty import Duty
from carelink.facts import Absence, Meeting, MeetingAction, Worker
from carelink.money.catalogue import Catalogue
from carelink.rulebook import Rulebook
from carelink.status import Standing, is_on_roll, status_of
from carelink.words import Status


@dataclass(frozen=True)
class TeamFacts:
    """The facts about no young person: who works here and who is away, meetings, their actions."""

    workers: Mapping[str, Worker] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    actions: tuple[MeetingAction, ...] = ()
    absences: tuple[Absence, ...] = ()


class Someone(NamedTuple):
    """One young person on the day: their case as it stood, their status, their age."""

    case: CaseFile
    standing: Standing
    on_roll: bool
    age: int | None

    @property
    def order(self) -> tuple[str, str]:
        """By name, and by reference where two share one."""
        return self.case.person.name.casefold(), self.case.person.person_id


@dataclass(frozen=True)
class Asked:
    """Everything a list is worked out from; `people` leaves out those who have died."""

    cases: Sequence[CaseFile]
    team: TeamFacts
    rulebook: Rulebook
    catalogue: Catalogue
    day: date
    worked_out: dict[str, tuple[Duty, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def people(self) -> tuple[Someone, ...]:
        """Everyone who lives, on the roll or not, in the order of their names."""
        everyone = (self._someone(up_to(case, self.day)) for case in self.cases)
        living = [one for one in everyone if one.standing.status is not Status.DIED]
        return tuple(sorted(living, key=lambda one: one.order))

    @cached_property
    def roll(self) -> tuple[Someone, ...]:
        """Those on the roll."""
        return tuple(one for one in self.people if one.on_roll)

    def meetings_of(self, kind: str) -> frozenset[str]:
        """The ids of every meeting of a kind held by the day."""
        return frozenset(
            meeting.meeting_id
            for meeting in self.team.meetings
            if meeting.kind == kind and (meeting.on is None or meeting.on <= self.day)
        )

    def duties(self, one: Someone) -> tuple[Duty, ...]:
        """Every duty owed to somebody, worked out once for all packs of the day."""
        person_id = one.case.person.person_id
        if person_id not in self.worked_out:
            self.worked_out[person_id] = duties_of(one.case, self.rulebook, self.day)
        return self.worked_out[person_id]

    def duty(self, one: Someone, duty_id: str) -> Duty | None:
        """One duty of somebody; None for who is off the roll."""
        return next((duty for duty in self.duties(one) if duty.duty == duty_id), None)

    def _someone(self, case: CaseFile) -> Someone:
        standing = status_of(case, self.day)
        born = case.person.date_of_birth
        age = age_on(born, self.day) if born and born <= self.day else None
        return Someone(case, standing, is_on_roll(standing.status), age)
