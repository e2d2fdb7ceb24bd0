"""A grant's ledger: what was awarded, where it went, what is left, and what must be said of it."""

from datetime import date

from carelink.money.catalogue import load_catalogue
from carelink.money.ledger import ledger_of, ledgers_of
from tests.people import a_former_relevant

DAY = date(2026, 11, 24)
ALLOWANCE = "setting_up_home_allowance"
CATALOGUE = load_catalogue()
GRANTED = {
    "entitlement": ALLOWANCE,
    "stage": "granted",
    "on": date(2026, 1, 5),
    "amount_pence": 300_000,
}


def line(pence, what="A bed", kind="spent", on=date(2026, 2, 1), receipt="seen"):
    return {
        "entitlement": ALLOWANCE,
        "on": on,
        "kind": kind,
        "amount_pence": pence,
        "what": what,
        "receipt": receipt,
    }


def a_ledger(*spending, steps=(GRANTED,), day=DAY):
    case = a_former_relevant(entitlements=list(steps), spending=list(spending))
    return ledger_of(case, ALLOWANCE, day, CATALOGUE)


def test_what_is_left_is_awarded_less_spent_with_what_came_back():
    ledger = a_ledger(
        line(31_950), line(18_000, "A cooker"), line(2_000, "The cooker's flex", "returned")
    )

    assert (ledger.awarded_pence, ledger.spent_pence, ledger.returned_pence) == (
        *(300_000, 49_950, 2_000),
    )
    assert ledger.balance_pence == 252_050
    assert ledger.lines[-1].balance_pence == 252_050
    assert ledger.says == ("£2,520.50 left of £3,000.",)


def test_more_spent_than_awarded_is_said():
    ledger = a_ledger(line(301_000, "Everything at once"))

    assert ledger.balance_pence == -1_000
    assert ledger.says[0] == "We have spent £10 more than the £3,000 that was awarded."


def test_a_line_without_an_amount_and_a_receipt_not_seen_are_said():
    ledger = a_ledger(line(None), line(1_000, receipt=""), line(1_000, receipt="not_needed"))

    assert ledger.balance_pence == 298_000
    assert ledger.says[1:] == ("Lines without an amount: 1.", "Receipts not yet seen: 1.")


def test_spending_without_an_award_is_said():
    ledger = a_ledger(line(1_000), steps=())

    assert "No award with an amount is recorded." in ledger.says


def test_what_was_paid_in_counts_where_no_grant_has_its_amount():
    received = {**GRANTED, "stage": "received", "amount_pence": 100_000}

    assert a_ledger(steps=({**GRANTED, "amount_pence": None}, received)).awarded_pence == 100_000
    assert a_ledger(steps=(GRANTED, received)).awarded_pence == 300_000


def test_what_is_dated_later_is_not_counted_yet():
    assert a_ledger(line(1_000, on=date(2026, 12, 1))).lines == ()


def test_there_is_a_ledger_for_each_grant_and_for_whatever_was_spent_from():
    case = a_former_relevant(
        entitlements=[GRANTED], spending=[{**line(500), "entitlement": "holiday_fund"}]
    )

    titles = [ledger.title for ledger in ledgers_of(case, DAY, CATALOGUE)]

    assert titles == ["Setting-up-home allowance", "Holiday fund"]


def test_nothing_awarded_and_nothing_spent_is_no_ledger():
    assert ledgers_of(a_former_relevant(), DAY, CATALOGUE) == []
