"""A worker with 25 young people leaves: packs, visits, telling, acceptance, and closed at last."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from carelink.facts import Allocation, CarePeriod, Contact, Handover, Person, Promise, Worker
from db.handing_over import accept_handovers, ask_handovers
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.stores import PASSPHRASE, USER, clock_at
from ui.opening import open_desk

PA = "personal_adviser"
CTRL = Qt.KeyboardModifier.ControlModifier
MANY = 25
LAST_DAY = date(2026, 12, 4)
FIRST_DAY = date(2026, 12, 5)
_NAMES = ("Amal Haddad", "ሐና ተስፋዬ", "أحمد علي", "Zoë Price", "Jo Mbeki")


def a_leaver():
    """Naomi, who leaves, with 25 young people, a promise and a visit to each; and Tom."""
    facts = {
        "workers": [Worker("W1", "Naomi Price", PA), Worker("W2", "Tom Ode", PA)],
        **{kind: [] for kind in ("people", "care_periods", "allocations", "contacts")},
        "promises": [Promise("P1", "MED-0001", "", "Ring the bank", TODAY, worker_id="W1")],
    }
    for place in range(MANY):
        person_id = f"MED-{place + 1:04}"
        name = _NAMES[place] if place < len(_NAMES) else f"Person {place + 1}"
        facts["people"].append(Person(person_id, name, "", date(2006, 5, 3), uasc=False))
        facts["care_periods"].append(
            CarePeriod(person_id, date(2018, 1, 1), date(2024, 5, 3), "C2")
        )
        facts["allocations"].append(Allocation(person_id, "W1", PA, date(2023, 6, 1)))
        facts["contacts"].append(Contact("", person_id, "W1", date(2026, 11, 20), "seen"))
    return facts


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_leaver())
    yield made
    made.store.close()


def settle():
    for _ in range(4 * MANY):
        QApplication.processEvents()


def typed_in(form, name, text, hands):
    field = next(field for field in form.fields if field.name == name)
    field.setFocus()
    field.set_typed("")
    hands.type(text)


def asked_for(closing, hands):
    """Everybody of Naomi's is to go to Tom from the day after her last."""
    closing.who.setFocus()
    hands.type("Naomi")
    closing.last_day.setFocus()
    closing.last_day.set_typed("")
    hands.type("4 12 2026")
    hands.press(closing.ask_button)
    hands.type("Tom")
    assert closing.form.fields[0].value() == "W2"
    hands.press(closing.form.save_button)


def test_25_young_people_go_to_another_adviser_in_under_60_presses(window, desk, tmp_path):
    before = {
        person: [(d.duty, d.state, d.due_on) for d in desk.duties(person) if "contact" in d.duty]
        for person in ("MED-0001", "MED-0025")
    }
    hands = Fingers()
    hands.key(Qt.Key.Key_9, CTRL)
    view = window.page("handovers")
    hands.press(view._buttons[2])
    asked_for(view.closing, hands)
    hands.press(view._buttons[0])
    pane = view.under_way
    assert pane.sum == f"{MANY} handovers = {MANY} waiting for a step"

    # The packs: everyone ticked, saved in one folder, which the folder's own window asks for.
    hands.press(pane.all_button)
    hands.press(pane.acts["pack"])
    pane.choose_folder = lambda: tmp_path
    hands.press(pane.form.save_button)
    hands.clicks += 1
    settle()
    assert len(list(tmp_path.glob("handover-*.pdf"))) == MANY
    assert len(list(tmp_path.glob("handover-*.html"))) == MANY
    assert desk.case("MED-0025").handovers[0].pack_on == TODAY

    # One after another: each their own visit and their own words.
    hands.press(pane.acts["through"])
    for place in range(MANY):
        form = pane.form
        typed_in(form, "joint_visit_on", f"+{1 + place % 9}", hands)
        typed_in(form, "told_on", "today", hands)
        typed_in(form, "view_words", f"All right, {place}", hands)
        hands.key(Qt.Key.Key_Return, CTRL)
        settle()
    assert pane.form is None
    told = [desk.case(f"MED-{n + 1:04}").handovers[0] for n in range(MANY)]
    assert {one.told_by for one in told} == {"W1"}
    assert len({one.view_words for one in told}) == MANY

    # Accepted, all of them, ahead of the first day.
    hands.press(pane.acts["accept"])
    hands.press(pane.form.save_button)
    assert pane.sum == f"{MANY} handovers = {MANY} accepted"
    assert hands.clicks < 60

    # The clock of contacts is theirs and has not moved; nobody has begun yet.
    for person, clocks in before.items():
        now = [(d.duty, d.state, d.due_on) for d in desk.duties(person) if "contact" in d.duty]
        assert now == clocks
        assert desk.case(person).adviser_on(TODAY).worker_id == "W1"

    # Nothing is hers any more after her last day: she can be closed.
    hands.press(view._buttons[2])
    view.closing.refresh()
    assert "They can be closed." in view.closing.says.text()
    hands.press(view.closing.close_button)
    assert desk.case("MED-0001").workers["W1"].end == FIRST_DAY
    assert hands.clicks < 60


def test_the_first_start_on_or_after_the_day_begins_it_and_leaves_no_day_between(desk, tmp_path):
    people = [person.person_id for person in desk.people()]
    desk.do(ask_handovers, [Handover("", p, "W1", "W2", None, FIRST_DAY) for p in people])
    handovers = [desk.case(person).handovers[0] for person in people]
    desk.do(accept_handovers, handovers, TODAY, about=people)
    path = desk.store.path
    later = FIRST_DAY + timedelta(days=3)
    other = open_desk(path, USER, PASSPHRASE, clock_at(later))
    other.read_all()
    case = other.case("MED-0003")
    days = [TODAY + timedelta(days=ahead) for ahead in range(60)]
    assert [case.adviser_on(day).worker_id for day in days] == [
        "W1" if day < FIRST_DAY else "W2" for day in days
    ]
    assert other.held("MED-0003").orphan is None
    again = open_desk(path, USER, PASSPHRASE, clock_at(later))
    assert len(again.case("MED-0003").allocations) == 2
    for desk_ in (other, again):
        desk_.store.close()


def test_a_program_left_open_over_night_begins_it_on_the_new_day(window, desk, qtbot):
    going = Handover("", "MED-0001", "W1", "W2", None, FIRST_DAY)
    desk.do(ask_handovers, [going], about="MED-0001")
    desk.do(accept_handovers, desk.case("MED-0001").handovers, TODAY, about="MED-0001")
    assert desk.case("MED-0001").adviser_name(TODAY) == "Naomi Price"
    desk._today = lambda: FIRST_DAY
    desk.store._clock = clock_at(FIRST_DAY)
    with qtbot.waitSignal(window.reading.finished):
        window.signals.look_at_the_day()
    assert desk.held("MED-0001").adviser == "Tom Ode"
    assert desk.case("MED-0001").adviser_name(FIRST_DAY) == "Tom Ode"
    assert desk.held("MED-0002").adviser == "Naomi Price"


def test_what_is_left_is_said_and_the_worker_is_not_closed(window, desk):
    window.go_to("handovers")
    view = window.page("handovers")
    view.show_closing()
    view.closing.who.set_value("W1")
    view.closing.last_day.set_typed("4 12 2026")
    said = " ".join(found.text() for found in view.closing.findChildren(QLabel))
    assert "Still theirs after 4 December 2026: 25 young people, 1 promise to keep." in said
    assert not view.closing.close_button.isEnabled()
    lines = [line.title for line in view.closing.list.lines.rows()]
    assert "25 young people" in lines
    assert "أحمد علي" in " ".join(lines)
