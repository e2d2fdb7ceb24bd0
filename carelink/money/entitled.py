"""What may this person have on a day? For every entry of the catalogue one state, and why."""

from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Entitlement
from carelink.money.catalogue import Catalogue
from carelink.money.entry import Entry, Version
from carelink.money.finding import Found, find
from carelink.money.question import LONG_AGO, Question, Window
from carelink.money.reached import has_reached_them, last_of, left_of
from carelink.money.words import Stands
from carelink.reasons import Because, in_words


class Entitled(NamedTuple):
    """How one entry stands: its state, from and until when, how much, and what came of it.

    `until` is the first day it is no longer open. `amount_pence` is what was in force on the
    qualifying day. `steps` are those recorded for this occasion, in date order; `spent_pence`
    is what was spent from its grant.
    """

    entry: Entry
    stands: Stands
    from_day: date | None
    until: date | None
    amount_pence: int | None
    version: Version
    steps: tuple[Entitlement, ...]
    because: Because
    spent_pence: int = 0

    @property
    def reason(self) -> str:
        """Why, in words."""
        return in_words(self.because)

    @property
    def last_step(self) -> Entitlement | None:
        """The latest step recorded for this occasion."""
        return last_of(self.steps)

    @property
    def priced_pence(self) -> int | None:
        """The amount where it is known, and not only the most there may be."""
        return None if self.version.up_to else self.amount_pence

    @property
    def has_reached_them(self) -> bool:
        """Whether the step that counts is recorded, in full where an amount is known."""
        return has_reached_them(self.entry, self.priced_pence, self.steps, self.spent_pence)

    @property
    def left_pence(self) -> int | None:
        """The amount less what was received or spent for them; None where it is not known."""
        if self.priced_pence is None:
            return None
        return left_of(self.priced_pence, self.steps, self.spent_pence)

    @property
    def to_come_pence(self) -> int | None:
        """The amount less what was received alone: what one more payment may be."""
        return None if self.priced_pence is None else left_of(self.priced_pence, self.steps)

    @property
    def is_unclaimed(self) -> bool:
        """Whether they may have it now, it is something to get, and it has not reached them."""
        return self.stands is Stands.NOW and self.entry.is_claimed and not self.has_reached_them


def entitled_of(case: CaseFile, day: date, catalogue: Catalogue) -> list[Entitled]:
    """How every entry stands for this person on the day, in the order of the catalogue."""
    question = Question(case, day)
    return [entitled_to(question, entry) for entry in catalogue.entries]


def not_in_catalogue(case: CaseFile, catalogue: Catalogue) -> list[Entitlement]:
    """Steps recorded of what the catalogue does not know: shown all the same."""
    unknown = [s for s in case.entitlements if catalogue.entry(s.entitlement) is None]
    return sorted(unknown, key=lambda step: step.on or date.min)


def entitled_to(q: Question, entry: Entry) -> Entitled:
    """How one entry stands."""
    found = find(q, entry)
    if found.window is None or found.event is None:
        return _without_window(q, entry, found)
    qualified = _qualified_on(q, entry, found.event, found.window)
    return Entitled(
        entry,
        found.stands,
        found.window.start,
        found.window.end,
        entry.amount_on(qualified),
        entry.version_on(qualified) or entry.versions[0],
        steps_of(q, entry, found.window),
        (*found.because, *_why_the_amount(entry, qualified)),
        q.spent_from(entry),
    )


def priced_at(q: Question, entry: Entry, found: Found) -> int | None:
    """What was found open, at the amount of its qualifying day; None where none is known."""
    if found.window is None or found.event is None:
        return None
    qualified = _qualified_on(q, entry, found.event, found.window)
    version = entry.version_on(qualified)
    return None if version is None or version.up_to else entry.amount_on(qualified)


def _without_window(q: Question, entry: Entry, found: Found) -> Entitled:
    """An entry without a window: today's amount, for what is still to open."""
    version = entry.version_on(q.day) or entry.versions[0]
    pence = entry.amount_on(q.day) if found.stands is Stands.LATER else None
    steps = tuple(q.steps.get(entry.entitlement, ()))
    return Entitled(entry, found.stands, None, None, pence, version, steps, found.because)


def _qualified_on(q: Question, entry: Entry, event: Window, window: Window) -> date:
    """The day that decides the amount."""
    if entry.counts_amount_by == "turns_18":
        return q.turned(18)
    qualified = event.start if event.start > LONG_AGO else window.start
    return max(qualified, _occasion_start(entry, window, q.day))


def _occasion_start(entry: Entry, window: Window, day: date) -> date:
    """Since when steps count: from the window on, and anew from each day of renewal."""
    if entry.renews_on is None:
        return LONG_AGO
    month, number = entry.renews_on
    year = day.year if (day.month, day.day) >= (month, number) else day.year - 1
    return max(window.start, entry.renews_early.before(date(year, month, number)))


def steps_of(q: Question, entry: Entry, window: Window) -> tuple[Entitlement, ...]:
    """The steps recorded for the occasion the window belongs to; what has no date counts."""
    recorded = q.steps.get(entry.entitlement)
    if not recorded:
        return ()
    begun = _occasion_start(entry, window, q.day)
    return tuple([step for step in recorded if step.on is None or step.on >= begun])


def _why_the_amount(entry: Entry, qualified: date) -> Because:
    """Where the amount has been more than one, which day decided it and by whose word."""
    own = entry.settled
    if own is None or not own.amounts:
        return (" The amount goes by ", qualified, ".") if len(entry.in_law) > 1 else ()
    by = "the day they turned 18, " if entry.counts_amount_by == "turns_18" else ""
    return (f" The amount goes by {by}", qualified, f" ({own.law}); the higher is theirs.")
