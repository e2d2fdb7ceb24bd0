"""How is money recorded? A step, a line of a ledger, savings; and the whole offer gone through."""

from collections.abc import Collection, Mapping
from datetime import date

from carelink.errors import Problem, Refused
from carelink.facts import Entitlement, Saving, Spending
from carelink.money.checks import check_saving, check_spending, check_step
from db.one_fact import AT_ONCE, Check, record_fact, take_back
from db.trail import Writing


def record_step(writing: Writing, step: Entitlement) -> str:
    """Record how far one entitlement came: told, applied, granted, received, or a no.

    The duties that wait for an award and the figure of what is unclaimed follow from it.

    Raises: Refused with every problem at once.
    """
    return record_fact(writing, "entitlements", step, check_step)


def record_told(
    writing: Writing, person_id: str, entitlements: Collection[str], on: date
) -> list[str]:
    """Record that all of these were gone through with them on one day. Returns the ids.

    Raises: Refused, also when there are none.
    """
    if not entitlements:
        raise Refused(Problem("", "There is nothing that they have not been told of."))
    return [
        record_step(writing, Entitlement(person_id, entitlement, "told", on))
        for entitlement in entitlements
    ]


def undo_steps(writing: Writing, row_ids: Collection[str]) -> None:
    """Take back steps just recorded.

    Raises: ChangedMeanwhile when one of them is gone; nothing is then taken back.
    """
    for row_id in row_ids:
        take_back(writing, "entitlements", row_id, AT_ONCE)


def put_back(writing: Writing, kind: str, fact: Entitlement | Spending | Saving) -> str:
    """Record again, under its own id, what was just taken out. Returns the id.

    Raises: Refused when it has been put back already.
    """
    return record_fact(writing, kind, fact, _CHECKS[kind])


_CHECKS: Mapping[str, Check] = {
    "entitlements": check_step,
    "spending": check_spending,
    "savings": check_saving,
}
