"""Which status did a manager agree to in place of the one worked out, from when until when?"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import birthday
from carelink.reasons import Because
from carelink.words import STATUS_LABELS, Status

# What may be agreed to: nobody agrees that somebody has died, is a child, or cannot be told.
MAY_STAND = tuple(
    status for status in Status if status not in (Status.DIED, Status.PRE_16, Status.CANNOT_TELL)
)
# From which birthday each can stand; those not named can stand from the 16th.
FROM_AGE = {
    Status.FORMER_RELEVANT: 18,
    Status.PROGRAMME_CONTINUES: 21,
    Status.EDUCATION_SUPPORT: 21,
    Status.SUPPORT_21_TO_25: 21,
    Status.OFFER_21_TO_25: 21,
    Status.QUALIFYING_21_TO_25: 21,
}
_SUBJECT, _AGREED = "status", "agreed"


class AgreedStatus(NamedTuple):
    """A status in place of the one worked out: from `start`, before `end`; who agreed, and when."""

    row_id: str
    status: Status
    start: date
    end: date | None
    reason: str
    agreed_on: date
    agreed_by: str


def agreed_statuses(case: CaseFile, day: date | None = None) -> tuple[AgreedStatus, ...]:
    """What had been agreed by the day (None: by any day), the earliest start first.

    Of several answers to one that was asked for, the last one counts.
    """
    if not case.status_overrides:
        return ()
    answers = [
        answer
        for answer in case.approvals
        if answer.subject == _SUBJECT and answer.on and (day is None or answer.on <= day)
    ]
    answers.sort(key=lambda answer: (answer.on or date.min, answer.approval_id))
    last = {answer.subject_id: answer for answer in answers}
    found = []
    for asked in case.status_overrides:
        answer = last.get(asked.row_id)
        if answer is None or answer.answer != _AGREED or not answer.on or not asked.start:
            continue
        if asked.status in MAY_STAND:
            by = case.worker_name(answer.decided_by)
            found.append(
                AgreedStatus(
                    *(asked.row_id, Status(asked.status), asked.start, asked.end, asked.reason),
                    *(answer.on, by),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.start, one.agreed_on, one.row_id)))


def standing_on(agreed: Iterable[AgreedStatus], day: date) -> AgreedStatus | None:
    """The one that covers the day; of several, the one that begins last."""
    standing = None
    for one in agreed:
        if one.start <= day and (one.end is None or day < one.end):
            standing = one
    return standing


def may_begin_on(status: Status, born: date, day: date) -> bool:
    """Whether somebody born then is old enough for the status on the day."""
    return day >= birthday(born, FROM_AGE.get(status, 16))


def say_agreed(agreed: AgreedStatus, status: Status, plain: Status, because: Because) -> Because:
    """Who agreed, when, to what and why; what it has become by age; what would be worked out."""
    reason = " ".join(agreed.reason.split()).rstrip(". ")
    now = f" By age it is now: {_low(status)}." if status is not agreed.status else ""
    return (
        *(f"{agreed.agreed_by or 'A manager'} agreed on ", agreed.agreed_on),
        *(f" to: {_low(agreed.status)} from ", agreed.start),
        *(f", because: “{reason}”." if reason else ".", now),
        *(f" The records alone would say: {_low(plain)}. ", *because),
    )


def _low(status: Status) -> str:
    label = STATUS_LABELS[status]
    return label[:1].lower() + label[1:]
