"""How is a line of a ledger, or what was saved, told in one line of a file?"""

from carelink.facts import Saving, Spending
from carelink.money.words import RECEIPT_LABELS, SAVING_LABELS, SPENDING_LABELS, pounds
from carelink.said import words_of


def say_spending(line: Spending) -> str:
    """A line of a ledger: from which grant, what for, how much, and the receipt if missing."""
    said = SPENDING_LABELS.get(line.kind, "Spent or given back")
    grant = words_of(line.entitlement).lower() or "grant not recorded"
    amount = pounds(line.amount_pence) if line.amount_pence is not None else "amount not recorded"
    missing = f", {RECEIPT_LABELS['missing'].lower()}" if line.receipt == "missing" else ""
    return f"{said} ({grant}): {line.what or 'not recorded what for'}, {amount}{missing}"


def say_saving(saving: Saving) -> str:
    """What was saved, with whom, as it stood."""
    kind = SAVING_LABELS.get(saving.kind, words_of(saving.kind)) or "Savings"
    holder = f" with {saving.provider}" if saving.provider else ""
    pence = saving.amount_pence
    return f"{kind}{holder}: {pounds(pence) if pence is not None else 'how much is not known'}"
