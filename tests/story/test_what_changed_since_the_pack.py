"""A pack is prepared; weeks later the manager asks what changed since, and whose it was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from carelink.facts import Activity
from carelink.release.shown import shown_of
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
HANNA, HANNA_SAID = "MED-0003", "ሐና ተስፋዬ"
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
    """A store in which the pack of September was prepared on the Board pack page."""
    facts = a_team()
    facts["contacts"] = [one for one in facts["contacts"] if one.on <= THEN]
    desk = made_desk(tmp_path, THEN, facts)
    window = opened(desk)
    window.go_to("board_pack")
    page = window.page("board_pack")
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.in_hand is not None, timeout=60_000)
    page.prepare_to(tmp_path / "pack")
    qtbot.waitUntil(lambda: not page.is_writing, timeout=120_000)
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
    for line in window.page("board_pack").changes.list.lines.rows():
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
    window.go_to("board_pack")
    page = window.page("board_pack")
    hands = Fingers()
    hands.press(page.several.buttons[2])
    qtbot.waitUntil(lambda: page.changes.comparison is not None, timeout=60_000)
    assert hands.clicks == 1
    on_the_day, home = "On the day", "In suitable accommodation, ages 19 to 21"
    work = "In education, employment or training, ages 19 to 21"
    found = changes_on(window)
    wanted = {
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
                HANNA_SAID,
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
    assert {heading: found.get(heading) for heading in wanted} == wanted
    others = set(found) - set(wanted)
    assert {line[0] for heading in others for line in found[heading]} <= {"Amal Haddad", HANNA_SAID}
    says = f"26 September 2026 to 24 November 2026: 2 young people moved {len(found)} figures. "
    assert window._sum.text().startswith(says)
    hands.key(Qt.Key.Key_Return)
    assert window.page("young_person").person_in_view() == HANNA


def test_the_figures_the_changes_speak_of_are_those_of_the_pack_and_of_today(store, opened, qtbot):
    desk = opened_desk(store, NOW)
    set_right(desk)
    window = opened(desk)
    window.go_to("board_pack")
    page = window.page("board_pack")
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.in_hand is not None, timeout=60_000)
    page.show_step(page.changes)
    qtbot.waitUntil(lambda: page.changes.comparison is not None, timeout=60_000)
    found = page.changes.comparison
    assert found.as_kept is True
    release, spoken = page.in_hand.prepared.release, 0
    for figure in found.figures:
        assert figure.reconciles
        shown = shown_of(release, figure.figure.indicator, figure.figure.age_band or None)
        if shown is not None:
            spoken += 1
            assert abs(int(shown.row.n) - figure.number) <= 4
            assert abs(int(shown.row.of) - figure.base) <= 4
    assert spoken
