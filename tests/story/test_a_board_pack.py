"""From a visit recorded to the Board's page: counted, attacked, approved by another, exported."""

import csv
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from db.releases import read_releases
from tests.desks import TODAY, made_desk
from tests.fingers import Fingers
from tests.ledgers import JO, TOM, seated
from tests.teams import AMAL, LATE, in_order

CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE = 36


def a_roll():
    """Everybody was seen a while ago: in time for none of the visits that are due."""
    facts = {}
    for place in range(PEOPLE):
        known = in_order(f"MED-{place + 1:04}", f"Person {place + 1}", LATE)
        for kind, rows in known.items():
            facts.setdefault(kind, []).extend(rows)
    return facts


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_roll())
    yield made
    made.store.close()


def record_a_visit(window, person_id):
    """As a worker does it, from the person's page."""
    window.open_person(person_id)
    hands = Fingers()
    hands.key(Qt.Key.Key_N)
    note = window.page("contact").pane.note
    hands.key(Qt.Key.Key_1)
    note.prompts["they_said"].setFocus()
    hands.type("All is well.")
    hands.key(Qt.Key.Key_Return, CTRL)


def freeze(page, qtbot, hands):
    before = page.in_hand
    hands.press(page.cut_off.button)
    qtbot.waitUntil(lambda: page.in_hand is not before, timeout=60_000)


def true_counts(page):
    return page.in_hand.prepared.counts


def test_a_visit_reaches_the_board_as_a_figure_nobody_can_unpick(window, desk, qtbot, tmp_path):
    window.go_to("board_pack")
    page, hands = window.page("board_pack"), Fingers()
    freeze(page, qtbot, Fingers())
    before = dict(true_counts(page))

    record_a_visit(window, AMAL)
    window.go_to("board_pack")
    freeze(page, qtbot, hands)
    assert true_counts(page) != before, "the visit moved a true count"

    for pane in (page.quality, page.changes, page.preview):
        hands.press(page.several.buttons[page._panes.index(pane)])
    hands.press(page.several.buttons[page._panes.index(page.words)])
    page.words.fields["people"].setFocus()
    hands.type("The team has grown together.")
    hands.press(page.several.buttons[-1])
    hands.press(page.export.button)
    assert hands.clicks == 7, "freeze 1, quality 1, change 1, preview 1, words 1, export 2"
    dialog = page.export.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "pack"))
    dialog.close()
    qtbot.waitUntil(lambda: not page.is_writing, timeout=120_000)

    (kept,) = desk.ask(read_releases)
    assert kept.approved_by == ""
    the_written_pack_is_safe(tmp_path / "pack", kept.hash, page)

    the_board_sees(window, desk, nothing=True)
    before = desk.user
    seated(desk, TOM)
    window.go_to("board_pack")
    page.export.refresh()
    Fingers().press(page.export.approves[kept.hash])
    desk.user = desk.store.user = before
    the_board_sees(window, desk, nothing=False)
    board = window.page("board")
    board.write_to(tmp_path / "again")
    qtbot.waitUntil(lambda: not board.is_writing, timeout=120_000)
    assert files_in(tmp_path / "again") == files_in(tmp_path / "pack"), "the same files again"


def files_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def the_written_pack_is_safe(folder, hash, page):
    """Every file is there, every figure a multiple of five, the proof in it."""
    said = json.loads((folder / "release.json").read_text(encoding="utf-8"))
    assert said["hash"] == hash
    assert said["as_at"] == TODAY.isoformat()
    assert said["attack"]["safe"] is True
    assert said["attack"]["narrowest"] >= 5
    with (folder / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    counts = [row["value"] for row in rows if row["measure"] == "count"]
    assert all(int(value) % 5 == 0 for value in counts)
    assert any(count % 5 for count in true_counts(page).values())


def the_board_sees(window, desk, *, nothing):
    """What the Board's own page shows to somebody of the Board."""
    before = desk.user
    desk.user = desk.user._replace(role=JO.role)
    window.go_to("board")
    board = window.page("board")
    board.refresh()
    assert (board.release is None) is nothing
    if board.release is not None:
        assert board.kept.words["people"] == "The team has grown together."
        assert board.overview.tables
    desk.user = before
