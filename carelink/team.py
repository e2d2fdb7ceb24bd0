"""What has the whole team not done in time, and how does every duty's count add up to the roll?

For the manager: everybody stands once, by the worst of their contacts, reviews and the manager's
own duties, ordered by how long they have waited and never by whose work it is.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from carelink.case import CaseFile
from carelink.duties.duty import Duty
from carelink.in_order import InOrder
from carelink.rulebook import Rulebook
from carelink.voice.waiting import Waiting, place_of, waiting_of
from carelink.week import Group, group_of, sentence_of
from carelink.words import State

CONTACTS = frozenset(
    {"pa_visit_7d", "pa_visit_pre_review", "pa_visit_2m", "pa_contact_8w", "lost_contact"}
)
REVIEWS = frozenset(
    {
        "pathway_review_6m",
        "pathway_review_on_request",
        "pathway_review_28d_move",
        "staying_put_review",
    }
)
ADVISERS = frozenset({"pa_allocation", "pa_vacancy"})
_WATCHED = CONTACTS | REVIEWS | ADVISERS
PASSPORT = "health_history_18"
# A worry stays in sight for as long as one contact may follow another.
_WORRY_DAYS = timedelta(days=56)
_PLACE = list(Group).index
_NONE = Group.NOT_REQUIRED
_STATES = tuple(State)
_STATE_PLACES = {state: place for place, state in enumerate(_STATES)}

_SUM_WORDS: Mapping[Group, str] = {
    Group.TODAY: "late or due today",
    Group.THIS_WEEK: "due this week",
    Group.TO_FIND_OUT: "to find out",
    Group.COMING_UP: "coming up",
    Group.FINE: "in time",
    Group.NOT_REQUIRED: "not required",
}


class TeamLine(NamedTuple):
    """One person who waits: the duty that is latest, and how many others of these are late."""

    person_id: str
    name: str
    adviser: str
    duty: Duty
    sentence: str
    others: int


class Worry(NamedTuple):
    """A worry written in a note lately."""

    contact_id: str
    person_id: str
    name: str
    on: date
    worry: str
    adviser: str


class Part(NamedTuple):
    """What one person on the roll adds to the page.

    Shape: `states` has one byte for each of `duties`, the place of its state among all states;
    `due` the last day in time for each, as an ordinal, 0 where there is none.
    """

    person_id: str
    name: str
    adviser: str
    duties: tuple[str, ...]
    states: bytes
    due: "array[int]"
    group: Group
    late: TeamLine | None
    worries: tuple[Worry, ...]
    passport: TeamLine | None = None
    waiting: tuple[Waiting, ...] = ()


class InState(NamedTuple):
    """One person who is in a state for a duty, and the last day in time where there is one."""

    person_id: str
    name: str
    adviser: str
    state: State
    due_on: date | None


class Team(NamedTuple):
    """Who waits, what worries, and for every duty how many are in each state.

    Shape: `states` by duty id, in the order of the duties; each adds up to the roll. `counts` by
    group. `passports` are those without a health passport who are 18, or will be soon; `waiting`
    the promises and answers that are late, due soon or not yet told.
    """

    late: tuple[TeamLine, ...]
    worries: tuple[Worry, ...]
    counts: Mapping[Group, int]
    states: Mapping[str, Mapping[State, int]]
    passports: tuple[TeamLine, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    @property
    def said(self) -> str:
        """The sum: "166 = 41 late or due today + 12 to find out + 113 in time"."""
        parts = [f"{count:,} {_SUM_WORDS[group]}" for group, count in self.counts.items() if count]
        roll = sum(self.counts.values())
        return f"{roll:,} = {' + '.join(parts)}" if parts else "0 young people"


def part_of(case: CaseFile, duties: tuple[Duty, ...], rulebook: Rulebook, day: date) -> Part | None:
    """What this person adds to the page; None for somebody off the roll."""
    if not duties:
        return None
    watched = [group_of(duty, day) for duty in duties if duty.duty in _WATCHED]
    return Part(
        person_id=case.person.person_id,
        name=case.person.name,
        adviser=case.adviser_name(day),
        duties=_one_of_each(tuple([duty.duty for duty in duties])),
        states=bytes([_STATE_PLACES[duty.state] for duty in duties]),
        due=array("i", [duty.due_on.toordinal() if duty.due_on else 0 for duty in duties]),
        group=min(watched, key=_PLACE, default=_NONE),
        late=_late_line(case, duties, rulebook, day),
        worries=tuple(_worries(case, day)),
        passport=_passport_line(case, duties, rulebook, day),
        waiting=waiting_of(case, day),
    )


def team_of(parts: Iterable[Part]) -> Team:
    """The team's page, from what each person on the roll adds to it on one day."""
    sums = Sums()
    for part in parts:
        sums.put(part.person_id, part)
    return sums.team()


