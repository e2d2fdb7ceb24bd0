"""A form of the file: a draft from the first letter, problems beside fields, nobody overwritten."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from carelink.errors import Problem, Refused
from carelink.facts import Saving
from db.one_fact import change_fact, record_fact
from tests.desks import AHMED, AMAL
from tests.pages import field_of
from ui.fields import ChoiceField, DateField, TextField
from ui.number_fields import MoneyField
from ui.young_person.fact_form import FactForm


def check(case, saving, today):
    """A saving needs its amount, and a day that has been."""
    problems = []
    if saving.amount_pence is None:
        problems.append(Problem("amount_pence", "Give the amount."))
    if saving.on is None or saving.on > today:
        problems.append(Problem("on", "Give a day that has been."))
    if problems:
        raise Refused(*problems)


class SavingForm(FactForm):
    """The plainest form there can be."""

    kind = "savings"
    title = "Record a saving"
    title_of_change = "Change a saving"
    check = check

    def make_fields(self):
        kinds = [("junior_isa", "Junior ISA"), ("bank", "Bank account")]
        return [
            ChoiceField("kind", "What is it?", kinds, across=2),
            DateField("on", "On which day?", self.today),
            MoneyField("amount_pence", "How much?"),
            TextField("detail", "Anything to add?", lines=2),
        ]


@pytest.fixture
def form(desk, qtbot):
    made = SavingForm(desk)
    qtbot.addWidget(made)
    made.show()
    made.start(desk.known(AMAL))
    return made


def fill(form, amount="£1,204.5"):
    field_of(form, "kind").set_value("junior_isa")
    field_of(form, "on").set_typed("3 5 26")
    field_of(form, "amount_pence").set_typed(amount)


def test_saving_records_the_fact_and_can_be_undone(form, desk, qtbot):
    fill(form)
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    (saving,) = desk.case(AMAL).savings
    assert saving[1:6] == ("junior_isa", "", date(2026, 5, 3), 120450, "")
    says, undo = saved.args
    assert says == "Saved."
    desk.do(undo, about=AMAL)
    assert desk.case(AMAL).savings == ()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(form, desk):
    field_of(form, "amount_pence").set_typed("twelve")
    form.save()
    assert "not an amount" in field_of(form, "amount_pence").problem
    field_of(form, "amount_pence").set_typed("")
    field_of(form, "on").set_typed("tomorrow")
    form.save()
    assert field_of(form, "amount_pence").problem == "Give the amount."
    assert field_of(form, "on").problem
    assert desk.case(AMAL).savings == ()


def test_the_first_letter_is_a_draft_and_the_form_takes_it_up_again(form, desk, qtbot):
    field_of(form, "detail").set_typed("الحساب باسمه")
    form.keep_draft()
    (draft,) = desk.drafts()
    assert (draft.form, draft.person_id) == ("savings", AMAL)
    again = SavingForm(desk)
    qtbot.addWidget(again)
    again.start(desk.known(AHMED))
    assert field_of(again, "detail").value() == ""
    again.start(desk.known(AMAL))
    assert field_of(again, "detail").value() == "الحساب باسمه"
    assert "left unfinished" in again.notice.text
    fill(again)
    again.save()
    assert desk.drafts() == []


def test_a_draft_thrown_away_is_gone(form, desk):
    field_of(form, "detail").set_typed("a")
    form.throw_away()
    assert field_of(form, "detail").value() == ""
    assert desk.drafts() == []


def test_two_windows_keep_both_texts_and_show_the_difference(form, desk, qtbot):
    saving = Saving(AMAL, "bank", "Credit union", date(2026, 5, 1), 100, "ours", "S1")
    desk.do(record_fact, "savings", saving, check, about=AMAL)
    for each in (form,):
        each.start(desk.known(AMAL), saving)
    assert form.heading.text() == "Change a saving"
    theirs = saving._replace(detail="theirs", amount_pence=200)
    desk.do(change_fact, "savings", saving, theirs, check, about=AMAL)
    field_of(form, "detail").set_typed("what I typed")
    form.save()
    QApplication.processEvents()
    assert desk.case(AMAL).savings == (theirs,), "nothing was overwritten"
    assert field_of(form, "detail").value() == "what I typed"
    assert field_of(form, "amount_pence").value() == 200, "what I did not touch is theirs"
    said = " ".join(label.text() for label in form.meanwhile.findChildren(type(form.heading)))
    assert "theirs" in said
    assert "what I typed" in said
    form.save()
    assert desk.case(AMAL).savings == (theirs._replace(detail="what I typed"),)


def test_theirs_can_be_taken(form, desk):
    saving = Saving(AMAL, "bank", "", date(2026, 5, 1), 100, "ours", "S1")
    desk.do(record_fact, "savings", saving, check, about=AMAL)
    form.start(desk.known(AMAL), saving)
    theirs = saving._replace(detail="theirs")
    desk.do(change_fact, "savings", saving, theirs, check, about=AMAL)
    field_of(form, "detail").set_typed("mine")
    form.save()
    (button,) = form.meanwhile.buttons
    button.click()
    assert field_of(form, "detail").value() == "theirs"


def test_a_draft_taken_up_shows_what_somebody_else_wrote_since(form, desk, qtbot):
    saving = Saving(AMAL, "bank", "", date(2026, 5, 1), 100, "ours", "S1")
    desk.do(record_fact, "savings", saving, check, about=AMAL)
    form.start(desk.known(AMAL), saving)
    field_of(form, "detail").set_typed("mine")
    form.leave()
    theirs = saving._replace(detail="theirs", amount_pence=200)
    desk.do(change_fact, "savings", saving, theirs, check, about=AMAL)
    again = SavingForm(desk)
    qtbot.addWidget(again)
    again.start(desk.known(AMAL), theirs)
    assert field_of(again, "detail").value() == "mine"
    assert field_of(again, "amount_pence").value() == 200
    (button,) = again.meanwhile.buttons
    button.click()
    assert field_of(again, "detail").value() == "theirs"


def test_a_draft_taken_up_where_nobody_wrote_since_asks_nothing(form, desk, qtbot):
    saving = Saving(AMAL, "bank", "", date(2026, 5, 1), 100, "ours", "S1")
    desk.do(record_fact, "savings", saving, check, about=AMAL)
    form.start(desk.known(AMAL), saving)
    field_of(form, "detail").set_typed("mine")
    form.leave()
    again = SavingForm(desk)
    qtbot.addWidget(again)
    again.start(desk.known(AMAL), saving)
    assert field_of(again, "detail").value() == "mine"
    assert again.meanwhile.buttons == ()


def test_a_double_click_on_save_keeps_one_fact(form, desk):
    fill(form)
    form.save_button.click()
    form.save()
    assert len(desk.case(AMAL).savings) == 1
    form.start(desk.known(AMAL))
    fill(form)
    form.save_button.click()
    assert len(desk.case(AMAL).savings) == 2
