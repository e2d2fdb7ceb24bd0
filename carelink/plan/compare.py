"""What changed between two versions? Matter by matter, action by action, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from carelink.dates import show
from carelink.facts import PlanAction
from carelink.plan.matters import MATTERS, Matter
from carelink.plan.review import say_carried
from carelink.plan.version import WholeVersion, has_ended
from carelink.plan.words import MATTER_FIELDS, OUTCOME_LABELS

SAME, ADDED, TAKEN = "same", "added", "taken"
# Longer texts than this are set side by side line by line: words would take too long.
_MOST_WORDS = 4_000
# Texts with fewer words in common than this are read one after the other, not word by word.
_AKIN = 0.4


class Run(NamedTuple):
    """Some words that stand in both texts, or in one alone. `kind`: same, added or taken."""

    kind: str
    text: str


class FieldChange(NamedTuple):
    """One answer that reads otherwise than before, in runs of words."""

    field: str
    runs: tuple[Run, ...]


class ActionChange(NamedTuple):
    """What became of one action: `says` is New, Carried once, Done, Changed and so on."""

    says: str
    what: str
    words: str = ""


class MatterChange(NamedTuple):
    """What is different in one matter: its answers and its actions."""

    matter: Matter
    fields: tuple[FieldChange, ...]
    actions: tuple[ActionChange, ...]


def changes_between(before: WholeVersion | None, after: WholeVersion) -> list[MatterChange]:
    """The matters that differ, in the order of the later version; all that is gone at the end."""
    keys = [matter.key for matter in after.schedule]
    keys += [key for key in (before.matters if before else ()) if key not in keys]
    keys += [a.matter for a in (before.actions if before else ()) if a.matter not in keys]
    changed = [_of_a_matter(before, after, key) for key in dict.fromkeys(keys)]
    return [change for change in changed if change.fields or change.actions]


def words_apart(before: str, after: str) -> tuple[Run, ...]:
    """Two texts as runs of words: same and taken together are the first, same and added the second.

    Shape: the runs in reading order, what was taken before what was added in its place.
    """
    old, new = _words(before), _words(after)
    matched = SequenceMatcher(None, old, new)
    if matched.ratio() < _AKIN:
        both = (Run(TAKEN, before), Run(ADDED, after))
        return tuple(run for run in both if run.text)
    runs: list[Run] = []
    for tag, first, last, begin, end in matched.get_opcodes():
        if tag == "equal":
            runs.append(Run(SAME, "".join(old[first:last])))
            continue
        if first < last:
            runs.append(Run(TAKEN, "".join(old[first:last])))
        if begin < end:
            runs.append(Run(ADDED, "".join(new[begin:end])))
    return tuple(runs)


def _words(text: str) -> list[str]:
    words = re.findall(r"\S+\s*|\s+", text)
    return words if len(words) <= _MOST_WORDS else text.splitlines(keepends=True)


def _of_a_matter(before: WholeVersion | None, after: WholeVersion, key: str) -> MatterChange:
    last = before.matters.get(key) if before else None
    now = after.matters.get(key)
    fields = []
    for field in MATTER_FIELDS:
        was, is_now = (getattr(row, field) if row else "" for row in (last, now))
        if was != is_now:
            fields.append(FieldChange(field, words_apart(was, is_now)))
    matter = MATTERS.get(key) or Matter(key, key, "", "")
    return MatterChange(matter, tuple(fields), tuple(_of_actions(before, after, key)))


def _of_actions(
    before: WholeVersion | None, after: WholeVersion, key: str
) -> Iterator[ActionChange]:
    earlier = {action.action_id: action for action in (before.actions if before else ())}
    for action in after.actions_of(key):
        was = earlier.get(action.from_action)
        yield ActionChange(_how_it_came(action, was), action.what, _when_and_who(action))
    gone_on = {action.from_action for action in after.actions}
    for action in before.actions_of(key) if before else ():
        if action.action_id not in gone_on:
            ended = OUTCOME_LABELS[action.outcome] if has_ended(action) else "Not in this version"
            yield ActionChange(ended, action.what, action.outcome_words)


def _how_it_came(action: PlanAction, was: PlanAction | None) -> str:
    if was is None:
        return "New"
    if action.carried:
        return say_carried(action).capitalize()
    return f"In place of: {was.what}"


def _when_and_who(action: PlanAction) -> str:
    by = f"by {show(action.due_on)}" if action.due_on else "no day said"
    return f"{action.by_whom or 'nobody named'}, {by}"
