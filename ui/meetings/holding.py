"""How is a meeting recorded from what was typed, and taken back? Its draft goes with it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

from carelink.facts import Meeting
from carelink.meetings.happened import say_item
from carelink.meetings.outcomes import about_meeting, outcome_of
from carelink.meetings.words import SUPERVISION
from carelink.oversight.words import DECISION_LABELS
from carelink.receipt import receipt_of
from carelink.said import counted
from db.drafts import Draft, drop_draft, keep_draft
from db.meeting import (
    Minutes,
    Recorded,
    add_to_meeting,
    hold_meeting,
    take_meeting_back,
)
from db.trail import Writing
from ui.desk import Desk

_FORM = "meeting"


class Held(NamedTuple):
    """A meeting just recorded: what taking it back needs, and what is said of it."""

    form: str
    recorded: Recorded
    people: tuple[str, ...]
    typed: dict[str, Any]
    says: str


def form_of(kind: str, worker_id: str) -> str:
    """The name that drafts of a meeting are kept under: each adviser's supervision its own."""
    return " ".join(part for part in (_FORM, kind, worker_id) if part)


def meeting_of_form(form: str) -> tuple[str, str]:
    """The kind and, of a supervision, the adviser that a draft's form names."""
    parts = form.split(" ", 2)
    return (parts[1] if len(parts) > 1 else "", parts[2] if len(parts) > 2 else "")


def meeting_on(desk: Desk, kind: str, worker_id: str, day: date | None) -> Meeting | None:
    """The meeting of this kind that is on record for the day."""
    wanted = (kind, day, worker_id)
    return next(
        (
            meeting
            for meeting in desk.of_the_team("meetings")
            if day is not None and (meeting.kind, meeting.on, meeting.worker_id) == wanted
        ),
        None,
    )


def recorded_of(desk: Desk, meeting: Meeting | None) -> dict[str, str]:
    """What a meeting has on record already. Shape: by person, in words."""
    if meeting is None:
        return {}
    if meeting.kind == SUPERVISION:
        return {
            one.person_id: DECISION_LABELS.get(one.answer, one.answer)
            for one in desk.of_the_team("decisions")
            if one.about == about_meeting(meeting.meeting_id)
        }
    return {
        item.person_id: say_item(item)
        for item in desk.of_the_team("meeting_items")
        if item.meeting_id == meeting.meeting_id
    }


def record(
    desk: Desk, minutes: Minutes, *, more: bool, draft_id: str, form: str, typed: dict[str, Any]
) -> Held:
    """Record it, new or as more of one held before; the draft goes, both or neither.

    Raises: Refused with every problem at once; ChangedMeanwhile; StoreTrouble.
    """
    answers = [item.person_id for item in minutes.items if _answers_a_duty(item.answer)]
    before = {person_id: desk.duties(person_id) for person_id in answers}
    verb = add_to_meeting if more else hold_meeting
    recorded = desk.do(
        _record, verb, minutes, desk.user.worker_id, draft_id, about=minutes.people, team=True
    )
    answered: dict[str, int] = {}
    for person_id, duties in before.items():
        for done in receipt_of(duties, desk.duties(person_id)).answered:
            answered[done.duty] = answered.get(done.duty, 0) + 1
    titles = [f"{desk.rule(duty).title} for {many}" for duty, many in answered.items()]
    says = _say(minutes, titles, more=more)
    return Held(form, recorded, tuple(minutes.people), typed, says)


def take_back(desk: Desk, held: Held) -> None:
    """Take it out again; what was typed becomes a draft, so that nothing is lost."""
    desk.do(_undo, held, about=held.people, team=True)


def _record(
    writing: Writing, verb: Any, minutes: Minutes, worker_id: str, draft_id: str
) -> Recorded:
    recorded: Recorded = verb(writing, minutes, worker_id)
    if draft_id:
        drop_draft(writing, draft_id)
    return recorded


def _undo(writing: Writing, held: Held) -> None:
    take_meeting_back(writing, held.recorded)
    if held.typed:
        keep_draft(writing, Draft(uuid4().hex, held.form, "", held.typed))


def _answers_a_duty(answer: str) -> bool:
    outcome = outcome_of(answer)
    return outcome is not None and bool(outcome.event)


def _say(minutes: Minutes, answered: Sequence[str], *, more: bool) -> str:
    many = counted(len(minutes.items), "decision")
    actions = sum(bool(item.action) for item in minutes.items) + len(minutes.actions)
    says = f"{'Added' if more else 'Recorded'}: {many} and {counted(actions, 'action')}."
    return f"{says} This answered: {', '.join(answered)}." if answered else says
