"""The indicators over time on the Board page: what was released, drawn, told and as a table."""

import pytest
from sqlalchemy import update

from db.tables import FACTS
from tests.desks import made_desk
from tests.ledgers import JO, approved, prepared, seated
from tests.pages import words_on
from tests.released import MARCH, NOVEMBER, SEPTEMBER, a_release, at
from ui.background import Background
from ui.board.trend_pane import TrendPane

HIDDEN = {at(activity="in_eet", age_band="19-21")}


@pytest.fixture
def desk(tmp_path):
    made = made_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def pane(desk, qtbot, dressed):
    background = Background()
    pane = TrendPane(desk, background)
    qtbot.addWidget(pane)
    yield pane
    background.close()


def keep(desk, *releases):
    for one in releases:
        prepared(desk, one)


def table_of(chart):
    model = chart.table.model()
    return [
        [model.index(at, across).data() for across in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def told(pane):
    return pane.chart.picture.accessibleDescription()


def options(field):
    return [word for _, word in field._options]


def test_a_figure_is_chosen_by_theme_and_drawn_with_its_table_and_words(desk, pane):
    keep(desk, a_release(MARCH), a_release(SEPTEMBER, more=5))
    pane.refresh()
    assert pane.sum == "2 releases over time, none of them approved yet."
    pane.theme.set_value("activity")
    assert options(pane.figure) == ["In education, employment or training"]
    assert pane.chart.title.text() == "In education, employment or training"
    assert [row[:2] for row in table_of(pane.chart)[-2:]] == [
        ["31 March 2026", "50% (60 of 120), not yet approved"],
        ["26 September 2026", "63% (75 of 120), not yet approved"],
    ]
    assert "from 50% on 31 March 2026 to 63% on 26 September 2026" in told(pane)
    pane.theme.set_value("homes")
    assert pane.chart.title.text() == "In suitable accommodation"


def test_how_many_there_are_is_drawn_by_itself(desk, pane):
    keep(desk, a_release(MARCH), a_release(SEPTEMBER, hidden={at(status="relevant")}))
    pane.refresh()
    pane.theme.set_value("numbers")
    assert options(pane.figure)[:2] == ["How many: all statuses", "How many: relevant"]
    assert [row[1] for row in table_of(pane.chart)] == [
        "120, not yet approved",
        "120, not yet approved",
    ]
    pane.figure.set_value("roll_status_age:relevant")
    assert table_of(pane.chart)[-1][1] == (
        "hidden, so that nobody can be recognised, not yet approved"
    )
    assert pane.others.isHidden()


def test_an_age_band_is_drawn_alone_and_what_was_hidden_is_said(desk, pane):
    keep(desk, a_release(MARCH), a_release(SEPTEMBER, hidden=HIDDEN))
    pane.refresh()
    pane.theme.set_value("activity")
    assert options(pane.ages) == ["All ages", "Ages 17 to 18", "Ages 19 to 21", "Ages 22 to 25"]
    pane.ages.set_value("19-21")
    assert table_of(pane.chart)[-1] == [
        "26 September 2026",
        "hidden, so that nobody can be recognised, not yet approved",
    ]


def test_a_change_of_definition_is_a_break_in_words(desk, pane):
    keep(desk, a_release(MARCH), a_release(NOVEMBER, version=2))
    pane.refresh()
    pane.theme.set_value("activity")
    assert "Figures from 24 November 2026 are not comparable" in words_on(pane)


def test_the_board_sees_approved_releases_alone(desk, pane):
    approved(desk, prepared(desk, a_release(MARCH)))
    keep(desk, a_release(SEPTEMBER))
    seated(desk, JO._replace(role="board_viewer"))
    pane.refresh()
    assert pane.sum == "1 release over time, all of them approved."
    assert "26 September 2026" not in told(pane)


def test_a_damaged_release_is_left_out_and_named(desk, pane):
    spoilt = a_release(SEPTEMBER)
    keep(desk, a_release(MARCH), spoilt)
    table = FACTS["releases"]
    with desk.store.writing() as writing:
        there = update(table).where(table.c.release_hash == spoilt.hash)
        writing.connection.execute(there.values(figures=spoilt.figures.replace(",60,", ",65,")))
    pane.refresh()
    assert "damaged" in pane.trouble.text()
    assert "26 September 2026" not in told(pane)


def test_a_list_that_cannot_be_read_is_said_and_the_rest_is_drawn(desk, pane):
    keep(desk, a_release(MARCH))
    for name in ("targets", "comparators"):
        beside = desk.store.path.with_name(f"{desk.store.path.name}.{name}.toml")
        beside.write_text("own = 3\n", encoding="utf-8")
    pane.refresh()
    assert "No target is drawn." in words_on(pane)
    assert "No published figures are drawn." in words_on(pane)
    assert len(table_of(pane.chart)) == 1
    assert "council papers" not in told(pane)


def test_a_councils_own_target_is_drawn(desk, pane):
    keep(desk, a_release(MARCH))
    beside = desk.store.path.with_name(f"{desk.store.path.name}.targets.toml")
    beside.write_text(
        '[[target]]\nindicator = "eet"\nage_band = ""\npopulation = "roll"\n'
        'percent = 70\nby = 2027-03-31\nsource = "Our plan"\n',
        encoding="utf-8",
    )
    pane.refresh()
    pane.theme.set_value("activity")
    assert "Target 70% by 31 March 2027 (Our plan)" in told(pane)


def test_with_no_release_nothing_is_drawn_and_that_is_said(desk, pane):
    pane.refresh()
    assert pane.sum == "No release yet."
    assert "No release has been kept here yet" in words_on(pane)
    assert pane.chart.table is None
