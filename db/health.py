"""How is the health passport written? Its lines, their sharing, and what is done with it whole."""

from datetime import date
from typing import Any, NamedTuple
from uuid import uuid4

from carelink.case import CaseFile
from carelink.facts import DutyAnswer, Event, HealthItem
from carelink.health.checks import (
    check_health_item,
    check_line_over,
    check_nhs_number,
    check_passport_step,
    superseded_by,
)
from carelink.health.copies import next_copy_is
from carelink.health.passport import carrier
from carelink.health.words import DECLINED, DISCUSSED, GIVEN, PREPARED, RECORDED
from carelink.nhs_number import bare, is_nhs_number
from carelink.rulebook import Rulebook
from db.answering import answer_duty
from db.one_fact import AT_ONCE, Check, change_fact, record_fact
from db.reading import read_case
from db.trail import Writing, add, amend, remove

DUTY = "health_history_18"


class LineWritten(NamedTuple):
    """What recording one line did, so that it can be taken back whole."""

    row_id: str
    ended: tuple[str, ...]


class LineChanged(NamedTuple):
    """A line as it is now and as it was; `before` is None where there was none."""

    after: HealthItem
    before: HealthItem | None


class Given(NamedTuple):
    """What one step with the passport wrote: the rows by kind, in their order."""

    events: tuple[str, ...]
    duty_answers: tuple[str, ...] = ()


def record_health_line(writing: Writing, item: HealthItem) -> LineWritten:
    """Record a line; what it takes the place of ends that day.

    Raises: Refused with every problem at once.
    """
    case = read_case(writing.connection, item.person_id)
    row_id = record_fact(writing, "health_items", item, check_health_item)
    ended = tuple(held.row_id for held in superseded_by(case, item))
    for key in ended:
        amend(writing, "health_items", key, {"ended_on": item.on})
    return LineWritten(row_id, ended)


def undo_health_line(writing: Writing, written: LineWritten) -> None:
    """Take back a line just recorded; what it ended goes on."""
    remove(writing, "health_items", written.row_id, AT_ONCE)
    for key in written.ended:
        amend(writing, "health_items", key, {"ended_on": None})


def end_health_line(writing: Writing, item: HealthItem, ended_on: date) -> LineChanged:
    """Say that a line is over from a day on; it stays as history.

    Raises: Refused for a day before the line; ChangedMeanwhile when it is no longer as read.
    """
    return _change(writing, item, item._replace(ended_on=ended_on), check_line_over)


def share_line(writing: Writing, item: HealthItem, shared: bool | None) -> LineChanged:
    """Record their yes or no to showing one line to others.

    Raises: ChangedMeanwhile when the line is no longer as it was read.
    """
    return _change(writing, item, item._replace(shared=shared), _as_it_is)


def share_part(writing: Writing, person_id: str, part: str, shared: bool | None) -> LineChanged:
    """The same for a part of which another fact of the file speaks: its line carries consent."""
    held = carrier(read_case(writing.connection, person_id), part, writing.today)
    if held is not None:
        return share_line(writing, held, shared)
    item = HealthItem(person_id, part, RECORDED, on=writing.today, shared=shared)
    row_id = record_fact(writing, "health_items", item, check_health_item)
    return LineChanged(item._replace(row_id=row_id), None)


def undo_line_change(writing: Writing, changed: LineChanged) -> None:
    """Put a line back as it was before it was changed; one that was not there goes.

    Raises: ChangedMeanwhile when someone else has changed it since.
    """
    if changed.before is None:
        remove(writing, "health_items", changed.after.row_id, AT_ONCE)
    else:
        _change(writing, changed.after, changed.before, _as_it_is)


def record_nhs_number(writing: Writing, before: Any, nhs_number: str) -> str:
    """Record the NHS number where it belongs: with who they are. Returns the reference.

    Raises: Refused with what is wrong with it; ChangedMeanwhile.
    """
    digits = bare(nhs_number) if is_nhs_number(nhs_number) else nhs_number.strip()
    after = before._replace(nhs_number=digits)
    return change_fact(writing, "people", before, after, check_nhs_number)


def prepare_passport(writing: Writing, event: Event) -> Given:
    """Record that the passport was put together. Raises: Refused."""
    return _record_step(writing, event._replace(kind=PREPARED, outcome="done"))


def give_passport(writing: Writing, event: Event, *, discussed: bool = False) -> Given:
    """Record that they have it: the first copy since 16 is the one owed, later ones renew it.

    `discussed`: it was talked through as it was given; that is an event of its own.

    Raises: Refused with every problem at once.
    """
    case = read_case(writing.connection, event.person_id)
    kind = next_copy_is(case, event.on or writing.today)
    given = _record_step(writing, event._replace(kind=kind, outcome="done"))
    if not discussed:
        return given
    talked = event._replace(event_id="", kind=DISCUSSED, outcome="done", detail="")
    return Given((*given.events, *_record_step(writing, talked).events))


def discuss_passport(writing: Writing, event: Event) -> Given:
    """Record that it was talked through with them. Raises: Refused."""
    return _record_step(writing, event._replace(kind=DISCUSSED, outcome="done"))


def decline_passport(
    writing: Writing,
    event: Event,
    reason: str,
    ask_again_on: date,
    rulebook: Rulebook | None = None,
) -> Given:
    """Record that they chose not to have it now, and when we ask again. We still owe it.

    Raises: Refused with every problem at once.
    """
    declined = event._replace(kind=GIVEN, outcome=DECLINED)
    step = _record_step(writing, declined)
    answer = DutyAnswer(
        event.person_id, DUTY, DECLINED, event.on, reason, event.worker_id, ask_again_on
    )
    return Given(step.events, (answer_duty(writing, answer, rulebook),))


def undo_step(writing: Writing, given: Given) -> None:
    """Take back what a step with the passport just wrote."""
    for kind, keys in given._asdict().items():
        for key in keys:
            remove(writing, kind, key, AT_ONCE)


def _change(writing: Writing, before: HealthItem, after: HealthItem, check: Check) -> LineChanged:
    change_fact(writing, "health_items", before, after, check)
    return LineChanged(after, before)


def _as_it_is(case: CaseFile, item: HealthItem, today: date) -> None:
    """Consent, and what stood before, are taken as they are."""


def _record_step(writing: Writing, event: Event) -> Given:
    case = read_case(writing.connection, event.person_id)
    event = event._replace(event_id=event.event_id or uuid4().hex, on=event.on or writing.today)
    check_passport_step(case, event, writing.today)
    return Given(tuple(add(writing, "events", [event])))
