"""The tables and headlines of a release on the Board page: what was published, and its meaning."""

import pytest
from PySide6.QtCore import Qt

from carelink.release.headlines import headlines_of, way_gone
from tests.pages import words_on
from tests.released import SEPTEMBER, a_release, at
from ui.board.overview_pane import OverviewPane
from ui.board.theme_pane import ThemePane
from ui.tables import PlainTable

HIDDEN = {at(home="suitable", age="17_18"), at(home="not_suitable", age="17_18")}


@pytest.fixture
def shown(qtbot, dressed):
    def show(pane, *args):
        qtbot.addWidget(pane)
        pane.resize(1200, 900)
        pane.show_release(*args)
        pane.show()
        return pane

    return show


def rows_of(table):
    model = table.model()
    return [
        [model.index(at, across).data() for across in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def titles_of(table):
    model = table.model()
    across = Qt.Orientation.Horizontal
    return [model.headerData(at, across) for at in range(model.columnCount())]


def test_a_theme_shows_its_tables_with_their_totals_and_the_per_cents_with_n_and_of(shown):
    pane = shown(ThemePane(), a_release(hidden=HIDDEN), {})
    pane.show_theme("homes")
    (card,) = pane.cards
    counts, percents = card.findChildren(PlainTable)
    assert titles_of(counts) == ["Home", "17 to 18", "19 to 21", "22 to 24", "All ages"]
    assert rows_of(counts)[0] == ["Suitable", "c", "10", "10", "30"]
    assert rows_of(counts)[-1] == ["All homes", "30", "30", "30", "90"]
    assert titles_of(percents) == ["Age", "Per cent", "Number (n)", "Of (N)"]
    assert rows_of(percents) == [
        ["17 to 18", "c", "c", "30"],
        ["19 to 21", "33%", "10", "30"],
        ["22 to 24", "33%", "10", "30"],
        ["All ages", "33%", "30", "90"],
    ]


def test_under_every_table_stand_its_day_definition_and_symbols_and_how_many_are_not_known(shown):
    held = [at(home="not_recorded", age="19_21")]
    pane = shown(ThemePane(), a_release(hidden=HIDDEN, held=held), {})
    pane.show_theme("homes")
    said = words_on(pane)
    assert "As at 24 November 2026; on 24 November 2026." in said
    assert "Definition suitable_homes.roll, version 1." in said
    assert "Not known. In suitable accommodation: not recorded 30." in said
    assert "c: hidden so that nobody can be recognised" in said
    assert "Hidden is never nought." in said
    assert "z: does not apply" not in said, "only the symbols that stand there"
    assert "1 figure stands as in an earlier release" in said
    pane.show_theme("numbers")
    assert "c: hidden" not in words_on(pane)


def test_what_a_figure_means_opens_under_it(shown):
    pane = shown(ThemePane(), a_release(), {})
    pane.show_theme("activity")
    (card,) = pane.cards
    assert "Who is in: Everybody on the roll" not in words_on(pane)
    card.button.click()
    assert "Who is in: Everybody on the roll on the day." in words_on(pane)


def test_parts_are_indented_under_what_they_add_up_to_and_read_out_with_their_columns(shown):
    pane = shown(ThemePane(), a_release(), {})
    pane.show_theme("activity")
    counts = pane.cards[0].findChildren(PlainTable)[0]
    assert [row[0] for row in rows_of(counts)][:3] == [
        "In education, employment or training",
        "\u2003Studying",
        "\u2003Working or training",
    ]
    spoken = counts.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Studying: 17 to 18 10, 19 to 21 10, 22 to 24 10, All ages 30"


def test_the_commentary_of_a_theme_stands_above_its_tables_in_any_script(shown):
    pane = shown(ThemePane(), a_release(), {"homes": "ثلاثة بيوت جديدة <b>this autumn</b>"})
    pane.show_theme("homes")
    assert "ثلاثة بيوت جديدة <b>this autumn</b>" in words_on(pane), "markup is plain text"
    pane.show_theme("activity")
    assert "ثلاثة" not in words_on(pane)


def test_the_overview_has_every_headline_beside_the_last_release_in_words(shown):
    pane = shown(OverviewPane(), a_release(more=5), a_release(SEPTEMBER))
    numbers, activity, homes = map(rows_of, pane.tables)
    assert numbers == [["Young people by status and age", "–", "90", "no change shown"]]
    assert activity == [["In education, employment or training", "83%", "75 of 90", "up from 67%"]]
    assert homes[0][3] == "no change shown"
    assert titles_of(pane.tables[0])[3] == "Since 26 September 2026"
    assert "↑" not in words_on(pane)


def test_a_line_of_the_overview_opens_its_theme(shown, qtbot):
    pane = shown(OverviewPane(), a_release(), None)
    with qtbot.waitSignal(pane.theme_asked) as asked:
        pane.tables[1].setCurrentIndex(pane.tables[1].model().index(0, 0))
        qtbot.keyClick(pane.tables[1], Qt.Key.Key_Return)
    assert asked.args == ["activity"]


def test_no_direction_is_said_of_a_hidden_figure_or_of_another_definition():
    hidden = a_release(hidden={at(home="suitable")})
    now, earlier = a_release(more=5), a_release(SEPTEMBER, version=2)
    by_name = {one.name: one for one in headlines_of(hidden)}
    assert by_name["suitable_homes"].percent == "c"
    assert way_gone(by_name["suitable_homes"], a_release(SEPTEMBER)) == ""
    eet = {one.name: one for one in headlines_of(now)}["eet"]
    assert way_gone(eet, earlier) == "defined anew: not to be compared"
    assert way_gone(eet, None) == ""
