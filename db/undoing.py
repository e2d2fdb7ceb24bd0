"""How is what was just recorded taken back? All of it, and the trail keeps that it was."""

from typing import Any

from carelink.case import CaseFile
from db.housing import open_again
from db.one_fact import AT_ONCE
from db.recording import Note
from db.trail import Writing, amend, remove

_OUTCOME = ("outcome", "outcome_on", "outcome_words")


def undo_note(writing: Writing, note: Note, before: CaseFile) -> str:
    """Take back everything a note recorded; what it ended goes on. Returns the contact's id.

    `before` is the case as it stood when the note was saved, `note` the one saved, its ids given.

    Raises: ChangedMeanwhile when any of it is gone; nothing is then taken back.
    """
    parts: dict[str, tuple[Any, ...]] = {
        "confirmations": note.confirmations,
        "events": note.events,
        "promises": note.promises,
        "homes": (note.home,) if note.home else (),
        "activities": (note.activity,) if note.activity else (),
    }
    for kind, facts in parts.items():
        for fact in facts:
            remove(writing, kind, _key(fact), AT_ONCE)
    remove(writing, "contacts", note.contact.contact_id, AT_ONCE)
    _unanswered(writing, note, before)
    if note.home:
        open_again(writing, before)
    if note.activity:
        for activity in before.activities:
            if activity.end is None:
                amend(writing, "activities", activity.row_id, {"end": None})
    return note.contact.contact_id


def _unanswered(writing: Writing, note: Note, before: CaseFile) -> None:
    """The actions that the note answered, as they were, with what came across of them."""
    answered = {answer.action_id for answer in note.actions}
    for action in before.plan_actions:
        if action.action_id in answered or (action.carried and action.from_action in answered):
            was = {name: getattr(action, name) for name in _OUTCOME}
            amend(writing, "plan_actions", action.action_id, was)


def _key(fact: Any) -> str:
    named = ("promise_id", "event_id", "row_id")
    return str(next(getattr(fact, name) for name in named if hasattr(fact, name)))
