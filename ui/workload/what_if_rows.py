"""How does a proposal become lines and a table? Each move with its reason; before and after."""

from collections.abc import Mapping
from typing import Any

from carelink.names import kept_apart
from carelink.reallocation.comparing import Compared, Side
from carelink.reallocation.explaining import MoveLine
from carelink.reallocation.proposing import Proposal
from carelink.words import State
from carelink.workload.bearing import Borne
from carelink.workload.load import Workload
from ui.lines import ListLine
from ui.rows import Column


def lines_of(
    proposal: Proposal, moves: list[MoveLine], names: Mapping[str, str], stale: str = ""
) -> list[ListLine]:
    """Who is left to the manager first, then every move by name."""
    lines: list[ListLine] = []
    if stale:
        lines.append(ListLine("stale", stale))
    if proposal.undecided:
        lines.append(ListLine("to decide", f"To be decided by you ({len(proposal.undecided):,})"))
    lines += [
        ListLine(
            left.person_id,
            kept_apart(names.get(left.person_id, left.person_id)),
            left.why[:1].upper() + left.why[1:],
            State.CANNOT_TELL,
            about=left.person_id,
            word="To decide",
        )
        for left in proposal.undecided
    ]
    head = f"Would have a new adviser ({len(moves):,})" if moves else "Nobody would move"
    lines.append(ListLine("moves", head))
    lines += [
        ListLine(
            one.move.person_id,
            one.name,
            one.why[:1].upper() + one.why[1:],
            State.NOT_REQUIRED,
            one.together,
            about=one.move.person_id,
            word=f"{kept_apart(one.from_name)} to {kept_apart(one.to_name)}",
        )
        for one in moves
    ]
    return lines


def say_side(side: Side) -> str:
    """The weight for a full week at one time, and where it lies beside the range."""
    if side.per_fte is None:
        return "no hours" if side.people == 0 else f"no hours, weight {side.weight:g}"
    return f"{side.per_fte:g}, {side.band}"


def say_change(row: Compared) -> str:
    """How many come and how many go."""
    parts = [f"{row.comes:,} come" if row.comes else "", f"{row.goes:,} go" if row.goes else ""]
    return ", ".join(part for part in parts if part) or "no change"


COMPARE_COLUMNS = (
    Column("Adviser", lambda row: kept_apart(row.name)),
    Column("People", lambda row: f"{row.before.people:,}", right=True),
    Column("After", lambda row: f"{row.after.people:,}", right=True),
    Column("Full week before", lambda row: say_side(row.before)),
    Column("Full week after", lambda row: say_side(row.after)),
    Column("Change", say_change),
)


def spoken(row: Compared) -> str:
    """The row as one sentence."""
    before = f"{row.before.people:,} people, {say_side(row.before)}"
    after = f"{row.after.people:,} people, {say_side(row.after)}"
    return f"{row.name}. Before: {before}. After: {after}. {say_change(row)}"


def everyone(load: Workload) -> list[Borne]:
    """Everybody on the roll as the load sees them."""
    return [*(one for held in load.advisers for one in held.people), *load.several, *load.nobody]


def rests_on(load: Workload) -> list[Any]:
    """What a proposal rests on: who has whom, how much they weigh, and the hours there are."""
    people = [(one.person_id, one.advisers, one.weighed.weight) for one in everyone(load)]
    moving = [one.person_id for one in everyone(load) if one.moving]
    return [people, moving, [(one.worker.worker_id, one.fte) for one in load.advisers]]
