"""What must a manager see of one young person on a day, and decide on?

In this order: what never happened, what we cannot tell, what is late, nights without a settled
home, release from custody, promises of ours that are late, and decisions whose day has come. What
waits for a manager to agree to it is found in `approvals`. All of a person's duties stand in one
alarm, the worst of them said. An alarm has a key for each thing it is about; what a decision stands
on is left out until its day, and counted, so that everything adds up.
"""

from collections.abc import Collection, Iterator
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.duties.duty import Duty
from carelink.handover.first_meeting import first_meeting_of, say_first_meeting
from carelink.handover.terms import Terms
from carelink.home.custody import PLAN_BEFORE_RELEASE, Custody, custody_of
from carelink.home.nights import CUSTODY, NIGHT_LABELS, nights_of
from carelink.oversight.decisions import come_back, decided_keys, matters_of
from carelink.rulebook import Rulebook
from carelink.said import adviser_told_apart, counted
from carelink.voice.waiting import Wait, waiting_of
from carelink.week import sentence_of
from carelink.words import State


class Sort(IntEnum):
    """What an alarm is about, what alarms most first."""

    NEVER = 0
    CANNOT_TELL = 1
    OVERDUE = 2
    NIGHTS = 3
    RELEASE = 4
    APPROVAL = 5
    PROMISE = 6
    DECIDED = 7


SORT_LABELS = {
    Sort.NEVER: "Never happened",
    Sort.CANNOT_TELL: "We cannot tell, or there is no date",
    Sort.OVERDUE: "We are late",
    Sort.NIGHTS: "Nights without a settled home",
    Sort.RELEASE: "Release from custody",
    Sort.APPROVAL: "Waits for a manager to agree",
    Sort.PROMISE: "We are late with a promise or an answer",
    Sort.DECIDED: "Decided, and the day has come",
}
_BY_STATE = {
    State.NEVER: Sort.NEVER,
    State.CANNOT_TELL: Sort.CANNOT_TELL,
    State.NO_DATE: Sort.CANNOT_TELL,
    State.OVERDUE: Sort.OVERDUE,
}


class Alarm(NamedTuple):
    """One line for a manager. `keys` are what it is about, `since` the day it has run from.

    `duty` is the worst duty where it is about duties; `more` counts what else it is about.
    """

    person_id: str
    name: str
    adviser: str
    sort: Sort
    state: State
    keys: tuple[str, ...]
    says: str
    since: date | None = None
    duty: str = ""
    more: int = 0

    @property
    def order(self) -> tuple[int, date, str]:
        """What alarms most first, and in each the longest; no date comes first of all."""
        return self.sort, self.since or date.min, self.name.casefold()


class Alarms(NamedTuple):
    """The alarms of one person that are open, and on how many things a decision stands."""

    open: tuple[Alarm, ...] = ()
    decided: int = 0


class _Found(NamedTuple):
    """One thing to decide on, before it is said."""

    sort: Sort
    key: str
    state: State
    since: date | None
    duty: Duty | None = None
    says: str = ""

    @property
    def order(self) -> tuple[int, date]:
        return self.sort, self.since or date.max


def alarms_of(
    case: CaseFile,
    duties: Collection[Duty],
    rulebook: Rulebook,
    day: date,
    terms: Terms | None = None,
) -> Alarms:
    """What there is to decide on; nothing of duties for whoever is off the roll or has died."""
    late = [*_duties(duties), *_meeting(case, duties, day, terms)]
    others = [*_nights(case, day), *_release(case, day), *_promises(case, day)] if duties else []
    keys = {one.key for one in (*late, *others)}
    decided = decided_keys(case.decisions, day) & keys
    alarms = []
    if undecided := sorted((f for f in late if f.key not in decided), key=lambda f: f.order):
        alarms.append(_about_duties(case, undecided, rulebook, day))
    alarms += [_alarm(case, one, day) for one in others if one.key not in decided]
    if not has_died(case.person):
        alarms += [*_come_back(case, keys, day)]
    return Alarms(tuple(alarms), len(decided))


def _duties(duties: Collection[Duty]) -> Iterator[_Found]:
    for duty in duties:
        sort = _BY_STATE.get(duty.state)
        if sort is not None:
            since = duty.due_on
            key = f"duty:{duty.duty}" + (f":{since.isoformat()}" if since else "")
            yield _Found(sort, key, duty.state, since, duty)


