"""A manager's half hour: every exception seen, twenty decided by keyboard, each back on its day."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from carelink.oversight.decisions import decided_keys
from db.made_up import make_demo_store
from db.store import open_store
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.stores import PASSPHRASE, clock_at
from ui.desk import Desk

PEOPLE, PRESSES, DECISIONS = 166, 10, 20


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "team.store"
    make_demo_store(
        path, PEOPLE, 3, TODAY, user="Amina Yusuf", passphrase=PASSPHRASE, clock=clock_at(TODAY)
    )
    store = open_store(path, user="Amina Yusuf", passphrase=PASSPHRASE, clock=clock_at(TODAY))
    from carelink.rulebook import load_rulebook

    made = Desk(store, load_rulebook(), lambda: TODAY)
    made.read_all()
    yield made
    store.close()


@pytest.fixture
def pane(window):
    window.go_to("team")
    pane = window.page("team").pane
    pane.take_keyboard()
    return pane


def lines(pane):
    return [line for line in pane.list.lines.rows() if line.state is not None]


def in_sight(pane):
    """The keys of the lines that stand on the screen now."""
    area = pane.list.viewport().rect()
    rows = pane.list.lines.rows()
    places = [pane.list.visualRect(pane.list.lines.index(at, 0)) for at in range(len(rows))]
    return {row.key for row, place in zip(rows, places, strict=True) if area.contains(place)}


def test_every_exception_of_a_team_is_seen_in_ten_presses(pane):
    hands, seen = Fingers(), in_sight(pane)
    while len(seen) < len(pane.list.lines.rows()) and hands.clicks < PRESSES:
        hands.key(Qt.Key.Key_PageDown)
        seen |= in_sight(pane)
    assert {line.key for line in lines(pane)} <= seen
    assert hands.clicks <= PRESSES


def test_twenty_decisions_in_one_sitting_by_keyboard_alone(pane, desk):
    hands = Fingers()
    alarms, _ = desk.alarms()
    before = len(alarms)
    made = 0
    while made < DECISIONS:
        if pane._chosen() is None:
            hands.key(Qt.Key.Key_Down)
            continue
        if made % 5 == 4:
            hands.key(Qt.Key.Key_A)
            hands.type("See them this week")
            hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            hands.key(Qt.Key.Key_S)
        made += 1
    open_now, decided = desk.alarms()
    assert len(open_now) == before - DECISIONS
    assert decided >= DECISIONS
    assert hands.clicks <= 2 * DECISIONS
    notes = [one for a in alarms[:DECISIONS] for one in desk.case(a.person_id).decisions]
    assert sum(one.on == TODAY for one in notes) == DECISIONS

    desk._today = lambda: TODAY + timedelta(days=14)
    assert desk.turn_day()
    desk.read_all()
    keys = {key for alarm in desk.alarms()[0] for key in alarm.keys}
    assert {key for alarm in alarms[:DECISIONS] for key in alarm.keys if "duty:" in key} & keys
    for alarm in alarms[:DECISIONS]:
        held_back = decided_keys(desk.case(alarm.person_id).decisions, desk.day)
        assert not held_back & set(alarm.keys)
