"""How do handovers, and those who have no adviser, become lines?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from carelink.facts import Handover, Worker
from carelink.handover.orphans import Orphan, say_orphan
from carelink.handover.orphans import in_order as orphans_in_order
from carelink.handover.steps import Progress, in_order, say_progress
from carelink.handover.words import Stands
from carelink.names import kept_apart
from carelink.said import counted, worker_told_apart
from carelink.words import State
from ui.handovers.ticked_lines import head_key, row_key
from ui.lines import ListLine

_SOON_DAYS = 7
NONE_KEY = "nobody"
_NOBODY = "Nobody, they have no adviser"


def handover_lines(
    handovers: Iterable[Handover],
    names: Mapping[str, str],
    workers: Mapping[str, Worker],
    day: date,
) -> list[ListLine]:
    """A line for each under the worker it goes from, by their names; none is said."""
    groups: dict[str, list[Progress]] = {}
    for progress in in_order(handovers, day, workers):
        groups.setdefault(progress.handover.from_worker, []).append(progress)
    if not groups:
        return [ListLine(NONE_KEY, "No handover is under way.")]
    rows: list[ListLine] = []
    for giver in sorted(groups, key=lambda one: (worker_told_apart(one, workers).casefold(), one)):
        held = groups[giver]
        named = worker_told_apart(giver, workers) or _NOBODY
        rows.append(ListLine(head_key(giver), f"From {kept_apart(named)} ({len(held):,})"))
        rows += [_line(progress, names, workers) for progress in held]
    return rows


def orphan_lines(orphans: Iterable[Orphan], day: date) -> list[ListLine]:
    """A line for each without an adviser, then for those who soon will have none."""
    held = orphans_in_order(orphans)
    rows: list[ListLine] = []
    for key, head, of in (
        ("now", "No personal adviser today", [one for one in held if one.today]),
        ("soon", "Their adviser is leaving, and nobody follows", [o for o in held if not o.today]),
    ):
        if of:
            rows.append(ListLine(head_key(key), f"{head} ({len(of):,})"))
            rows += [_orphan_line(one, key, day) for one in of]
    return rows or [ListLine(NONE_KEY, "Everybody on the roll has a personal adviser.")]


def say_sum(handovers: Sequence[Progress]) -> str:
    """How many are under way and how they stand."""
    if not handovers:
        return "No handover is under way"
    ahead = sum(one.stands is Stands.AHEAD for one in handovers)
    late = sum(one.late for one in handovers)
    stuck = sum(one.stands is Stands.STUCK for one in handovers)
    waiting = len(handovers) - ahead - late - stuck
    parts = [
        f"{number:,} {words}"
        for number, words in (
            (stuck, "accepted that cannot begin"),
            (late, "past the first day and not accepted"),
            (waiting, "waiting for a step"),
            (ahead, "accepted"),
        )
        if number
    ]
    return f"{counted(len(handovers), 'handover')} = {' + '.join(parts)}"


def _line(progress: Progress, names: Mapping[str, str], workers: Mapping[str, Worker]) -> ListLine:
    handover = progress.handover
    name = names.get(handover.person_id, handover.person_id)
    state, word = _state(progress)
    taker = worker_told_apart(handover.to_worker, workers)
    return ListLine(
        row_key(handover.handover_id, handover.from_worker),
        kept_apart(name),
        say_progress(progress),
        state,
        f"To {kept_apart(taker)}" if taker else "To nobody yet",
        about=handover.person_id,
        word=word,
    )


def _state(progress: Progress) -> tuple[State, str]:
    if progress.stands is Stands.AHEAD:
        return State.ON_TRACK, "Accepted"
    if progress.stands is Stands.STUCK:
        return State.OVERDUE, "Cannot begin"
    if progress.days is None:
        return State.NO_DATE, "No first day"
    if progress.late:
        return State.OVERDUE, "Not accepted"
    near = progress.days <= _SOON_DAYS
    return (State.DUE_SOON, "First day near") if near else (State.ON_TRACK, "Under way")


def _orphan_line(orphan: Orphan, group: str, day: date) -> ListLine:
    return ListLine(
        row_key(orphan.person_id, group),
        kept_apart(orphan.name),
        say_orphan(orphan, day),
        State.OVERDUE if orphan.today else State.DUE_SOON,
        orphan.person_id,
        about=orphan.person_id,
        word="No adviser" if orphan.today else "Leaving soon",
    )
