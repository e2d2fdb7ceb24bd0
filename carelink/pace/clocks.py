"""Whose clock runs for which duty, until when, and how often was it answered of late?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import Span
from carelink.duties import Duty
from carelink.pace.speed import WEEKS_BACK, Act
from carelink.rulebook import Rule, Rulebook
from carelink.status import history_of
from carelink.words import Rung, State

CONTACT, VISIT, REVIEW = "pa_contact_8w", "pa_visit_2m", "pathway_review_6m"
DUTIES = (CONTACT, VISIT, REVIEW)
_RUNGS = {CONTACT: Rung.SEEN, VISIT: Rung.SEEN_AT_HOME}
_NO_DUE_DAY = frozenset({State.NO_DATE, State.CANNOT_TELL})
_NOT_COUNTED = frozenset({State.NOT_REQUIRED, State.DECLINED})


class Clock(NamedTuple):
    """One person's clock for a duty. `due_on` is None where it cannot be told: never in time.

    `span` is the time from one visit to the next, `owed_until` the first day it is no longer owed.
    """

    person_id: str
    name: str
    worker_id: str
    due_on: date | None
    span: Span
    owed_from: date
    owed_until: date = date.max


class Seat(NamedTuple):
    """What is kept of one case for this question. Shape: both by duty."""

    clocks: Mapping[str, Clock]
    acts: Mapping[str, tuple[Act, ...]]


def seat_of(
    case: CaseFile, duties: Sequence[Duty], rulebook: Rulebook, day: date, until: date
) -> Seat:
    """The clocks of this case that run on the day or begin by `until`, and what answered them."""
    clocks: dict[str, Clock] = {}
    rules = rulebook.in_force(day)
    for duty in duties:
        if duty.duty not in DUTIES:
            continue
        rule = rules[duty.duty]
        clock = _running(case, duty, rule, day)
        if clock is None and duty.duty == CONTACT and not rule.ends:
            clock = _beginning(case, duty, rule, day, until)
        if clock is not None:
            clocks[duty.duty] = clock
    return Seat(clocks, {duty: tuple(_acts(case, duty, day)) for duty in clocks})


def _running(case: CaseFile, duty: Duty, rule: Rule, day: date) -> Clock | None:
    if duty.state in _NOT_COUNTED:
        return None
    due_on = None if duty.state in _NO_DUE_DAY else duty.due_on
    ends = [
        start
        for start, status in history_of(case, day).runs
        if start > day and status not in rule.applies_to
    ]
    span = _span(case, duty, rule, day)
    return _clock(case, day, due_on, span)._replace(owed_until=min(ends, default=date.max))


def _beginning(case: CaseFile, duty: Duty, rule: Rule, day: date, until: date) -> Clock | None:
    """The clock of somebody who will be owed it: at 18, say, counted from when they were seen."""
    runs = history_of(case, day).runs
    owed = [start for start, status in runs if status in rule.applies_to and day < start <= until]
    standing_now = [status for start, status in runs if start <= day]
    if not owed or (standing_now and standing_now[-1] in rule.applies_to):
        return None  # a manager decided that it is not required of somebody it is owed to
    begins = owed[0]
    seen = case.last_contact(Rung.SEEN)
    due_on = max(rule.within.after(seen or begins), begins)
    return _clock(case, day, due_on, rule.within)._replace(owed_from=begins)


def _clock(case: CaseFile, day: date, due_on: date | None, span: Span) -> Clock:
    held = case.adviser_on(day)
    person = case.person
    return Clock(person.person_id, person.name, held.worker_id if held else "", due_on, span, day)


def _span(case: CaseFile, duty: Duty, rule: Rule, day: date) -> Span:
    """The rule's own time, or what the plan agrees, read from the two days."""
    if duty.duty != CONTACT or duty.last_on is None or duty.due_on is None:
        return rule.within
    never_before_its_time = {start for start, _ in history_of(case, day).runs}
    if duty.due_on == rule.within.after(duty.last_on) or duty.due_on in never_before_its_time:
        return rule.within
    return Span(max((duty.due_on - duty.last_on).days, 1), "day")


def _acts(case: CaseFile, duty: str, day: date) -> Iterator[Act]:
    first = day - timedelta(weeks=WEEKS_BACK)
    if duty == REVIEW:
        for on in case.reviews_held:
            if first <= on < day:
                yield Act(_adviser(case, on), on)
        return
    rung = _RUNGS[duty]
    for on in sorted(set(case.contacts_between(rung, first, day - timedelta(days=1)))):
        contact = case.contact_on(rung, on)
        yield Act((contact.worker_id if contact else "") or _adviser(case, on), on)


def _adviser(case: CaseFile, on: date) -> str:
    held = case.adviser_on(on)
    return held.worker_id if held else ""
