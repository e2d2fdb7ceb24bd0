"""How is it with each young person of one personal adviser: what is late, open, promised, decided?

A line for each, by name and never by lateness; the adviser's hours and leave stand beneath.
Source: seeds 1C2, 1C10, 1C12.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from carelink.cover.absences import away_on, booked, say_absence, say_booked
from carelink.duties.duty import Duty
from carelink.errors import Problem, Refused
from carelink.facts import Decision, Worker
from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import (
    advisers_on,
    decision_cell,
    duty_cell,
    parts_of,
    sentences,
)
from carelink.meetings.draft import Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Called, Cell, On, Typed
from carelink.meetings.words import SUPERVISION
from carelink.oversight.decisions import is_done, is_latest, latest_by_key
from carelink.plan.version import open_version
from carelink.plan.words import VERSION_STATE_LABELS
from carelink.said import are, counted, worker_told_apart
from carelink.voice.promises import ledger_of
from carelink.voice.words import PROMISE_STANDS, Stands
from carelink.week import sentence_of
from carelink.words import ADVISER, State
from carelink.workload.continuity import continuity_of, say_count
from carelink.workload.load import say_fte

WEEKS_AHEAD = 4
_LEAVE_AHEAD = timedelta(weeks=8)
_COLUMNS = (
    DraftColumn("Age", 2),
    DraftColumn("What we are late with", 4),
    DraftColumn("Due in four weeks", 2),
    DraftColumn("Plan", 4),
    DraftColumn("Promises", 2),
    DraftColumn("Decisions still open", 4),
    DraftColumn("Their advisers", 3),
)
_PROMISES = (Stands.LATE, Stands.DUE_SOON, Stands.NO_DATE, Stands.DUE_LATER)


def supervision(asked: Asked, worker_id: str) -> Draft:
    """One adviser's pack. Raises: Refused when nobody who works here has the reference."""
    worker = asked.team.workers.get(worker_id)
    if worker is None:
        raise Refused(Problem("worker", f"Nobody who works here has the reference {worker_id}."))
    theirs = [one for one in asked.roll if worker_id in advisers_on(one.case, asked.day)]
    name = worker_told_apart(worker_id, asked.team.workers)
    many, roll = len(theirs), len(asked.roll)
    return Draft(
        SUPERVISION,
        f"{many:,} of the {roll:,} on the roll {are(many)} on this list because this adviser "
        "is theirs on the day.",
        _COLUMNS,
        (
            DraftGroup(
                "Each of their young people",
                tuple(_row(asked, one) for one in theirs),
                "Nobody on the roll has this adviser on the day.",
            ),
        ),
        tuple(_notes(asked, worker, theirs)),
        worker_id=worker_id,
        about=Called(name),
    )


def advisers_of(asked: Asked) -> list[str]:
    """Who is owed a supervision: whoever advises somebody, and every adviser who works here."""
    busy = {worker_id for one in asked.roll for worker_id in advisers_on(one.case, asked.day)}
    workers = asked.team.workers.values()
    here = [w for w in workers if w.worker_id in busy or _advises(w, asked.day)]
    return [w.worker_id for w in sorted(here, key=lambda w: (w.name.casefold(), w.worker_id))]


def open_decisions(one: Someone, day: date) -> list[Decision]:
    """Decisions with an action not done or a day to come back, unless decided anew since."""
    made = sorted(one.case.decisions, key=lambda held: (held.on or date.min, held.decision_id))
    latest = latest_by_key(made, day)
    return [
        held
        for held in made
        if not is_done(held, day) and (held.action or held.again_on) and is_latest(held, latest)
    ]


def _advises(worker: Worker, day: date) -> bool:
    return worker.role == ADVISER and worker.works_on(day)


