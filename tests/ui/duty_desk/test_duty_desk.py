"""Who is away and who stands in, recorded, changed and undone; nobody's messages, bad input."""

from datetime import date

import pytest

from carelink.facts import Allocation, Message, Person, Worker
from db.covering import take_message
from tests.desks import A_FEW, AMAL, TODAY, made_desk
from ui.desk_signals import DeskSignals
from ui.duty_desk.desk_lists import ALL, AWAY, COVERED, MINE
from ui.duty_desk.duty_desk_view import DutyDeskView


def shown(desk, qtbot):
    view = DutyDeskView(desk, DeskSignals(desk))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.told, view.offers, view.sums = [], [], []
    view.said.connect(view.told.append)
    view.offered.connect(lambda *offer: view.offers.append(offer))
    view.sum_said.connect(view.sums.append)
    view.show()
    return view


@pytest.fixture
def view(desk, qtbot, dressed):
    return shown(desk, qtbot)


def titles(view):
    return [(line.title, line.state_word) for line in view.lists.list.lines.rows()]


def record_away(view, **values):
    view.lists.choose(AWAY)
    view.lists.away_button.click()
    for field in view.lists.form.fields:
        if field.name in values:
            (field.set_typed if field.name.endswith(("_on", "until")) else field.set_value)(
                values[field.name]
            )
    view.lists.form.submit()


def test_nobody_away_and_no_message_are_said(view):
    assert titles(view) == [("No message waits here.", "")]
    assert view.sums[-1] == "0 messages waiting"
    view.lists.choose(AWAY)
    assert titles(view) == [("Nobody is away, and nothing is booked within six weeks.", "")]


def test_away_with_nobody_standing_in_is_a_gap_until_somebody_does(view, desk):
    record_away(view, worker_id="W1", kind="sickness", first_on="20 11 2026")
    assert titles(view) == [("Away today (1)", ""), ("Naomi Price", "Nobody stands in")]
    view.offers[-1][2]()
    assert desk.of_the_team("absences") == []

    record_away(
        view,
        worker_id="W1",
        kind="leave",
        first_on="20 11 2026",
        back_on="30 11 2026",
        cover_id="W2",
    )
    assert titles(view)[1] == ("Naomi Price", "Covered")
    (cover,) = desk.of_the_team("covers")
    assert (cover.first_on, cover.back_on) == (date(2026, 11, 20), date(2026, 11, 30))
    view.offers[-1][2]()
    assert (desk.of_the_team("absences"), desk.of_the_team("covers")) == ([], [])


def test_a_cover_for_somebody_whose_day_back_nobody_knows_asks_until_when(view, desk):
    record_away(view, worker_id="W1", kind="sickness", first_on="today", cover_id="W2")
    until = next(field for field in view.lists.form.fields if field.name == "cover_until")
    assert until.problem == "Give the first day on which they no longer stand in."
    assert desk.of_the_team("absences") == []
    until.set_typed("4 12 2026")
    view.lists.form.submit()
    assert desk.of_the_team("covers")[0].back_on == date(2026, 12, 4)


def test_an_absence_is_changed_when_they_come_back_sooner(view, desk):
    record_away(view, worker_id="W1", kind="leave", first_on="today", back_on="1 12 2026")
    view.lists.list.choose_first()
    view.lists.change_button.click()
    back = next(field for field in view.lists.form.fields if field.name == "back_on")
    back.set_typed("26 11 2026")
    view.lists.form.submit()
    assert desk.of_the_team("absences")[0].back_on == date(2026, 11, 26)
    view.offers[-1][2]()
    assert desk.of_the_team("absences")[0].back_on == date(2026, 12, 1)


def test_leave_booked_ahead_says_that_nobody_stands_in_yet(view):
    record_away(view, worker_id="W2", kind="leave", first_on="21 12 2026", back_on="4 1 2027")
    assert titles(view) == [("Booked within six weeks (1)", ""), ("Tom Ode", "Nobody yet")]


def test_messages_are_mine_those_of_whom_i_stand_in_for_and_everybodys(desk, qtbot, dressed):
    desk.user = desk.user._replace(worker_id="W2")
    view = shown(desk, qtbot)
    record_away(
        view, worker_id="W1", kind="leave", first_on="today", back_on="1 12 2026", cover_id="W2"
    )
    for place, worker in enumerate(("W1", "W2", "")):
        words = Message("", AMAL, worker, words=f"Message {place}", urgent=worker == "W2")
        desk.do(take_message, words, about=AMAL, team=True)
    lists = view.lists
    texts = [button.text() for button in lists.buttons]
    assert texts == ["For me (1)", "Standing in (2)", "Everybody's (3)", "Who is away (1)"]
    assert "Standing in for Naomi Price until 1 December 2026" in view.sums[-1]
    lists.choose(MINE)
    assert titles(view) == [("Amal Haddad", "Urgent")]
    lists.choose(COVERED)
    assert len(titles(view)) == 2
    lists.choose(ALL)
    assert titles(view)[0] == ("Amal Haddad", "Urgent")


def test_somebody_with_no_adviser_has_messages_that_are_nobodys_yet(tmp_path, qtbot, dressed):
    facts = {"people": [Person("p1", "Cai")], "workers": []}
    desk = made_desk(tmp_path, facts=facts)
    view = shown(desk, qtbot)
    view.call.show_person("p1")
    assert view.call.away.text().startswith("They have no personal adviser.")
    view.call.message.fields[1].set_value("Please ring")
    view.call.message.submit()
    (line,) = view.lists.list.lines.rows()
    assert line.aside == "For nobody yet"
    view.lists.choose(AWAY)
    assert titles(view) == [("Nobody is away, and nothing is booked within six weeks.", "")]
    desk.store.close()


def test_a_message_for_one_who_has_left_goes_to_the_adviser_now(tmp_path, qtbot, dressed):
    left = Worker("W1", "Naomi Price", "personal_adviser", end=date(2026, 11, 1))
    facts = {
        "workers": [left, Worker("W2", "Tom Ode", "personal_adviser")],
        "people": [Person("p1", "Cai")],
        "allocations": [Allocation("p1", "W2", "personal_adviser", date(2026, 11, 1))],
        "messages": [Message("G1", "p1", "W1", TODAY, words="Ring me")],
    }
    desk = made_desk(tmp_path, facts=facts)
    view = shown(desk, qtbot)
    assert [line.aside for line in view.lists.list.lines.rows()] == ["For Tom Ode"]
    desk.store.close()


def test_two_workers_of_one_name_are_told_apart_in_every_list(tmp_path, qtbot, dressed):
    twins = [
        Worker("W8", "Jo Bell", "personal_adviser", "River"),
        Worker("W9", "Jo Bell", "personal_adviser", "River"),
    ]
    desk = made_desk(tmp_path, facts={**A_FEW, "workers": [*A_FEW["workers"], *twins]})
    view = shown(desk, qtbot)
    view.lists.choose(AWAY)
    view.lists.away_button.click()
    words = [word for _, word in view.lists.form.fields[0]._options]
    assert "Jo Bell (W8)" in words
    assert "Jo Bell (W9)" in words
    desk.store.close()
