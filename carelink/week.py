"""What does each young person need of us first, and how do those lines add up to the caseload?

One line a person: the worst of their duties that is ours and not set aside. Everybody is in
exactly one group, so the groups always add up. A duty set aside (snoozed) keeps its state but
does not make the line until its day comes; the line then speaks for what is left. A promise or
an answer to what they told us that is late or due within a week makes the line where no duty is
late, due this week or to be found out, and stands after the duties of its group; beside a duty,
how many of them are late is said. So does the first meeting with a new adviser, which is no duty
of the rulebook: it makes the line where nothing presses more, and is said beside what does.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from carelink.approvals.returned import Returned
from carelink.case import CaseFile, has_died
from carelink.dates import age_on, runs_on, show
from carelink.duties.duty import Duty
from carelink.handover.first_meeting import FirstMeeting, first_meeting_of, say_first_meeting
from carelink.handover.terms import Terms
from carelink.rulebook import Rule, Rulebook
from carelink.said import adviser_told_apart
from carelink.voice.pressing import Pressing, due_of, id_of, pressing_of, say_pressing
from carelink.voice.promises import Standing
from carelink.voice.words import Stands
from carelink.words import LAW, MANAGER, State

# "This week" is the seven days from the day, so that a Friday shows the Monday after it.
_THIS_WEEK = 6
_LAST = date.max.toordinal()
# A reason names the column that is missing; a line leaves it to the panel that explains.
_COLUMN = re.compile(r" \([a-z_]+\.[a-z_]+\)")
_CANNOT_TELL = "We cannot tell: "
_NOTHING = "Nothing is due"
# What `waits_for` holds where the line speaks of the first meeting with a new adviser.
FIRST_MEETING = "first meeting"
RETURNED = "returned by a manager"
_MEETING = {
    State.NEVER: "first meeting late",
    State.OVERDUE: "first meeting late",
    State.DUE_SOON: "first meeting due",
    State.CANNOT_TELL: "first meeting not known",
    State.NO_DATE: "first meeting not known",
}


class Group(StrEnum):
    """Where a line stands on My week, the most pressing first."""

    TODAY = "today"
    THIS_WEEK = "this_week"
    TO_FIND_OUT = "to_find_out"
    COMING_UP = "coming_up"
    FINE = "fine"
    NOT_REQUIRED = "not_required"


GROUP_LABELS: Mapping[Group, str] = {
    Group.TODAY: "Needs us today",
    Group.THIS_WEEK: "This week",
    Group.TO_FIND_OUT: "To find out",
    Group.COMING_UP: "Coming up",
    Group.FINE: "Fine",
    Group.NOT_REQUIRED: "Not required",
}
_SUM_WORDS: Mapping[Group, str] = {
    Group.TODAY: "today",
    Group.THIS_WEEK: "this week",
    Group.TO_FIND_OUT: "to find out",
    Group.COMING_UP: "coming up",
    Group.FINE: "fine",
    Group.NOT_REQUIRED: "not required",
}
_GROUPS = tuple(Group)
_RANK = {group: place for place, group in enumerate(_GROUPS)}
PRESSING = frozenset({Group.TODAY, Group.THIS_WEEK, Group.TO_FIND_OUT, Group.COMING_UP})


class Line(NamedTuple):
    """One young person's line: their worst duty, said as ours, and how much else there is.

    `others` counts further duties that press, `set_aside` those snoozed, `promises_late` and
    `answers_late` what of these the sentence does not speak of; `order` sorts lines. `duty` is
    None where nothing is due, or where the sentence speaks of what it `waits_for`: a promise, a
    statement, FIRST_MEETING or RETURNED. `meeting` is what else is to be said of the first
    meeting, `returned` how much more came back from a manager.
    """

    person_id: str
    name: str
    age: int | None
    group: Group
    state: State
    duty: Duty | None
    sentence: str
    others: int
    set_aside: int
    worker_ids: tuple[str, ...]
    adviser: str
    order: tuple[int, int, int, str]
    waits_for: str = ""
    promises_late: int = 0
    answers_late: int = 0
    meeting: str = ""
    returned: int = 0


class Week(NamedTuple):
    """Lines, the worst first, and how many of them stand in each group."""

    lines: tuple[Line, ...]
    counts: Mapping[Group, int]

    @property
    def said(self) -> str:
        """The sum in words: "25 = 3 today + 5 this week + 17 fine"."""
        parts = [
            f"{self.counts[group]:,} {_SUM_WORDS[group]}" for group in Group if self.counts[group]
        ]
        if not parts:
            return "0 young people"
        return f"{len(self.lines):,} = {' + '.join(parts)}"


def week_of(lines: Iterable[Line]) -> Week:
    """The lines in order with their sum."""
    ordered = sorted(lines, key=lambda line: line.order)
    counted = Counter(line.group for line in ordered)
    return Week(tuple(ordered), {group: counted[group] for group in Group})


def line_of(
    case: CaseFile,
    duties: Collection[Duty],
    rulebook: Rulebook,
    day: date,
    terms: Terms | None = None,
) -> Line:
    """The person's line on the day. A team manager's own duties show on Team, not here."""
    aside = set_aside_on(case, duties, day)
    (rank, due, place), duty, pressing = _worst_of(duties, rulebook, aside, day)
    person = case.person
    born = person.date_of_birth
    working = [given for given in case.allocations if runs_on(given.start, given.end, day)]
    waiting = pressing_of(case, day)
    line = Line(
        person_id=person.person_id,
        name=person.name,
        age=age_on(born, day) if born else None,
        group=_GROUPS[rank],
        state=duty.state if duty else State.NOT_REQUIRED,
        duty=duty,
        sentence=sentence_of(case, duty, rulebook.rule(duty.duty), day) if duty else _NOTHING,
        others=max(0, pressing - 1),
        set_aside=len(aside),
        worker_ids=tuple(given.worker_id for given in working),
        adviser=adviser_told_apart(case, day),
        order=(rank, due, place, person.name.casefold()),
        promises_late=waiting.promises,
        answers_late=waiting.answers,
    )
    if rank >= _RANK[Group.COMING_UP]:
        line = _about_what_waits(line, waiting, pressing)
    if has_died(person):
        return line
    return _about_first_meeting(line, first_meeting_of(case, day, terms), pressing, day)


def _worst_of(
    duties: Collection[Duty], rulebook: Rulebook, aside: Collection[str], day: date
) -> tuple[tuple[int, int, int], Duty | None, int]:
    """The worst duty that is ours with its place in the order, and how many press."""
    worst = (_RANK[Group.NOT_REQUIRED], _LAST, 0)
    duty: Duty | None = None
    pressing = 0
    for place, held in enumerate(duties):
        if held.state is State.NOT_REQUIRED or held.duty in aside:
            continue
        if rulebook.rule(held.duty).who == MANAGER:
            continue
        rank, due = _urgency(held, day)
        pressing += rank < _RANK[Group.FINE]
        if (rank, due, place) < worst:
            worst, duty = (rank, due, place), held
    return worst, duty, pressing


def with_returned(line: Line, returned: Sequence[Returned], day: date) -> Line:
    """The line with what a manager returned counted on it.

    In the week after the answer it makes the line, where nothing is late, due this week or to be
    found out; after that it is a word on it.
    """
    if not returned:
        return line
    line = line._replace(returned=len(returned))
    on = returned[0].approval.on
    if on is None or (day - on).days > _THIS_WEEK or _RANK[line.group] < _RANK[Group.COMING_UP]:
        return line
    rank = _RANK[Group.THIS_WEEK]
    return line._replace(
        group=Group.THIS_WEEK,
        state=State.DUE_SOON,
        duty=None,
        sentence=f"The manager returned: {returned[0].says}",
        others=line.others + (line.duty is not None and line.group is Group.COMING_UP),
        order=(rank, _LAST, on.toordinal(), line.order[-1]),
        waits_for=RETURNED,
        returned=len(returned) - 1,
    )


def group_of(duty: Duty, day: date) -> Group:
    """Where a duty stands on the day."""
    return _GROUPS[_urgency(duty, day)[0]]


def sentence_of(case: CaseFile, duty: Duty, rule: Rule, day: date) -> str:
    """The duty said as ours, in one sentence."""
    if duty.state is State.OVERDUE and duty.due_on:
        return f"We are {days_ago(duty.due_on, day)} late with {rule.called}"
    if duty.state is State.NEVER and duty.due_on:
        return _never(case, duty, rule, day)
    if duty.state is State.CANNOT_TELL:
        missing = _COLUMN.sub("", duty.reason).removeprefix(_CANNOT_TELL).rstrip(".")
        return f"We cannot tell about {rule.called}: {missing}"
    if duty.state is State.NO_DATE:
        return f"There is no date to count {rule.called} from"
    if duty.state is State.DECLINED:
        return f"Said no to {rule.called}. {duty.reason}".rstrip(".")
    if duty.state is State.NOT_REQUIRED:
        return _NOTHING
    if duty.due_on is None:
        return "Nothing is due"
    if duty.state is State.DUE_SOON:
        return f"{rule.title} is due {due_words(duty.due_on, day)}"
    return f"On track. Next: {rule.title}, {show(duty.due_on)}"


def set_aside_on(case: CaseFile, duties: Iterable[Duty], day: date) -> frozenset[str]:
    """The duties snoozed on the day; a snooze ends at the start of its `until`.

    It never outlasts the day that law sets, which may have come nearer since (a review was held),
    nor the day on which a manager returned it.
    """
    snoozed = {
        snooze.duty
        for snooze in case.snoozes
        if (snooze.on is None or snooze.on <= day) and snooze.until and day < snooze.until
        if not case.is_returned("snooze", snooze.row_id, day)
    }
    if not snoozed:
        return frozenset()
    return frozenset(snoozed - {d.duty for d in duties if d.is_late and d.basis in LAW})


def due_words(due_on: date, day: date) -> str:
    """When, from the day: "today", "tomorrow, Wednesday 25 November", "on 3 May 2027"."""
    ahead = (due_on - day).days
    if ahead == 0:
        return "today"
    named = f"{due_on:%A} {due_on.day} {due_on:%B}"
    if due_on.year != day.year:
        named += f" {due_on.year}"
    return f"tomorrow, {named}" if ahead == 1 else f"on {named}"


def days_ago(then: date, day: date) -> str:
    """How long since, in days: "1 day", "1,012 days"."""
    days = (day - then).days
    return f"{days:,} day{'' if days == 1 else 's'}"


def _about_what_waits(line: Line, waiting: Pressing, pressing: int) -> Line:
    """The line speaking of the promise or answer that presses most; as it is when none does."""
    worst = waiting.worst
    due_on = due_of(worst) if worst else None
    if worst is None or due_on is None:
        return line
    late = worst.stands is Stands.LATE
    group = Group.TODAY if late or worst.days == 0 else Group.THIS_WEEK
    is_promise = isinstance(worst, Standing)
    return line._replace(
        group=group,
        state=State.OVERDUE if late else State.DUE_SOON,
        duty=None,
        sentence=say_pressing(worst),
        others=pressing,
        order=(_RANK[group], _LAST, due_on.toordinal(), line.order[-1]),
        waits_for=id_of(worst),
        promises_late=waiting.promises - (late and is_promise),
        answers_late=waiting.answers - (late and not is_promise),
    )


def _about_first_meeting(
    line: Line, meeting: FirstMeeting | None, pressing: int, day: date
) -> Line:
    """The line speaking of the first meeting where it presses most, else with a word of it."""
    if meeting is None or not meeting.presses:
        return line
    rank, due = _stands_at(meeting.state, meeting.due_on, day)
    says = say_first_meeting(meeting, day)
    if (rank, due) >= line.order[:2]:
        return line._replace(meeting=_MEETING[meeting.state])
    late = line.duty is None and bool(line.waits_for) and line.state is State.OVERDUE
    return line._replace(
        group=_GROUPS[rank],
        state=meeting.state,
        duty=None,
        sentence=says,
        others=pressing,
        order=(rank, due, 0, line.order[-1]),
        waits_for=FIRST_MEETING,
        promises_late=line.promises_late + late,
    )


def _urgency(duty: Duty, day: date) -> tuple[int, int]:
    return _stands_at(duty.state, duty.due_on, day)


def _stands_at(state: State, due_on: date | None, day: date) -> tuple[int, int]:
    due = due_on.toordinal() if due_on else _LAST
    if state in (State.NEVER, State.OVERDUE):
        return _RANK[Group.TODAY], due
    if state is State.DUE_SOON:
        ahead = due - day.toordinal()
        if ahead <= 0:
            return _RANK[Group.TODAY], due
        return _RANK[Group.THIS_WEEK if ahead <= _THIS_WEEK else Group.COMING_UP], due
    if state in (State.CANNOT_TELL, State.NO_DATE):
        return _RANK[Group.TO_FIND_OUT], due
    if state is State.NOT_REQUIRED:
        return _RANK[Group.NOT_REQUIRED], due
    return _RANK[Group.FINE], due


def _never(case: CaseFile, duty: Duty, rule: Rule, day: date) -> str:
    if not case.contacts and "contact" in duty.duty:
        allocated = [held.start for held in case.allocations if held.start and held.start <= day]
        if allocated:
            return f"No contact recorded. Allocated {days_ago(min(allocated), day)} ago"
    called = rule.called[:1].upper() + rule.called[1:]
    late = days_ago(duty.due_on, day) if duty.due_on else ""
    return f"{called}: never done; we are {late} late"
