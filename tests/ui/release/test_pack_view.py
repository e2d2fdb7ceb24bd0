"""The Board pack page on a real store: frozen, looked through, prepared, approved by another."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import update

from carelink.disclosure import Mode
from carelink.figures.levels import Level
from carelink.release.prepared import Tried
from carelink.words import ROLES
from db.releases import MAY_PREPARE, read_releases
from db.tables import FACTS
from db.trail import amend
from tests.desks import made_desk
from tests.fingers import Fingers
from tests.ledgers import JO, TOM, released, seated
from tests.pages import words_on
from tests.teams import LATE, in_order
from ui.background import Background
from ui.places import places_for
from ui.release.guarding import LET_STAND
from ui.settings import Settings
from ui.window import Window

NOW = date(2026, 11, 24)
CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE, ZOE = 40, 7


def a_roll(people=PEOPLE):
    """Young people in order; every third in a home of their own, two of whom we know no home."""
    facts = {}
    for place in range(people):
        person_id = f"MED-{place + 1:04}"
        name = "Zoë Okafor" if place == ZOE else f"Person {place + 1}"
        known = in_order(person_id, name, LATE)
        if place % 3 == 0:
            home = known["homes"][0]
            known["homes"] = [home._replace(type="U", tenancy="own")]
        if place >= people - 2:
            known["homes"] = []
        for kind, rows in known.items():
            facts.setdefault(kind, []).extend(rows)
    return facts


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, NOW, a_roll())
    yield made
    made.store.close()


@pytest.fixture
def opened(qtbot, tmp_path, dressed):
    backgrounds = []

    def made(desk):
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
def pack(desk, opened):
    return opened(desk)


@pytest.fixture
def frozen(pack, qtbot):
    return freeze(pack[1], qtbot)


def freeze(page, qtbot):
    """Freeze as the fields say, and wait for it."""
    before = page.in_hand
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.in_hand is not before, timeout=60_000)
    return page


def test_today_is_proposed_and_two_presses_freeze_everybody_safely(pack, qtbot):
    window, page = pack
    assert page.cut_off.as_at.value() == NOW
    assert page.cut_off.mode.value() == "rounded"
    hands = Fingers()
    hands.press(page.cut_off.month_end)
    hands.press(page.cut_off.button)
    assert window._sum.text() == "Counting everybody…"
    qtbot.waitUntil(lambda: page.in_hand is not None, timeout=60_000)
    assert hands.clicks == 2
    assert window._sum.text().startswith(
        f"Frozen: {PEOPLE} young people as at 31 October 2026. Rounded, grouped lists. Hash "
    )
    assert "none can be worked out" in words_on(page.cut_off)


def test_what_cannot_be_frozen_is_said_beside_its_field(pack, qtbot):
    _, page = pack
    page.cut_off.as_at.set_typed("+3")
    page.cut_off.freeze()
    assert "up to today" in page.cut_off.as_at.problem
    page.cut_off.as_at.set_typed("1 1 1990")
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.cut_off.as_at.problem != "", timeout=60_000)
    assert "Nobody is on the roll on 1 January 1990." in page.cut_off.as_at.problem
    assert page.in_hand is None


def test_a_freeze_can_be_stopped_and_leaves_nothing(pack):
    window, page = pack
    page.cut_off.button.click()
    assert page.cut_off.button.text() == "Stop"
    page.cut_off.button.click()
    assert window._sum.text() == "Stopped: nothing is frozen."
    assert page.in_hand is None


def test_who_is_not_known_is_listed_and_their_file_opens(pack, frozen, qtbot):
    window, page = pack
    page.show_step(page.quality)
    assert "young people are not known for" in window._sum.text()
    titles = [line.title for line in page.quality.list.lines.rows() if line.state is not None]
    assert {"Person 39", "Person 40"} <= set(titles)
    qtbot.keyClick(page.quality.list, Qt.Key.Key_Return)
    assert window.place == "young_person"


def test_a_heading_folds_by_keyboard(frozen, qtbot):
    frozen.show_step(frozen.quality)
    held = frozen.quality.list
    before = held.lines.rowCount()
    held.setCurrentIndex(held.lines.index(0, 0))
    qtbot.keyClick(held, Qt.Key.Key_Space)
    assert held.lines.rowCount() < before


def test_what_is_not_known_is_accepted_with_a_note_in_one_press(frozen):
    frozen.show_step(frozen.quality)
    hands = Fingers()
    hands.press(frozen.quality.button)
    assert hands.clicks == 1
    assert frozen.pane is frozen.words
    hands.type("Two homes are being looked into.")
    assert frozen.words.words["quality"] == "Two homes are being looked into."


def test_the_preview_has_each_figure_as_printed_beside_the_true_one(frozen):
    frozen.show_step(frozen.preview)
    cells = []
    for name, _ in frozen.preview.which._options:
        frozen.preview.which.set_value(name)
        rows = frozen.preview.table.cells.preview.rows
        cells += [cell for row in rows for cell in row.cells]
    release = frozen.in_hand.prepared.release
    for cell in cells:
        assert cell.printed == f"{int(release.counts[cell.cell]):,}"
        assert abs(int(release.counts[cell.cell]) - cell.counted) <= 4
        assert f"({cell.counted:,})" in cell.says
    assert any(cell.counted % 5 for cell in cells), "the truth is not rounded"


def test_arrows_walk_from_cell_to_cell_and_w_explains(pack, frozen, qtbot):
    _, page = pack
    page.show_step(page.preview)
    table = page.preview.table
    table.setFocus()
    first = page.preview.why.text()
    assert "Printed as" in first
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert page.preview.why.text() != first
    qtbot.keyClick(table, Qt.Key.Key_W)
    assert page.preview.why.hasFocus()
    assert page.step_back()
    assert table.hasFocus()


def test_what_is_recorded_meanwhile_is_said_and_frozen_anew_when_asked(desk, frozen, qtbot):
    home = desk.case("MED-0002").homes[0]
    desk.do(amend, "homes", home.row_id, {"suitable": "2"}, about="MED-0002")
    notice = frozen.cut_off.notice
    assert "Something was recorded since this was frozen" in notice.text
    before = frozen.in_hand
    notice.buttons()[0].click()
    qtbot.waitUntil(lambda: frozen.in_hand is not before, timeout=60_000)
    assert notice.text == ""


def test_words_are_drafts_from_the_first_letter_and_come_back(desk, frozen, opened, qtbot):
    frozen.show_step(frozen.words)
    frozen.words.fields["homes"].setFocus()
    Fingers().type("M")
    (draft,) = desk.drafts()
    assert draft.content == {"homes": "M"}
    Fingers().type("ore homes ሐና")
    frozen.keep_drafts()
    _, again = opened(desk)
    freeze(again, qtbot)
    assert again.words.fields["homes"].value() == "More homes ሐና"


def test_a_name_in_the_words_is_said_beside_its_box_and_must_go(frozen, qtbot):
    frozen.show_step(frozen.words)
    homes = frozen.words.fields["homes"]
    homes.setFocus()
    Fingers().type("Zoë Okafor has a new home.")
    qtbot.waitUntil(lambda: homes.problem != "")
    assert "Okafor” is a name on the roll." in homes.problem
    frozen.words.fields[LET_STAND].set_value("She said so.")
    frozen.show_step(frozen.export)
    assert not frozen.export.button.isEnabled()
    assert "Put the words of one box right first." in words_on(frozen.export)
    homes.set_value("Somebody has a new home.")
    frozen.show_step(frozen.export)
    assert frozen.export.button.isEnabled()


def test_a_number_that_the_tables_do_not_show_may_stand_where_it_is_said_why(frozen):
    frozen.show_step(frozen.words)
    frozen.words.fields["homes"].set_value("We met 77 young people in town.")
    frozen.show_step(frozen.export)
    assert "77 young people” is not a number" in frozen.words.fields["homes"].problem
    assert not frozen.export.button.isEnabled()
    frozen.words.fields[LET_STAND].set_value("It counts visits, not our care leavers.")
    frozen.show_step(frozen.export)
    assert frozen.export.button.isEnabled()


def test_what_stands_in_the_way_is_not_got_round_by_being_quick(frozen, desk, tmp_path):
    frozen.words.fields["homes"].set_value("Zoë Okafor has a new home.")
    frozen.prepare_to(tmp_path / "pack")
    assert not frozen.is_writing
    assert not (tmp_path / "pack").exists()
    assert desk.ask(read_releases) == []


def test_it_is_prepared_and_exported_in_two_presses_and_not_approved_by_oneself(
    pack, frozen, desk, tmp_path, qtbot
):
    window, page = pack
    hands = Fingers()
    hands.press(page.several.buttons[-1])
    hands.press(page.export.button)
    assert hands.clicks == 2, "the folder is chosen in the system's own dialog"
    dialog = page.export.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "pack"))
    dialog.close()
    assert not page.export.button.isEnabled()
    assert window._sum.text() == "Writing tables, charts and pages…"
    qtbot.waitUntil(lambda: not page.is_writing, timeout=120_000)
    assert "prepared, not yet approved" in window.messages.text
    (kept,) = desk.ask(read_releases)
    assert (kept.hash, kept.approved_by) == (frozen.in_hand.prepared.release.hash, "")
    assert page.export.approves == {}, "never by who prepared it"
    assert "Nobody else here can approve it yet" in words_on(page.export)
    all_of_it_is_written_and_no_more(tmp_path / "pack", kept.hash, desk)


def all_of_it_is_written_and_no_more(folder, hash, desk):
    """Seven files of one hash; no name, no reference and no true count in any text of them."""
    texts = ("figures.csv", "figures.meta.json", "release.json", "release.html", "benchmarks.csv")
    others = ("release.xlsx", "release.ods", "release.pdf")
    assert {path.name for path in folder.iterdir()} == {*texts, *others}
    written = "\n".join((folder / name).read_text(encoding="utf-8") for name in texts)
    assert written.count(hash) >= 3
    for person in desk.people():
        assert person.known_as not in written
        assert person.person_id not in written
    lines = (folder / "figures.csv").read_text(encoding="utf-8").splitlines()[1:]
    counts = [line.split(",")[4] for line in lines if line.split(",")[2] == "count"]
    assert all(int(value) % 5 == 0 for value in counts)


def test_a_folder_with_other_things_in_it_is_left_alone_and_nothing_is_kept(
    frozen, desk, tmp_path, qtbot
):
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("Dear all")
    frozen.prepare_to(full)
    qtbot.waitUntil(lambda: not frozen.is_writing, timeout=120_000)
    assert [path.name for path in full.iterdir()] == ["letter.txt"]
    assert "other files" in frozen.export.problem.text()
    assert desk.ask(read_releases) == []


def test_who_can_approve_is_said_and_another_does_it_in_one_press(desk, opened):
    before = desk.user
    seated(desk, TOM)
    seated(desk, JO)
    desk.user = desk.store.user = before
    hash = released(desk, NOW)
    _, page = opened(desk)
    page.show_step(page.export)
    assert "Who can: Tom Ode." in words_on(page.export), "Jo sees the Board and approves nothing"
    desk.user = desk.store.user = TOM
    window, again = opened(desk)
    again.show_step(again.export)
    hands = Fingers()
    hands.press(again.export.approves[hash])
    assert "Approved: the Board can see it now." in window.messages.text
    (kept,) = desk.ask(read_releases)
    assert kept.approved_by == "Tom Ode"


@pytest.mark.parametrize("role", ROLES)
def test_the_place_is_for_those_who_may_prepare_and_for_nobody_else(role):
    places = [place.place_id for place in places_for(role)]
    assert ("board_pack" in places) is (role in MAY_PREPARE)


def test_everything_can_be_reached_by_keyboard(pack, qtbot):
    window, _ = pack
    window.go_to("my_week")
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.place == "board_pack"
    assert QApplication.focusWidget() is window.page("board_pack").cut_off.as_at.input


def test_where_no_form_is_safe_it_says_why_and_offers_what_may_be(pack, frozen):
    window, page = pack
    done = frozen.in_hand.prepared
    tried = (Tried(Level.FULL, Mode.EXACT, "roll_home, age 17: it is 3 to 4."),)
    unsafe = done._replace(
        release=None, level=Level.FULL, mode=Mode.EXACT, tried=tried, offers=("Show fewer lists.",)
    )
    page.cut_off._take(frozen.in_hand._replace(prepared=unsafe))
    assert "No safe release was found." in window._sum.text()
    assert "roll_home, age 17: it is 3 to 4." in words_on(page.cut_off)
    assert page.cut_off.notice.text == "Show fewer lists."
    offered = [button.text() for button in page.cut_off.notice.buttons()]
    assert offered == ["Grouped lists", "Headline measures alone", "Rounded"]
    page.show_step(page.preview)
    assert "nothing is printed" in words_on(page.preview)
    page.show_step(page.export)
    assert not page.export.button.isEnabled()


def test_beside_a_damaged_release_nothing_is_frozen_and_it_is_named(desk, opened, qtbot):
    hash = released(desk, date(2026, 9, 26))
    table = FACTS["releases"]
    with desk.store.writing() as writing:
        spoilt = update(table).where(table.c.release_hash == hash).values(about="{}")
        writing.connection.execute(spoilt)
    _, page = opened(desk)
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.cut_off.at_rest, timeout=60_000)
    assert "damaged release, as at 26 September 2026" in words_on(page.cut_off)
    assert page.in_hand is None


def test_what_was_coarser_than_asked_is_said(pack, frozen):
    _, page = pack
    tried = (Tried(Level.FULL, Mode.ROUNDED, "It is 3 to 4."),)
    page.cut_off._take(
        frozen.in_hand._replace(prepared=frozen.in_hand.prepared._replace(tried=tried))
    )
    assert "It could not be made safe as asked" in words_on(page.cut_off)


def test_the_other_mode_than_was_released_is_refused_beside_its_field(desk, opened, qtbot):
    released(desk, date(2026, 9, 26))
    _, page = opened(desk)
    assert page.cut_off.mode.value() == "rounded"
    page.cut_off.mode.set_value("exact")
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.cut_off.at_rest, timeout=60_000)
    assert "One figure is never shown both ways" in page.cut_off.mode.problem


def test_too_small_a_roll_says_why_nothing_can_be_published(tmp_path, opened, qtbot):
    desk = made_desk(tmp_path, NOW, a_roll(4))
    _, page = opened(desk)
    page.cut_off.freeze()
    qtbot.waitUntil(lambda: page.cut_off.as_at.problem != "", timeout=60_000)
    assert "nothing can be published" in page.cut_off.as_at.problem
    desk.store.close()