class Sums:
    """The team's page kept up to date: what a person added is taken away, and put in anew.

    On a new day everybody is put in anew; until that is done the sums are of two days.
    """

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}
        self._counts: dict[str, list[int]] = {}
        self._groups: Counter[Group] = Counter()
        self._late: InOrder[TeamLine] = InOrder(_longest_first)
        self._worries: InOrder[Worry] = InOrder(_newest_first)
        self._passports: InOrder[TeamLine] = InOrder(_longest_first)
        self._waiting: InOrder[Waiting] = InOrder(place_of)
        self._team: Team | None = None

    def put(self, person_id: str, part: Part | None) -> None:
        """From now on this is what the person adds; None for somebody off the roll."""
        before = self._parts.pop(person_id, None)
        if before is not None:
            self._add(before, -1)
            for rows, held in self._listed(before):
                rows.take_out(held)
        if part is not None:
            self._parts[person_id] = part
            self._add(part, 1)
            for rows, held in self._listed(part):
                rows.put_in(held)
        self._team = None

    def team(self) -> Team:
        """Everything added up; worked out once after each change."""
        if self._team is None:
            self._team = self._added_up()
        return self._team

    def people_in(self, duty: str, state: State) -> list[InState]:
        """Who is in this state for this duty: the longest due first, then by name."""
        place, found = _STATE_PLACES[state], []
        for part in self._parts.values():
            at = part.duties.index(duty) if duty in part.duties else -1
            if at >= 0 and part.states[at] == place:
                due = date.fromordinal(part.due[at]) if part.due[at] else None
                found.append(InState(part.person_id, part.name, part.adviser, state, due))
        found.sort(key=lambda one: (one.due_on or date.max, one.name.casefold(), one.person_id))
        return found

    def _add(self, part: Part, number: int) -> None:
        for duty, place in zip(part.duties, part.states, strict=True):
            counts = self._counts.get(duty)
            if counts is None:
                counts = self._counts[duty] = [0] * len(_STATES)
            counts[place] += number
        self._groups[part.group] += number

    def _listed(self, part: Part) -> "tuple[tuple[InOrder[Any], tuple[Any, ...]], ...]":
        """What of this part stands in a list, with the list it stands in."""
        return (
            (self._late, (part.late,) if part.late else ()),
            (self._worries, part.worries),
            (self._passports, (part.passport,) if part.passport else ()),
            (self._waiting, part.waiting),
        )

    def _added_up(self) -> Team:
        states = {duty: dict(_any_of(counts)) for duty, counts in self._counts.items()}
        return Team(
            self._late.rows(),
            self._worries.rows(),
            {group: self._groups[group] for group in Group},
            {duty: held for duty, held in states.items() if held},
            self._passports.rows(),
            self._waiting.rows(),
        )


def _any_of(counts: list[int]) -> Iterator[tuple[State, int]]:
    return ((_STATES[place], count) for place, count in enumerate(counts) if count)


@cache
def _one_of_each(duties: tuple[str, ...]) -> tuple[str, ...]:
    """The same duties for everybody on a day: one copy of them, and not one for each person."""
    return duties


def _late_line(
    case: CaseFile, duties: Iterable[Duty], rulebook: Rulebook, day: date
) -> TeamLine | None:
    overdue = sorted((duty for duty in duties if duty.duty in _WATCHED and duty.is_late), key=_due)
    if not overdue:
        return None
    return _line(case, overdue[0], rulebook, day, others=len(overdue) - 1)


def _passport_line(
    case: CaseFile, duties: Iterable[Duty], rulebook: Rulebook, day: date
) -> TeamLine | None:
    """Somebody who has no health passport at 18, or will be 18 soon."""
    owed = next((duty for duty in duties if duty.duty == PASSPORT), None)
    if owed is None or not (owed.is_late or owed.state is State.DUE_SOON):
        return None
    return _line(case, owed, rulebook, day, others=0)


def _line(case: CaseFile, duty: Duty, rulebook: Rulebook, day: date, *, others: int) -> TeamLine:
    return TeamLine(
        person_id=case.person.person_id,
        name=case.person.name,
        adviser=case.adviser_name(day),
        duty=duty,
        sentence=sentence_of(case, duty, rulebook.rule(duty.duty), day),
        others=others,
    )


def _longest_first(line: TeamLine) -> tuple[date, str, str]:
    return _due(line.duty), line.name.casefold(), line.person_id


def _newest_first(worry: Worry) -> tuple[int, str, str, str]:
    return -worry.on.toordinal(), worry.name.casefold(), worry.person_id, worry.contact_id


def _worries(case: CaseFile, day: date) -> list[Worry]:
    return [
        Worry(
            contact.contact_id,
            case.person.person_id,
            case.person.name,
            contact.on,
            contact.worry,
            case.adviser_name(day),
        )
        for contact in reversed(case.contacts)
        if contact.worry and contact.on is not None and day - _WORRY_DAYS <= contact.on <= day
    ]


def _due(duty: Duty) -> date:
    return duty.due_on or date.max
