"""Money on the page: told, applied, granted, received in one press each; the ledger; savings."""

from datetime import date

import pytest

from carelink.facts import Entitlement, Saving, Spending
from carelink.money.unclaimed import unclaimed_of
from db.money import record_step
from db.trail import amend
from tests.desks import A_FEW, AMAL, HANNA, TODAY
from tests.pages import field, section, undo, words_on
from ui.young_person.money.money_forms import StepForm

ALLOWANCE = "setting_up_home_allowance"
STEPS = [
    Entitlement(AMAL, ALLOWANCE, "granted", date(2025, 8, 1), 300_000, row_id="E1"),
    Entitlement(AMAL, "free_haircuts", "granted", date(2025, 8, 1), row_id="E2"),
]
SPENT = [
    Spending(AMAL, ALLOWANCE, date(2025, 9, 1), "spent", 25_050, "Bed", "seen", "W1", "L1"),
    Spending(AMAL, ALLOWANCE, date(2025, 9, 9), "spent", 10_000, "Rug", "missing", "W1", "L2"),
]
SAVED = [Saving(AMAL, "child_trust_fund", "OneFamily", date(2025, 5, 1), 91_200, row_id="V1")]


@pytest.fixture
def view(page_on):
    return page_on("money", {"entitlements": STEPS, "spending": SPENT, "savings": SAVED})


def row(view, card, key):
    held = section(view).cards[card]
    if key not in held.keys:
        held.earlier.click()
    return held.row(key)


def steps_of(view, entitlement):
    held = [s for s in view.desk.case(AMAL).entitlements if s.entitlement == entitlement]
    return [(s.stage, s.on, s.amount_pence) for s in sorted(held, key=lambda s: str(s.on))]


def test_everything_in_the_catalogue_is_in_one_group_and_they_add_up(view):
    cards = section(view).cards
    for card in cards.values():
        while card.earlier.isVisibleTo(card):
            card.earlier.click()
    shown = [key for card in cards.values() for key in card.keys]

    assert sorted(shown) == sorted(e.entitlement for e in view.desk.catalogue.entries)
    assert f"{len(shown)} = " in words_on(section(view).sum)


def test_what_may_be_had_stands_with_its_amount_why_and_law(view):
    words = words_on(row(view, "to_get", ALLOWANCE))

    assert "Setting-up-home allowance, £3,000" in words
    assert "Open since 1 July 2025, until 3 May 2032. Granted on 1 August 2025, £3,000" in words
    assert "The first tenancy began on 1 July 2025." in words
    assert "Medway's page for care leavers" in words
    assert "at least £3,000 from 1 April 2023" in words


def test_received_in_one_press_at_all_that_is_to_come_and_taken_back_in_another(view):
    before = unclaimed_of(view.desk.case(AMAL), TODAY, view.desk.catalogue).pence
    assert row(view, "to_get", ALLOWANCE).acts[0] == "received"
    row(view, "to_get", ALLOWANCE).button("received").click()

    assert steps_of(view, ALLOWANCE)[-1] == ("received", TODAY, 300_000)
    assert ALLOWANCE in section(view).cards["reached"].keys
    after = unclaimed_of(view.desk.case(AMAL), TODAY, view.desk.catalogue).pence
    assert before - after == 264_950, "what was spent for them had reached them already"
    undo(view)
    assert steps_of(view, ALLOWANCE) == [("granted", date(2025, 8, 1), 300_000)]


def test_each_step_is_one_press_and_the_next_is_offered(view):
    for act, offered in (
        ("told", ["applied", "granted", "otherwise", "change", "take_back"]),
        ("applied", ["granted", "otherwise", "change", "take_back"]),
    ):
        row(view, "to_get", "council_tax_relief").button(act).click()
        assert row(view, "to_get", "council_tax_relief").acts == offered
    row(view, "to_get", "council_tax_relief").button("granted").click()

    assert "council_tax_relief" not in section(view).cards["to_get"].keys
    duty = next(d for d in view.desk.duties(AMAL) if d.duty == "council_tax_relief")
    assert duty.last_on == TODAY


def test_a_step_of_another_day_amount_or_a_no_is_recorded_in_the_form(view):
    row(view, "to_get", ALLOWANCE).button("otherwise").click()
    form = view.file.form
    assert isinstance(form, StepForm)
    assert field(view, "entitlement").value() == ALLOWANCE
    assert field(view, "amount_pence").value() == 300_000
    field(view, "stage").set_value("received")
    field(view, "on").set_typed("1 9 2025")
    field(view, "amount_pence").set_typed("£1,250.50")
    form.save()

    assert steps_of(view, ALLOWANCE)[-1] == ("received", date(2025, 9, 1), 125_050)
    assert "£1,749.50 still to come" in words_on(row(view, "to_get", ALLOWANCE))


def test_what_is_wrong_is_said_beside_its_field(view):
    row(view, "to_get", ALLOWANCE).button("otherwise").click()
    field(view, "on").set_typed("1 1 2027")
    view.file.form.save()

    assert field(view, "stage").problem == "Choose how far it came."
    assert field(view, "on").problem


def test_a_step_is_taken_out_and_put_back(view):
    row(view, "to_get", ALLOWANCE).button("take_back").click()
    assert steps_of(view, ALLOWANCE) == []
    undo(view)
    assert STEPS[0] in view.desk.case(AMAL).entitlements


