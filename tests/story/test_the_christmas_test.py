"""The manager sees the slump coming, and which visits, made before which day, keep the rate up."""

from datetime import date

from PySide6.QtCore import Qt

from carelink.facts import Absence
from db.covering import record_absence
from tests.desks import TODAY
from tests.fingers import Fingers
from tests.teams import PEOPLE

CTRL = Qt.KeyboardModifier.ControlModifier
CHRISTMAS = Absence("W1", "leave", date(2026, 12, 14), date(2027, 1, 11))
_LONG = 20_000


def looked_ahead(window, qtbot, hands):
    """One shortcut, and the first pane has its sentence."""
    hands.key(Qt.Key.Key_7, CTRL)
    page = window.page("ahead")
    qtbot.waitUntil(lambda: page.whole and page.panes[0].outlook is not None, timeout=_LONG)
    return page.panes[0]


def test_the_slump_is_seen_and_the_visits_that_prevent_it_are_one_click_away(
    window, desk, qtbot, duties_command
):
    hands = Fingers()
    pane = looked_ahead(window, qtbot, hands)
    assert hands.clicks == 1

    # Everybody but two was seen on one day: they all fall due on one day, 15 January.
    two_late = f"{100 * (PEOPLE - 2) / PEOPLE:.1f}% ({PEOPLE - 2} of {PEOPLE})"
    assert f"today it is {two_late}" in pane.says.text()
    assert pane.outlook.lowest.on == date(2027, 1, 16)
    before_leave = pane.outlook.lowest.in_time
    assert "before 16 January 2027" in pane.keeps.text()
    named = len(pane.outlook.keeping.visits)
    assert pane.keeps.text().startswith(f"{named} visits beside the usual ones")

    # The command line counts the same two as late.
    rows = duties_command()
    late = [
        key
        for key, row in rows.items()
        if key[1] == "pa_contact_8w" and row["state"] in ("overdue", "never")
    ]
    assert len(late) == PEOPLE - pane.outlook.today.in_time

    # The adviser books four weeks of leave: fewer are seen, and more visits are asked for.
    usual = pane.outlook
    desk.do(record_absence, CHRISTMAS, team=True)
    qtbot.waitUntil(lambda: pane.outlook is not usual, timeout=_LONG)
    assert pane.outlook.lowest.in_time < before_leave
    assert len(pane.outlook.keeping.visits) > named

    # Enter on a line of the list opens the young person.
    first = pane.outlook.keeping.visits[0]
    pane.visits.table.setFocus()
    pane.visits.table.selectRow(0)
    hands.key(Qt.Key.Key_Return)
    assert window.place == "young_person"
    assert window.page("young_person").person_in_view() == first.person_id
    assert hands.clicks == 2


def test_a_visit_made_is_one_less_to_make(window, desk, qtbot):
    hands = Fingers()
    pane = looked_ahead(window, qtbot, hands)
    late = next(visit for visit in pane.outlook.clocks if visit.due_on < TODAY)
    usual = pane.outlook
    window.record_contact(late.person_id)
    note = window.page("contact").pane.note
    note.prompts["they_said"].setFocus()
    hands.type("All is well.")
    window.page("contact").pane.note.setFocus()
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.key(Qt.Key.Key_7, CTRL)
    qtbot.waitUntil(lambda: pane.outlook is not usual, timeout=_LONG)
    assert pane.outlook.today.in_time == usual.today.in_time + 1
