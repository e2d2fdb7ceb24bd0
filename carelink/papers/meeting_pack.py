"""One meeting's pack to read or print: what was left open, what was decided, and the list."""

from collections.abc import Iterator
from datetime import date

from carelink.dates import show
from carelink.meetings.audience import Audience, packaged_audiences
from carelink.meetings.pack import Carried, Column, Group, Pack, Value
from carelink.money.words import pounds
from carelink.papers.blocks import Block, Bullets, Heading, Lines, Paper, Para, ParaKind, Table

_POINTS = 9.0
_NAME, _WHY = 3, 4


def meeting_pack(pack: Pack) -> Paper:
    """The pack as a paper in landscape; every word in it is the pack's own."""
    audience = packaged_audiences().each[pack.audience]
    return Paper(
        title=f"{pack.title}: {pack.about}" if pack.about else pack.title,
        made_on=pack.as_at,
        blocks=(
            Para(pack.said, ParaKind.LEAD),
            Para(audience.says, ParaKind.SMALL),
            *_carried(pack),
            *_decided(pack),
            *_listed(pack),
            *_notes(pack),
        ),
        points=_POINTS,
        landscape=True,
        foot=_foot(pack, audience),
    )


def shown(value: Value, column: Column) -> str:
    """What stands in a cell, as it is read: a day, money, a number, words."""
    if isinstance(value, date):
        return show(value)
    if isinstance(value, int):
        return pounds(value) if column.pence else f"{value:,}"
    return value


def _foot(pack: Pack, audience: Audience) -> str:
    return f"{pack.title}, {show(pack.as_at)}. {audience.title}"


def _carried(pack: Pack) -> Iterator[Block]:
    """What the meetings before asked for: still open, or done since the last one."""
    yield Heading("Still open from before")
    if pack.last is None and not pack.carried:
        yield Para("No meeting of this kind is recorded before this day.")
    elif not pack.carried:
        yield Para(f"Nothing is open. The last meeting was on {show(pack.last or pack.as_at)}.")
    else:
        yield Table(
            ("About", "What is to be done", "Who", "Asked for", "How it stands"),
            tuple(_action(one) for one in pack.carried),
            shares=(3, 6, 3, 2, 6),
        )


def _action(one: Carried) -> tuple[str, ...]:
    set_on = show(one.set_on) if isinstance(one.set_on, date) else str(one.set_on)
    return one.name or "Nobody in particular", one.what, one.by_whom, set_on, one.stands


def _decided(pack: Pack) -> Iterator[Block]:
    if pack.last is None:
        return
    yield Heading(f"Decided on {show(pack.last)}")
    if pack.decided:
        rows = tuple((one.name, one.says) for one in pack.decided)
        yield Table(("About", "What was decided"), rows, shares=(3, 17))
    else:
        yield Para("Nothing is recorded of what that meeting decided about anybody.")


def _listed(pack: Pack) -> Iterator[Block]:
    """Each part of the list that somebody stands in; then those that are empty, in a few lines."""
    yield Heading("The list")
    for group in pack.groups:
        if group.rows:
            yield Heading(f"{group.title} ({len(group.rows):,})", level=2)
            yield from _table(pack, group)
    empty = tuple((group.title, group.empty) for group in pack.groups if not group.rows)
    if empty:
        yield Heading("Nobody stands here", level=2)
        yield Lines(empty)


def _table(pack: Pack, group: Group) -> Iterator[Block]:
    """One line each; a reason that all of them share is said once above, and not in each line."""
    headers = ["Young person", *(column.title for column in pack.columns)]
    shares = [_NAME, *(column.share for column in pack.columns)]
    rows = [[row.name, *map(shown, row.cells, pack.columns)] for row in group.rows]
    reasons = {row.reason for row in group.rows}
    if len(reasons) == 1 and len(rows) > 1:
        yield Para(f"Why they are on this list: {reasons.pop()}")
    else:
        headers.append("Why on this list")
        shares.append(_WHY)
        rows = [[*cells, row.reason] for cells, row in zip(rows, group.rows, strict=True)]
    yield Table(tuple(headers), tuple(map(tuple, rows)), shares=tuple(shares))


def _notes(pack: Pack) -> Iterator[Block]:
    if pack.notes:
        yield Heading("To know")
        yield Bullets(pack.notes)
