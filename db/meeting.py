"""How is a meeting recorded with all it decided, and what came of what it asked for?

Held, it is one gesture: the meeting, what was decided about each young person, the duties which
that answers and the actions, all of it or none. What is decided in supervision is kept as a
manager's decision on the case.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from uuid import uuid4

from carelink.case import CaseFile
from carelink.dates import show
from carelink.errors import ChangedMeanwhile, Problem, Refused
from carelink.facts import Decision, Event, Meeting, MeetingAction, MeetingItem
from carelink.meetings.checks import (
    check_action,
    check_carried,
    check_done,
    check_item,
    check_meeting,
)
from carelink.meetings.outcomes import about_meeting, event_for, is_new, title_of
from carelink.meetings.words import SUPERVISION
from carelink.words import MANAGER
from db.one_fact import AT_ONCE, as_it_was, change_fact
from db.plan_rows import author_of
from db.reading import read_cases, read_of_the_team, read_workers
from db.team_facts import change_team_fact
from db.trail import Writing, add, remove

# What a meeting asked for: about somebody, about nobody, or decided in supervision.
Action = MeetingItem | MeetingAction | Decision
_GONE = "This meeting is no longer there; nothing was added to it."


class Minutes(NamedTuple):
    """What a meeting came to: about young people, and about nobody in particular.

    Items and actions may leave out their meeting and its day.
    """

    meeting: Meeting
    items: tuple[MeetingItem, ...] = ()
    actions: tuple[MeetingAction, ...] = ()

    @property
    def people(self) -> list[str]:
        """Whom it decided something about, each once."""
        return list(dict.fromkeys(item.person_id for item in self.items))


class Recorded(NamedTuple):
    """What holding a meeting wrote, so that it can be taken back.

    Shape: `facts` are (kind, id) in the order in which they were written.
    """

    meeting_id: str
    facts: tuple[tuple[str, str], ...]


def hold_meeting(writing: Writing, minutes: Minutes, worker_id: str = "") -> Recorded:
    """Record a meeting with all it decided; `worker_id` is the worker who writes it down.

    Raises: Refused with every problem at once, the field of an item after its person, that of an
    action after its place: `MED-0001.due_on`, `0.by_whom`.
    """
    meeting = minutes.meeting
    meeting = meeting if meeting.meeting_id else meeting._replace(meeting_id=uuid4().hex)
    minutes = _belonging(minutes._replace(meeting=meeting))
    held = read_of_the_team(writing.connection, "meetings")
    cases = _check(writing, minutes, lambda: _check_new(writing, meeting, held))
    (meeting_id,) = add(writing, "meetings", [meeting])
    return Recorded(
        meeting_id, (("meetings", meeting_id), *_write(writing, minutes, cases, worker_id))
    )


def add_to_meeting(writing: Writing, minutes: Minutes, worker_id: str = "") -> Recorded:
    """Record more that a meeting decided, held before; the meeting itself stays as it is.

    Raises: Refused with every problem at once, named as in `hold_meeting`; ChangedMeanwhile when
    the meeting is gone.
    """
    held = read_of_the_team(writing.connection, "meetings")
    meeting = next((m for m in held if m.meeting_id == minutes.meeting.meeting_id), None)
    if meeting is None:
        raise ChangedMeanwhile(_GONE, None)
    minutes = _belonging(minutes._replace(meeting=meeting))
    cases = _check(writing, minutes, lambda: _check_more(minutes))
    return Recorded(meeting.meeting_id, tuple(_write(writing, minutes, cases, worker_id)))


def take_meeting_back(writing: Writing, recorded: Recorded) -> None:
    """Undo: take out all that holding the meeting, or adding to it, wrote.

    Raises: ChangedMeanwhile when any of it is gone; nothing is then taken back.
    """
    for kind, key in reversed(recorded.facts):
        remove(writing, kind, key, AT_ONCE)


def finish_action(writing: Writing, action: Action, done_on: date | None, words: str = "") -> Any:
    """Record that an action is done, and what came of it. Returns it as it now stands.

    Raises: Refused for a day that has not been or was before it was asked for; ChangedMeanwhile
    when it is no longer as read.
    """
    if done_on is None or done_on > writing.today:
        raise Refused(Problem("done_on", "Give the day it was done: today or before."))
    if isinstance(action, Decision):
        asked = MeetingAction("", on=action.on, done_on=done_on, done_words=words)
        check_done(None, asked, writing.today)
        decided = action._replace(done_on=done_on, words=_came(action, words))
        return _change(writing, action, decided, as_it_was)
    after = action._replace(done_on=done_on, done_words=words.strip() or action.done_words)
    return _change(writing, action, after, check_done)


def carry_action(writing: Writing, action: Action, due_on: date | None, words: str = "") -> Any:
    """Give an action a new day, and say what has come of it so far. Returns it as it now stands.

    Raises: Refused without a day ahead; ChangedMeanwhile when it is no longer as read.
    """
    if isinstance(action, Decision):
        check_carried(None, MeetingAction("", due_on=due_on, done_words=words), writing.today)
        decided = action._replace(again_on=due_on, words=_came(action, words))
        return _change(writing, action, decided, as_it_was)
    after = action._replace(due_on=due_on, done_words=words.strip() or action.done_words)
    return _change(writing, action, after, check_carried)


def put_action_back(writing: Writing, now: Any, before: Any) -> Any:
    """Undo: the action stands as it did before the last gesture.

    Raises: ChangedMeanwhile when someone else has changed it since; nothing is then undone.
    """
    return _change(writing, now, before, as_it_was)


def _belonging(minutes: Minutes) -> Minutes:
    """The minutes with the meeting and its day said everywhere."""
    said: dict[str, Any] = {"meeting_id": minutes.meeting.meeting_id, "on": minutes.meeting.on}
    return Minutes(
        minutes.meeting,
        tuple(item._replace(**said) for item in minutes.items),
        tuple(action._replace(**said) for action in minutes.actions),
    )


def _check(
    writing: Writing, minutes: Minutes, of_the_meeting: Callable[[], None]
) -> dict[str, CaseFile]:
    """Every check, so that all there is to put right is said at once; the cases they looked at."""
    cases = {case.person.person_id: case for case in read_cases(writing.connection, minutes.people)}
    today, kind = writing.today, minutes.meeting.kind
    problems = list(_said_by(of_the_meeting))
    if kind == SUPERVISION and minutes.items and author_of(writing).role != MANAGER:
        problems.append(Problem("", "Only a team manager decides in supervision."))
    for item in minutes.items:
        case = cases.get(item.person_id)
        if case is None:
            says = f"Nobody with the reference {item.person_id} is in the store."
            problems.append(Problem(f"{item.person_id}.person_id", says))
        else:
            problems += _said_by(partial(check_item, kind, case, item, today), item.person_id)
    for place, action in enumerate(minutes.actions):
        problems += _said_by(partial(check_action, {}, action, today), str(place))
    if problems:
        raise Refused(*problems)
    return cases


def _said_by(check: Callable[[], None], group: str = "") -> Iterator[Problem]:
    """What a check finds, its fields named after the group they stand in."""
    try:
        check()
    except Refused as refused:
        for field, says in refused.problems:
            yield Problem(f"{group}.{field}" if group else field, says)


def _check_new(writing: Writing, meeting: Meeting, held: Iterable[Meeting]) -> None:
    """A meeting of one kind is recorded once for a day; a supervision, once with each worker."""
    check_meeting(read_workers(writing.connection), meeting, writing.today)
    said = (meeting.kind, meeting.on, meeting.worker_id)
    if any((other.kind, other.on, other.worker_id) == said for other in held) and meeting.on:
        says = f"{title_of(meeting)} of {show(meeting.on)} is recorded already: add to that one."
        raise Refused(Problem("on", says))


def _check_more(minutes: Minutes) -> None:
    if not minutes.items and not minutes.actions:
        raise Refused(Problem("", "Nothing has been decided yet that could be added."))


def _write(
    writing: Writing, minutes: Minutes, cases: dict[str, CaseFile], worker_id: str
) -> Iterator[tuple[str, str]]:
    """Write what was decided; yields the kind and id of each fact."""
    if minutes.meeting.kind == SUPERVISION:
        decided = [_decision(item, author_of(writing).name) for item in minutes.items]
        yield from (("decisions", key) for key in add(writing, "decisions", decided))
    else:
        items = list(minutes.items)
        yield from (("meeting_items", key) for key in add(writing, "meeting_items", items))
        events: list[Event] = []
        for item in items:
            event = event_for(minutes.meeting, item, worker_id)
            of_these = (held for held in events if held.person_id == item.person_id)
            recorded = (*cases[item.person_id].events, *of_these)
            if event is not None and is_new(event, recorded):
                events.append(event)
        yield from (("events", key) for key in add(writing, "events", events))
    actions = list(minutes.actions)
    yield from (("meeting_actions", key) for key in add(writing, "meeting_actions", actions))


def _decision(item: MeetingItem, decided_by: str) -> Decision:
    """What was decided in supervision, as a manager's decision on the case."""
    return Decision(
        "",
        item.person_id,
        about_meeting(item.meeting_id),
        item.on,
        item.answer or ("action" if item.action.strip() else "agreed"),
        item.due_on,
        item.words,
        item.action,
        item.by_whom,
        decided_by=decided_by,
    )


def _came(decision: Decision, words: str) -> str:
    """A manager's words with what came of it after them: what stood there is never lost."""
    came = f"What came of it: {words.strip()}" if words.strip() else ""
    return "\n".join(part for part in (decision.words, came) if part)


def _change(writing: Writing, before: Any, after: Any, check: Callable[..., None]) -> Any:
    if isinstance(before, MeetingItem):
        change_fact(writing, "meeting_items", before, after, check)
    elif isinstance(before, Decision):
        change_fact(writing, "decisions", before, after, check)
    else:
        change_team_fact(writing, "meeting_actions", before, after, check)
    return after
