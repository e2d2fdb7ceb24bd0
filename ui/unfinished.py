"""What was left unfinished, as it is said after unlocking, and where does one go on with it?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.drafts import Draft

# What drafts of the note, a message and a decision are kept under; a meeting's by its first word.
_NOTE, _MESSAGE, _DECISION, _MEETING = "contact", "message", "decision", "meeting"
_PACK = "board_pack"


def is_note(draft: "Draft") -> bool:
    """Whether it is a note, which has a page of its own."""
    return draft.form == _NOTE


def is_meeting(draft: "Draft") -> bool:
    """Whether it is of a meeting's minutes, which are about nobody alone."""
    return draft.form.split(" ")[0] == _MEETING


def is_message(draft: "Draft") -> bool:
    """Whether it is a message taken at the duty desk."""
    return draft.form == _MESSAGE


def is_decision(draft: "Draft") -> bool:
    """Whether it is a manager's decision, begun on the team's page."""
    return draft.form == _DECISION


def is_pack(draft: "Draft") -> bool:
    """Whether it is the words of a Board pack, which are about nobody."""
    return draft.form == _PACK


def section_of(draft: "Draft") -> str:
    """The section of the file that it was begun in; empty where its form names none."""
    from ui.young_person.sections import SECTIONS

    named = draft.form.split(" ")[0]
    return named if named in dict(SECTIONS) else ""


def say_unfinished(drafts: Sequence["Draft"]) -> str:
    """How many there are: A note was left unfinished."""
    one, more = ("A note", "notes") if all(map(is_note, drafts)) else ("Something", "things")
    many = f"{len(drafts)} {more} were" if len(drafts) > 1 else f"{one} was"
    return f"{many} left unfinished."