def _meeting(
    case: CaseFile, duties: Collection[Duty], day: date, terms: Terms | None
) -> Iterator[_Found]:
    meeting = first_meeting_of(case, day, terms) if duties else None
    sort = _BY_STATE.get(meeting.state) if meeting and meeting.met_on is None else None
    if meeting is not None and sort is not None:
        key = f"first_meeting:{meeting.worker_id}:{meeting.started_on or ''}"
        says = say_first_meeting(meeting, day)
        yield _Found(sort, key, meeting.state, meeting.due_on, says=says)


def _nights(case: CaseFile, day: date) -> Iterator[_Found]:
    """Custody is not counted here: who is there is in the next."""
    for nights in nights_of(case, day):
        if nights.since is not None and nights.kind != CUSTODY:
            kind = NIGHT_LABELS[nights.kind]
            least = "at least " if nights.at_least else ""
            says = f"{kind}: {least}{counted(nights.this_spell, 'night')} up to now"
            key = f"nights:{nights.kind}:{nights.since.isoformat()}"
            yield _Found(Sort.NIGHTS, key, State.OVERDUE, nights.since, says=says)


def _release(case: CaseFile, day: date) -> Iterator[_Found]:
    held = custody_of(case, day)
    if held is None:
        return
    key = f"release:{held.since or ''}:{held.expected or ''}"
    if held.expected is None:
        says = "In custody, and the expected day of release is not recorded"
        yield _Found(Sort.RELEASE, key, State.NO_DATE, None, says=says)
    elif held.expected - PLAN_BEFORE_RELEASE <= day and not _planned(held, day):
        says, late = _say_release(held, held.expected, day), held.expected <= day
        state = State.OVERDUE if late or held.plan_agreed_on is None else State.DUE_SOON
        yield _Found(Sort.RELEASE, key, state, held.expected, says=says)


def _planned(held: Custody, day: date) -> bool:
    """A plan is agreed and the day has not come: there is nothing to decide."""
    return bool(held.plan_agreed_on and held.expected and day < held.expected)


def _say_release(held: Custody, expected: date, day: date) -> str:
    if expected < day:
        return f"Release was expected on {show(expected)}; where they are is not recorded"
    plan = "the plan for it is agreed" if held.plan_agreed_on else "no plan for it is agreed"
    return f"Release is expected on {show(expected)}, and {plan}"


def _promises(case: CaseFile, day: date) -> Iterator[_Found]:
    for one in waiting_of(case, day):
        if one.wait is Wait.LATE:
            key = f"promise:{one.key}:{one.on or ''}"
            yield _Found(Sort.PROMISE, key, State.OVERDUE, one.on, says=one.sentence)


def _about_duties(case: CaseFile, found: list[_Found], rulebook: Rulebook, day: date) -> Alarm:
    """One alarm for all of them: the worst is said, and how many more there are."""
    worst = found[0]
    duty = worst.duty
    says = sentence_of(case, duty, rulebook.rule(duty.duty), day) if duty else worst.says
    alarm = _alarm(case, worst._replace(says=says), day)
    keys = tuple(one.key for one in found)
    return alarm._replace(keys=keys, duty=duty.duty if duty else "", more=len(found) - 1)


def _alarm(case: CaseFile, found: _Found, day: date) -> Alarm:
    return Alarm(
        case.person.person_id,
        case.person.name,
        adviser_told_apart(case, day),
        found.sort,
        found.state,
        (found.key,),
        found.says,
        found.since,
    )


def _come_back(case: CaseFile, keys: Collection[str], day: date) -> Iterator[Alarm]:
    """Decisions whose action is due and that nothing above speaks of any longer."""
    for decision in come_back(case.decisions, day):
        about = matters_of(decision)
        if not set(about) & set(keys):
            who = f" ({decision.by_whom})" if decision.by_whom else ""
            says = f"Came due: {decision.action}{who}"
            found = _Found(Sort.DECIDED, about[0], State.OVERDUE, decision.again_on, says=says)
            yield _alarm(case, found, day)._replace(keys=about)
