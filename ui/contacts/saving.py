"""How is the note saved, and taken back? One gesture each; the draft goes with the saving."""

from typing import NamedTuple
from uuid import uuid4

from carelink.case import CaseFile
from carelink.errors import Problem, Refused
from carelink.receipt import Receipt, receipt_of
from db.drafts import Draft, drop_draft, keep_draft
from db.recording import Note, record_note
from db.trail import Writing
from db.undoing import undo_note
from ui.contacts.note_of import ACTIVITY_FIELDS, HOME_FIELDS
from ui.desk import Desk

# The name its drafts are kept under.
FORM = "contact"
_GROUPS = {"home": HOME_FIELDS, "activity": ACTIVITY_FIELDS}


class Saved(NamedTuple):
    """The note just saved, what it did, and what taking it back needs."""

    note: Note
    before: CaseFile
    receipt: Receipt
    typed: dict[str, str]

    @property
    def person_id(self) -> str:
        return self.note.contact.person_id


def save_note(desk: Desk, note: Note, draft_id: str, typed: dict[str, str]) -> Saved:
    """Save the note and let its draft go, both or neither; raises Refused as the form says it."""
    before = desk.known(note.contact.person_id)
    try:
        desk.do(_record, note, draft_id, about=note.contact.person_id)
    except Refused as refused:
        raise Refused(*map(_as_the_form_says, refused.problems)) from None
    after = desk.duties(note.contact.person_id)
    receipt = receipt_of(before.duties, after)._replace(actions=len(note.actions))
    return Saved(note, before.case, receipt, typed)


def take_back(desk: Desk, saved: Saved) -> None:
    """Take the note out again; what was typed becomes a draft, so that nothing is lost."""
    desk.do(_undo, saved, about=saved.person_id)


def _record(writing: Writing, note: Note, draft_id: str) -> str:
    contact_id = record_note(writing, note)
    if draft_id:
        drop_draft(writing, draft_id)
    return contact_id


def _undo(writing: Writing, saved: Saved) -> None:
    undo_note(writing, saved.note, saved.before)
    keep_draft(writing, Draft(uuid4().hex, FORM, saved.person_id, saved.typed))


def _as_the_form_says(problem: Problem) -> Problem:
    """The problem with the name that its field has in the form."""
    group, _, field = problem.field.rpartition(".")
    if group.startswith("actions."):
        return Problem(group, problem.says)
    return Problem(_GROUPS.get(group, {}).get(field, field), problem.says)
