"""What have meetings and managers decided about somebody before? The newest first, in lines."""

from collections.abc import Iterable
from datetime import date

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Decision, Meeting, MeetingItem
from carelink.meetings.happened import say_action, say_item
from carelink.meetings.outcomes import title_of
from carelink.oversight.words import DECISION_LABELS

_SHOWN = 3


def decided_before(case: CaseFile, meetings: Iterable[Meeting], day: date) -> list[str]:
    """What was decided up to the day; where there is more than fits, that is said."""
    titles = {meeting.meeting_id: title_of(meeting) for meeting in meetings}
    said = [
        (item.on, _item(case, item, titles.get(item.meeting_id, "A meeting")))
        for item in case.meeting_items
        if item.on is None or item.on <= day
    ]
    said += [(one.on, _decision(one)) for one in case.decisions if one.on is None or one.on <= day]
    said.sort(key=lambda pair: (pair[0] or date.min, pair[1]), reverse=True)
    lines = [words for _, words in said[:_SHOWN]]
    return [*lines, f"and {len(said) - _SHOWN} earlier"] if len(said) > _SHOWN else lines


def _item(case: CaseFile, item: MeetingItem, title: str) -> str:
    did = say_action(case, item)
    if item.done_on:
        did += f" (done {show(item.done_on)})"
    parts = [f"{_on(item.on)}, {title}: {say_item(item)}", item.words, did]
    return _sentences(parts)


def _decision(one: Decision) -> str:
    parts = [f"{_on(one.on)}, manager: {DECISION_LABELS.get(one.answer, one.answer)}", one.words]
    if one.action:
        by = f", {one.by_whom}" if one.by_whom else ""
        again = f", by {show(one.again_on)}" if one.again_on else ""
        done = f" (done {show(one.done_on)})" if one.done_on else ""
        parts.append(f"To do: {one.action}{by}{again}{done}")
    elif one.again_on:
        parts.append(f"To be looked at again on {show(one.again_on)}")
    return _sentences(parts)


def _sentences(parts: Iterable[str]) -> str:
    """Each part with one full stop after it, whether it was typed with one or not."""
    return " ".join(f"{part.rstrip('. ')}." for part in parts if part.strip())


def _on(day: date | None) -> str:
    return show(day) if day else "Day not recorded"
