"""The chart on a page: read out, redrawn in other colours and widths, its figures at hand."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from carelink.charts import Bars, Fan, Known, Point, Series, Trend
from ui.background import Background
from ui.chart_view import ChartView, look_of
from ui.look.dress import wear
from ui.rows import ROW

TREND = Trend(
    "In touch",
    (Series("Us", (Point(date(2025, 3, 31), 80), Point(date(2026, 3, 31), 85)), ours=True),),
    target=90,
)


@pytest.fixture
def view(qtbot, dressed):
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_chart(TREND)
    made.show()
    return made


def painted(view):
    return view.picture.grab().toImage()


def test_the_chart_is_painted_and_read_out(view):
    assert painted(view).pixelColor(60, 20) is not None
    colours = {painted(view).pixelColor(x, y).name() for x in range(0, 600, 3) for y in (20, 60)}
    assert len(colours) > 2
    assert view.picture.accessibleName() == "Chart: In touch"
    assert "from 80% on 31 March 2025 to 85% on 31 March 2026" in (
        view.picture.accessibleDescription()
    )
    assert view.picture.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_figures_are_a_table_that_the_keyboard_opens(view, qtbot):
    assert not view.table.isVisible()
    view.button.setFocus()
    qtbot.keyClick(view.button, Qt.Key.Key_Space)
    assert view.table.isVisible()
    model = view.table.model()
    assert [model.index(at, 1).data() for at in range(2)] == ["80%", "85%"]
    assert model.index(1, 0).data(ROW).cells == ("31 March 2026", "85%")
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "31 March 2025, Us 80%"


def test_other_colours_are_put_on_at_once(view, dressed):
    before = painted(view)
    try:
        wear(dressed, "dark")
        assert look_of(700).paper == "#26282C"
        assert painted(view) != before
    finally:
        wear(dressed, "light")
    assert painted(view) == before


def test_a_wider_window_has_a_wider_drawing(view, qtbot):
    with qtbot.waitSignal(view.drawn):
        view.resize(1000, 500)


def test_a_drawing_made_in_the_background_arrives(qtbot, dressed):
    background = Background()
    made = ChartView(background, folded=False)
    qtbot.addWidget(made)
    made.show_chart(TREND)
    with qtbot.waitSignal(made.drawn, timeout=20_000):
        made.show()
    assert made.table.isVisible()
    background.close()


def test_another_chart_takes_the_place_of_the_first(view):
    view.show_chart(Fan("Care leavers", "young people", (Known("2026", 166),), ()))
    assert view.title.text() == "Care leavers"
    assert view.table.model().columnCount() == 4


def test_nothing_to_draw_is_said_in_words(view):
    view.show_chart(Bars("Homes wanted", "Homes", ()))
    assert view.says.text() == "Homes wanted. There is nothing to show."
    assert not view.picture.isVisible()
    assert not view.button.isVisible()
