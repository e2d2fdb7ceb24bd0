"""The page of what is to come: four panes, each with its sum, each line opening its person."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carelink.facts import Absence, CarePeriod, Contact, Person
from db.covering import record_absence
from db.recording import Note, record_note
from tests.desks import AHMED, AMAL, HANNA, TODAY, made_desk
from tests.fingers import Fingers
from ui.ahead.taken import take_all

_LONG = 20_000


@pytest.fixture
def ahead(window, qtbot):
    window.go_to("ahead")
    page = window.page("ahead")
    qtbot.waitUntil(lambda: page.whole and page.panes[0].outlook is not None, timeout=_LONG)
    return page


def worked_out(qtbot, pane, change):
    """Wait for the next outlook after the change."""
    before = pane.outlook
    change()
    qtbot.waitUntil(lambda: pane.outlook is not before, timeout=_LONG)
    return pane.outlook


def sum_of(window):
    return window._sum.text()


def test_ctrl_7_opens_it_for_a_manager(window, qtbot):
    qtbot.keyClick(
        QApplication.focusWidget() or window,
        Qt.Key.Key_7,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert window.place == "ahead"


def test_the_sentence_comes_first_and_the_visits_open_their_person(window, ahead):
    pane = ahead.panes[0]
    assert pane.says.text().startswith("At the present pace the eight-week contact ")
    assert "beside the usual ones" in pane.keeps.text()
    assert sum_of(window).startswith("Today 33.3% (1 of 3)")
    about = [row.about for row in pane.visits.model.rows()]
    assert about == [visit.person_id for visit in pane.outlook.keeping.visits]
    fingers = Fingers()
    pane.visits.table.setFocus()
    pane.visits.table.selectRow(0)
    fingers.key(Qt.Key.Key_Return)
    assert window.place == "young_person"
    assert window.page("young_person").person_in_view() == about[0]
    assert fingers.clicks == 1


def test_a_visit_recorded_shows_when_one_comes_back(window, ahead, qtbot):
    pane = ahead.panes[0]
    assert pane.outlook.today.in_time == 1
    note = Note(Contact("", AMAL, "W1", TODAY, "seen_at_home", "worker", note="A good talk."))

    def record():
        window.desk.do(record_note, note, about=AMAL)

    found = worked_out(qtbot, pane, record)
    assert found.today.in_time == 2


def test_leave_booked_lowers_what_is_to_be_expected(window, ahead, qtbot):
    pane = ahead.panes[0]
    usual = pane.outlook.projection.made
    away = Absence("W1", "leave", TODAY + timedelta(days=1), TODAY + timedelta(days=80), "B1")
    less = worked_out(
        qtbot,
        pane,
        lambda: window.desk.do(record_absence, away, team=True),
    )
    assert less.projection.made < usual


def test_the_day_and_the_target_can_be_others(window, ahead, qtbot):
    pane = ahead.panes[0]
    found = worked_out(qtbot, pane, lambda: pane.until.set_typed("8 1 2027"))
    assert found.projection.until.isoformat() == "2027-01-08"
    found = worked_out(qtbot, pane, lambda: pane.target.set_typed("50"))
    assert found.target == 50
    pane.until.set_typed("1 1 2030")
    qtbot.waitUntil(lambda: bool(pane.until.problem))
    assert pane.until.problem == "Give a day within the next 26 weeks."
    pane.target.set_typed("0")
    qtbot.waitUntil(lambda: bool(pane.target.problem))


def test_another_duty_is_one_press_away(ahead, qtbot):
    pane = ahead.panes[0]
    fingers = Fingers()
    review = worked_out(qtbot, pane, lambda: fingers.press(pane.duties.button(2)))
    assert review.duty == "pathway_review_6m"
    assert fingers.clicks == 1


def test_the_paper_says_the_same_and_for_whom_it_is(ahead, tmp_path):
    from pypdf import PdfReader

    told = []
    ahead.said.connect(told.append)
    ahead.panes[0].write_to(tmp_path / "ahead.pdf")
    assert (tmp_path / "ahead.html").exists()
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "ahead.pdf").pages)
    text = " ".join(text.split())
    assert "For managers and personal advisers only" in text
    assert ahead.panes[0].says.text() in text
    assert "Amal Haddad" in text
    assert told == [
        f"Saved ahead.pdf and ahead.html in {tmp_path.name}. The store does not protect them."
    ]


def test_the_forecast_has_its_range_its_table_and_what_it_rests_on(window, ahead):
    ahead.show_pane("Forecast")
    pane = ahead.pane
    assert pane.chart.title.text() == "Young people on the roll in the years ahead"
    assert len(pane.table.model.rows()) == 4
    assert sum_of(window).startswith("3 now · ")
    assert "one year older" in pane.assumed.text()
    pane.ways.button(1).click()
    assert pane.forecast.years[0].low is None
    assert [row.cells[10] for row in pane.table.model.rows()][:2] == ["3", "3"]


def test_the_homes_wanted_add_up_to_the_roll(window, ahead):
    ahead.show_pane("Homes wanted")
    assert sum_of(window).startswith("3 on the roll = ")
    pane = ahead.pane
    shown = sum(
        int(cell) for row in pane.by_kind.model.rows() for cell in row.cells[1:] if cell != "–"
    )
    assert shown == len(pane.wanted.wants)


def test_save_a_visit_puts_those_of_one_district_together(window, ahead):
    ahead.show_pane("Save a visit")
    lines = ahead.pane.list.lines.rows()
    assert [line.title for line in lines if line.state is None] == [
        "ME4: 1 visit",
        "No home is recorded: 1 visit",
    ]
    assert [line.about for line in lines if line.state] == [AMAL, HANNA]
    assert AHMED not in [line.about for line in lines]
    ahead.pane.list.choose(AMAL)
    ahead.pane.list.activated.emit(ahead.pane.list.currentIndex())
    assert window.place == "young_person"


def test_save_a_visit_lists_of_whom_the_day_cannot_be_told(qtbot, tmp_path, dressed):
    from ui.ahead.journeys_pane import JourneysPane
    from ui.background import Background

    nobody = Person("P", "No Dates")
    facts = {"people": [nobody], "care_periods": [CarePeriod("P", legal_status="C2", row_id="K")]}
    desk, background = made_desk(tmp_path, facts=facts), Background()
    pane = JourneysPane(desk, background)
    qtbot.addWidget(pane)
    pane.show_taken(dict(*take_all(desk, ["P"])))
    assert [line.title for line in pane.list.lines.rows()] == [
        "We cannot tell by which day: 1",
        "No Dates",
    ]
    background.close()
    desk.store.close()


def test_an_empty_store_says_so_in_every_pane(qtbot, tmp_path, dressed):
    from ui.ahead.ahead_view import AheadView
    from ui.background import Background
    from ui.desk_signals import DeskSignals

    desk = made_desk(tmp_path, facts={})
    background = Background()
    page = AheadView(desk, DeskSignals(desk), background)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.panes[0].outlook is not None, timeout=_LONG)
    assert page.panes[0].says.text().endswith("there is no rate.")
    for word in ("Forecast", "Homes wanted", "Save a visit"):
        page.show_pane(word)
        assert page.pane.sum
    background.close()
    desk.close()


def test_what_is_kept_of_a_roll_does_not_hold_on_to_its_cases(desk):
    (some,) = take_all(desk, [AMAL, HANNA, AHMED])
    assert set(some) == {AMAL, HANNA, AHMED}
    assert some[AMAL].seat.clocks["pa_contact_8w"].worker_id == "W1"


def test_looking_ahead_can_be_stopped_and_goes_on_when_one_comes_back(window, qtbot):
    window.go_to("ahead")
    page = window.page("ahead")
    assert sum_of(window).startswith("Looking ahead: ")
    assert page.step_back()
    assert sum_of(window) == "Stopped. Open Ahead again to go on."
    assert not page.step_back()
    window.go_to("people")
    window.go_to("ahead")
    qtbot.waitUntil(lambda: page.whole, timeout=_LONG)
