"""How do messages, absences and covers become lines? What is urgent stands first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from carelink.cover.absences import away_on, booked, say_booked
from carelink.cover.covering import Stand, say_stand, stand_of
from carelink.cover.messages import say_message, waiting
from carelink.dates import runs_on, show
from carelink.facts import Absence, Cover, Message, Worker
from carelink.names import kept_apart
from carelink.said import worker_told_apart
from carelink.words import State
from ui.lines import ListLine

_AHEAD = timedelta(days=42)


def message_lines(
    messages: Iterable[Message],
    names: Mapping[str, str],
    stands: Mapping[str, Stand | None],
    workers: Mapping[str, Worker],
    day: date,
) -> list[ListLine]:
    """A line for each message that waits; that none does is said.

    Shape: `stands` by message, how the work of whoever it is for stands; None where it is nobody.
    """
    held = waiting(messages, day)
    if not held:
        return [ListLine("none", "No message waits here.")]
    return [
        ListLine(
            one.message_id,
            kept_apart(names.get(one.person_id, one.person_id)),
            say_message(one, day),
            State.OVERDUE if one.urgent else State.DUE_SOON,
            _for_whom(stands.get(one.message_id), workers),
            about=one.person_id,
            word="Urgent" if one.urgent else "Waits",
        )
        for one in held
    ]


def away_lines(
    workers: Mapping[str, Worker],
    absences: Collection[Absence],
    covers: Collection[Cover],
    day: date,
) -> list[ListLine]:
    """Who is away today and who stands in; what is booked within six weeks; the covers that run."""
    here = [w for w in sorted(workers.values(), key=_by_name) if w.end is None or w.end > day]
    stands = [stand_of(w.worker_id, absences, covers, day) for w in here]
    now = [_away(stand, workers) for stand in stands if stand.away is not None]
    ahead = [
        _booked(one, absences, covers, workers)
        for w in here
        for one in booked(absences, w.worker_id, day, day + _AHEAD)
    ]
    running = [_cover(one, workers, day) for one in covers if _runs_or_comes(one, day)]
    rows: list[ListLine] = []
    for key, head, lines in (
        ("now", "Away today", now),
        ("ahead", "Booked within six weeks", ahead),
        ("covers", "Who stands in for whom", running),
    ):
        if lines:
            rows.append(ListLine(f"group {key}", f"{head} ({len(lines):,})"))
            rows += lines
    return rows or [ListLine("none", "Nobody is away, and nothing is booked within six weeks.")]


def count_away(workers: Mapping[str, Worker], absences: Collection[Absence], day: date) -> int:
    """How many of those who work here are away on the day."""
    here = [w for w in workers.values() if w.end is None or w.end > day]
    return sum(away_on(absences, w.worker_id, day) is not None for w in here)


def key_of(fact: Absence | Cover) -> str:
    """The key of the line about it."""
    return f"{type(fact).__name__} {fact.row_id}"


def fact_of(line: ListLine, facts: Sequence[Absence | Cover]) -> Absence | Cover | None:
    """What a line is about."""
    return next((fact for fact in facts if key_of(fact) == line.key), None)


def _by_name(worker: Worker) -> tuple[str, str]:
    return worker.name.casefold(), worker.worker_id


def _for_whom(stand: Stand | None, workers: Mapping[str, Worker]) -> str:
    if stand is None:
        return "For nobody yet"
    name = kept_apart(worker_told_apart(stand.worker_id, workers))
    if stand.gap:
        return f"For {name}, away; nobody stands in"
    here = kept_apart(worker_told_apart(stand.here, workers))
    return f"For {name}, away; {here} stands in" if stand.covered else f"For {name}"


def _away(stand: Stand, workers: Mapping[str, Worker]) -> ListLine:
    assert stand.away is not None
    return ListLine(
        key_of(stand.away),
        kept_apart(worker_told_apart(stand.worker_id, workers)),
        say_stand(stand, workers),
        State.OVERDUE if stand.gap else State.ON_TRACK,
        word="Nobody stands in" if stand.gap else "Covered",
    )


def _booked(
    one: Absence,
    absences: Collection[Absence],
    covers: Collection[Cover],
    workers: Mapping[str, Worker],
) -> ListLine:
    """An absence ahead, and whether anybody stands in from its first day."""
    stand = stand_of(one.worker_id, absences, covers, one.first_on or date.max)
    by = "" if stand.gap else f". {kept_apart(worker_told_apart(stand.here, workers))} stands in"
    return ListLine(
        key_of(one),
        kept_apart(worker_told_apart(one.worker_id, workers)),
        f"{say_booked(one)}{by}",
        State.DUE_SOON if stand.gap else State.ON_TRACK,
        word="Nobody yet" if stand.gap else "Covered",
    )


def _cover(one: Cover, workers: Mapping[str, Worker], day: date) -> ListLine:
    first = show(one.first_on) if one.first_on else "a day not known"
    until = f" until {show(one.back_on)}" if one.back_on else ", no last day is known"
    why = f". {one.reason}" if one.reason else ""
    now = runs_on(one.first_on, one.back_on, day)
    return ListLine(
        key_of(one),
        kept_apart(worker_told_apart(one.cover_id, workers)),
        f"For {kept_apart(worker_told_apart(one.worker_id, workers))}, from {first}{until}{why}",
        State.ON_TRACK,
        word="Stands in" if now else "Will stand in",
    )


def _runs_or_comes(one: Cover, day: date) -> bool:
    return one.back_on is None or day < one.back_on
