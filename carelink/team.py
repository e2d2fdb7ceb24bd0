"""What has the whole team not done in time, and how does every duty's count add up to the roll?

For the manager: everybody stands once, by the worst of their contacts, reviews and the manager's
own duties, ordered by how long they have waited and never by whose work it is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.duties.duty import Duty
from carelink.rulebook import Rulebook
from carelink.week import Group, adviser_on, group_of, sentence_of
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
# A worry stays in sight for as long as one contact may follow another.
_WORRY_DAYS = timedelta(days=56)
_PLACE = list(Group).index
_NONE = Group.NOT_REQUIRED

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


# What one person adds to the page: their duties, their late line if any, and their worries.
Part = tuple[tuple[Duty, ...], TeamLine | None, Sequence[Worry]]


class Team(NamedTuple):
    """Who waits, what worries, and for every duty how many are in each state.

    Shape: `states` by duty id, in rule order; each adds up to the roll. `counts` by group.
    """

    late: tuple[TeamLine, ...]
    worries: tuple[Worry, ...]
    counts: Mapping[Group, int]
    states: Mapping[str, Mapping[State, int]]

    @property
    def said(self) -> str:
        """The sum: "166 = 41 late or due today + 12 to find out + 113 in time"."""
        parts = [f"{count:,} {_SUM_WORDS[group]}" for group, count in self.counts.items() if count]
        roll = sum(self.counts.values())
        return f"{roll:,} = {' + '.join(parts)}" if parts else "0 young people"


def team_of(parts: Iterable[Part], rulebook: Rulebook, day: date) -> Team:
    """The team's page on a day, from what each person adds to it; off the roll adds nothing."""
    states: dict[str, Counter[State]] = {rule.duty: Counter() for rule in rulebook.rules}
    counts: Counter[Group] = Counter()
    late: list[TeamLine] = []
    worries: list[Worry] = []
    for duties, line, worried in parts:
        if not duties:
            continue
        for duty in duties:
            states[duty.duty][duty.state] += 1
        watched = [group_of(duty, day) for duty in duties if duty.duty in _WATCHED]
        counts[min(watched, key=_PLACE, default=_NONE)] += 1
        late += [line] if line else []
        worries += worried
    late.sort(key=lambda line: (_due(line.duty), line.name.casefold()))
    worries.sort(key=lambda worry: worry.on, reverse=True)
    in_order = {group: counts[group] for group in Group}
    return Team(tuple(late), tuple(worries), in_order, states)


def has_adviser(case: CaseFile, day: date) -> bool:
    """Whether somebody is their personal adviser on the day."""
    return bool(adviser_on(case, day))


def late_line_of(
    case: CaseFile, duties: Iterable[Duty], rulebook: Rulebook, day: date
) -> TeamLine | None:
    """The person's line on the manager's page; None when none of these duties is late."""
    overdue = sorted((duty for duty in duties if duty.duty in _WATCHED and duty.is_late), key=_due)
    if not overdue:
        return None
    worst = overdue[0]
    return TeamLine(
        person_id=case.person.person_id,
        name=case.person.name,
        adviser=adviser_on(case, day),
        duty=worst,
        sentence=sentence_of(case, worst, rulebook.rule(worst.duty), day),
        others=len(overdue) - 1,
    )


def worries_of(case: CaseFile, day: date) -> list[Worry]:
    """The worries written in this person's notes lately, the newest first."""
    return [
        Worry(
            contact.contact_id,
            case.person.person_id,
            case.person.name,
            contact.on,
            contact.worry,
            adviser_on(case, day),
        )
        for contact in reversed(case.contacts)
        if contact.worry and contact.on is not None and day - _WORRY_DAYS <= contact.on <= day
    ]


def _due(duty: Duty) -> date:
    return duty.due_on or date.max
