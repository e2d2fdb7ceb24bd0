"""What does a manager need to know to answer what waits? All of it in lines, nothing to look up."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from carelink.approvals.limits import Limits
from carelink.approvals.said import facts_about
from carelink.approvals.waiting import Waiting
from carelink.approvals.words import ANSWER, GRANT, HOME, SNOOZE, STATUS
from carelink.case import CaseFile
from carelink.dates import show
from carelink.duties.duty import Duty
from carelink.facts import Entitlement, Spending
from carelink.home.nights import say_nights
from carelink.money.words import pounds
from carelink.rulebook import Rulebook
from carelink.said import Line, counted, say_from_to, say_home, words_of
from carelink.status import status_of
from carelink.words import BASIS_LABELS, STATE_LABELS, STATUS_LABELS

_NOT_SAID = "Not recorded"
_YEAR = timedelta(days=365)


class Asked(NamedTuple):
    """What waits, in the case file that it is about, with what it is measured by."""

    waiting: Waiting
    case: CaseFile
    duties: Collection[Duty]
    rulebook: Rulebook
    limits: Limits
    day: date


def details_of(asked: Asked) -> list[Line]:
    """Everything that is known of what waits, in lines; what is missing is said."""
    waiting = asked.waiting
    if not any(f.row_id == waiting.subject_id for f in facts_about(asked.case, waiting.subject)):
        return [Line("", "It is no longer in the file.")]
    by = asked.case.worker_name(waiting.asked_by) if waiting.asked_by else _NOT_SAID
    lines = [*_DETAILS[waiting.subject](asked)]
    if waiting.subject not in (HOME, GRANT) or waiting.asked_by:
        lines.append(Line("By", by))
    return lines


def _snooze(asked: Asked) -> Iterator[Line]:
    snooze = next(s for s in asked.case.snoozes if s.row_id == asked.waiting.subject_id)
    yield from _duty(asked, snooze.duty)
    days = (snooze.until - snooze.on).days if snooze.until and snooze.on else 0
    long = f"For {counted(days, 'day')}" if days else "For how long is not recorded"
    yield Line("Set aside", _from_to(snooze.on, snooze.until), long)
    yield Line("Why", snooze.reason or _NOT_SAID)
    before = [
        held
        for held in asked.case.snoozes
        if held.duty == snooze.duty and held.on and snooze.on and held.row_id != snooze.row_id
        if snooze.on - _YEAR <= held.on <= snooze.on
    ]
    times = (
        f"{counted(len(before), 'time')} in the year before" if before else "Not in the year before"
    )
    yield Line("Set aside before", times)


def _answer(asked: Asked) -> Iterator[Line]:
    answer = next(a for a in asked.case.duty_answers if a.row_id == asked.waiting.subject_id)
    yield from _duty(asked, answer.duty)
    yield Line("Not required", _from_to(answer.on, asked.waiting.until))
    yield Line("Why", answer.reason or _NOT_SAID)


def _duty(asked: Asked, name: str) -> Iterator[Line]:
    rule = asked.rulebook.rule(name)
    duty = next((held for held in asked.duties if held.duty == name), None)
    yield Line("The duty", rule.title, rule.says)
    if duty is not None:
        yield Line("Comes from", BASIS_LABELS[duty.basis], duty.source)
        yield Line("Stands now", STATE_LABELS[duty.state], duty.reason)


def _home(asked: Asked) -> Iterator[Line]:
    home = next(h for h in asked.case.homes if h.row_id == asked.waiting.subject_id)
    yield Line("Home", say_home(home), say_from_to(home.start, home.end, home.known_on))
    yield from say_nights(asked.case, asked.day)
    yield Line("Why they moved", home.moved_why or _NOT_SAID)
    ends = f"Expected to end on {show(home.expected_end)}" if home.expected_end else _NOT_SAID
    yield Line("How long", ends)
    before = [held for held in asked.case.homes if held.end and held.end == home.start]
    yield Line("Home before", say_home(before[0]) if before else _NOT_SAID)


def _grant(asked: Asked) -> Iterator[Line]:
    key, case = asked.waiting.subject_id, asked.case
    limit = f"Waits because it is over {pounds(asked.limits.grant_above_pence)}"
    step = next((held for held in case.entitlements if held.row_id == key), None)
    if step is not None:
        yield Line("What", words_of(step.entitlement), step.detail)
        yield Line("How much", _pounds(step.amount_pence), limit if step.amount_pence else "")
        yield Line("Given", f"{words_of(step.stage)} on {show(step.on) if step.on else 'no day'}")
        yield Line("Until", show(step.until) if step.until else "No last day")
        yield from _beside(asked, step.entitlement)
        return
    line = next(held for held in case.spending if held.row_id == key)
    yield Line("What", line.what or _NOT_SAID, f"From: {words_of(line.entitlement)}")
    yield Line("How much", _pounds(line.amount_pence), limit if line.amount_pence else "")
    yield Line("Receipt", words_of(line.receipt) or _NOT_SAID)
    yield from _beside(asked, line.entitlement)


def _beside(asked: Asked, entitlement: str) -> Iterator[Line]:
    """What else was granted and spent of the same, so that it is not agreed to twice."""
    case, key = asked.case, asked.waiting.subject_id
    granted = [s for s in case.entitlements if _is_same(s, entitlement) and s.row_id != key]
    given = sum(s.amount_pence or 0 for s in granted if s.stage in ("granted", "received"))
    spent = sum(
        (-1 if held.kind == "returned" else 1) * (held.amount_pence or 0)
        for held in case.spending
        if _is_same(held, entitlement) and held.row_id != key
    )
    says = f"{pounds(given)} granted or received" if given else "Nothing granted with an amount"
    yield Line("Besides this", says, f"{pounds(spent)} spent" if spent else "Nothing else spent")


def _is_same(held: Entitlement | Spending, entitlement: str) -> bool:
    return held.entitlement == entitlement


def _status(asked: Asked) -> Iterator[Line]:
    key = asked.waiting.subject_id
    override = next(o for o in asked.case.status_overrides if o.row_id == key)
    standing = status_of(asked.case, asked.day)
    yield Line("Status asked for", asked.waiting.says, _from_to(override.start, override.end))
    since = f", since {show(standing.since)}" if standing.since else ""
    yield Line("Stands now", STATUS_LABELS[standing.status] + since, standing.reason)
    yield Line("Why", override.reason or _NOT_SAID)
    yield Line("What shows it", override.evidence or _NOT_SAID)
    yield Line("Asked on", show(override.asked_on) if override.asked_on else _NOT_SAID)


def _from_to(start: date | None, until: date | None) -> str:
    first = show(start) if start else "a day that is not recorded"
    return f"From {first} until {show(until)}" if until else f"From {first}, with no last day"


def _pounds(pence: int | None) -> str:
    return pounds(pence) if pence is not None else _NOT_SAID


_DETAILS: Mapping[str, Callable[[Asked], Iterator[Line]]] = {
    SNOOZE: _snooze,
    ANSWER: _answer,
    HOME: _home,
    GRANT: _grant,
    STATUS: _status,
}
