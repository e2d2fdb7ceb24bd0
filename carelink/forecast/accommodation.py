"""Which homes will be wanted, by kind and quarter? Counted from what is on record, not guessed."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.dates import months_after
from carelink.forecast.wants import KINDS, REASONS, Want

NO_DAY = "No day is known"
LATER = "Later"

ASSUMPTIONS = (
    "Each young person is counted once, with the first change of home that is on record.",
    "Turning 18: everyone looked after now wants a home on their 18th birthday.",
    "Staying put ends on its recorded day, and at 21 at the latest.",
    "Custody ends on the expected day of release. Without one, the home is wanted on a day that"
    " is not known.",
    "A home or support package that is to end is followed by another home on that day.",
    "Whoever lives in an emergency or unsuitable home wants another now. A day that has passed"
    " counts as now.",
    "The kind is what has been decided or begun: staying put by its decision, a home of their own"
    " by registering, bids or an offer, a home with support by the panel's agreement. Nothing"
    " else is guessed.",
    "Homes for young people who are not yet known to us are not in these numbers.",
)


class Quarter(NamedTuple):
    """Three months by their first day."""

    first: date

    @property
    def says(self) -> str:
        """The quarter as it is read above a column: Oct to Dec 2026."""
        last = months_after(self.first, 2)
        return f"{self.first:%b} to {last:%b} {last.year}"


class HomesWanted(NamedTuple):
    """The homes wanted by kind and by reason. Shape: each row has a number for each column.

    `columns` are the quarters in words, then later ones, then those of which no day is known.
    """

    columns: tuple[str, ...]
    by_kind: tuple[tuple[str, tuple[int, ...]], ...]
    by_reason: tuple[tuple[str, tuple[int, ...]], ...]
    wants: tuple[Want, ...]
    settled: int
    assumptions: tuple[str, ...] = ASSUMPTIONS

    @property
    def said(self) -> str:
        """How everyone adds up."""
        return (
            f"{len(self.wants) + self.settled:,} on the roll = {len(self.wants):,} who will want"
            f" another home · {self.settled:,} of whom no change of home is on record"
        )


def homes_wanted(found: Iterable[Want | None], day: date, quarters: int = 8) -> HomesWanted:
    """The homes that the roll will want from the day's own quarter on.

    Shape: `found` has what `want_of` says of each person on the roll.
    """
    everyone = list(found)
    wants = sorted(
        (want for want in everyone if want is not None),
        key=lambda want: (want.on or date.max, want.name.casefold(), want.person_id),
    )
    ahead = quarters_from(day, quarters)
    columns = (*(quarter.says for quarter in ahead), LATER, NO_DAY)
    places = [_place(want, ahead) for want in wants]
    return HomesWanted(
        columns,
        _rows(KINDS, ((want.kind, at) for want, at in zip(wants, places, strict=True)), columns),
        _rows(REASONS, ((want.why, at) for want, at in zip(wants, places, strict=True)), columns),
        tuple(wants),
        len(everyone) - len(wants),
    )


def quarters_from(day: date, number: int) -> tuple[Quarter, ...]:
    """So many quarters, the first of them the day's own."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return tuple(Quarter(months_after(first, 3 * at)) for at in range(number))


def _place(want: Want, ahead: tuple[Quarter, ...]) -> int:
    if want.on is None:
        return len(ahead) + 1
    begun = sum(quarter.first <= want.on for quarter in ahead)
    if want.on >= months_after(ahead[-1].first, 3):
        return len(ahead)
    return max(begun - 1, 0)


def _rows(
    names: Iterable[str], placed: Iterable[tuple[str, int]], columns: tuple[str, ...]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found = Counter(placed)
    return tuple((name, tuple(found[name, at] for at in range(len(columns)))) for name in names)
