"""What is to come at the present pace, on paper: for managers and advisers, for it has names."""

from collections.abc import Iterator, Sequence
from datetime import date

from carelink.dates import show
from carelink.pace import Outlook, notes_of, say_keeping, say_outlook
from carelink.papers.blocks import Block, Bullets, Heading, Paper, Para, ParaKind, Table
from carelink.said import worker_told_apart

_POINTS = 10.5
_FOR_WHOM = "For managers and personal advisers only: it names young people."


def christmas_paper(outlooks: Sequence[Outlook], day: date) -> Paper:
    """Each duty's rate in the weeks ahead, what keeps it up, and what it rests on."""
    blocks: list[Block] = [Para(_FOR_WHOM, ParaKind.LEAD)]
    for outlook in outlooks:
        blocks += _of_a_duty(outlook)
    return Paper("What is to come at the present pace", day, tuple(blocks), points=_POINTS)


def _of_a_duty(outlook: Outlook) -> Iterator[Block]:
    called = outlook.called
    yield Heading(called[:1].upper() + called[1:])
    yield Para(say_outlook(outlook))
    if keeps := say_keeping(outlook):
        yield Para(keeps)
    if any(outlook.projection.owed):
        yield Table(
            ("Day", "In time"),
            tuple((show(rate.on), rate.said) for rate in outlook.weeks),
            caption=f"Week by week; the target is {outlook.target}%",
        )
    if outlook.keeping.visits:
        yield Table(VISIT_HEADERS, visit_rows(outlook), caption="What keeps it up")
    yield Heading("What this rests on", 2)
    yield Bullets(notes_of(outlook))


VISIT_HEADERS = ("Who", "Adviser", "Last day in time", "Make it by", "Note")


def visit_rows(outlook: Outlook) -> tuple[tuple[str, ...], ...]:
    """One row for each visit that keeps the rate up."""
    return tuple(
        (
            visit.name,
            worker_told_apart(visit.worker_id, outlook.workers) or "Nobody",
            show(visit.due_on),
            show(visit.on),
            _somebody_else(visit.worker_id) if visit.away else "",
        )
        for visit in outlook.keeping.visits
    )


def _somebody_else(worker_id: str) -> str:
    return "Their adviser is away: somebody else" if worker_id else "Somebody has to be found"
