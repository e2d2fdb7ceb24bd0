"""What is somebody called where nobody may be named? By a number that says nothing about them.

The numbers follow what the pack itself shows of each, and nothing else: neither name nor
reference nor their place in any list of ours. The same people under other names and references,
in another order, make the same pack.
"""

from carelink.meetings.draft import Draft
from carelink.meetings.marked import Cell, Sight, seen

_CALLED = "Young person {}"


def called_by_number(draft: Draft, sight: Sight) -> dict[str, str]:
    """What each young person of the pack is called. Shape: by the person's reference.

    Whoever stands on the list comes first, group by group; then whoever an action is about.
    """
    told: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for place, group in enumerate(draft.groups):
        for row in group.rows:
            words = _words(sight, *row.cells, row.because)
            told.setdefault(row.case.person.person_id, []).append((place, words))
    after = len(draft.groups)
    for action in draft.actions:
        if action.case is not None:
            words = _words(
                sight, action.what, action.set_on, action.due_on, action.stands, action.times
            )
            told.setdefault(action.case.person.person_id, []).append((after, words))
    for held in draft.decisions:
        words = _words(sight, held.says)
        told.setdefault(held.case.person.person_id, []).append((after + 1, words))
    ordered = sorted(told, key=lambda person_id: sorted(told[person_id]))
    return {person_id: _CALLED.format(number) for number, person_id in enumerate(ordered, 1)}


def _words(sight: Sight, *cells: Cell) -> tuple[str, ...]:
    return tuple(str(seen(cell, sight)) for cell in cells)
