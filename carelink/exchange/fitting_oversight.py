"""Do the values of a row about decisions, meetings, cover, handovers or releases go together?

What a manager answers has a day and an answer, or it would stand for nothing and be asked for no
more; what the program acts on by itself, such as a handover, says all that it needs for that.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from carelink.agreed_status import MAY_STAND
from carelink.facts import (
    Absence,
    Approval,
    Cover,
    Decision,
    Handover,
    MeetingAction,
    MeetingItem,
    Message,
    Pin,
    Released,
    StatusOverride,
)
from carelink.release.kept import problems_kept

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def _in_order(fact: Any, earlier: str, later: str) -> Iterator[str]:
    first, then = getattr(fact, earlier), getattr(fact, later)
    if first and then and then < first:
        yield f"{later} is before {earlier}; correct one of them."


def _absence(absence: Absence) -> Iterator[str]:
    yield from _in_order(absence, "first_on", "back_on")


def _cover(cover: Cover) -> Iterator[str]:
    yield from _in_order(cover, "first_on", "back_on")
    if cover.worker_id == cover.cover_id:
        yield "cover_id is worker_id, and nobody stands in for themselves; correct one of them."


def _message(message: Message) -> Iterator[str]:
    if message.time and not _TIME.fullmatch(message.time):
        yield "time is not a time of day; write it as 14:05."
    yield from _in_order(message, "on", "done_on")


def _handover(handover: Handover) -> Iterator[str]:
    if handover.to_worker and handover.to_worker == handover.from_worker:
        yield "to_worker is from_worker, who has them already; correct one of them."
    yield from _in_order(handover, "asked_on", "accepted_on")
    if handover.accepted_on:
        if not handover.to_worker:
            yield "accepted_on is given and to_worker is empty; say who takes over."
        if handover.starts_on is None:
            yield "accepted_on is given and starts_on is empty; give the first day."


def _pin(pin: Pin) -> Iterator[str]:
    yield from _in_order(pin, "on", "ended_on")


def _decision(decision: Decision) -> Iterator[str]:
    if decision.on is None:
        yield "on is empty; give the day of the decision."
    if not decision.answer:
        yield "answer is empty; write agreed, action or accepted."
    yield from _in_order(decision, "on", "again_on")
    yield from _in_order(decision, "on", "done_on")


def _approval(approval: Approval) -> Iterator[str]:
    if approval.on is None:
        yield "on is empty; give the day of the answer."
    if not approval.answer:
        yield "answer is empty; write agreed or returned."


def _status_override(asked: StatusOverride) -> Iterator[str]:
    if asked.status not in MAY_STAND:
        use = ", ".join(MAY_STAND)
        said = f"{asked.status}, to which nobody can agree" if asked.status else "empty"
        yield f"status is {said}; use one of {use}."
    if asked.start is None:
        yield "start is empty; give the day from which it is to stand."
    yield from _in_order(asked, "start", "end")


def _action(action: MeetingItem | MeetingAction) -> Iterator[str]:
    yield from _in_order(action, "on", "done_on")


def _released(kept: Released) -> Iterator[str]:
    yield from problems_kept(kept)


CHECKS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "absences": _absence,
    "covers": _cover,
    "messages": _message,
    "handovers": _handover,
    "pins": _pin,
    "decisions": _decision,
    "approvals": _approval,
    "status_overrides": _status_override,
    "meeting_items": _action,
    "meeting_actions": _action,
    "releases": _released,
}