def _row(asked: Asked, one: Someone) -> DraftRow:
    duties = asked.duties(one)
    late = [duty for duty in duties if duty.is_late]
    soon = asked.day + timedelta(weeks=WEEKS_AHEAD)
    due = sum(d.due_on is not None and asked.day <= d.due_on <= soon for d in duties)
    shared = len(advisers_on(one.case, asked.day)) > 1
    cells: tuple[Cell, ...] = (
        one.age if one.age is not None else "Not known",
        _late(asked, one, late),
        due,
        _plan(asked, one),
        _promises(one, asked.day),
        _decisions(asked, one),
        _continuity(one, asked.day),
    )
    because = "This adviser is theirs." + (" They have another adviser too." if shared else "")
    return DraftRow(one.case, cells, because)


def _late(asked: Asked, one: Someone, late: list[Duty]) -> Cell:
    """The duty that waits longest in words, and how many more are late or cannot be told."""
    doubtful = sum(d.state in (State.CANNOT_TELL, State.NO_DATE) for d in asked.duties(one))
    unknown = f"{doubtful:,} to find out." if doubtful else ""
    if not late:
        return sentences("Nothing.", unknown)
    first = min(late, key=lambda duty: duty.due_on or date.max)
    says = sentence_of(one.case, first, asked.rulebook.rule(first.duty), asked.day)
    more = f"And {len(late) - 1:,} more." if len(late) > 1 else ""
    return sentences((Typed(says), "."), more, unknown)


def _plan(asked: Asked, one: Someone) -> Cell:
    """A version being written or waiting; else how the review stands, or the first plan."""
    version = open_version(one.case)
    waiting = f"{VERSION_STATE_LABELS[version.state]}." if version else ""
    review = asked.duty(one, "pathway_review_6m")
    if review is None or review.state is State.NOT_REQUIRED:
        first = asked.duty(one, "pathway_plan_first")
        return sentences(waiting, ("First plan: ", *parts_of(duty_cell(first)), "."))
    last: Cell = ("Last review ", On(review.last_on), ".") if review.last_on else "No review yet."
    if review.due_on is not None and not review.is_late:
        return sentences(waiting, last, ("Next by ", review.due_on, "."))
    return sentences(waiting, last, (*parts_of(duty_cell(review, "In time")), "."))


def _promises(one: Someone, day: date) -> Cell:
    counts = ledger_of(one.case, day).counts
    parts = [
        f"{counts[stands]:,} {PROMISE_STANDS[stands]}" for stands in _PROMISES if counts[stands]
    ]
    return ", ".join(parts) or "None open"


def _decisions(asked: Asked, one: Someone) -> Cell:
    said = [decision_cell(held, asked.day) for held in open_decisions(one, asked.day)]
    return sentences(*said) if said else "None"


def _continuity(one: Someone, day: date) -> Cell:
    held = continuity_of(one.case, day)
    since = f"{say_count(held.since_16)} since 16" if held.since_16 else say_count(held.since_16)
    months = "" if held.months is None else f"; this one for {counted(held.months, 'month')}"
    return since + months


def _notes(asked: Asked, worker: Worker, theirs: list[Someone]) -> Iterator[Cell]:
    """Hours, people, leave now and ahead; and who has no adviser at all."""
    yield f"Part of a full week worked: {say_fte(worker)}. Young people: {len(theirs):,}."
    if worker.end is not None and worker.end <= asked.day:
        yield ("They no longer work here since ", worker.end, ".")
    now = away_on(asked.team.absences, worker.worker_id, asked.day)
    ahead = booked(asked.team.absences, worker.worker_id, asked.day, asked.day + _LEAVE_AHEAD)
    yield f"Away today: {say_absence(now)}." if now else "Not away today."
    says = "; ".join(map(say_booked, ahead)) or "none recorded"
    yield f"Booked in the next eight weeks: {says}."
    nobody = sum(not advisers_on(one.case, asked.day) for one in asked.roll)
    if nobody:
        has, stands = ("has", "stands") if nobody == 1 else ("have", "stand")
        yield f"{nobody:,} on the roll {has} no personal adviser and {stands} in nobody's pack."
