"""The figures over time on the Board page: what was released, drawn, told and as a table."""

from datetime import date

import pytest

from db.releases import record_release
from tests.desks import made_desk, opened_desk
from tests.pages import words_on
from tests.teams import a_team


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path, facts=a_team())
    for day in (date(2026, 3, 31), date(2026, 9, 26)):
        made.do(record_release, made.board(day))
    yield opened_desk(made.store)
    made.store.close()


@pytest.fixture
def trend(window, qtbot):
    window.go_to("board")
    board = window.page("board")
    qtbot.waitUntil(lambda: board.release is not None)
    board.show_trend()
    return board.trend


def table_of(chart):
    model = chart.table.model()
    return [
        [model.index(at, across).data() for across in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def test_the_releases_are_drawn_with_their_table_and_words(window, trend):
    trend.figure.set_value("suitable_accommodation 19-21")
    snapshot = trend.charts["snapshot"]
    assert table_of(snapshot) == [
        ["31 March 2026", "100% (25 of 25), not yet approved"],
        ["26 September 2026", "100% (25 of 25), not yet approved"],
    ]
    assert "from 100% on 31 March 2026" in snapshot.picture.accessibleDescription()
    assert window._sum.text() == "2 releases prepared here, none of them approved yet."


def test_published_figures_and_the_target_stand_beside_the_birthday_figures_alone(trend):
    cohort = trend.charts["birthday_cohort"].picture.accessibleDescription()
    snapshot = trend.charts["snapshot"].picture.accessibleDescription()
    for words in ("England, published", "South East, published", "Medway, published", "Target 65%"):
        assert words in cohort
        assert words not in snapshot
    assert "never one line" in words_on(trend)


def test_targets_that_cannot_be_read_are_said_and_the_rest_is_drawn(desk, window, trend):
    beside = desk.store.path.with_name(f"{desk.store.path.name}.targets.toml")
    beside.write_text("[[target]]\nindicator = 3\n", encoding="utf-8")
    trend.refresh()
    assert "No target is drawn." in words_on(trend)
    assert "England, published" in trend.charts["birthday_cohort"].picture.accessibleDescription()
    assert "Target" not in trend.charts["birthday_cohort"].picture.accessibleDescription()


def test_a_councils_own_target_is_drawn(desk, window, trend):
    beside = desk.store.path.with_name(f"{desk.store.path.name}.targets.toml")
    beside.write_text(
        '[[target]]\nindicator = "eet"\nage_band = "19-21"\npopulation = "snapshot"\n'
        'percent = 70\nby = 2027-03-31\nsource = "Our plan"\n',
        encoding="utf-8",
    )
    trend.refresh()
    said = trend.charts["snapshot"].picture.accessibleDescription()
    assert "Target 70% by 31 March 2027 (Our plan)" in said


def test_with_no_release_the_published_figures_are_there_and_ours_is_said_to_be_missing(
    tmp_path, qtbot, dressed
):
    from ui.background import Background
    from ui.board.trend_pane import TrendPane

    made = made_desk(tmp_path)
    background = Background()
    pane = TrendPane(made, background)
    qtbot.addWidget(pane)
    pane.refresh()
    assert pane.sum.startswith("No release has been prepared here yet")
    assert table_of(pane.charts["birthday_cohort"])
    assert pane.charts["snapshot"].says.text()
    background.close()
    made.store.close()
