"""What have meetings decided about this young person, and what came of it, each on its day?"""

from collections.abc import Iterator, Mapping

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import MeetingItem
from carelink.happened import Happened
from carelink.meetings.outcomes import say_answer

GROUP = "Meetings"
_A_MEETING = "A meeting"


def meetings_happened(case: CaseFile, titles: Mapping[str, str]) -> Iterator[Happened]:
    """Every decision of a meeting about them, and every action that is done, in any order.

    Shape: `titles` gives what each meeting is called by its id.
    """
    for item in case.meeting_items:
        title = titles.get(item.meeting_id, _A_MEETING)
        key = f"meeting item {item.item_id}"
        who = case.worker_name(item.lead) if item.lead in case.workers else item.lead
        yield Happened(key, item.on, GROUP, f"{title}: {say_item(item)}", who, _note(case, item))
        if item.done_on:
            says = f"Done, as the meeting asked: {item.action}"
            yield Happened(f"{key} done", item.done_on, GROUP, says, note=item.done_words)


def say_item(item: MeetingItem) -> str:
    """What was decided, in a few words; the action where nothing else was."""
    said = say_answer(item.answer) if item.answer else "considered"
    return f"{said}, {item.service}" if item.service else said


def say_action(case: CaseFile, item: MeetingItem) -> str:
    """What is to be done, by whom and by when; empty without an action."""
    if not item.action:
        return ""
    name = case.worker_name(item.by_whom) if item.by_whom in case.workers else item.by_whom
    whom = f", {name}" if name else ""
    by = f", by {show(item.due_on)}" if item.due_on else ", no date set"
    return f"To do: {item.action}{whom}{by}"


def _note(case: CaseFile, item: MeetingItem) -> str:
    return "\n".join(part for part in (item.words, say_action(case, item)) if part)
