"""What of this person waits for a manager, came back from one, or stands because one agreed?"""

from collections.abc import Iterator

from carelink.agreed_status import AgreedStatus, agreed_statuses
from carelink.approvals.limits import Limits
from carelink.approvals.returned import Returned, returned_of
from carelink.approvals.waiting import Waiting, say_waits
from carelink.approvals.words import STATUS, SUBJECT_LABELS
from carelink.dates import show
from carelink.facts import StatusOverride
from carelink.words import STATUS_LABELS, State
from ui.held import Known
from ui.young_person.ledger_card import Act, RowWords

CHANGE = Act("change", "Change…", "Change what is asked for while nobody has answered", quiet=True)
TAKE_BACK = Act("take_back", "Take back", "Do not ask for it any longer", quiet=True)
END = Act(
    "end", "End it…", "Say from which day it no longer stands; a team manager can", quiet=True
)


def manager_rows(
    known: Known, waiting: tuple[Waiting, ...], limits: Limits, *, by_manager: bool
) -> list[RowWords]:
    """What came back first, then what waits, then the statuses that were agreed to."""
    case, day = known.case, known.day
    asked = {one.row_id: one for one in case.status_overrides}
    rows = [_returned(one) for one in returned_of(case, limits, day)]
    rows += [_waiting(one, known, asked) for one in waiting]
    rows += _agreed(known, asked, by_manager=by_manager)
    return rows


def _returned(one: Returned) -> RowWords:
    answer = one.approval
    by = f" by {one.by}" if one.by else ""
    on = f" on {show(answer.on)}" if answer.on else ""
    return RowWords(
        f"returned {answer.approval_id}",
        one.says,
        f"Returned{by}{on}: {answer.words}",
        State.OVERDUE,
        (SUBJECT_LABELS.get(answer.subject, ""),),
        (),
        answer,
    )


def _waiting(one: Waiting, known: Known, asked: dict[str, StatusOverride]) -> RowWords:
    override = asked.get(one.subject_id) if one.subject == STATUS else None
    by = f"Asked for by {known.case.worker_name(one.asked_by)}" if override and one.asked_by else ""
    return RowWords(
        f"waits {one.subject} {one.subject_id}",
        SUBJECT_LABELS[one.subject],
        f"Waits for a manager: {say_waits(one, known.day)}",
        State.DUE_SOON,
        (f"Why: {one.why}" if one.why else "", by),
        (CHANGE, TAKE_BACK) if override else (),
        override,
    )


def _agreed(
    known: Known, asked: dict[str, StatusOverride], *, by_manager: bool
) -> Iterator[RowWords]:
    """The status that stands because a manager agreed to it; that it differs is flagged."""
    standing, day = known.standing, known.day
    for one in agreed_statuses(known.case, day):
        if one.end is not None and one.end <= day:
            continue
        differs = standing.differs and standing.worked_out is not None
        yield RowWords(
            f"agreed {one.row_id}",
            f"{STATUS_LABELS[one.status]} from {show(one.start)}",
            _says_stands(known, one),
            State.CANNOT_TELL if differs else State.ON_TRACK,
            (f"Why: {one.reason}", f"What shows it: {asked[one.row_id].evidence}"),
            (END,) if by_manager else (),
            asked[one.row_id],
        )


def _says_stands(known: Known, one: AgreedStatus) -> str:
    by = f"{one.agreed_by or 'A manager'} agreed on {show(one.agreed_on)}"
    until = f", until {show(one.end)}" if one.end else ""
    alone = known.standing.worked_out
    if alone is None:
        return f"{by}{until}"
    if known.standing.differs:
        return (
            f"{by}{until}. This differs: the records alone would say {STATUS_LABELS[alone].lower()}"
        )
    return f"{by}{until}. The records alone say the same"
