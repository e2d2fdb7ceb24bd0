"""What changed, on the Board pack page: for a manager alone, line by line; no name elsewhere."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from db.trail import amend
from tests.desks import AMAL, made_desk, opened_desk
from tests.fingers import Fingers
from tests.ledgers import released
from tests.pages import words_on
from tests.stores import clock_at
from tests.teams import a_team
from ui.background import Background
from ui.settings import Settings
from ui.window import Window

THEN, NOW = date(2026, 9, 26), date(2026, 11, 24)


@pytest.fixture
def later(tmp_path):
    """A team on a day in November, of whom a pack was prepared in September."""
    facts = a_team()
    facts["contacts"] = [one for one in facts["contacts"] if one.on <= THEN]
    first = made_desk(tmp_path, THEN, facts)
    released(first, THEN)
    first.store._clock = clock_at(NOW)
    desk = opened_desk(first.store, NOW)
    desk.do(amend, "homes", desk.case(AMAL).homes[0].row_id, {"suitable": "2"}, about=AMAL)
    yield desk
    first.store.close()


@pytest.fixture
def show(qtbot, tmp_path, dressed):
    """Opens the window on a desk, at the Board pack; closed when the test ends."""
    backgrounds = []

    def made(desk, role="team_manager"):
        desk.user = desk.user._replace(role=role)
        backgrounds.append(Background())
        window = Window(desk, backgrounds[-1], Settings(str(tmp_path / "settings.ini")))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        window.go_to("board_pack")
        return window, window.page("board_pack")

    yield made
    for background in backgrounds:
        background.close()


@pytest.fixture
def shown(later, show, qtbot):
    window, pack = show(later)
    pack.show_step(pack.changes)
    qtbot.waitUntil(lambda: pack.changes.comparison is not None, timeout=30_000)
    return window, pack.changes


def listed(pane):
    return [
        (line.title, line.word, line.aside)
        for line in pane.list.lines.rows()
        if line.state is not None
    ]


def headings(pane):
    return [line.title for line in pane.list.lines.rows() if line.state is None]


def test_the_last_pack_is_set_beside_today_in_one_press(later, show, qtbot):
    window, board = show(later)
    hands = Fingers()
    hands.press(board.several.buttons[2])
    qtbot.waitUntil(lambda: board.changes.comparison is not None)
    assert hands.clicks == 1
    assert board.changes.since.word_of(board.changes.since.value()) == (
        "The pack of 26 September 2026, prepared by Amina Yusuf"
    )
    assert window._sum.text().startswith("26 September 2026 to 24 November 2026: 2 young people")
    assert board.changes.list.hasFocus()


def test_each_figure_says_then_and_now_and_who_moved_it(shown):
    _, pane = shown
    assert headings(pane)[0] == (
        "In suitable accommodation, ages 19 to 21: 24 of 24, now 23 of 24 · On the day"
    )
    assert listed(pane)[0] == ("Amal Haddad", "Corrected", "number −1")
    assert "was suitable, is not suitable (recorded by Amina Yusuf" in pane.whole.text()


def test_one_kind_alone_is_listed_and_none_is_said(shown):
    _, pane = shown
    pane.kinds.button("corrected").click()
    assert {word for _, word, _ in listed(pane)} == {"Corrected"}
    assert pane.list.chosen().title == "Amal Haddad"
    pane.kinds.button("entered").click()
    assert listed(pane) == []
    assert "Nobody entered between the two days." in words_on(pane)
    pane.kinds.button("").click()
    assert {word for _, word, _ in listed(pane)} == {"Corrected", "Moved"}
    assert ("Bela Kovacs", "Moved", "number −1") in listed(pane)


def test_each_line_opens_its_person_and_a_heading_folds(shown, qtbot):
    window, pane = shown
    pane.list.setFocus()
    before = pane.list.lines.rowCount()
    pane.list.setCurrentIndex(pane.list.lines.index(0, 0))
    assert pane.whole.text() == f"{headings(pane)[0]}."
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.list.lines.rowCount() < before
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    pane.list.choose_first()
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert window.place == "young_person"
    assert window.page("young_person").person_in_view() == AMAL


def test_a_day_of_ones_own_can_be_asked_for_and_one_ahead_cannot(shown, qtbot):
    _, pane = shown
    first = pane.comparison
    pane.since.set_value("a day")
    assert pane.day.isVisible()
    pane.day.set_typed("+4")
    pane.button.click()
    assert pane.day.problem
    pane.day.set_typed("26 9 2026")
    pane.until.set_typed("1 9 2026")
    pane.button.click()
    assert "from 26 September 2026 up to today" in pane.until.problem
    pane.until.set_typed("24 11 2026")
    pane.button.click()
    qtbot.waitUntil(lambda: pane.comparison is not first)
    assert not pane.until.problem
    assert pane.comparison.as_kept is None


def test_what_is_recorded_meanwhile_is_said_and_shown_when_asked_again(later, shown, qtbot):
    window, pane = shown
    first = pane.comparison
    later.do(amend, "homes", later.case(AMAL).homes[0].row_id, {"suitable": "1"}, about=AMAL)
    assert "Something was recorded since this was worked out." in window._sum.text()
    pane.button.click()
    qtbot.waitUntil(lambda: pane.comparison is not first)
    assert "Something was recorded" not in window._sum.text()
    assert "corrected" not in window._sum.text()


def test_with_no_pack_yet_it_says_so_and_lets_a_day_be_chosen(window, qtbot):
    window.go_to("board_pack")
    board = window.page("board_pack")
    board.show_step(board.changes)
    assert "No pack has been prepared here yet." in words_on(board.changes)
    assert board.changes.day.isVisible()
    board.changes.day.set_typed("24 11 2026")
    board.changes.button.click()
    qtbot.waitUntil(lambda: board.changes.comparison is not None)
    assert "nothing changed in any figure" in window._sum.text()
    assert "figures are made of the same young people as then." in words_on(board.changes)


@pytest.mark.parametrize("role", ["qa", "analyst"])
def test_nobody_but_the_manager_has_the_pane(later, show, role):
    assert show(later, role)[1].changes is None


def test_waiting_is_shown_and_can_be_stopped(later, show, qtbot):
    window, board = show(later)
    board.show_step(board.changes)
    pane = board.changes
    assert "Comparing" in window._sum.text()
    assert pane.button.text() == "Stop"
    pane.button.click()
    assert window._sum.text() == "Stopped: nothing was compared."
    assert pane.comparison is None
    pane.button.click()
    qtbot.waitUntil(lambda: pane.comparison is not None)
    assert pane.button.text() == "Show what changed"
    found, said = pane.comparison, window._sum.text()
    pane.button.click()
    pane.button.click()
    assert (pane.comparison, window._sum.text()) == (found, said)
