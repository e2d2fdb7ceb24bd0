"""What is one entry of the catalogue? Numbers, dates, words and citations; how is in Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from carelink.dates import Span
from carelink.words import Basis, Status


class Version(NamedTuple):
    """An entry as it stands from a day. Units: whole pence; None: the amount is not known.

    `commenced` is False for a change in law that has no first day yet: it is shown, and does
    nothing. `up_to` says that the amount is the most there may be.
    """

    law: str
    checked_on: date
    verified: bool
    basis: Basis = Basis.LOCAL
    link: str = ""
    effective_from: date | None = None
    commenced: bool = True
    ends: bool = False
    amount_pence: int | None = None
    up_to: bool = False
    each: str = ""
    adds: str = ""


class Amount(NamedTuple):
    """How much, from which day on; whole pence."""

    effective_from: date | None
    amount_pence: int


class Settlement(NamedTuple):
    """How a council settles what the national entry leaves open, with its source."""

    council: str
    law: str
    verified: bool
    checked_on: date
    amount_by: str = ""
    amounts: tuple[Amount, ...] = ()


_AT_ONCE = Span(0, "day")


class Opening(NamedTuple):
    """To which statuses, from which age up to which (not counted), from and until which law."""

    statuses: frozenset[Status]
    age_from: int
    age_before: int
    law_from: date | None
    law_until: date | None


@dataclass(frozen=True)
class Entry:
    """One entitlement: what it is, to whom, from which event, and its versions in order.

    Units: ages in years, `age_before` not counted. `claimed_when` is the step that says it has
    reached them; `paid_to` is `others` for money that is not paid to the young person. With
    `age_at_start` status and age count on the day of the event alone, not all the while after.
    """

    entitlement: str
    title: str
    says: str
    ask: str
    event: str
    statuses: frozenset[Status]
    age_from: int
    age_before: int
    claimed_when: str
    versions: tuple[Version, ...]
    awaited: str = ""
    paid_to: str = ""
    ledger: bool = False
    age_at_start: bool = False
    amount_by: str = "event"
    renews_on: tuple[int, int] | None = None
    renews_early: Span = _AT_ONCE
    lead: Span = _AT_ONCE
    settled: Settlement | None = None
    from_council: str = ""

    @cached_property
    def in_law(self) -> tuple[Version, ...]:
        """The versions that are, were or surely will be in force, in order."""
        return tuple(version for version in self.versions if version.commenced)

    @property
    def coming(self) -> tuple[Version, ...]:
        """Changes in law that have no first day yet."""
        return tuple(version for version in self.versions if not version.commenced)

    @cached_property
    def is_claimed(self) -> bool:
        """Whether it is something to get, for the young person, beyond being told of it."""
        return self.claimed_when != "told" and not self.paid_to

    @cached_property
    def opening(self) -> Opening:
        """What must be so on a day for it to be open at all: status, age, law in force."""
        law = self.in_law
        first, last = (law[0], law[-1]) if law else (None, None)
        return Opening(
            self.statuses,
            self.age_from,
            self.age_before,
            first.effective_from if first else None,
            last.effective_from if last and last.ends else None,
        )

    def version_on(self, day: date) -> Version | None:
        """The version in force on the day, or the first; None while none has a first day."""
        return _latest(self.in_law, day)

    def amount_on(self, qualified: date) -> int | None:
        """The amount in force on the qualifying day, in pence; None where it is not known.

        Where the council's own amount differs from the national one, the higher is theirs.
        """
        version = self.version_on(qualified)
        national = version.amount_pence if version else None
        own = _latest(self.settled.amounts, qualified) if self.settled else None
        known = [pence for pence in (national, own and own.amount_pence) if pence is not None]
        return max(known, default=None)

    @cached_property
    def counts_amount_by(self) -> str:
        """Which day decides the amount: `event` or `turns_18`."""
        return (self.settled.amount_by if self.settled else "") or self.amount_by


_Dated = TypeVar("_Dated", Version, Amount)


def _latest(versions: Sequence[_Dated], day: date) -> _Dated | None:
    begun = [v for v in versions if v.effective_from is None or v.effective_from <= day]
    return begun[-1] if begun else (versions[0] if versions else None)
