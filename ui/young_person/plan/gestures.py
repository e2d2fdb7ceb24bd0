"""What does one press in the plan write? Each a single transaction, the draft going with it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from carelink.facts import PlanAction, PlanMatter, PlanVersion
from carelink.plan.actions import ActionAnswer
from db.approving import send_to_manager
from db.drafts import Draft, drop_draft, keep_draft
from db.plan_actions import answer_action, change_action, save_action, split_action
from db.plan_writing import confirm_matter, save_matter, save_their_view
from db.planning import drop_version, hold_review
from db.trail import Writing

NEW, EDIT, CHANGE, SPLIT_UP, DROP = "new", "edit", "change", "split", "drop"


class Entry(NamedTuple):
    """What stands in the box for an action: what it does, and about which action it is."""

    mode: str = NEW
    about: PlanAction | None = None
    what: str = ""
    by_whom: str = ""
    due_on: date | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything was typed that would be lost."""
        return bool(self.what.strip())


def write_entry(writing: Writing, version_id: str, matter: str, entry: Entry) -> None:
    """Do what the box says with its action."""
    made = PlanAction(
        "", "", version_id, matter, entry.what.strip(), entry.by_whom.strip(), entry.due_on
    )
    about = entry.about
    if entry.mode == NEW or about is None:
        save_action(writing, None, made)
    elif entry.mode == EDIT:
        after = about._replace(what=made.what, by_whom=made.by_whom, due_on=made.due_on)
        save_action(writing, about, after)
    elif entry.mode == CHANGE:
        change_action(writing, version_id, about.action_id, made)
    elif entry.mode == SPLIT_UP:
        steps = [line.strip() for line in entry.what.splitlines() if line.strip()]
        parts = [made._replace(what=step) for step in steps]
        split_action(writing, version_id, about.action_id, parts)
    else:
        answer_action(writing, ActionAnswer(about.action_id, "dropped", entry.what.strip()))


class Answer(NamedTuple):
    """One matter's answer as it was read and as it is to be; `entry` is the box for an action.

    `after` is None where nothing of the answer was touched, `entry` where the box is empty.
    """

    version_id: str
    matter: str
    before: PlanMatter | None
    after: PlanMatter | None
    entry: Entry | None


def leave_matter(writing: Writing, answer: Answer, draft_id: str) -> None:
    """Keep the answer and what stands in the box for an action, and let the draft go."""
    if answer.after is not None:
        save_matter(writing, answer.before, answer.after)
    if answer.entry is not None:
        write_entry(writing, answer.version_id, answer.matter, answer.entry)
    if draft_id:
        drop_draft(writing, draft_id)


def still_right(writing: Writing, answer: Answer, draft_id: str) -> None:
    """Confirm last time's answer, with what stands in the box for an action."""
    confirm_matter(writing, answer.version_id, answer.matter)
    leave_matter(writing, answer._replace(after=None), draft_id)


def throw_away(writing: Writing, version_id: str, drafts: Sequence[Draft]) -> None:
    """Take out a version never sent, and what was being typed in it."""
    drop_version(writing, version_id)
    for draft in drafts:
        drop_draft(writing, draft.draft_id)


def have_back(writing: Writing, drafts: Sequence[Draft]) -> None:
    """What was being typed, again."""
    for draft in drafts:
        keep_draft(writing, draft)


def keep_view(
    writing: Writing,
    before: PlanVersion,
    after: PlanVersion,
    held_on: date | None,
    draft_id: str,
) -> None:
    """Keep how they took part and what they think, and the day the review was held."""
    save_their_view(writing, before, after)
    if held_on is not None:
        hold_review(writing, after.version_id, held_on)
    if draft_id:
        drop_draft(writing, draft_id)


def keep_view_and_send(
    writing: Writing,
    before: PlanVersion,
    after: PlanVersion,
    held_on: date | None,
    draft_id: str,
) -> None:
    """Keep their view and send the version to the manager: both or neither."""
    keep_view(writing, before, after, held_on, draft_id)
    send_to_manager(writing, after.version_id)
