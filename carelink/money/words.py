"""What may they have, and what came of it: each code of money, and the words it is shown by."""

from collections.abc import Mapping
from enum import StrEnum

from carelink.words import State


class Stands(StrEnum):
    """The one state an entry of the catalogue is in for a person on a day."""

    NOW = "now"
    LATER = "later"
    CANNOT_TELL = "cannot_tell"
    NOT_YET_LAW = "not_yet_law"
    ENDED = "ended"
    NOT_FOR_THEM = "not_for_them"


STANDS_LABELS: Mapping[Stands, str] = {
    Stands.NOW: "May have now",
    Stands.LATER: "Will have later",
    Stands.CANNOT_TELL: "Cannot tell",
    Stands.NOT_YET_LAW: "Not yet law",
    Stands.ENDED: "Had, or had open to them",
    Stands.NOT_FOR_THEM: "Not for them",
}
# Whose shape and colour each takes, so that it reads the same in black and white.
STANDS_AS: Mapping[Stands, State] = {
    Stands.NOW: State.DUE_SOON,
    Stands.LATER: State.DECLINED,
    Stands.CANNOT_TELL: State.CANNOT_TELL,
    Stands.NOT_YET_LAW: State.NO_DATE,
    Stands.ENDED: State.NOT_REQUIRED,
    Stands.NOT_FOR_THEM: State.NOT_REQUIRED,
}

# How far a step got, low to high. A "no" stands beside them: what was asked for was not given.
STEPS = ("told", "applied", "granted", "received")
STEP_LABELS: Mapping[str, str] = {
    "": "Nothing recorded yet",
    "told": "Told",
    "applied": "Applied for",
    "granted": "Granted",
    "received": "Received",
    "refused": "Not granted",
}

SPENDING_KINDS = ("spent", "returned")
SPENDING_LABELS: Mapping[str, str] = {"spent": "Spent", "returned": "Given back"}
RECEIPTS = ("seen", "missing", "not_needed")
RECEIPT_LABELS: Mapping[str, str] = {
    "": "Whether there is a receipt is not recorded",
    "seen": "Receipt seen",
    "missing": "Receipt missing",
    "not_needed": "No receipt needed",
}

SAVING_KINDS = ("junior_isa", "child_trust_fund", "council_savings", "own_savings")
SAVING_LABELS: Mapping[str, str] = {
    "junior_isa": "Junior ISA",
    "child_trust_fund": "Child Trust Fund",
    "council_savings": "Savings kept by the council",
    "own_savings": "Their own savings",
}


def pounds(pence: int) -> str:
    """Whole pence as they are read: £3,000, £41.50, -£20."""
    sign, left = ("-", -pence) if pence < 0 else ("", pence)
    whole, rest = divmod(left, 100)
    return f"{sign}£{whole:,}.{rest:02d}" if rest else f"{sign}£{whole:,}"
