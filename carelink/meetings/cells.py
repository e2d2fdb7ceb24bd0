"""How do facts that more than one list shows stand in a cell? What is missing is said in words."""

from datetime import date

from carelink.case import CaseFile
from carelink.duties.duty import Duty
from carelink.facts import Decision, MeetingItem
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.marked import Called, Cell, On, Part, Typed
from carelink.meetings.outcomes import outcome_of
from carelink.oversight.words import DECISION_LABELS
from carelink.said import worker_told_apart
from carelink.words import ADVISER, State

NOBODY = "Nobody is named"
NO_ADVISER = "No personal adviser"


def adviser_of(asked: Asked, one: Someone) -> Cell:
    """Their personal adviser; where nobody may be named, that they have one."""
    held = one.case.adviser_on(asked.day)
    if held is None:
        return NO_ADVISER
    return Called(worker_told_apart(held.worker_id, asked.team.workers), "Has one")


def named(asked: Asked, who: str) -> Part:
    """A worker by their name; whoever else as it was typed; that nobody is named."""
    if who in asked.team.workers:
        return Called(worker_told_apart(who, asked.team.workers), "A worker")
    return Typed(who, "Somebody is named") if who.strip() else NOBODY


def latest_item(asked: Asked, one: Someone, kind: str) -> MeetingItem | None:
    """What a meeting of this kind last decided about them, by the day."""
    held = asked.meetings_of(kind)
    items = [item for item in one.case.meeting_items if item.meeting_id in held]
    return max(items, key=lambda item: (item.on or date.min, item.item_id), default=None)


def lead_of(asked: Asked, item: MeetingItem | None) -> Cell:
    """Who leads, as the last meeting had it."""
    return named(asked, item.lead) if item else NOBODY


def answer_of(item: MeetingItem | None, none: str) -> Cell:
    """What was decided last and when; `none` where nothing has been."""
    if item is None or not item.answer:
        return none
    known = outcome_of(item.answer)
    label: Part = known.label if known else Typed(item.answer)
    return (label, ", ", On(item.on)) if item.on else label


def duty_cell(duty: Duty | None, done: str = "Done") -> Cell:
    """Where one duty stands, said as ours."""
    if duty is None:
        return "Not on the roll"
    state, due_on = duty.state, duty.due_on
    if state is State.NOT_REQUIRED:
        return "Not required"
    if state is State.CANNOT_TELL:
        return "We cannot tell"
    if state is State.NO_DATE:
        return "There is no date to count from"
    if state is State.DECLINED:
        return "They said no; we ask again"
    if duty.is_late:
        return ("We are late, due by ", due_on) if due_on else "We are late"
    if due_on is not None:
        return ("Not yet, due by ", due_on)
    return (f"{done} ", On(duty.last_on)) if duty.last_on else done


def advisers_on(case: CaseFile, day: date) -> list[str]:
    """Every adviser of theirs on the day: one, none, or more than one by mistake."""
    return [given.worker_id for given in case.allocated_on(day, ADVISER)]


def decision_cell(held: Decision, day: date) -> Cell:
    """A manager's decision: what, in which words, and when it comes back or is done."""
    label: Part = DECISION_LABELS.get(held.answer) or Typed(held.answer or "Decided")
    words = held.action or held.words
    more: tuple[Part, ...] = (": ", Typed(words)) if words else ()
    if held.done_on is not None and held.done_on <= day:
        return (label, *more, "; done ", On(held.done_on), ".")
    if held.again_on is None:
        return (label, *more, "; no day is set.")
    came = "came due" if held.again_on < day else "due again"
    return (label, *more, f"; {came} ", On(held.again_on), ".")


def sentences(*parts: Cell) -> Cell:
    """Several sentences as one cell, those that are empty left out."""
    said: list[Part] = []
    for part in parts:
        if part == "" or part == ():
            continue
        if said:
            said.append(" ")
        said += parts_of(part)
    return tuple(said)


def parts_of(cell: Cell) -> tuple[Part, ...]:
    """The parts of a cell, one or several, to be put into a sentence."""
    return cell if isinstance(cell, tuple) else (cell,)
