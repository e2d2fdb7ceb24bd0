"""Has the passport been given, talked through, declined, and has it changed since the copy?"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday, show
from carelink.facts import Event
from carelink.health.parts import ASSESSMENTS, PART
from carelink.health.words import (
    ASSESSMENT_LABELS,
    DISCUSSED,
    GIVEN,
    PREPARED,
    REFRESHED,
)
from carelink.said import Line

_DECLINED = "declined"
# A copy given before this age is no leaving-care copy. Source: duties, section 4.
COUNTS_FROM_AGE = 16


class Copy(NamedTuple):
    """Where the passport stands on a day; `changed` names the parts changed since the last copy."""

    prepared_on: date | None
    given_on: date | None
    last_copy_on: date | None
    discussed_on: date | None
    declined_on: date | None
    ask_again_on: date | None
    changed: tuple[str, ...]


def copy_of(case: CaseFile, day: date) -> Copy:
    """What was done with the passport as a whole, up to the day."""
    given = _last(_done(case, GIVEN, day))
    last_copy = _last([*_done(case, GIVEN, day), *_done(case, REFRESHED, day)])
    declined = _last([e for e in _up_to(case, GIVEN, day) if e.outcome == _DECLINED])
    stands = declined if declined and (last_copy is None or declined > last_copy) else None
    return Copy(
        _last(_done(case, PREPARED, day)),
        given,
        last_copy,
        _last(_done(case, DISCUSSED, day)),
        stands,
        _ask_again_on(case, day) if stands else None,
        tuple(dict.fromkeys(_changed(case, last_copy, day))) if last_copy else (),
    )


def next_copy_is(case: CaseFile, day: date) -> str:
    """Which event the next copy is: the first since 16 is the one owed, later ones renew it."""
    born = case.person.date_of_birth
    counts = birthday(born, COUNTS_FROM_AGE) if born else date.min
    given = [event.on for event in _done(case, GIVEN, day) if event.on and event.on >= counts]
    return REFRESHED if given else GIVEN


def say_copy(copy: Copy) -> list[Line]:
    """The passport as a whole, each step with its day or that it has not been done."""
    lines = [Line("Prepared", _on(copy.prepared_on, "Not recorded"))]
    if copy.declined_on:
        ask = f"We ask again on {show(copy.ask_again_on)}" if copy.ask_again_on else ""
        says = f"Chose not to have it on {show(copy.declined_on)}"
        lines.append(Line("Given", says, ask or "No day to ask again is recorded"))
    else:
        lines.append(Line("Given", _on(copy.given_on, "Not given yet")))
    if copy.last_copy_on and copy.last_copy_on != copy.given_on:
        lines.append(Line("Fresh copy", f"On {show(copy.last_copy_on)}"))
    lines.append(Line("Talked through", _on(copy.discussed_on, "Not yet")))
    if copy.changed and copy.last_copy_on:
        since = f"Changed since the copy of {show(copy.last_copy_on)}"
        lines.append(Line("To renew", since, ", ".join(copy.changed)))
    return lines


def _on(day: date | None, otherwise: str) -> str:
    return f"On {show(day)}" if day else otherwise


def _changed(case: CaseFile, since: date, day: date) -> Iterator[str]:
    """The titles of the parts in which a line began or was over after that day."""
    for item in case.health_items:
        days = [when for when in (item.on, item.ended_on) if when and since < when <= day]
        if days and item.part in PART:
            yield PART[item.part].title
    for one in case.assessments:
        if one.kind in ASSESSMENT_LABELS and one.completed_on and since < one.completed_on <= day:
            yield PART[ASSESSMENTS].title


def _up_to(case: CaseFile, kind: str, day: date) -> list[Event]:
    return [event for event in case.events_of(kind) if event.on and event.on <= day]


def _done(case: CaseFile, kind: str, day: date) -> list[Event]:
    return [e for e in _up_to(case, kind, day) if e.outcome not in (_DECLINED, "no")]


def _last(events: list[Event]) -> date | None:
    return max((event.on for event in events if event.on), default=None)


def _ask_again_on(case: CaseFile, day: date) -> date | None:
    answers = [
        answer
        for answer in case.duty_answers
        if answer.duty == "health_history_18" and answer.answer == _DECLINED
        if answer.on and answer.on <= day
    ]
    latest = max(answers, key=lambda answer: answer.on or date.min, default=None)
    return latest.ask_again_on if latest else None
