"""A first tenancy, the allowance that comes with it, what was bought: from form to figure."""

from datetime import date

from carelink.facts import Home
from carelink.money.ledger import ledgers_of
from carelink.timeline import timeline_of
from carelink.words import State
from db.housing import record_move
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.pages import field_of
from tests.teams import AMAL

MOVED = date(2026, 11, 2)
ALLOWANCE = "setting_up_home_allowance"


def unclaimed_on_my_week(window):
    window.go_to("my_week")
    return window._sum.text().partition(" · ")[2]


def open_money(window):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section("money")
    return view.file


def duty(desk, name):
    return next(duty for duty in desk.duties(AMAL) if duty.duty == name)


def test_a_tenancy_opens_the_allowance_and_one_press_says_that_it_came(window, desk, trail):
    assert unclaimed_on_my_week(window).startswith("£0 unclaimed")
    move = Home(AMAL, MOVED, None, "U", "1", False, "ME4 4TR", tenancy="own")
    desk.do(record_move, move, about=AMAL)

    assert unclaimed_on_my_week(window).startswith("£3,000 unclaimed")
    assert duty(desk, ALLOWANCE).state is State.DUE_SOON
    file = open_money(window)
    before = len(trail())
    hands = Fingers()
    hands.press(file.section.cards["to_get"].row(ALLOWANCE).button("received"))

    assert hands.clicks == 1
    assert len(trail()) == before + 1
    assert duty(desk, ALLOWANCE).state is State.ON_TRACK
    assert ALLOWANCE in file.section.cards["reached"].keys
    assert unclaimed_on_my_week(window).startswith("£0 unclaimed")

    window.messages.act()
    assert unclaimed_on_my_week(window).startswith("£3,000 unclaimed")
    assert duty(desk, ALLOWANCE).state is State.DUE_SOON


def test_what_is_bought_from_it_stands_in_the_ledger_and_on_the_timeline(window, desk):
    move = Home(AMAL, MOVED, None, "U", "1", False, "ME4 4TR", tenancy="own")
    desk.do(record_move, move, about=AMAL)
    file = open_money(window)
    file.section.cards["to_get"].row(ALLOWANCE).button("granted").click()
    file.section.spend.click()
    hands = Fingers()
    field_of(file.form, "what").setFocus()
    hands.type("Bed")
    field_of(file.form, "amount_pence").setFocus()
    hands.type("219.99")
    hands.press(field_of(file.form, "receipt").button("seen"))
    hands.press(file.form.save_button)

    assert hands.clicks == 2
    assert "£2,780.01 left of £3,000." in file.section.spent.sum.text()
    (ledger,) = ledgers_of(desk.case(AMAL), TODAY, desk.catalogue)
    assert ledger.balance_pence == 278_001
    said = [row.says for row in timeline_of(desk.case(AMAL))]
    assert "Spent (setting up home allowance): Bed, £219.99" in said


def test_what_stops_follows_what_is_recorded(window, desk):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section("cliff_edges")
    key = "housing_priority_at_21 "
    assert key in view.file.section.pressing.keys
    move = Home(AMAL, MOVED, None, "U", "1", False, "ME4 4TR", tenancy="own")
    desk.do(record_move, move, about=AMAL)

    assert key not in view.file.section.pressing.keys
    assert key in view.file.section.ahead.keys
