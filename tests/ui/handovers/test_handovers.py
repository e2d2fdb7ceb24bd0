"""The list by who gives over, what is ticked, each step and its undo; closing; bad input."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from carelink.facts import Allocation, Handover, Person, Worker
from db.handing_over import ask_handovers, withdraw_handovers
from tests.desks import A_FEW, AHMED, AMAL, HANNA, TODAY, made_desk
from ui.desk_signals import DeskSignals
from ui.handovers.handovers_view import HandoversView

PA = "personal_adviser"
FIRST = date(2026, 12, 8)


def shown(desk, qtbot):
    view = HandoversView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.told, view.offers, view.sums = [], [], []
    view.said.connect(view.told.append)
    view.offered.connect(lambda *offer: view.offers.append(offer))
    view.sum_said.connect(view.sums.append)
    view.show()
    return view


@pytest.fixture
def going(desk):
    """Amal, Hanna and Ahmed are to go from Naomi to Tom."""
    people = [AMAL, HANNA, AHMED]
    desk.do(ask_handovers, [Handover("", p, "W1", "W2", None, FIRST) for p in people], about=people)
    return desk


@pytest.fixture
def view(going, qtbot, dressed):
    return shown(going, qtbot)


def rows(pane):
    return [line for line in pane.list.lines.rows() if line.state is not None]


def act(pane, name, **values):
    pane.acts[name].click()
    for field in pane.form.fields:
        if field.name in values:
            (field.set_typed if field.name.endswith("_on") else field.set_value)(values[field.name])
    pane.form.submit()


def test_the_list_stands_under_who_gives_over_and_adds_up(view):
    pane = view.under_way
    titles = [line.title for line in pane.list.lines.rows()]
    assert titles[0] == "From Naomi Price (3)"
    assert sorted(titles[1:])[0].startswith("☐ ")
    assert view.sums[-1] == "3 handovers = 3 waiting for a step"
    assert {line.aside for line in rows(pane)} == {"To Tom Ode"}


def test_space_ticks_a_row_and_on_the_heading_all_of_its_group(view):
    pane = view.under_way
    pane.list.setFocus()
    pane.list.choose_first()
    QTest.keyClick(pane.list, Qt.Key.Key_Space)
    assert len(pane.list.ticked()) == 1
    assert rows(pane)[0].title.startswith("☑ ")
    assert "ticked" in rows(pane)[0].spoken
    QTest.keyClick(pane.list, Qt.Key.Key_Up)
    QTest.keyClick(pane.list, Qt.Key.Key_Space)
    assert len(pane.list.ticked()) == 3
    QTest.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.list.ticked() == []


def test_a_press_on_the_box_ticks_and_beside_it_only_chooses(view):
    pane = view.under_way
    box = pane.list.visualRect(pane.list.lines.index(1, 0))
    QTest.mouseClick(
        pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(48, 18)
    )
    assert len(pane.list.ticked()) == 1
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert len(pane.list.ticked()) == 1


@pytest.mark.parametrize(
    ("step", "values", "field"),
    [
        ("visit", {"joint_visit_on": "1 12 2026"}, "joint_visit_on"),
        ("told", {"told_on": "today", "told_by": "W1"}, "told_on"),
        ("accept", {}, "accepted_on"),
        ("withdraw", {"withdrawn_why": "She stays"}, "withdrawn_on"),
    ],
)
def test_each_step_is_taken_for_all_that_are_ticked_and_undone_as_one(
    view, going, step, values, field
):
    pane = view.under_way
    pane.all_button.click()
    act(pane, step, **values)
    people = [AMAL, HANNA, AHMED]
    assert all(getattr(going.case(p).handovers[0], field) for p in people)
    assert "for 3 young people" in view.offers[-1][0]
    view.offers[-1][2]()
    assert not any(getattr(going.case(p).handovers[0], field) for p in people)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(view, going):
    pane = view.under_way
    act(pane, "visit", joint_visit_on="")
    assert pane.form.fields[0].problem == "Give the day of the visit together."
    pane.form.fields[0].set_typed("soonish")
    pane.form.submit()
    assert "not a date we understand" in pane.form.fields[0].problem
    view.step_back()
    assert pane.form is None
    act(pane, "withdraw", withdrawn_why="")
    assert pane.form.fields[0].problem == "Say why it is withdrawn."


def test_a_folder_that_cannot_be_written_is_said_and_no_pack_is_given(view, going, tmp_path, qtbot):
    pane = view.under_way
    pane.list.choose_first()
    pane.choose_folder = lambda: tmp_path / "not" / "there"
    act(pane, "pack")
    qtbot.waitUntil(lambda: bool(view.told))
    assert "could not be saved there" in view.told[-1]
    assert all(going.case(p).handovers[0].pack_on is None for p in (AMAL, HANNA, AHMED))
    pane.choose_folder = lambda: None
    pane.form.submit()
    assert pane.form is not None


def test_a_handover_withdrawn_while_its_form_is_open_is_said_as_it_is(view, going):
    pane = view.under_way
    pane.list.choose(rows(pane)[0].key)
    pane.acts["visit"].click()
    one = pane.about()[0]
    going.do(withdraw_handovers, [one], "They asked for another", about=[one.person_id])
    pane.form.fields[0].set_value(TODAY)
    pane.form.submit()
    assert view.told == [
        "Someone else changed this while you had it open. It was left as it is now."
    ]
    assert pane.form is not None


def test_one_after_another_keeps_words_only_with_the_day_they_were_told(view, going):
    pane = view.under_way
    pane.acts["through"].click()
    form = pane.form
    words = next(field for field in form.fields if field.name == "view_words")
    words.set_value("All right")
    form.submit()
    told = next(field for field in form.fields if field.name == "told_on")
    assert told.problem == "Give the day they were told."
    told.set_typed("today")
    form.submit()
    assert pane.form is None
    held = [going.case(p).handovers[0] for p in (AMAL, HANNA, AHMED)]
    assert [one.view_words for one in held if one.told_on] == ["All right"]


def test_an_adviser_sees_those_that_are_theirs_to_give_or_to_take(going, qtbot, dressed):
    going.user = going.user._replace(role=PA, worker_id="W2")
    assert shown(going, qtbot).under_way.number == 3
    going.user = going.user._replace(worker_id="W7")
    view = shown(going, qtbot)
    assert view.under_way.number == 0
    assert [line.title for line in view.under_way.list.lines.rows()] == [
        "No handover is under way."
    ]
    assert len(view._buttons) == 2, "closing a worker is a manager's"


def test_a_worker_with_no_people_is_closed_and_opened_again(desk, qtbot, dressed):
    view = shown(desk, qtbot)
    view.show_closing()
    closing = view.closing
    closing.who.set_value("W2")
    assert closing.says.text() == "Nothing is theirs any more. They can be closed."
    closing.close_button.click()
    assert desk.workers()["W2"].end == date(2026, 11, 25)
    assert view.offers[-1][0] == "Tom Ode is closed; last day 24 November 2026."
    assert closing.who.isAncestorOf(view.focusWidget())
    view.offers[-1][2]()
    assert desk.workers()["W2"].end is None
    assert closing.who.value() == "W2"
    assert closing.says.text() == "Nothing is theirs any more. They can be closed."


def test_what_is_left_is_listed_by_kind_and_their_people_can_be_asked_over(desk, qtbot, dressed):
    view = shown(desk, qtbot)
    view.show_closing()
    closing = view.closing
    closing.who.set_value("W1")
    assert not closing.close_button.isEnabled()
    assert closing.list.lines.rows()[0].title == "3 young people"
    assert not closing.open_button.isEnabled()
    closing.list.choose(closing.list.lines.rows()[1].key)
    assert closing.open_button.isEnabled()
    closing.ask_button.click()
    closing.form.fields[0].set_value("W2")
    closing.form.submit()
    assert view.under_way.number == 3
    assert "3 handovers not finished" in [line.title for line in closing.list.lines.rows()]


def test_two_workers_of_one_name_are_told_apart(tmp_path, qtbot, dressed):
    twin = Worker("W9", "Naomi Price", "nurse", "River")
    desk = made_desk(tmp_path, facts={**A_FEW, "workers": [*A_FEW["workers"], twin]})
    desk.do(ask_handovers, [Handover("", AMAL, "W1", "W2", None, FIRST)], about=AMAL)
    view = shown(desk, qtbot)
    titles = [line.title for line in view.under_way.list.lines.rows()]
    assert titles[0] == "From Naomi Price (personal adviser) (1)"
    options = [word for _, word in view.closing.who._options]
    assert "Naomi Price (nurse)" in options
    desk.store.close()


def test_of_two_advisers_the_one_who_gives_over_goes_and_the_other_stays(tmp_path, qtbot, dressed):
    both = [*A_FEW["allocations"], Allocation(AMAL, "W2", PA, date(2026, 1, 5), row_id="A9")]
    desk = made_desk(tmp_path, facts={**A_FEW, "allocations": both})
    desk.do(ask_handovers, [Handover("", AMAL, "W1", "W2", None, TODAY)], about=AMAL)
    view = shown(desk, qtbot)
    view.under_way.list.choose_first()
    act(view.under_way, "accept")
    now = [a for a in desk.case(AMAL).allocations if a.end is None]
    assert [a.worker_id for a in now] == ["W2"]
    desk.store.close()


def test_a_handover_without_a_first_day_says_so_first(tmp_path, qtbot, dressed):
    handover = Handover("H1", AMAL, "W1", "", date(2026, 11, 1))
    desk = made_desk(tmp_path, facts={**A_FEW, "handovers": [handover]})
    view = shown(desk, qtbot)
    (line,) = rows(view.under_way)
    assert (line.state_word, line.aside) == ("No first day", "To nobody yet")
    assert "no first day is set" in view.under_way.says.text()
    act(view.under_way, "accept")
    problems = " ".join(
        [*(f.problem for f in view.under_way.form.fields), view.under_way.form.general.text()]
    )
    assert "Give the first day with the new worker." in problems
    assert "Choose a worker who is here on the first day." in problems
    desk.store.close()


def test_an_empty_store_says_what_is_so_on_every_side(tmp_path, qtbot, dressed):
    desk = made_desk(tmp_path, facts={"people": [Person("p1", "Cai")]})
    view = shown(desk, qtbot)
    assert view.sums[-1] == "No handover is under way"
    assert next(line.title for line in view.nobodys.list.lines.rows()).startswith(
        "No personal adviser"
    )
    view.show_closing()
    assert view.closing.says.text() == "Choose who leaves, and their last day."
    desk.store.close()


def test_in_a_narrow_window_what_can_be_done_is_one_press_away(view):
    view.resize(600, 700)
    pane = view.under_way
    assert not pane.panes.panel_covers
    pane.to_panel.click()
    assert pane.panes.panel_covers
    assert view.step_back()
    assert not pane.panes.panel_covers
