"""Who may have money or help that has not reached them, and what is it?

By what is open to each now, in whole pence where an amount is known. Source: seeds 1I.
"""

from carelink.meetings.asked import Asked, Someone
from carelink.meetings.cells import adviser_of, answer_of, latest_item
from carelink.meetings.draft import Draft, DraftColumn, DraftGroup, DraftRow
from carelink.meetings.marked import Cell
from carelink.meetings.sums import say_list
from carelink.money.unclaimed import Open, open_to
from carelink.money.words import pounds
from carelink.said import counted
from carelink.words import Status

_COLUMNS = (
    DraftColumn("Unclaimed", 2, pence=True),
    DraftColumn("With an amount", 5),
    DraftColumn("Without an amount", 5),
    DraftColumn("To find out first", 4),
    DraftColumn("Last decided", 3),
    DraftColumn("Personal adviser", 2),
)
_Held = tuple[Someone, list[Open]]


def unclaimed(asked: Asked) -> Draft:
    """Money with an amount first, the most at the top; then without one; then to find out."""
    everyone = [
        (one, list(open_to(one.case, asked.day, asked.catalogue)))
        for one in asked.roll
        if one.standing.status is not Status.CANNOT_TELL
    ]
    priced = [held for held in everyone if _pence(held)]
    priced.sort(key=lambda held: (-_pence(held), held[0].order))
    plain = [held for held in everyone if not _pence(held) and _not_priced(held)]
    doubtful = [h for h in everyone if h[1] and not _pence(h) and not _not_priced(h)]
    unknown = [one for one in asked.roll if one.standing.status is Status.CANNOT_TELL]
    return Draft(
        "unclaimed",
        f"{_total(everyone)} "
        + say_list(
            asked,
            [one for one, _ in (*priced, *plain, *doubtful)],
            "something open to them has not reached them",
            unknown,
            "their status cannot be told",
        ),
        _COLUMNS,
        (
            _group(
                asked,
                "Money that is not yet theirs",
                priced,
                "We know of no amount that has not reached them.",
            ),
            _group(asked, "Help without an amount", plain, "Nobody has such help alone to claim."),
            _group(asked, "To find out first", doubtful, "Nothing hangs on a missing fact alone."),
            _group(
                asked,
                "Their status cannot be told",
                [(one, []) for one in unknown],
                "Everybody's status can be told.",
            ),
        ),
    )


def _group(asked: Asked, title: str, held: list[_Held], empty: str) -> DraftGroup:
    return DraftGroup(title, tuple(_row(asked, *one) for one in held), empty)


def _row(asked: Asked, one: Someone, held: list[Open]) -> DraftRow:
    cells: tuple[Cell, ...] = (
        _pence((one, held)),
        _listed([f"{o.entry.title}, {pounds(o.pence)}" for o in held if o.pence is not None]),
        _listed([o.entry.title for o in held if o.pence is None and not o.cannot_tell]),
        _listed([o.entry.title for o in held if o.cannot_tell]),
        answer_of(latest_item(asked, one, "unclaimed"), "Not talked about yet"),
        adviser_of(asked, one),
    )
    return DraftRow(one.case, cells, _because(held))


def _because(held: list[Open]) -> str:
    now = sum(not one.cannot_tell for one in held)
    if now:
        return (
            f"{counted(now, 'thing')} open to them has not reached them."
            if now == 1
            else (f"{counted(now, 'thing')} open to them have not reached them.")
        )
    if held:
        return "A fact is missing that decides what is open to them."
    return "Their status cannot be told, and so nothing that is open to them."


def _listed(titles: list[str]) -> str:
    return "; ".join(titles) or "None"


def _pence(held: _Held) -> int:
    return sum(one.pence or 0 for one in held[1])


def _not_priced(held: _Held) -> bool:
    return any(not one.cannot_tell for one in held[1])


def _total(everyone: list[_Held]) -> str:
    return f"{pounds(sum(map(_pence, everyone)))} unclaimed in all."
