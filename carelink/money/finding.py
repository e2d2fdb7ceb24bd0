"""Is one entry open to them on the day, was it, will it be, or can it not be told?"""

from collections.abc import Sequence
from typing import NamedTuple

from carelink.money.entry import Entry, Opening
from carelink.money.occasions import OCCASIONS
from carelink.money.question import LONG_AGO, Occasion, Question, Window, common
from carelink.money.words import Stands
from carelink.reasons import Because
from carelink.words import STATUS_LABELS, Status


class Found(NamedTuple):
    """The state of an entry; `window` is when it is open, `event` the event that opened it."""

    stands: Stands
    because: Because
    event: Window | None = None
    window: Window | None = None


def find(q: Question, entry: Entry) -> Found:
    """The state, by the first that fits. A missing fact is never taken for a no."""
    if not entry.in_law:
        says = f"{entry.versions[0].law}: it has no first day yet and changes nothing."
        return Found(Stands.NOT_YET_LAW, (says,))
    status = q.standing.status
    if status is Status.CANNOT_TELL:
        return Found(Stands.CANNOT_TELL, q.standing.because)
    if status is Status.DIED:
        return Found(Stands.NOT_FOR_THEM, q.standing.because)
    open_to_them = q.windows_of(entry.opening)
    if not open_to_them:
        says = f"Not for someone who is: {STATUS_LABELS[status]}."
        return Found(Stands.NOT_FOR_THEM, (says,))
    return _by_windows(q, entry, open_to_them, OCCASIONS[entry.event](q, entry))


def find_now(q: Question, entry: Entry) -> Found | None:
    """The same for the day alone: open now, or it cannot be told; None for anything else.

    For a whole roll: `is_open_now` has said yes for the entry's opening.
    """
    occasion = OCCASIONS[entry.event](q, entry)
    for event in occasion.windows:
        if event.covers(q.day):
            return _by_windows(q, entry, q.windows_of(entry.opening), occasion)
    if occasion.missing:
        return Found(Stands.CANNOT_TELL, (f"We cannot tell: {occasion.missing}.",))
    return None


def is_open_now(q: Question, opening: Opening) -> bool:
    """Whether status, age and law allow it on the day, whatever the event."""
    if q.standing.status not in opening.statuses or q.born is None:
        return False
    if not q.turned(opening.age_from) <= q.day < q.turned(opening.age_before):
        return False
    in_law = opening.law_from is None or opening.law_from <= q.day
    return in_law and (opening.law_until is None or q.day < opening.law_until)


def _open_for(entry: Entry, event: Window, open_to_them: Sequence[Window]) -> tuple[Window, ...]:
    """When an event keeps the entry open: while they are of the age for it, or all its time."""
    if entry.age_at_start and any(window.covers(event.start) for window in open_to_them):
        return (event,)
    return common((event,), open_to_them)


def _by_windows(
    q: Question, entry: Entry, open_to_them: Sequence[Window], occasion: Occasion
) -> Found:
    day = q.day
    later: Found | None = None
    past: Found | None = None
    for event in occasion.windows:
        for window in _open_for(entry, event, open_to_them):
            if window.covers(day):
                return Found(Stands.NOW, occasion.because, event, window)
            if window.start > day:
                later = later or Found(Stands.LATER, occasion.because, event, window)
            else:
                past = Found(Stands.ENDED, occasion.because, event, window)
    if later is not None:
        return later
    end = open_to_them[-1].end
    if end is None or end > day:
        if occasion.missing:
            return Found(Stands.CANNOT_TELL, (f"We cannot tell: {occasion.missing}.",))
        if occasion.awaited:
            opens = f"It opens {entry.awaited}. "
            return Found(Stands.LATER, (opens, *occasion.because))
        return past or Found(Stands.NOT_FOR_THEM, occasion.because)
    return past or Found(Stands.NOT_FOR_THEM, ("It was open until ", end or LONG_AGO, "."))
