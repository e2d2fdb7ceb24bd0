"""What has the whole team not done in time, and how does every duty's count add up to the roll?

For the manager: everybody stands once, by the worst of their contacts, reviews and the manager's
own duties, ordered by how long they have waited and never by whose work it is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.duties.duty import Duty
from carelink.rulebook import Rulebook
from carelink.voice.waiting import Waiting, in_order, waiting_of
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

    Shape: `states` has one byte for each of `duties`, the place of its state among all states.
    """

    duties: tuple[str, ...]
    states: bytes
    group: Group
    late: TeamLine | None
    worries: tuple[Worry, ...]
    passport: TeamLine | None = None
    waiting: tuple[Waiting, ...] = ()


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
        duties=tuple([duty.duty for duty in duties]),
        states=bytes([_STATE_PLACES[duty.state] for duty in duties]),
        group=min(watched, key=_PLACE, default=_NONE),
        late=_late_line(case, duties, rulebook, day),
        worries=tuple(_worries(case, day)),
        passport=_passport_line(case, duties, rulebook, day),
        waiting=waiting_of(case, day),
    )


def team_of(parts: Iterable[Part]) -> Team:
    """The team's page, from what each person on the roll adds to it on one day."""
    held = list(parts)
    # Column by column: every person's duties stand in the same order on one day.
    columns = zip(*(part.states for part in held), strict=True)
    duties = held[0].duties if held else ()
    states = {
        duty: {_STATES[place]: count for place, count in Counter(column).items()}
        for duty, column in zip(duties, columns, strict=True)
    }
    late = [part.late for part in held if part.late]
    late.sort(key=_longest_first)
    worries = [worry for part in held for worry in part.worries]
    worries.sort(key=lambda worry: worry.on, reverse=True)
    counted = Counter(part.group for part in held)
    counts = {group: counted[group] for group in Group}
    passports = sorted((part.passport for part in held if part.passport), key=_longest_first)
    waiting = in_order(one for part in held for one in part.waiting)
    return Team(tuple(late), tuple(worries), counts, states, tuple(passports), tuple(waiting))


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


def _longest_first(line: TeamLine) -> tuple[date, str]:
    return _due(line.duty), line.name.casefold()


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
