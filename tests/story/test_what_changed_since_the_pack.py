"""A pack is prepared; weeks later the manager asks what changed since, and whose it was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from carelink.facts import Activity
from db.housing import change_home
from db.one_fact import as_it_was, record_fact
from tests.desks import made_desk, opened_desk
from tests.fingers import Fingers
from tests.stores import clock_at
from tests.teams import AMAL, BELA, a_team
from ui.background import Background
from ui.settings import Settings
from ui.window import Window

THEN, NOW = date(2026, 9, 26), date(2026, 11, 24)
HANNA = "MED-0003"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot, tmp_path):
    """The window on a desk, in sight; closed when the test ends."""
    backgrounds = []

    def made(desk):
        backgrounds.append(Background())
        window = Window(desk, backgrounds[-1], Settings(str(tmp_path / "settings.ini")))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.isActiveWindow())
        return window

    yield made
    for background in backgrounds:
        background.close()


@pytest.fixture
def store(opened, qtbot, tmp_path):
    """A store in which the pack of September was prepared on the Board page."""
    facts = a_team()
    facts["contacts"] = [one for one in facts["contacts"] if one.on <= THEN]
    desk = made_desk(tmp_path, THEN, facts)
    window = opened(desk)
    window.go_to("board")
    board = window.page("board")
    qtbot.waitUntil(lambda: board.release is not None)
    board.write_to(tmp_path / "pack")
    assert (tmp_path / "pack" / "figures.csv").exists()
    window.hide()
    desk.store._clock = clock_at(NOW)
    yield desk.store
    desk.store.close()


def record_a_visit(window, person_id):
    """As a worker does it, from the person's page."""
    window.open_person(person_id)
    hands = Fingers()
    hands.key(Qt.Key.Key_N)
    note = window.page("contact").pane.note
    assert note.answers().person_id == person_id
    hands.key(Qt.Key.Key_1)
    note.prompts["they_said"].setFocus()
    hands.type("All is well.")
    hands.key(Qt.Key.Key_Return, CTRL)


def set_right(desk):
    """What was wrong in September: Hanna's home was not suitable. What is new: Amal has work."""
    home = desk.case(HANNA).homes[0]
    desk.do(change_home, home, home._replace(suitable="2"), about=HANNA)
    work = Activity(AMAL, date(2026, 10, 5), None, "F5")
    desk.do(record_fact, "activities", work, as_it_was, about=AMAL)


def changes_on(window):
    """Heading by heading, the lines under it: who, how, by how much, why."""
    found = {}
    for line in window.page("board").changes.list.lines.rows():
        if line.state is None:
            under = found.setdefault(line.title, [])
        else:
            under.append((line.title, line.word, line.aside, line.sentence))
    return found


def test_the_manager_sees_exactly_who_moved_which_figure(store, opened, qtbot):
    desk = opened_desk(store, NOW)
    window = opened(desk)
    set_right(desk)
    record_a_visit(window, BELA)
    window.go_to("board")
    board = window.page("board")
    qtbot.waitUntil(lambda: board.release is not None)
    hands = Fingers()
    hands.press(board.several.buttons[-1])
    qtbot.waitUntil(lambda: board.changes.comparison is not None)
    assert hands.clicks == 1
    on_the_day, home = "Caseload on the day", "In suitable accommodation, ages 19 to 21"
    work = "In education, employment or training, ages 19 to 21"
    assert changes_on(window) == {
        f"{work}: 0 of 24, now 1 of 24 · {on_the_day}": [
            (
                "Amal Haddad",
                "Moved",
                "number +1",
                "Was: work or learning not known. Now: Training or work, full time, "
                "from 5 October 2026",
            )
        ],
        f"{home}: 24 of 24, now 23 of 24 · {on_the_day}": [
            (
                "ሐና ተስፋዬ",
                "Corrected",
                "number −1",
                "Home changed: suitability was suitable, is not suitable "
                "(recorded by Amina Yusuf, 24 November 2026)",
            )
        ],
        f"In touch with us, ages 19 to 21: 2 of 24, now 1 of 24 · {on_the_day}": [
            (
                "Amal Haddad",
                "Moved",
                "number −1",
                "Nothing got through from 24 September 2026 to 24 November 2026: "
                "we were last in touch on 10 September 2026",
            )
        ],
    }
    assert window._sum.text() == (
        "26 September 2026 to 24 November 2026: 2 young people moved 3 figures. "
        "3 changes = 2 moved + 1 corrected."
    )
    hands.key(Qt.Key.Key_Return)
    assert window.page("young_person").person_in_view() == AMAL


def test_the_figures_the_changes_speak_of_are_those_of_the_pack_and_of_today(store, opened, qtbot):
    desk = opened_desk(store, NOW)
    set_right(desk)
    window = opened(desk)
    window.go_to("board")
    board = window.page("board")
    qtbot.waitUntil(lambda: board.release is not None)
    board.show_changes()
    qtbot.waitUntil(lambda: board.changes.comparison is not None)
    found = board.changes.comparison
    assert found.as_kept is True
    shown = {(line.measure, line.indicator, line.age_band): line for line in board.release.lines}
    for figure in found.figures:
        line = shown[tuple(figure.figure)]
        assert figure.reconciles
        if not line.hidden:
            assert abs(line.shown_n - figure.number) <= 2
            assert abs(line.shown_base - line.shown_n - (figure.base - figure.number)) <= 2
