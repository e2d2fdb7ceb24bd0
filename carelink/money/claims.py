"""Of all that they may have now, what were they told of, and what has reached them?"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.money.catalogue import Catalogue
from carelink.money.entitled import priced_at, steps_of
from carelink.money.entry import Entry
from carelink.money.finding import find_now, is_open_now
from carelink.money.question import Question
from carelink.money.reached import has_reached_them
from carelink.money.words import STEPS


class Claim(NamedTuple):
    """One thing open to them on the day: whether they were told of it, and whether it reached them.

    With `cannot_tell` the fact that decides whether it is open is missing.
    """

    entry: Entry
    told: bool
    reached: bool
    cannot_tell: bool = False


def claims_of(case: CaseFile, day: date, catalogue: Catalogue) -> Iterator[Claim]:
    """Each thing this person may have now, reached or not, in the catalogue's order."""
    q = Question(case, day)
    for opening, entries in catalogue.to_claim.items():
        if is_open_now(q, opening):
            for entry in entries:
                claim = _claim(q, entry)
                if claim is not None:
                    yield claim


def _claim(q: Question, entry: Entry) -> Claim | None:
    found = find_now(q, entry)
    if found is None:
        return None
    if found.window is None:
        return Claim(entry, False, False, cannot_tell=True)
    steps = steps_of(q, entry, found.window)
    reached = has_reached_them(entry, priced_at(q, entry, found), steps, q.spent_from(entry))
    # Whoever asked for it, or has it, was told of it.
    told = reached or any(step.stage in STEPS for step in steps)
    return Claim(entry, told, reached)
