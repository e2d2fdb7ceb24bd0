"""How often is each meeting held, when is the next one due, and are we late with it?"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from carelink.dates import Span, show
from carelink.facts import Meeting
from carelink.meetings.words import MEETING_LABELS, SUPERVISION
from carelink.words import State


class Rhythm(NamedTuple):
    """How long after one meeting the next is looked forward to, and the last day for it."""

    soonest: Span
    latest: Span
    source: str


_OURS = "a usual practice; the council sets its own"
_MONTHLY = (Span(3, "week"), Span(1, "month"))
# A meeting that is not here is held when it is needed.
RHYTHMS: Mapping[str, Rhythm] = {
    "transitions": Rhythm(*_MONTHLY, "Medway: monthly"),
    "near_transition": Rhythm(*_MONTHLY, "Medway: monthly"),
    "eet": Rhythm(Span(6, "week"), Span(8, "week"), "Medway: every six to eight weeks"),
    "housing": Rhythm(*_MONTHLY, "Medway: monthly"),
    "exploitation": Rhythm(*_MONTHLY, "Medway: monthly"),
    "custody": Rhythm(*_MONTHLY, _OURS),
    SUPERVISION: Rhythm(*_MONTHLY, _OURS),
    "unclaimed": Rhythm(Span(10, "week"), Span(3, "month"), _OURS),
}


class Standing(NamedTuple):
    """When a meeting was last held, and the last day in time for the next one.

    `worker_id` is whose supervision it is; `due_on` is empty for what is held when needed.
    """

    kind: str
    worker_id: str
    last_on: date | None
    due_on: date | None
    state: State
    sentence: str


def standing_of(kind: str, meetings: Iterable[Meeting], day: date, worker_id: str = "") -> Standing:
    """How one meeting stands on the day; for a supervision, with this worker."""
    last = last_held(kind, meetings, day, worker_id)
    rhythm = RHYTHMS.get(kind)
    if rhythm is None:
        says = f"Last held on {show(last)}" if last else "Never held"
        return Standing(kind, worker_id, last, None, State.NOT_REQUIRED, f"{says}; when needed")
    if last is None:
        return Standing(kind, worker_id, None, None, State.NEVER, "We have not held one yet")
    due_on = rhythm.latest.after(last)
    held = f"Last held on {show(last)}"
    if due_on < day:
        late = _days((day - due_on).days)
        says = f"We are {late} late. {held}, due by {show(due_on)}"
        return Standing(kind, worker_id, last, due_on, State.OVERDUE, says)
    soon = rhythm.soonest.after(last) <= day
    state = State.DUE_SOON if soon else State.ON_TRACK
    return Standing(kind, worker_id, last, due_on, state, f"{held}, next by {show(due_on)}")


def standings_of(
    meetings: Iterable[Meeting], advisers: Iterable[str], day: date
) -> dict[str, Standing]:
    """Every meeting in the order of its words; supervision as the adviser who waits the longest.

    Shape: by kind of meeting. `advisers` are the ids of those who are owed a supervision.
    """
    held = list(meetings)
    found = {kind: standing_of(kind, held, day) for kind in MEETING_LABELS}
    each = [standing_of(SUPERVISION, held, day, worker_id) for worker_id in advisers]
    found[SUPERVISION] = _of_all(each, found[SUPERVISION], day)
    return found


def last_held(
    kind: str, meetings: Iterable[Meeting], day: date, worker_id: str = ""
) -> date | None:
    """The last day on which this meeting was held, by the day."""
    return max(
        (
            meeting.on
            for meeting in meetings
            if meeting.kind == kind
            and meeting.on is not None
            and meeting.on <= day
            and worker_id in ("", meeting.worker_id)
        ),
        default=None,
    )


def _of_all(each: list[Standing], of_anyone: Standing, day: date) -> Standing:
    """One line for all supervisions: how many we are late with."""
    if not each:
        says = "Nobody is an adviser here, so no supervision is due"
        return of_anyone._replace(due_on=None, state=State.NOT_REQUIRED, sentence=says)
    never = sum(one.state is State.NEVER for one in each)
    late = sum(one.state is State.OVERDUE for one in each)
    soon = sum(one.state is State.DUE_SOON for one in each)
    due_on = min((one.due_on for one in each if one.due_on), default=None)
    parts = [f"{never} never held"] if never else []
    parts += [f"{late} late"] if late else []
    parts += [f"{soon} due soon"] if soon else []
    fine = len(each) - never - late - soon
    parts += [f"{fine} in time"] if fine else []
    state = (
        State.NEVER
        if never == len(each)
        else State.OVERDUE
        if late or never
        else State.DUE_SOON
        if soon
        else State.ON_TRACK
    )
    many = f"{len(each)} adviser{'' if len(each) == 1 else 's'}"
    says = f"{many} = {' + '.join(parts)}"
    return of_anyone._replace(due_on=due_on, state=state, sentence=says)


def next_offered(today: date) -> date:
    """By when an action is usually asked for: two weeks on."""
    return today + timedelta(days=14)


def _days(number: int) -> str:
    return f"{number:,} {'day' if number == 1 else 'days'}"
