"""Promises on the page: made, kept, not kept, told; what they told us; each with its way back."""

from datetime import date

import pytest

from carelink.facts import Promise, Statement
from db.promising import keep_promise
from tests.desks import AHMED, AMAL, TODAY
from tests.pages import field, read, section, undo

PROMISES = [
    Promise("M1", AMAL, "", "ring the bank", date(2026, 11, 1), date(2026, 11, 20)),
    Promise("M2", AMAL, "", "ask about college", date(2026, 11, 1), date(2026, 12, 20)),
    Promise("M3", AMAL, "", "send the form", date(2026, 10, 1), date(2026, 10, 9), TODAY),
]
STATEMENTS = [Statement("S1", AMAL, "challenge_card", date(2026, 11, 2), words="Why so slow?")]


@pytest.fixture
def view(page_on):
    return page_on("promises", {"promises": PROMISES, "statements": STATEMENTS})


def promise(view, key):
    return next(p for p in view.desk.case(AMAL).promises if p.promise_id == key)


def new_statement(view):
    (made,) = set(view.desk.case(AMAL).statements) - set(STATEMENTS)
    return made


def test_the_ledger_adds_up_and_the_longest_wait_is_first(view):
    promises = section(view).promises
    assert promises.sum.text() == (
        "3 promises = 1 late + 1 to keep + 1 kept late. 1 of them has come out without their"
        " being told."
    )
    assert promises.keys == ["M1", "M2", "M3"]
    assert "We are 4 days late (due 20 November 2026)" in read(promises)
    assert promises.row("M3").acts == ["told", "change"]


def test_a_promise_is_kept_in_one_press_and_opened_again_in_another(view):
    section(view).promises.row("M1").button("kept").click()
    assert promise(view, "M1").kept_on == TODAY
    undo(view)
    assert promise(view, "M1") == PROMISES[0]


def test_they_know_in_one_press(view):
    section(view).promises.row("M3").button("told").click()
    assert promise(view, "M3").told_on == TODAY
    undo(view)
    assert promise(view, "M3") == PROMISES[2]


def test_how_it_was_kept_is_written_once_and_stands_in_you_said_we_did(view):
    section(view).promises.row("M1").button("change").click()
    field(view, "said").set_value("The bank never answers me")
    view.file.form.save()
    section(view).promises.row("M1").button("kept_how").click()
    assert field(view, "kept_on").typed == "24 November 2026"
    field(view, "did").set_value("We rang together, the card is on its way")
    field(view, "told_on").set_typed("today")
    view.file.form.save()
    assert "“The bank never answers me”\nWe did: We rang together, the card is on its way" in read(
        section(view).came
    )
    assert "They were told on 24 November 2026" in read(section(view).came)
    undo(view)
    assert promise(view, "M1").kept_on is None


def test_what_cannot_be_kept_asks_why(view):
    section(view).promises.row("M1").button("broken").click()
    view.file.form.save()
    assert field(view, "broken_why").problem == "Say why it cannot be kept."
    field(view, "broken_why").set_value("The branch has shut")
    field(view, "did").set_value("We go to the one in town")
    view.file.form.save()
    words = read(section(view).promises.row("M1"))
    assert "Why: The branch has shut\nInstead: We go to the one in town" in " ".join(words)
    assert section(view).promises.row("M1").acts == ["told", "kept_how", "change"]
    undo(view)
    assert promise(view, "M1") == PROMISES[0]


def test_a_promise_is_made_here(view):
    section(view).make.click()
    field(view, "what").set_value("find a bicycle")
    view.file.form.save()
    assert field(view, "due_on").problem == "Say by when it was promised."
    field(view, "due_on").set_typed("24 12 2026")
    view.file.form.save()
    (made,) = set(view.desk.case(AMAL).promises) - set(PROMISES)
    assert (made.what, made.made_on, made.due_on) == ("find a bicycle", TODAY, date(2026, 12, 24))
    undo(view)
    assert len(view.desk.case(AMAL).promises) == 3


def test_what_they_told_us_is_recorded_promised_on_and_answered(view):
    section(view).hear.click()
    field(view, "kind").set_value("complaint")
    field(view, "words").set_value("Nobody rang back")
    assert "Law says 8 December 2026" in " ".join(read(field(view, "respond_by")))
    view.file.form.save()
    statements = section(view).statements
    assert statements.sum.text() == "2 statements = 1 without a day to answer by + 1 to answer."
    key = next(k for k in statements.keys if k != "S1")

    statements.row(key).button("promise").click()
    assert field(view, "said").value() == "Nobody rang back"
    assert field(view, "source").value() == "complaint"
    field(view, "what").set_value("ring within two days")
    field(view, "due_on").set_typed("1 12 2026")
    view.file.form.save()
    (made,) = set(view.desk.case(AMAL).promises) - set(PROMISES)
    assert made.statement_id == key

    statements.row(key).button("answer").click()
    field(view, "answer").set_value("We are sorry. We ring within two days.")
    view.file.form.save()
    assert "They do not have the answer yet" in " ".join(read(statements.row(key)))
    statements.row(key).button("told").click()
    assert new_statement(view).told_on == TODAY
    undo(view)
    assert new_statement(view).told_on is None


def test_the_stage_is_asked_of_a_complaint_alone(view):
    section(view).hear.click()
    field(view, "kind").set_value("complaint")
    assert field(view, "stage").isVisibleTo(view)
    field(view, "stage").set_value("2")
    field(view, "kind").set_value("challenge_card")
    assert not field(view, "stage").isVisibleTo(view)
    field(view, "words").set_value("Why?")
    view.file.form.save()
    assert new_statement(view).stage == ""


def test_a_promise_begun_on_a_statement_keeps_its_draft_apart(view):
    section(view).statements.row("S1").button("promise").click()
    field(view, "what").set_value("half a prom")
    view.step_back()
    section(view).make.click()
    assert field(view, "what").value() == ""
    view.step_back()
    section(view).statements.row("S1").button("promise").click()
    assert field(view, "what").value() == "half a prom"
    assert field(view, "said").value() == "Why so slow?"


def test_a_promise_kept_elsewhere_meanwhile_is_not_broken_here(view):
    section(view).promises.row("M1").button("broken").click()
    field(view, "broken_why").set_value("The branch has shut")
    with view.desk.store.writing() as writing:
        keep_promise(writing, PROMISES[0], TODAY, "Rang")
    view.file.form.save()
    assert view.file.form is not None
    assert field(view, "broken_why").value() == "The branch has shut"
    assert field(view, "did").value() == "Rang"
    assert promise_now(view).kept_on == TODAY


def promise_now(view):
    return next(p for p in view.desk.read([AMAL])[0].promises if p.promise_id == "M1")


def test_nothing_of_the_person_before_remains(view):
    view.show_person(AHMED)
    view.show_section("promises")
    said = " ".join(read(section(view)))
    assert "No promise is recorded." in said
    assert "No statement of theirs is recorded." in said
    assert "ring the bank" not in said
