"""What is still open from the meetings before, how often was it found so, and what was decided?"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Meeting, MeetingAction, MeetingItem
from carelink.meetings.asked import Asked
from carelink.meetings.cells import named
from carelink.meetings.draft import Draft, DraftAction, DraftDecision
from carelink.meetings.marked import On, Part, Typed
from carelink.meetings.outcomes import about_meeting, outcome_of
from carelink.oversight.words import DECISION_LABELS
from carelink.said import counted


class Held(NamedTuple):
    """The meetings of one kind held before the day, in order; of one worker where asked for."""

    meetings: tuple[Meeting, ...]
    by_id: dict[str, Meeting]

    @property
    def last(self) -> Meeting | None:
        """The last of them that has a day."""
        dated = [meeting for meeting in self.meetings if meeting.on]
        return dated[-1] if dated else None

    def since(self, on: date | None) -> int:
        """How many meetings have been held after that day."""
        return sum(m.on is not None and on is not None and m.on > on for m in self.meetings)


def held_before(asked: Asked, kind: str, worker_id: str = "") -> Held:
    """The meetings of the kind before the day; one held on the day itself is this one."""
    held = [
        meeting
        for meeting in asked.team.meetings
        if meeting.kind == kind
        and (meeting.on is None or meeting.on < asked.day)
        and worker_id in ("", meeting.worker_id)
    ]
    held.sort(key=lambda meeting: (meeting.on or date.min, meeting.meeting_id))
    return Held(tuple(held), {meeting.meeting_id: meeting for meeting in held})


def with_carried(draft: Draft, asked: Asked, held: Held) -> Draft:
    """The draft with what the meetings before left open, and what the last one decided."""
    last = held.last
    return draft._replace(
        actions=tuple(_actions(asked, held)),
        decisions=tuple(_decisions(asked, last)) if last else (),
        last=last.on if last else None,
    )


def _actions(asked: Asked, held: Held) -> Iterator[DraftAction]:
    """Open ones first, the longest open at the top; then those done since the last meeting."""
    found = [*_about_people(asked, held), *_about_nobody(asked, held)]
    found.sort(key=lambda pair: pair[0])
    yield from (action for _, action in found)


_Order = tuple[bool, date, date, str]


def _about_people(asked: Asked, held: Held) -> Iterator[tuple[_Order, DraftAction]]:
    for one in asked.people:
        for item in one.case.meeting_items:
            if item.action and item.meeting_id in held.by_id:
                yield from _action(one.case, item, item.action, asked, held)
        for item in _supervised(one.case, held.by_id):
            if item.action and item.answer == "action":
                yield from _action(one.case, item, item.action, asked, held)


def _supervised(case: CaseFile, meetings: Iterable[str]) -> Iterator[MeetingItem]:
    """What was decided in these supervisions, which is kept as a manager's decision on the case."""
    of = {about_meeting(meeting_id): meeting_id for meeting_id in meetings}
    for one in case.decisions:
        if one.about in of:
            yield MeetingItem(
                one.decision_id,
                one.person_id,
                of[one.about],
                one.on,
                one.answer,
                words=one.words,
                action=one.action,
                by_whom=one.by_whom,
                due_on=one.again_on,
                done_on=one.done_on,
            )


def _about_nobody(asked: Asked, held: Held) -> Iterator[tuple[_Order, DraftAction]]:
    for action in asked.team.actions:
        asked_for = action.on is None or action.on <= asked.day
        if action.meeting_id in held.by_id and asked_for:
            yield from _action(None, action, action.what, asked, held)


def _action(
    case: CaseFile | None,
    action: MeetingItem | MeetingAction,
    what: str,
    asked: Asked,
    held: Held,
) -> Iterator[tuple[_Order, DraftAction]]:
    """The action as the meeting finds it; nothing for one done before the last meeting."""
    done_on = action.done_on if action.done_on and action.done_on <= asked.day else None
    last = held.last
    if done_on and last and last.on and done_on < last.on:
        return
    set_on = action.on or held.by_id[action.meeting_id].on
    times = 0 if done_on else held.since(set_on)
    drafted = DraftAction(
        case=case,
        item_id=action.item_id if isinstance(action, MeetingItem) else action.action_id,
        what=Typed(what),
        by_whom=named(asked, action.by_whom),
        set_on=set_on or "Day not recorded",
        due_on=action.due_on or "No day is set",
        done=done_on is not None,
        times=times,
        stands=_stands(action, done_on, asked.day, times),
    )
    yield (
        (done_on is not None, set_on or date.min, action.due_on or date.max, drafted.item_id),
        drafted,
    )


def _stands(
    action: MeetingItem | MeetingAction, done_on: date | None, day: date, times: int
) -> tuple[Part, ...]:
    more: tuple[Part, ...]
    if done_on is not None:
        more = (": ", Typed(action.done_words)) if action.done_words else ()
        return ("Done ", On(done_on), *more)
    found = f", found open by {counted(times, 'meeting')} since" if times else ""
    # What has come of it so far is kept in the same words as what came of it in the end.
    more = (". So far: ", Typed(action.done_words)) if action.done_words else ()
    if action.due_on is None:
        return (f"Open; by when was not said{found}", *more)
    if action.due_on < day:
        return ("Open. We are late with it, due by ", action.due_on, found, *more)
    return ("Open, due by ", action.due_on, found, *more)


def _decisions(asked: Asked, last: Meeting) -> Iterator[DraftDecision]:
    """What the last meeting decided; a supervision writes it down as decisions on each case."""
    for one in asked.people:
        for item in one.case.meeting_items:
            if item.meeting_id == last.meeting_id:
                yield DraftDecision(one.case, item.item_id, say_decision(asked, item))
        for item in _supervised(one.case, [last.meeting_id]):
            yield DraftDecision(one.case, item.item_id, say_decision(asked, item, by_manager=True))


def say_decision(asked: Asked, item: MeetingItem, *, by_manager: bool = False) -> tuple[Part, ...]:
    """What was decided, which service, who leads, and the words kept of it."""
    known = outcome_of(item.answer)
    label = known.label if known else None
    if by_manager:
        label = DECISION_LABELS.get(item.answer)
    said: list[Part] = []
    if item.answer:
        said.append(label or Typed(item.answer))
    if item.service:
        said += ["; from " if said else "From ", Typed(item.service)]
    if item.lead:
        said += ["; led by " if said else "Led by ", named(asked, item.lead)]
    if item.words:
        said += [". " if said else "", Typed(item.words)]
    return tuple(said) or ("Nothing was written down",)
