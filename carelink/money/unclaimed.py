"""How much have they not received that they may have now: for a person, a caseload, the team?"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.money.catalogue import Catalogue
from carelink.money.entitled import priced_at, steps_of
from carelink.money.entry import Entry
from carelink.money.finding import find_now, is_open_now
from carelink.money.question import Question
from carelink.money.reached import has_reached_them, left_of
from carelink.money.words import pounds
from carelink.words import Status


class Unclaimed(NamedTuple):
    """What is open and has not reached them. `pence` adds up the `priced` ones, in whole pence.

    What has no amount, or only a highest one, is counted and not priced. `cannot_tell` counts
    what would be open to them by status and age, where the fact that decides is missing.
    """

    pence: int = 0
    priced: int = 0
    unpriced: int = 0
    cannot_tell: int = 0

    @property
    def said(self) -> str:
        """The figure in words: "£3,200 unclaimed, 4 more without an amount"."""
        parts = [f"{pounds(self.pence)} unclaimed"]
        if self.unpriced:
            parts.append(f"{self.unpriced:,} more without an amount")
        if self.cannot_tell:
            parts.append(f"{self.cannot_tell:,} to find out")
        return ", ".join(parts)


def unclaimed_of(case: CaseFile, day: date, catalogue: Catalogue) -> Unclaimed:
    """What this person may have now and has not received; told-of things are not counted."""
    q = Question(case, day)
    if q.standing.status is Status.CANNOT_TELL:
        return Unclaimed(cannot_tell=sum(map(len, catalogue.to_claim.values())))
    counted = Unclaimed()
    for opening, entries in catalogue.to_claim.items():
        if is_open_now(q, opening):
            for entry in entries:
                counted = _counted(counted, q, entry)
    return counted


def _counted(so_far: Unclaimed, q: Question, entry: Entry) -> Unclaimed:
    found = find_now(q, entry)
    if found is None:
        return so_far
    pence, priced, unpriced, cannot_tell = so_far
    if found.window is None:
        return Unclaimed(pence, priced, unpriced, cannot_tell + 1)
    amount, steps = priced_at(q, entry, found), steps_of(q, entry, found.window)
    spent = q.spent_from(entry)
    if has_reached_them(entry, amount, steps, spent):
        return so_far
    if amount is None:
        return Unclaimed(pence, priced, unpriced + 1, cannot_tell)
    return Unclaimed(pence + left_of(amount, steps, spent), priced + 1, unpriced, cannot_tell)


def added(parts: Iterable[Unclaimed]) -> Unclaimed:
    """Several people's together."""
    listed = list(parts)
    return Unclaimed(*map(sum, zip(*listed, strict=True))) if listed else Unclaimed()
