"""Where did a grant go? Awarded, spent line by line, given back, and what is left: whole pence."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from carelink.case import CaseFile
from carelink.facts import Entitlement, Spending
from carelink.money.catalogue import Catalogue
from carelink.money.words import pounds


class LedgerLine(NamedTuple):
    """One line and the balance after it; a line without an amount leaves the balance as it was."""

    spending: Spending
    balance_pence: int


class Ledger(NamedTuple):
    """One grant. Units: whole pence; `lines` in date order, those without a date first."""

    entitlement: str
    title: str
    awarded_pence: int
    spent_pence: int
    returned_pence: int
    lines: tuple[LedgerLine, ...]

    @property
    def balance_pence(self) -> int:
        """What is left; below nought where more was spent than awarded."""
        return self.awarded_pence - self.spent_pence + self.returned_pence

    @property
    def without_amount(self) -> int:
        """How many lines say no amount: the balance leaves them out."""
        return sum(line.spending.amount_pence is None for line in self.lines)

    @property
    def receipts_missing(self) -> int:
        """How many things were bought of which no receipt was seen or known not to be needed."""
        bought = (line.spending for line in self.lines if line.spending.kind != "returned")
        return sum(spending.receipt not in ("seen", "not_needed") for spending in bought)

    @property
    def says(self) -> tuple[str, ...]:
        """What must be said of it, in sentences: the balance first, then what is amiss."""
        left = self.balance_pence
        said = [f"{pounds(left)} left of {pounds(self.awarded_pence)}."]
        if left < 0:
            said = [f"We have spent {pounds(-left)} more than the {pounds(self.awarded_pence)}"]
            said[0] += " that was awarded."
        if self.awarded_pence == 0:
            said.append("No award with an amount is recorded.")
        if self.without_amount:
            said.append(f"Lines without an amount: {self.without_amount:,}.")
        if self.receipts_missing:
            said.append(f"Receipts not yet seen: {self.receipts_missing:,}.")
        return tuple(said)


def ledgers_of(case: CaseFile, day: date, catalogue: Catalogue) -> list[Ledger]:
    """The ledger of every grant that has one, and of whatever else was spent from, by the day."""
    kept = [entry.entitlement for entry in catalogue.entries if entry.ledger]
    spent_from = {spending.entitlement for spending in case.spending}
    listed = [*kept, *sorted(spent_from.difference(kept))]
    ledgers = (ledger_of(case, entitlement, day, catalogue) for entitlement in listed)
    return [ledger for ledger in ledgers if ledger.lines or ledger.awarded_pence]


def ledger_of(case: CaseFile, entitlement: str, day: date, catalogue: Catalogue) -> Ledger:
    """The ledger of one grant: its award less what was spent, with what was given back."""
    steps = [s for s in case.entitlements if s.entitlement == entitlement and _by(s.on, day)]
    spending = [s for s in case.spending if s.entitlement == entitlement and _by(s.on, day)]
    spending.sort(key=lambda s: (s.on or date.min, s.row_id))
    awarded = balance = _awarded(steps)
    lines, spent, returned = [], 0, 0
    for line in spending:
        pence = line.amount_pence or 0
        if line.kind == "returned":
            returned += pence
        else:
            spent += pence
        balance = awarded - spent + returned
        lines.append(LedgerLine(line, balance))
    title = catalogue.title(entitlement)
    return Ledger(entitlement, title, awarded, spent, returned, tuple(lines))


def _awarded(steps: Iterable[Entitlement]) -> int:
    """What was granted; where no grant has its amount, what was received."""
    by_stage = {"granted": 0, "received": 0}
    for step in steps:
        if step.stage in by_stage:
            by_stage[step.stage] += step.amount_pence or 0
    return by_stage["granted"] or by_stage["received"]


def _by(on: date | None, day: date) -> bool:
    return on is None or on <= day
