"""How much have they not received that they may have now: for a person, a caseload, the team?"""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import sub
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


class Open(NamedTuple):
    """One thing open to them that has not reached them; `pence` is what is left, where known.

    With `cannot_tell` the fact that decides whether it is open is missing.
    """

    entry: Entry
    pence: int | None
    cannot_tell: bool = False


def unclaimed_of(case: CaseFile, day: date, catalogue: Catalogue) -> Unclaimed:
    """What this person may have now and has not received; told-of things are not counted."""
    pence, priced, unpriced, cannot_tell = 0, 0, 0, 0
    for held in open_to(case, day, catalogue):
        if held.cannot_tell:
            cannot_tell += 1
        elif held.pence is None:
            unpriced += 1
        else:
            pence, priced = pence + held.pence, priced + 1
    return Unclaimed(pence, priced, unpriced, cannot_tell)


def open_to(case: CaseFile, day: date, catalogue: Catalogue) -> Iterator[Open]:
    """Each thing this person may have now and has not received, in the catalogue's order."""
    q = Question(case, day)
    unknown = q.standing.status is Status.CANNOT_TELL
    for opening, entries in catalogue.to_claim.items():
        if unknown:
            yield from (Open(entry, None, cannot_tell=True) for entry in entries)
        elif is_open_now(q, opening):
            yield from _not_yet_theirs(q, entries)


def _not_yet_theirs(q: Question, entries: Iterable[Entry]) -> Iterator[Open]:
    for entry in entries:
        found = find_now(q, entry)
        if found is None:
            continue
        if found.window is None:
            yield Open(entry, None, cannot_tell=True)
            continue
        amount, steps = priced_at(q, entry, found), steps_of(q, entry, found.window)
        spent = q.spent_from(entry)
        if not has_reached_them(entry, amount, steps, spent):
            yield Open(entry, None if amount is None else left_of(amount, steps, spent))


def added(parts: Iterable[Unclaimed]) -> Unclaimed:
    """Several people's together."""
    listed = list(parts)
    return Unclaimed(*map(sum, zip(*listed, strict=True))) if listed else Unclaimed()


def less(whole: Unclaimed, part: Unclaimed) -> Unclaimed:
    """What remains of several people's when one person's is taken away."""
    return Unclaimed(*map(sub, whole, part))
