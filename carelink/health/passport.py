"""What does the health passport say of each part on a day, and what is still to be asked?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday, show
from carelink.facts import HealthItem
from carelink.health.parts import ASSESSMENTS, NHS_NUMBER, NURSE, PART, PARTS, Part
from carelink.health.words import (
    ANSWER_LABELS,
    ASSESSMENT_LABELS,
    DECLINED,
    NONE,
    NOT_ASKED,
    NOT_KNOWN,
    RECORDED,
)
from carelink.nhs_number import shown
from carelink.said import Line

# The age at which the leaving-care nurse stops. Source: seeds, G2.
NURSE_UNTIL_AGE = 19


class PassportLine(NamedTuple):
    """One line as it stands. `item` is None for what another fact of the file already says."""

    answer: str
    says: str
    beneath: str = ""
    shared: bool | None = None
    item: HealthItem | None = None


class PartAsKnown(NamedTuple):
    """One part with its lines; `answer` is NOT_ASKED where nobody has asked."""

    part: Part
    answer: str
    lines: tuple[PassportLine, ...]


def passport_of(case: CaseFile, day: date) -> list[PartAsKnown]:
    """Every part of the passport in its order, none left out."""
    return [part_as_known(case, part, day) for part in PARTS]


def part_as_known(case: CaseFile, part: Part, day: date) -> PartAsKnown:
    """One part on the day: what other facts say of it first, then its own lines."""
    items = standing_items(case, part.part, day)
    lines = already_said(case, part.part, day)
    if lines:
        shared = next((item.shared for item in items if _carries(item)), None)
        lines = [line._replace(shared=shared) for line in lines]
    lines += [_line_of(part, item, day) for item in items if not _gives_way(item, bool(lines))]
    if not lines:
        return PartAsKnown(part, NOT_ASKED, (PassportLine(NOT_ASKED, ANSWER_LABELS[NOT_ASKED]),))
    known = any(line.answer == RECORDED for line in lines)
    return PartAsKnown(part, RECORDED if known else lines[-1].answer, tuple(lines))


def standing_items(case: CaseFile, part: str, day: date) -> list[HealthItem]:
    """The lines of a part that stand on the day, the oldest first."""
    items = [item for item in case.health_items if item.part == part and stands(item, day)]
    return sorted(items, key=lambda item: item.on or date.min)


def stands(item: HealthItem, day: date) -> bool:
    """Whether the line holds on the day; the day it was over is the first it did not."""
    return (item.on is None or item.on <= day) and (item.ended_on is None or day < item.ended_on)


def already_said(case: CaseFile, part: str, day: date) -> list[PassportLine]:
    """What another fact of the file says of a part, so that nobody types it twice."""
    if part == NHS_NUMBER and case.person.nhs_number:
        return [PassportLine(RECORDED, shown(case.person.nhs_number))]
    if part == NURSE:
        return _nurse(case, day)
    return _assessments(case, day) if part == ASSESSMENTS else []


def carrier(case: CaseFile, part: str, day: date) -> HealthItem | None:
    """The line that says nothing itself and carries their yes or no for what others say."""
    return next((item for item in standing_items(case, part, day) if _carries(item)), None)


def may_be_shown(line: PassportLine) -> bool:
    """Whether they said yes to showing this line to others: not asked is no yes."""
    return line.shared is True


def shown_to_others(case: CaseFile, day: date) -> list[PartAsKnown]:
    """What they agreed to showing, line by line; a part with no such line is left out whole.

    Nothing says that a part was left out: that there is something would be told by it.
    """
    shown = []
    for known in passport_of(case, day):
        lines = tuple(line for line in known.lines if may_be_shown(line))
        if lines:
            shown.append(known._replace(lines=lines, answer=lines[-1].answer))
    return shown


def say_item(item: HealthItem) -> str:
    """One line of the passport by itself: GP surgery: Marlowe Park."""
    part = PART[item.part]
    return f"{part.title}: {_says(part, item)}"


def _carries(item: HealthItem) -> bool:
    return item.answer == RECORDED and not item.says


def _gives_way(item: HealthItem, said: bool) -> bool:
    """An empty line says nothing, nor does an answer of "none" beside what another fact says."""
    return _carries(item) or (said and item.answer != RECORDED)


def _line_of(part: Part, item: HealthItem, day: date) -> PassportLine:
    says = _says(part, item)
    return PassportLine(item.answer, says, ". ".join(_dated(item, day)), item.shared, item)


def _says(part: Part, item: HealthItem) -> str:
    if item.answer == RECORDED:
        return item.says
    answer = part.none_says if item.answer == NONE else ANSWER_LABELS.get(item.answer, "")
    return f"{answer}. {item.says}" if item.says else answer


def _dated(item: HealthItem, day: date) -> Iterator[str]:
    told = item.source or ("Told us" if item.on else "")
    if told:
        yield f"{told} on {show(item.on)}" if item.on else told
    if item.next_on and item.answer == DECLINED:
        yield f"Ask again on {show(item.next_on)}"
    elif item.next_on:
        yield f"{'Was due' if item.next_on < day else 'Next'} on {show(item.next_on)}"
    if item.until:
        yield f"{'Was to stop on' if item.until < day else 'Until'} {show(item.until)}"


def _nurse(case: CaseFile, day: date) -> list[PassportLine]:
    given = [one for one in case.allocations if one.role == "nurse"]
    now = [
        one
        for one in given
        if (one.start is None or one.start <= day)
        and ((end := case.allocation_end(one)) is None or day < end)
    ]
    born = case.person.date_of_birth
    until = f"Until they turn 19 on {show(birthday(born, NURSE_UNTIL_AGE))}" if born else ""
    return [PassportLine(RECORDED, case.worker_name(one.worker_id), until) for one in now]


def _assessments(case: CaseFile, day: date) -> list[PassportLine]:
    """The latest of each kind of health assessment."""
    latest: dict[str, date] = {}
    for one in case.assessments:
        if one.kind in ASSESSMENT_LABELS and one.completed_on and one.completed_on <= day:
            latest[one.kind] = max(one.completed_on, latest.get(one.kind, date.min))
    return [
        PassportLine(RECORDED, label, f"Last on {show(latest[kind])}")
        for kind, label in ASSESSMENT_LABELS.items()
        if kind in latest
    ]


_TO_DO: Mapping[str, str] = {
    NOT_ASKED: "To ask",
    NOT_KNOWN: "To find out",
    DECLINED: "To ask again",
}


def still_to_do(case: CaseFile, day: date) -> list[Line]:
    """What is still to be asked or found out, and whose sharing is, in the order of the parts."""
    todo = []
    for known in passport_of(case, day):
        title = known.part.title
        if known.answer == DECLINED and not _ask_again(known, day):
            continue
        if known.answer in _TO_DO:
            todo.append(Line(_TO_DO[known.answer], title, known.part.asks))
            continue
        todo += [
            Line("Still so?", title, line.says)
            for line in known.lines
            if line.item and line.item.until and line.item.until < day
        ]
        if any(line.shared is None for line in known.lines):
            todo.append(Line("May others see?", title, "Ask whether others may see it."))
    return todo


def _ask_again(known: PartAsKnown, day: date) -> bool:
    days = [line.item.next_on for line in known.lines if line.item]
    return any(when is None or when <= day for when in days)
