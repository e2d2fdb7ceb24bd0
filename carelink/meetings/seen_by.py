"""How does a list become the pack of one audience? What it may not see is left out here, once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from carelink.case import CaseFile
from carelink.meetings.audience import Audience
from carelink.meetings.draft import DAYS, NAMES, TYPED, Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import LEFT_OUT, Sight, seen
from carelink.meetings.numbered import called_by_number
from carelink.meetings.pack import Carried, Column, Decided, Group, Pack, Row
from carelink.meetings.words import MEETING_LABELS

_Names = Mapping[str, str]
_Listed = TypeVar("_Listed", Carried, Decided)


def seen_by(draft: Draft, audience: Audience, day: date) -> Pack:
    """The pack as this audience may read it."""
    sight = audience.sight
    draft = _narrowed(draft, sight)
    names = _by_name(draft) if sight.names else called_by_number(draft, sight)
    return Pack(
        kind=draft.kind,
        title=MEETING_LABELS[draft.kind],
        as_at=day,
        audience=audience.code,
        said=draft.said,
        columns=tuple(Column(c.title, c.share, c.pence) for c in draft.columns),
        groups=tuple(_group(group, names, sight) for group in draft.groups),
        carried=_in_order(_carried(draft, names, sight), sight),
        decided=_in_order(_decided(draft, names, sight), sight),
        notes=tuple(str(seen(note, sight)) for note in draft.notes),
        last=draft.last,
        worker_id=draft.worker_id if sight.names else "",
        about=str(seen(draft.about, sight)),
    )


def key_of(draft: Draft, audience: Audience) -> dict[str, str]:
    """What this audience calls each young person of the pack, for whoever may know both.

    Shape: by the person's reference.
    """
    narrowed = _narrowed(draft, audience.sight)
    if audience.sight.names:
        return _by_name(narrowed)
    return called_by_number(narrowed, audience.sight)


def cases_of(draft: Draft) -> Iterator[CaseFile]:
    """Whose case stands anywhere in the pack, as often as it does."""
    yield from (row.case for group in draft.groups for row in group.rows)
    yield from (action.case for action in draft.actions if action.case is not None)
    yield from (decision.case for decision in draft.decisions)


def _narrowed(draft: Draft, sight: Sight) -> Draft:
    """The draft without the columns that hold nothing this audience may see."""
    kept = [place for place, column in enumerate(draft.columns) if _is_seen(column, sight)]
    return draft._replace(
        columns=tuple(draft.columns[place] for place in kept),
        groups=tuple(
            group._replace(
                rows=tuple(
                    row._replace(cells=tuple(row.cells[place] for place in kept))
                    for row in group.rows
                )
            )
            for group in draft.groups
        ),
    )


def _is_seen(column: DraftColumn, sight: Sight) -> bool:
    return {NAMES: sight.names, DAYS: sight.days, TYPED: sight.typed}.get(column.only, True)


def _by_name(draft: Draft) -> dict[str, str]:
    """The names they use; where two share one, each with their reference."""
    people = {case.person.person_id: case.person.name for case in cases_of(draft)}
    whose: dict[str, list[str]] = {}
    for person_id, name in people.items():
        whose.setdefault(name.casefold(), []).append(person_id)
    return {
        person_id: f"{name} ({person_id})" if len(whose[name.casefold()]) > 1 else name
        for person_id, name in people.items()
    }


def _group(group: DraftGroup, names: _Names, sight: Sight) -> Group:
    rows = [_row(row, names, sight) for row in group.rows]
    if not sight.names:
        # In the order of the numbers: the order of the team's own list may give somebody away.
        rows.sort(key=lambda row: (len(row.name), row.name))
    return Group(group.title, tuple(rows), group.empty)


def _row(row: DraftRow, names: _Names, sight: Sight) -> Row:
    return Row(
        _id_of(row.case, sight),
        names[row.case.person.person_id],
        tuple(seen(cell, sight) for cell in row.cells),
        str(seen(row.because, sight)),
    )


def _carried(draft: Draft, names: _Names, sight: Sight) -> Iterator[Carried]:
    for action in draft.actions:
        about = action.case
        yield Carried(
            item_id=action.item_id if about is not None and sight.names else "",
            action_id=action.item_id if about is None and sight.names else "",
            person_id=_id_of(about, sight) if about is not None else "",
            name=names[about.person.person_id] if about is not None else "",
            what=str(seen(action.what, sight)),
            by_whom=str(seen(action.by_whom, sight)) if sight.names else LEFT_OUT,
            set_on=seen(action.set_on, sight),
            due_on=seen(action.due_on, sight),
            done=action.done,
            times=action.times,
            stands=str(seen(action.stands, sight)),
        )


def _decided(draft: Draft, names: _Names, sight: Sight) -> Iterator[Decided]:
    for held in draft.decisions:
        yield Decided(
            held.item_id if sight.names else "",
            _id_of(held.case, sight),
            names[held.case.person.person_id],
            str(seen(held.says, sight)),
        )


def _in_order(listed: Iterable[_Listed], sight: Sight) -> tuple[_Listed, ...]:
    """As they are, or in the order of their own words where our order may give somebody away."""
    return tuple(listed if sight.names else sorted(listed, key=lambda one: tuple(map(str, one))))


def _id_of(case: CaseFile, sight: Sight) -> str:
    return case.person.person_id if sight.names else ""
