"""Has the new adviser met them yet? A clock of its own, from the first day of the allocation.

It belongs to the new adviser. The clock of contacts is the young person's and goes on as it was.
"""

from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile, has_died
from carelink.dates import show
from carelink.facts import Allocation, Contact
from carelink.handover.terms import Terms, load_terms
from carelink.said import counted
from carelink.words import ADVISER, LATE, RUNGS, Rung, State

_SEEN = RUNGS[RUNGS.index(Rung.SEEN) :]


class FirstMeeting(NamedTuple):
    """Where the first meeting with a new adviser stands, in the states of every duty.

    `never` they have not met at all, `overdue` they met before the first day and not since;
    on track is both what was done (`met_on`) and what is not due yet.
    """

    worker_id: str
    state: State
    started_on: date | None = None
    due_on: date | None = None
    met_on: date | None = None
    met_before: date | None = None

    @property
    def presses(self) -> bool:
        """Whether it is still to be done, and late, near, or not to be told."""
        return self.met_on is None and self.state is not State.ON_TRACK


def first_meeting_of(case: CaseFile, day: date, terms: Terms | None = None) -> FirstMeeting | None:
    """The clock on the day; None where the adviser is no new one, or they have died.

    New is an adviser who came after another; the very first has the duties that begin with them.
    """
    held = case.adviser_on(day)
    if held is None or has_died(case.person):
        return None
    started = _spell_start(case, held)
    if not _came_after_another(case, held, started):
        return None
    seen = [c for c in case.contacts if c.on and c.on <= day and c.rung in _SEEN]
    theirs = [c.on for c in seen if c.on and c.worker_id == held.worker_id]
    if started is None:
        state = State.ON_TRACK if theirs else State.NO_DATE
        return FirstMeeting(held.worker_id, state, met_on=theirs[0] if theirs else None)
    terms = terms or load_terms()
    due = started + timedelta(days=terms.first_meeting_days)
    met = next((on for on in theirs if on >= started), None)
    before = max((on for on in theirs if on < started), default=None)
    meeting = FirstMeeting(held.worker_id, State.ON_TRACK, started, due, met, before)
    if met is not None:
        return meeting
    return meeting._replace(state=_state(case, meeting, day, terms))


def say_first_meeting(meeting: FirstMeeting, day: date) -> str:
    """In one sentence, as our own duty."""
    what, due = "the first meeting with their new adviser", meeting.due_on
    if meeting.met_on is not None:
        return f"Their new adviser met them on {show(meeting.met_on)}{_how_late(meeting)}"
    if due is None:
        return "There is no date to count the first meeting with their new adviser from"
    if meeting.state is State.CANNOT_TELL:
        return f"We cannot tell about {what}: it is not recorded who saw them"
    if meeting.state in LATE:
        return f"We are {counted((day - due).days, 'day')} late with {what}"
    left = (due - day).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"in {counted(left, 'day')}")
    return f"T{what[1:]} is due {when} ({show(due)})"


def explain_first_meeting(meeting: FirstMeeting, case: CaseFile, day: date) -> str:
    """What it rests on, and what would change it."""
    name = case.worker_name(meeting.worker_id)
    since = f" since {show(meeting.started_on)}" if meeting.started_on else ""
    lines = [f"{say_first_meeting(meeting, day)}.", f"{name} is their personal adviser{since}."]
    if meeting.met_before and meeting.met_on is None:
        before = show(meeting.met_before)
        lines.append(f"They met before that, last on {before}; not since the first day.")
    if meeting.met_on is None:
        lines.append(f"It goes when {name} has seen them and written it down.")
    return "\n".join(lines)


def _state(case: CaseFile, meeting: FirstMeeting, day: date, terms: Terms) -> State:
    """Of one not met since the first day."""
    started, due = meeting.started_on or date.min, meeting.due_on or date.max
    since = [c for c in case.contacts if c.on and started <= c.on <= day]
    if any(_may_be(contact, meeting.worker_id) for contact in since):
        return State.CANNOT_TELL
    if day > due:
        return State.OVERDUE if meeting.met_before else State.NEVER
    return State.DUE_SOON if day >= due - timedelta(days=terms.soon_days) else State.ON_TRACK


def _may_be(contact: Contact, worker_id: str) -> bool:
    """Whether it may have been the new adviser seeing them: who, or how far it got, is missing."""
    if not contact.worker_id:
        return not contact.rung or contact.rung in _SEEN
    return contact.worker_id == worker_id and not contact.rung


def _spell_start(case: CaseFile, held: Allocation) -> date | None:
    """Since when this adviser has been theirs, over allocations that follow without a day between.

    Shape: None where the first of them has no first day.
    """
    own = [a for a in _advisers(case) if a.worker_id == held.worker_id]
    started = held.start
    while started is not None:
        at = started
        before = [a for a in own if _before(a, at) and (end := a.end) is not None and end >= at]
        if not before:
            break
        started = min((a.start for a in before if a.start), default=None)
    return started


def _came_after_another(case: CaseFile, held: Allocation, started: date | None) -> bool:
    others = [a for a in _advisers(case) if a.worker_id != held.worker_id]
    if started is None:
        return any(a.start is not None or a.end is not None for a in others)
    return any(_before(a, started) for a in others)


def _before(given: Allocation, day: date) -> bool:
    return given.start is None or given.start < day


def _advisers(case: CaseFile) -> list[Allocation]:
    return [a for a in case.allocations if a.role == ADVISER]


def _how_late(meeting: FirstMeeting) -> str:
    if meeting.met_on is None or meeting.due_on is None or meeting.met_on <= meeting.due_on:
        return ""
    return f", {counted((meeting.met_on - meeting.due_on).days, 'day')} late"
