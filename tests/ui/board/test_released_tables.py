"""The tables and headlines of a release on the Board page: what was published, and its meaning."""

import pytest
from PySide6.QtCore import Qt

from tests.pages import words_on
from tests.released import SEPTEMBER, a_release, at
from ui.board.overview_lines import lines_of
from ui.board.overview_pane import OverviewPane
from ui.board.theme_pane import ThemePane
from ui.tables import PlainTable

HIDDEN = {at(home="suitable", age_band="17-18"), at(home="not_suitable", age_band="17-18")}


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
    assert titles_of(counts) == [
        "Home",
        "Ages 17 to 18",
        "Ages 19 to 21",
        "Ages 22 to 25",
        "All ages",
    ]
    assert rows_of(counts)[0] == ["Suitable", "c", "20", "20", "60"]
    assert rows_of(counts)[-1] == ["All homes", "40", "40", "40", "120"]
    assert titles_of(percents) == ["Indicator", "Per cent", "Number (n)", "Of (N)"]
    assert rows_of(percents) == [
        ["In suitable accommodation", "50%", "60", "120"],
        ["\u2003Ages 17 to 18", "c", "c", "40"],
        ["\u2003Ages 19 to 21", "50%", "20", "40"],
        ["\u2003Ages 22 to 25", "50%", "20", "40"],
    ]


def test_under_every_table_stand_its_day_definition_and_symbols_and_how_many_are_not_known(shown):
    pane = shown(ThemePane(), a_release(hidden=HIDDEN), {})
    pane.show_theme("homes")
    said = words_on(pane)
    assert "Counted: on 24 November 2026. As at 24 November 2026." in said
    assert "In suitable accommodation: definition suitable_homes.roll, version 1." in said
    assert "Not known, as shown: In suitable accommodation: not recorded 30." in said
    assert "c: hidden so that nobody can be recognised" in said
    assert "Hidden is never nought." in said
    assert "z: does not apply" not in said, "only the symbols that stand there"
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
    assert spoken == "Studying: Ages 17 to 18 10, Ages 19 to 21 10, Ages 22 to 25 10, All ages 30"


def test_the_commentary_of_a_theme_stands_above_its_tables_in_any_script(shown):
    pane = shown(ThemePane(), a_release(), {"homes": "ثلاثة بيوت جديدة <b>this autumn</b>"})
    pane.show_theme("homes")
    assert "ثلاثة بيوت جديدة <b>this autumn</b>" in words_on(pane), "markup is plain text"
    pane.show_theme("activity")
    assert "ثلاثة" not in words_on(pane)


def test_the_overview_has_every_headline_beside_the_last_release_in_words(shown):
    pane = shown(OverviewPane(), a_release(more=10), a_release(SEPTEMBER))
    numbers, activity, homes = map(rows_of, pane.tables)
    assert numbers == [["Young people by status and age", "–", "120", "–"]]
    assert activity[0][:3] == ["In education, employment or training", "75%", "90 of 120"]
    assert activity[0][-1] == "up from 50%, the way we want it"
    assert homes[0][-1] == "about the same"
    assert titles_of(pane.tables[0])[-1] == "Since 26\nSeptember 2026"
    assert "↑" not in words_on(pane)


def test_what_others_published_stands_beside_the_same_ages_with_how_it_was_counted(shown):
    pane = shown(OverviewPane(), a_release(), None)
    titles = titles_of(pane.tables[1])
    assert {"England", "South East"} <= set(titles)
    older = next(row for row in rows_of(pane.tables[1]) if row[0] == "\u2003Ages 19 to 21")
    assert older[titles.index("England")].endswith("%")
    assert "Published figures to 31 March 2025" in words_on(pane)
    assert "counted another way: compare with care" in words_on(pane)


def test_a_line_of_the_overview_opens_its_theme(shown, qtbot):
    pane = shown(OverviewPane(), a_release(), None)
    with qtbot.waitSignal(pane.theme_asked) as asked:
        pane.tables[1].setCurrentIndex(pane.tables[1].model().index(0, 0))
        qtbot.keyClick(pane.tables[1], Qt.Key.Key_Return)
    assert asked.args == ["activity"]


def test_no_direction_is_said_of_a_hidden_figure_or_of_another_definition():
    earlier = a_release(SEPTEMBER)
    hidden = lines_of(a_release(hidden={at(home="suitable")}), earlier)
    by_name = {one.headline.name: one for one in hidden if not one.headline.age_band}
    assert by_name["suitable_homes"].headline.percent == "c"
    assert by_name["suitable_homes"].gone == ""
    anew = {one.headline.name: one for one in lines_of(a_release(version=2), earlier)}
    assert "counted by another definition since" in anew["eet"].gone
    assert [one.gone for one in lines_of(a_release(), None) if one.gone] == []
