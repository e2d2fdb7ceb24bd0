"""What may they have, and what came of it?"""

from datetime import date
from typing import NamedTuple


class Entitlement(NamedTuple):
    """One step with one entitlement: told, applied, granted, received or refused; whole pence."""

    person_id: str
    entitlement: str
    stage: str = ""
    on: date | None = None
    amount_pence: int | None = None
    until: date | None = None
    authority: str = ""
    detail: str = ""
    row_id: str = ""


class Spending(NamedTuple):
    """One line of a grant's ledger, in whole pence; `returned` puts it back."""

    person_id: str
    entitlement: str = ""
    on: date | None = None
    kind: str = ""
    amount_pence: int | None = None
    what: str = ""
    receipt: str = ""
    worker_id: str = ""
    row_id: str = ""


class Saving(NamedTuple):
    """Money kept for them or by them, as it stood on a day; whole pence."""

    person_id: str
    kind: str = ""
    provider: str = ""
    on: date | None = None
    amount_pence: int | None = None
    detail: str = ""
    row_id: str = ""