def test_told_of_all_of_it_in_one_press(view):
    card = section(view).cards["to_tell"]
    section(view).told_all.click()

    assert card.keys == []
    assert card.sum.text() == "They know of all of it."
    assert not section(view).told_all.isVisibleTo(section(view))
    told = [s for s in view.desk.case(AMAL).entitlements if s.stage == "told"]
    assert {s.on for s in told} == {TODAY}
    undo(view)
    assert [s for s in view.desk.case(AMAL).entitlements if s.stage == "told"] == []


def test_the_council_they_are_liable_to_is_kept_with_the_relief(view):
    moved = A_FEW["homes"][0]._replace(host_authority="Swale")
    view.desk.do(amend, "homes", "H1", moved._asdict(), about=AMAL)
    assert "They are liable to Swale: its own scheme applies." in words_on(
        row(view, "to_get", "council_tax_relief")
    )
    row(view, "to_get", "council_tax_relief").button("applied").click()

    (step,) = [s for s in view.desk.case(AMAL).entitlements if s.stage == "applied"]
    assert (step.authority, step.entitlement) == ("Swale", "council_tax_relief")


def test_a_grant_they_knew_of_can_still_be_granted(view):
    view.desk.do(record_step, Entitlement(AMAL, "help_moving_home", "told", TODAY), about=AMAL)
    row(view, "reached", "help_moving_home").button("otherwise").click()
    field(view, "stage").set_value("granted")
    field(view, "amount_pence").set_typed("80")
    view.file.form.save()

    assert ("granted", TODAY, 8_000) in steps_of(view, "help_moving_home")


def test_the_ledger_says_what_is_left_and_a_receipt_that_is_missing(view):
    spent = section(view).spent

    assert spent.sum.text() == (
        "Setting-up-home allowance: £2,649.50 left of £3,000. Receipts not yet seen: 1."
    )
    assert spent.keys == ["L2", "L1"]
    assert "Bed, £250.50" in words_on(spent.row("L1"))
    assert "£2,749.50 left after it" in words_on(spent.row("L1"))


def test_spending_is_recorded_and_what_would_be_left_is_said_before(view):
    section(view).spend.click()
    field(view, "what").set_value("Cooker")
    field(view, "amount_pence").set_typed("199.99")
    assert "£2,449.51 would be left of £3,000." in words_on(field(view, "amount_pence"))
    field(view, "amount_pence").set_typed("2700")
    assert "£50.50 more than was awarded" in words_on(field(view, "amount_pence"))
    view.file.form.save()

    line = next(s for s in view.desk.case(AMAL).spending if s.what == "Cooker")
    assert (line.kind, line.on, line.amount_pence, line.entitlement) == (
        *("spent", TODAY, 270_000, ALLOWANCE),
    )
    assert "We have spent £50.50 more than the £3,000" in section(view).spent.sum.text()
    undo(view)
    assert len(view.desk.case(AMAL).spending) == 2


def test_more_given_back_than_was_spent_is_refused_beside_the_amount(view):
    section(view).spend.click()
    field(view, "kind").set_value("returned")
    field(view, "what").set_value("Rug")
    field(view, "amount_pence").set_typed("400")
    view.file.form.save()

    assert field(view, "amount_pence").problem == "That is more than was spent."


def test_a_line_is_changed_and_its_own_amount_counts_once(view):
    section(view).spent.row("L2").button("change").click()
    field(view, "amount_pence").set_typed("90")
    assert "£2,659.50 would be left" in words_on(field(view, "amount_pence"))
    field(view, "receipt").set_value("seen")
    view.file.form.save()

    assert "£2,659.50 left of £3,000." in section(view).spent.sum.text()
    assert "Receipts" not in section(view).spent.sum.text()


def test_savings_that_became_theirs_and_are_not_claimed_are_said(view):
    assert "Turned 18 and not claimed: Child Trust Fund" in section(view).saved.sum.text()
    assert "held by OneFamily" in words_on(section(view).saved.row("V1"))
    row(view, "to_get", "child_trust_fund").button("received").click()
    assert "Child Trust Fund" not in section(view).saved.sum.text()


def test_savings_are_recorded(view):
    section(view).save_up.click()
    field(view, "kind").set_value("own_savings")
    field(view, "amount_pence").set_typed("40")
    view.file.form.save()

    saved = [s for s in view.desk.case(AMAL).savings if s.kind == "own_savings"]
    assert [(s.amount_pence, s.on) for s in saved] == [(4_000, TODAY)]


def test_what_the_catalogue_does_not_know_is_shown_all_the_same(view):
    assert "Free haircuts" in words_on(section(view).unknown.row("E2"))
    view.show_person(HANNA)
    view.show_section("money")
    assert not section(view).unknown.isVisibleTo(section(view))


def test_a_step_recorded_elsewhere_shows_at_once(view):
    step = Entitlement(AMAL, "universal_credit_learning", "received", TODAY)
    view.desk.do(record_step, step, about=AMAL)

    assert "universal_credit_learning" in section(view).cards["reached"].keys


def test_a_step_recorded_twice_is_refused_on_the_message_bar(view):
    view.desk.do(record_step, Entitlement(AMAL, "rent_guarantor", "told", TODAY), about=AMAL)
    section(view)._record(
        "told",
        next(held for held in section(view)._stands if held.entry.entitlement == "rent_guarantor"),
    )

    assert view.told == ["This step is recorded for that day already."]
