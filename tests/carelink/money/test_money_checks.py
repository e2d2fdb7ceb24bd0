"""What is refused when money is recorded: each problem beside its field, all of them at once."""

from datetime import date

import pytest

from carelink.errors import Refused
from carelink.facts import Entitlement, Saving, Spending
from carelink.money.checks import check_saving, check_spending, check_step
from tests.people import a_former_relevant

DAY = date(2026, 11, 24)
STEP = Entitlement("A1", "council_tax_relief", "granted", date(2026, 11, 1), 12_000, row_id="S")
LINE = Spending(
    *("A1", "setting_up_home_allowance", date(2026, 11, 1), "spent", 12_000, "Bed", "seen"),
    row_id="L",
)
SAVING = Saving("A1", "junior_isa", "OneFamily", date(2026, 11, 1), 20_000, row_id="V")
CASE = a_former_relevant(
    entitlements=[STEP._asdict() | {"row_id": "other", "stage": "applied"}],
    spending=[
        LINE._asdict() | {"row_id": "other"},
        LINE._asdict() | {"row_id": "untold", "amount_pence": None},
    ],
)


def problems(check, fact):
    with pytest.raises(Refused) as refused:
        check(CASE, fact, DAY)
    return {problem.field for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("check", "fact"),
    [
        (check_step, STEP),
        (check_step, STEP._replace(amount_pence=None)),
        (check_step, STEP._replace(amount_pence=1, until=STEP.on)),
        (check_step, STEP._replace(amount_pence=10_000_000)),
        (check_spending, LINE),
        (check_spending, LINE._replace(amount_pence=12_001, receipt="")),
        (check_saving, SAVING),
    ],
)
def test_what_holds_is_taken(check, fact):
    check(CASE, fact, DAY)


@pytest.mark.parametrize(
    ("check", "fact", "field"),
    [
        (check_step, STEP._replace(entitlement=" "), "entitlement"),
        (check_step, STEP._replace(stage=""), "stage"),
        (check_step, STEP._replace(stage="refunded"), "stage"),
        (check_step, STEP._replace(on=None), "on"),
        (check_step, STEP._replace(on=None, until=DAY), "on"),
        (check_step, STEP._replace(on=date(2026, 11, 25)), "on"),
        (check_step, STEP._replace(amount_pence=0), "amount_pence"),
        (check_step, STEP._replace(amount_pence=-1), "amount_pence"),
        (check_step, STEP._replace(amount_pence=10_000_001), "amount_pence"),
        (check_step, STEP._replace(until=date(2026, 10, 31)), "until"),
        (check_step, STEP._replace(authority="Med\x00way"), "authority"),
        (check_step, STEP._replace(detail="x" * 100_001), "detail"),
        (check_step, STEP._replace(stage="applied"), "on"),
        (check_spending, LINE._replace(entitlement=""), "entitlement"),
        (check_spending, LINE._replace(kind=""), "kind"),
        (check_spending, LINE._replace(on=date(2026, 12, 1)), "on"),
        (check_spending, LINE._replace(amount_pence=None), "amount_pence"),
        (check_spending, LINE._replace(amount_pence=0), "amount_pence"),
        (check_spending, LINE._replace(amount_pence=10_000_001), "amount_pence"),
        (check_spending, LINE._replace(what="  "), "what"),
        (check_spending, LINE._replace(what="Bed\x00"), "what"),
        (check_spending, LINE._replace(kind="returned", amount_pence=None), "amount_pence"),
        (check_spending, LINE._replace(kind="returned", entitlement="bursary"), "amount_pence"),
        (check_spending, LINE._replace(receipt="lost"), "receipt"),
        (check_spending, LINE._replace(kind="returned", amount_pence=12_001), "amount_pence"),
        (check_saving, SAVING._replace(kind=""), "kind"),
        (check_saving, SAVING._replace(on=None), "on"),
        (check_saving, SAVING._replace(amount_pence=-1), "amount_pence"),
        (check_saving, SAVING._replace(provider="a\x1b"), "provider"),
        (check_saving, SAVING._replace(amount_pence=10_000_001), "amount_pence"),
        (check_saving, SAVING._replace(detail="a\x1b"), "detail"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(check, fact, field):
    assert problems(check, fact) == {field}


@pytest.mark.parametrize(
    ("pence", "says"),
    [
        (0, "The amount must be more than nothing."),
        (10_000_001, "The amount is over £100,000. Look at it again."),
    ],
)
def test_an_amount_is_refused_in_words(pence, says):
    with pytest.raises(Refused, match=says):
        check_step(CASE, STEP._replace(amount_pence=pence), DAY)


def test_every_problem_is_said_at_once():
    assert problems(check_step, Entitlement("A1", "")) == {"entitlement", "stage", "on"}
    assert problems(check_spending, Spending("A1")) == {
        *("entitlement", "kind", "on", "amount_pence", "what")
    }


def test_all_that_was_spent_may_be_given_back_and_no_more():
    back = LINE._replace(kind="returned", amount_pence=12_000)
    check_spending(CASE, back, DAY)
    given = [LINE._asdict(), back._asdict() | {"row_id": "back"}]
    case = a_former_relevant(spending=given)
    check_spending(case, back._replace(row_id="back", what="The bed, sent back"), DAY)
    with pytest.raises(Refused, match="more than was spent"):
        check_spending(case, back._replace(row_id="again", amount_pence=1), DAY)


def test_a_step_may_be_changed_on_its_own_day():
    case = a_former_relevant(entitlements=[STEP._asdict()])
    check_step(case, STEP._replace(amount_pence=13_000), DAY)


def test_nothing_saved_is_an_answer_and_so_is_not_knowing():
    check_saving(CASE, SAVING._replace(amount_pence=0), DAY)
    check_saving(CASE, SAVING._replace(amount_pence=None), DAY)
