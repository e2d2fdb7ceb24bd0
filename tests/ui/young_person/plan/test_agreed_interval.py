"""How often we keep in touch is agreed in the plan, and what is due counts by it at once."""

from datetime import date

import pytest

from tests.desks import AHMED, AMAL
from ui.young_person.plan.plan_forms import IntervalForm
from ui.young_person.plan.state_card import StateCard


@pytest.fixture
def form(desk, qtbot):
    made = IntervalForm(desk)
    qtbot.addWidget(made)
    known = desk.known(AMAL)
    made.start(known, known.case.plans[0])
    return made


def contact_due(desk):
    return next(d.due_on for d in desk.duties(AMAL) if d.duty == "pa_contact_8w")


def test_what_was_agreed_moves_the_day_and_can_be_undone(form, desk, qtbot):
    assert contact_due(desk) == date(2026, 11, 5)
    (field,) = form.fields
    field.set_typed("28")
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert desk.case(AMAL).plans[0].contact_every_days == 28
    assert contact_due(desk) == date(2026, 10, 8)
    desk.do(saved.args[1], about=AMAL)
    assert contact_due(desk) == date(2026, 11, 5)


@pytest.mark.parametrize("typed", ["0", "2.5", "400", "often"])
def test_what_is_no_number_of_days_is_said_beside_the_field(form, desk, typed):
    (field,) = form.fields
    field.set_typed(typed)
    form.save()
    assert field.problem
    assert desk.case(AMAL).plans[0].contact_every_days is None


def test_the_card_offers_it_where_a_plan_runs(desk, qtbot):
    card = StateCard()
    qtbot.addWidget(card)
    card.show_case(desk.known(AMAL), desk.day, manages=False)
    assert not card.button("often").isHidden()
    card.show_case(desk.known(AHMED), desk.day, manages=False)
    assert card.button("often").isHidden()
