"""What must hold before money is recorded: whole pence, a day that has been, a known word."""

from datetime import date

from carelink.case import CaseFile
from carelink.errors import Problem
from carelink.facts import Entitlement, Saving, Spending
from carelink.money.words import RECEIPTS, SAVING_KINDS, SPENDING_KINDS
from carelink.problems import day_that_has_been, one_of, refuse_if, text_problems
from carelink.words import STAGES

# A slip of some noughts is likelier than more than this: £100,000.
_MOST_PENCE = 10_000_000


def check_step(case: CaseFile, step: Entitlement, today: date) -> None:
    """A step with an entitlement: which, how far it came, on which day, how much, until when."""
    problems = day_that_has_been("on", step.on, today, "step")
    if not step.entitlement.strip():
        problems.append(Problem("entitlement", "Choose what it is about."))
    problems += one_of("stage", step.stage, STAGES, "Choose how far it came.")
    problems += _pence("amount_pence", step.amount_pence, least=1)
    if step.until is not None and step.on is not None and step.until < step.on:
        problems.append(Problem("until", "The last day is before the day of the step."))
    for field in ("authority", "detail"):
        problems += text_problems(field, getattr(step, field))
    same = (step.entitlement, step.stage, step.on)
    if any(
        held.row_id != step.row_id and (held.entitlement, held.stage, held.on) == same
        for held in case.entitlements
    ):
        problems.append(Problem("on", "This step is recorded for that day already."))
    refuse_if(problems)


def check_spending(case: CaseFile, spending: Spending, today: date) -> None:
    """A line of a ledger: from which grant, what for, how much, and the receipt.

    Going below nought is not refused, for it may be what happened: the ledger says so.
    """
    problems = day_that_has_been("on", spending.on, today, "payment")
    if not spending.entitlement.strip():
        problems.append(Problem("entitlement", "Choose from which grant."))
    problems += one_of("kind", spending.kind, SPENDING_KINDS, "Choose spent or given back.")
    if spending.amount_pence is None:
        problems.append(Problem("amount_pence", "Give the amount in pounds."))
    problems += _pence("amount_pence", spending.amount_pence, least=1)
    if not spending.what.strip():
        problems.append(Problem("what", "Say what it was for."))
    problems += text_problems("what", spending.what)
    says = "Choose whether there is a receipt."
    problems += one_of("receipt", spending.receipt, ("", *RECEIPTS), says)
    if spending.kind == "returned" and _left_to_return(case, spending) < 0:
        problems.append(Problem("amount_pence", "That is more than was spent."))
    refuse_if(problems)


def check_saving(case: CaseFile, saving: Saving, today: date) -> None:
    """Money saved, as it stood on a day; nought is an answer, and not knowing is one too."""
    problems = day_that_has_been("on", saving.on, today, "statement")
    problems += one_of("kind", saving.kind, SAVING_KINDS, "Choose what sort of saving it is.")
    problems += _pence("amount_pence", saving.amount_pence, least=0)
    for field in ("provider", "detail"):
        problems += text_problems(field, getattr(saving, field))
    refuse_if(problems)


def _pence(field: str, pence: int | None, *, least: int) -> list[Problem]:
    if pence is None or least <= pence <= _MOST_PENCE:
        return []
    if pence < least:
        return [Problem(field, "The amount must be more than nothing.")]
    return [Problem(field, "The amount is over £100,000. Look at it again.")]


def _left_to_return(case: CaseFile, spending: Spending) -> int:
    """What was spent from the grant, less all that would then have been given back."""
    others = [
        held
        for held in case.spending
        if held.entitlement == spending.entitlement and held.row_id != spending.row_id
    ]
    signed = ((-1 if held.kind == "returned" else 1) * (held.amount_pence or 0) for held in others)
    return sum(signed) - (spending.amount_pence or 0)
