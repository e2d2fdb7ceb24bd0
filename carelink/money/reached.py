"""Has it reached them? What the steps recorded with one entitlement come to."""

from collections.abc import Iterable, Sequence
from datetime import date

from carelink.facts import Entitlement, Spending
from carelink.money.entry import Entry
from carelink.money.words import STEPS

_RANK = {step: place for place, step in enumerate(STEPS)}


def has_reached_them(
    entry: Entry, pence: int | None, steps: Sequence[Entitlement], spent: int = 0
) -> bool:
    """Whether the step that counts is recorded; of a known amount, whether all of it came.

    `spent` is what we spent for them from the grant, in pence.
    """
    if entry.claimed_when == "received" and pence is not None:
        return left_of(pence, steps, spent) == 0
    wanted = _RANK[entry.claimed_when]
    return any(_RANK.get(step.stage, -1) >= wanted for step in steps)


def left_of(pence: int, steps: Sequence[Entitlement], spent: int = 0) -> int:
    """A known amount less what was received or, where that is more, spent for them; in pence.

    Received without an amount is all of it. Both are not added up: what they spend of money they
    were given stands in the ledger too.
    """
    received = [step.amount_pence for step in steps if step.stage == "received"]
    if None in received:
        return 0
    return max(0, pence - max(spent, sum(came or 0 for came in received)))


def spent_from(spending: Iterable[Spending]) -> int:
    """What was spent less what was given back, in pence; a line without an amount is left out."""
    return sum(
        (line.amount_pence or 0) * (-1 if line.kind == "returned" else 1) for line in spending
    )


def last_of(steps: Sequence[Entitlement]) -> Entitlement | None:
    """The latest step; of one day, the furthest. A "no" comes after what was asked for."""
    return max(steps, key=_by_day_and_rank, default=None)


def _by_day_and_rank(step: Entitlement) -> tuple[date, int]:
    return step.on or date.min, _RANK.get(step.stage, _RANK["applied"])
