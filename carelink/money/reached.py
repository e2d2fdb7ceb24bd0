"""Has it reached them? What the steps recorded with one entitlement come to."""

from collections.abc import Sequence
from datetime import date

from carelink.facts import Entitlement
from carelink.money.entry import Entry
from carelink.money.words import STEPS

_RANK = {step: place for place, step in enumerate(STEPS)}


def has_reached_them(entry: Entry, pence: int | None, steps: Sequence[Entitlement]) -> bool:
    """Whether the step that counts is recorded; of a known amount, whether all of it came."""
    if not steps:
        return False
    if entry.claimed_when == "received" and pence is not None:
        return left_of(pence, steps) == 0
    wanted = _RANK[entry.claimed_when]
    return any(_RANK.get(step.stage, -1) >= wanted for step in steps)


def left_of(pence: int, steps: Sequence[Entitlement]) -> int:
    """A known amount less what was received, in pence; received without an amount is all of it."""
    received = [step.amount_pence for step in steps if step.stage == "received"]
    if None in received:
        return 0
    return max(0, pence - sum(came or 0 for came in received))


def last_of(steps: Sequence[Entitlement]) -> Entitlement | None:
    """The latest step; of one day, the furthest. A "no" comes after what was asked for."""
    return max(steps, key=_by_day_and_rank, default=None)


def _by_day_and_rank(step: Entitlement) -> tuple[date, int]:
    return step.on or date.min, _RANK.get(step.stage, _RANK["applied"])
