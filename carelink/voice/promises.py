"""Where does each promise stand on a day, and do they know? Kept, late, broken; told or not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.dates import show
from carelink.facts import Person, Promise
from carelink.said import counted
from carelink.voice.words import OPEN, PROMISE_STANDS, Stands, Told

# "Soon" is the seven days from the day, as on My week.
SOON_DAYS = 6
_ORDER = {stands: place for place, stands in enumerate(Stands)}


class Standing(NamedTuple):
    """Where a promise stands: exactly one state.

    `days` is how late it is or was, or how far off its day; 0 where neither is known. `ended_on`
    is the day it was kept, or we said that it could not be.
    """

    promise: Promise
    stands: Stands
    told: Told
    days: int = 0
    ended_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether it is still ours to keep."""
        return self.stands in OPEN

    @property
    def to_tell(self) -> bool:
        """Whether something came of it that they have not been told."""
        return self.told is Told.NOT_YET


class Ledger(NamedTuple):
    """Promises in the order in which they ask for something, and how they add up."""

    standings: tuple[Standing, ...]
    counts: Mapping[Stands, int]

    @property
    def said(self) -> str:
        """The sum in words: "4 promises = 1 late + 1 to keep + 2 kept"."""
        parts = [f"{self.counts[s]:,} {PROMISE_STANDS[s]}" for s in Stands if self.counts[s]]
        many = counted(len(self.standings), "promise")
        return f"{many} = {' + '.join(parts)}" if parts else "No promise is recorded"

    @property
    def to_tell(self) -> int:
        """How many have come out one way or the other without their being told."""
        return sum(standing.to_tell for standing in self.standings)


def promise_of(promise: Promise, day: date, *, alive: bool = True) -> Standing:
    """Where the promise stands on the day; what is dated later has not happened yet.

    A promise kept after we had said that we could not is kept. For somebody who has died nothing
    is to be kept, and nobody is to be told.
    """
    kept, broken = by_the_day(promise.kept_on, day), by_the_day(promise.broken_on, day)
    due = promise.due_on
    if kept:
        late = (kept - due).days if due else 0
        stands = Stands.DONE_LATE if late > 0 else Stands.DONE
        return Standing(
            promise, stands, told_of(promise.told_on, kept, day, alive=alive), max(late, 0), kept
        )
    if broken:
        return Standing(
            promise, Stands.BROKEN, told_of(promise.told_on, broken, day, alive=alive), 0, broken
        )
    if not alive:
        return Standing(promise, Stands.NOT_NEEDED, Told.NOTHING_YET)
    stands, days = waiting_for(due, day)
    return Standing(promise, stands, Told.NOTHING_YET, days)


def waiting_for(due_on: date | None, day: date) -> tuple[Stands, int]:
    """Where something not yet done stands: how late it is, or how many days are left."""
    if due_on is None:
        return Stands.NO_DATE, 0
    left = (due_on - day).days
    if left < 0:
        return Stands.LATE, -left
    return (Stands.DUE_SOON if left <= SOON_DAYS else Stands.DUE_LATER), left


def ledger_of(case: CaseFile, day: date) -> Ledger:
    """Every promise made to them by the day: the longest wait first, what is settled last."""
    made = [p for p in case.promises if p.made_on is None or p.made_on <= day]
    return ledger(promise_of(promise, day, alive=lives_on(case.person, day)) for promise in made)


def ledger(standings: Iterable[Standing]) -> Ledger:
    """The standings in order, with their sum."""
    held = sorted(standings, key=_order)
    counted_by = Counter(standing.stands for standing in held)
    return Ledger(tuple(held), {stands: counted_by[stands] for stands in Stands})


def by_the_day(when: date | None, day: date) -> date | None:
    """The date, unless it lies after the day: what is dated later has not happened yet."""
    return when if when is not None and when <= day else None


def told_of(told_on: date | None, came_out_on: date, day: date, *, alive: bool) -> Told:
    """They know when they were told on or after the day it came out, not of something before."""
    told_on = by_the_day(told_on, day)
    if told_on is not None and told_on >= came_out_on:
        return Told.TOLD
    return Told.NOT_YET if alive else Told.NOTHING_YET


def lives_on(person: Person, day: date) -> bool:
    """Whether they were not known to have died by the day."""
    if person.date_of_death is not None:
        return day < person.date_of_death
    return not person.died


def say_standing(standing: Standing) -> str:
    """Where the promise stands, said as ours: We are 3 days late (due 9 November 2026)."""
    due, days = standing.promise.due_on, counted(standing.days, "day")
    by = show(due) if due else ""
    ended = show(standing.ended_on) if standing.ended_on else ""
    return {
        Stands.LATE: f"We are {days} late (due {by})",
        Stands.DUE_SOON: f"Due {'today' if standing.days == 0 else f'in {days}'} ({by})",
        Stands.DUE_LATER: f"Due {by}",
        Stands.NO_DATE: "To keep; no day was promised",
        Stands.DONE: f"Kept on {ended}" + (", in time" if due else "; no day was promised"),
        Stands.DONE_LATE: f"Kept on {ended}, {days} late (due {by})",
        Stands.BROKEN: f"We said on {ended} that we could not keep it",
        Stands.NOT_NEEDED: "Not kept; nothing is due any more",
    }[standing.stands]


def say_told(standing: Standing) -> str:
    """Whether they know what came of it; empty while nothing has."""
    if standing.told is Told.NOT_YET:
        return "They have not been told yet"
    told_on = standing.promise.told_on
    return f"They were told on {show(told_on)}" if standing.told is Told.TOLD and told_on else ""


def _order(standing: Standing) -> tuple[int, bool, int, str]:
    """Open ones by their day, then what they have not been told, then the newest settled."""
    promise = standing.promise
    if standing.open:
        return _ORDER[standing.stands], False, _number(promise.due_on), promise.what
    return 99, not standing.to_tell, -_number(standing.ended_on), promise.what


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0
