"""A worker records a move, judges the home, takes a step: from the forms to duty and timeline."""

from datetime import date

from PySide6.QtWidgets import QLabel

from carelink.timeline import timeline_of
from carelink.words import State
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.pages import field_of
from tests.teams import AMAL

MOVED = "20 11 2026"


def opened(window, section="home"):
    window.open_person(AMAL)
    view = window.page("young_person")
    view.show_section(section)
    return view.file


def duty(desk, name):
    return next(duty for duty in desk.duties(AMAL) if duty.duty == name)


def record_a_move(file, hands, kind="D", **typed):
    hands.press(file.section.move_in)
    for name, words in {"start": MOVED, **typed}.items():
        field_of(file.form, name).setFocus()
        hands.type(words)
    field_of(file.form, "type").set_value(kind)


def test_a_move_says_what_it_opened_and_one_press_takes_it_back(window, desk, trail):
    file = opened(window)
    before, hands = desk.case(AMAL), Fingers()
    record_a_move(file, hands, postcode="me44tr.")
    hands.press(field_of(file.form, "provided_by_authority").button("yes"))
    rows = len(trail())
    hands.press(file.form.save_button)

    said = window.messages.text
    assert said.startswith("Amal Haddad: The move is saved. Now due:")
    assert "(by 27 November 2026)" in said
    assert "(by 18 December 2026)" in said
    assert "now ends on 20 November 2026." in said
    home = desk.case(AMAL).home_on(TODAY)
    assert (home.start, home.postcode) == (date(2026, 11, 20), "ME4 4TR")
    assert duty(desk, "pa_visit_7d").state is State.DUE_SOON
    assert duty(desk, "pathway_review_28d_move").due_on == date(2026, 12, 18)
    written = [(action, kind) for _, action, kind, _ in trail()[rows:] if kind != "drafts"]
    assert written == [("add", "homes"), ("amend", "homes")]

    window.messages.act()
    assert desk.case(AMAL).homes == before.homes


def test_a_prison_cannot_be_saved_as_suitable_and_nothing_typed_is_lost(window, desk):
    file = opened(window)
    before, hands = desk.case(AMAL), Fingers()
    record_a_move(file, hands, kind="X", expected_end="1 3 2027")
    hands.press(field_of(file.form, "suitable").button("1"))
    hands.press(file.form.save_button)
    says = '"In custody" cannot be recorded as suitable.'
    assert field_of(file.form, "suitable").problem == says
    assert desk.case(AMAL).homes == before.homes

    hands.press(field_of(file.form, "suitable").button("2"))
    hands.press(file.form.save_button)
    assert desk.case(AMAL).home_on(TODAY).type == "X"
    lines = [row._says.text() for row in file.section.now._rows if not row._held.isHidden()]
    assert "Expected on 1 March 2027, in 97 days" in lines


def test_the_judgement_of_the_home_answers_the_duty_too(window, desk):
    file = opened(window)
    home = desk.case(AMAL).home_on(TODAY)
    hands = Fingers()
    hands.press(file.section.judge)
    field_of(file.form, "safety").setFocus()
    hands.type("Locks and alarms tested")
    for limb in ("needs_met", "landlord_suitable", "wishes_considered", "suitable"):
        hands.press(field_of(file.form, limb).button("yes"))
    field_of(file.form, "reasons").setFocus()
    hands.type("Safe and near college")
    hands.press(field_of(file.form, "oc3").button("2"))
    hands.press(file.form.save_button)
    assert "otherwise" in field_of(file.form, "oc3_reasons").problem
    field_of(file.form, "oc3_reasons").setFocus()
    hands.type("Somebody next door has threatened them")
    hands.press(file.form.save_button)

    assert hands.clicks <= 8
    case = desk.case(AMAL)
    (judged,) = case.suitability
    assert (judged.suitable, judged.oc3, judged.home_id) == (True, "2", home.row_id)
    assert case.home_on(TODAY).suitable == "2"
    assert duty(desk, "accommodation_suitability_check").last_on == TODAY
    says = [row.says for row in timeline_of(case)]
    assert "The home was judged: suitable in law; for the return, not suitable" in says

    window.messages.act()
    assert desk.case(AMAL).suitability == ()
    assert desk.case(AMAL).home_on(TODAY) == home


def test_a_bid_waits_until_it_has_come_out(window, desk):
    file = opened(window)
    hands = Fingers()
    hands.press(file.section.step)
    field_of(file.form, "kind").set_value("bid")
    field_of(file.form, "outcome").set_value("waiting")
    field_of(file.form, "detail").setFocus()
    hands.type("Flat 3, Mill Lane")
    hands.press(file.form.save_button)
    (step,) = desk.case(AMAL).housing_steps
    row = file.section.steps.row(step.row_id)
    assert row._stands.text() == "Waiting to hear"

    hands.press(row.button("change"))
    field_of(file.form, "outcome").set_value("offered")
    hands.press(file.form.save_button)
    assert file.section.steps.row(step.row_id)._stands.text() == "Offered"
    assert hands.clicks == 4


def test_somebody_else_changed_the_home_while_the_form_stood_open(window, desk):
    from db.housing import change_home

    file = opened(window)
    file.section.change.click()
    home = desk.case(AMAL).home_on(TODAY)
    field_of(file.form, "provider").setFocus()
    Fingers().type("Moat")
    field_of(file.form, "support_level").set_value("enhanced")
    theirs = {"provider": "Orbit", "tenancy": "joint", "support_level": "intensive"}
    desk.do(change_home, home, home._replace(**theirs), about=AMAL)
    file.form.save()

    assert field_of(file.form, "provider").typed == "Moat"
    assert field_of(file.form, "tenancy").value() == "joint"
    assert len(file.form.meanwhile.buttons) == 2
    said = [label.text() for label in file.form.meanwhile.findChildren(QLabel)]
    assert {"Intensive support", "Enhanced support"} <= set(said)
    file.form.save()
    now = desk.case(AMAL).home_on(TODAY)
    assert (now.provider, now.tenancy, now.support_level) == ("Moat", "joint", "enhanced")
