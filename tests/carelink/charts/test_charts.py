"""What a chart draws, says and tables: gaps stay gaps, and colour is never the only sign."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from carelink.charts import (
    Ahead,
    Bar,
    Bars,
    Break,
    Fan,
    Known,
    Load,
    Look,
    Point,
    Series,
    Trend,
    WorkerLoad,
    draw,
    height_of,
    told,
)
from carelink.charts.trend import runs_of

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
LOOK = Look(
    "#ffffff",
    "#22262b",
    "#555a61",
    "#e2ddd1",
    "#e3edf1",
    "#1d5874",
    720,
    tuple(str(path) for path in sorted(FONTS.glob("*-Regular.ttf"))),
)


def year(of, value, says=""):
    return Point(date(of, 3, 31), value, says)


MEDWAY = Series(
    "Medway",
    (year(2014, 48), year(2015, 49), year(2016, None, "hidden"), year(2017, 47), year(2024, 55)),
    ours=True,
)
ENGLAND = Series("England", (year(2014, 45), year(2017, 50), year(2024, 56)))
A_BREAK = Break(date(2018, 4, 1), "counted on a day, before on birthdays")
TREND = Trend("In work or learning", (MEDWAY, ENGLAND), target=65, breaks=(A_BREAK,))
FAN = Fan(
    "Care leavers",
    "young people",
    (Known("2013", 205), Known("2014", 202)),
    (Ahead("2015", 160, 175, 190), Ahead("2016", 120, 136, 170)),
)
LOAD = Load(
    "Who carries what",
    (
        WorkerLoad("Zoë O'Neill", 27, 31.5, (20, 25)),
        WorkerLoad("Amina Yusuf", 12, None, None, "No FTE is recorded"),
    ),
)
BARS = Bars("Homes wanted", "Homes", (Bar("Own tenancy", 12), Bar("Lodgings", None)))
ALL = (TREND, FAN, LOAD, BARS)


def drawn(shown, look=LOOK):
    return draw(shown, look).svg.decode()


@pytest.mark.parametrize("shown", ALL)
def test_the_same_chart_is_the_same_bytes_whenever_it_is_drawn(shown):
    first = draw(shown, LOOK)
    draw.cache_clear()
    assert draw(shown, LOOK) == first


@pytest.mark.parametrize("shown", ALL)
def test_a_chart_is_whole_xml_with_its_words_inside_and_no_date(shown):
    svg = drawn(shown)
    tree = ElementTree.fromstring(svg)
    names = {child.tag.rpartition("}")[2]: child.text for child in tree}
    assert names["title"] == shown.title
    assert names["desc"] == told(shown).alt
    assert tree.get("role") == "img"
    assert not re.search(r"<dc:|metadata|20\d\d-\d\d-\d\d", svg)


@pytest.mark.parametrize("shown", ALL)
def test_text_stays_text_in_the_font_that_comes_with_us(shown):
    svg = drawn(shown)
    assert "<text" in svg
    assert "Noto Sans" in svg
    assert "DejaVu" not in svg


def test_a_chart_is_drawn_in_the_colours_handed_in_and_no_other():
    marked = LOOK._replace(
        paper="#000001", ink="#000002", quiet="#000003", line="#000004", fill="#000005"
    )._replace(ours="#000006")
    allowed = {f"#00000{n}" for n in range(1, 7)}
    for shown in ALL:
        assert set(re.findall(r"#[0-9a-f]{6}\b", drawn(shown, marked))) <= allowed


def test_no_line_is_drawn_across_a_gap_or_a_break_in_the_definition():
    runs = [[day.year for day, _ in run] for run in runs_of(MEDWAY, (A_BREAK,))]
    assert runs == [[2014, 2015], [2017], [2024]]
    whole = [[day.year for day, _ in run] for run in runs_of(MEDWAY, ())]
    assert whole == [[2014, 2015], [2017, 2024]]


def test_the_names_of_days_that_are_near_each_other_are_not_written_one_over_another():
    days = (date(2022, 12, 31), date(2026, 5, 30), date(2026, 9, 26), date(2026, 11, 24))
    near = Trend("Near", (Series("Ours", tuple(Point(day, 50) for day in days), ours=True),))
    svg = drawn(near)
    assert "24 Nov" in svg
    assert "31 Dec" in svg
    assert "26 Sep" not in svg


def test_the_break_is_drawn_and_said_in_words():
    assert "Not comparable across this" in drawn(TREND)
    assert "Not comparable" not in drawn(TREND._replace(breaks=()))
    assert told(TREND).notes == (
        "Figures from 1 April 2018 are not comparable with those before: "
        "counted on a day, before on birthdays.",
    )


def test_the_table_of_a_trend_has_every_day_and_says_what_is_not_shown():
    says = told(TREND)
    assert says.headers == ("Day", "Medway", "England")
    assert says.rows[1:3] == (("31 March 2015", "49%", "–"), ("31 March 2016", "hidden", "–"))
    assert "1 figure is not known or not shown." in says.alt
    assert "Target 65%." in says.alt


def test_lines_are_told_apart_without_any_colour():
    svg = drawn(TREND)
    dashes = {found for found in re.findall(r"stroke-dasharray: ([\d., ]+)", svg)}
    assert len(dashes) >= 3  # another's line, the target, the break; ours is whole
    assert drawn(FAN).count("<pattern") == 1
    assert drawn(LOAD).count("<pattern") == 2


def test_the_table_of_a_forecast_has_its_range():
    says = told(FAN)
    assert says.rows[-1] == ("2016", "136", "120", "170")
    assert says.alt == (
        "Care leavers. Counted: 202 young people in 2014. Likely 136 in 2016, between 120 and 170."
    )


def test_load_is_ordered_by_name_and_never_by_what_is_carried():
    says = told(LOAD)
    assert [row[0] for row in says.rows] == ["Amina Yusuf", "Zoë O'Neill"]
    assert says.rows[0] == ("Amina Yusuf", "12", "not known", "none", "No FTE is recorded")
    turned = LOAD._replace(workers=LOAD.workers[::-1])
    assert drawn(turned) == drawn(LOAD)


def test_rows_make_a_chart_higher():
    more = LOAD._replace(workers=LOAD.workers * 10)
    assert height_of(more) > height_of(LOAD) > 0
    assert height_of(BARS) > 0


@pytest.mark.parametrize(
    "shown",
    [Trend("T", ()), Fan("F", "people", (), ()), Load("L", ()), Bars("B", "Homes", ())],
)
def test_where_there_is_nothing_to_draw_the_words_stand_in_the_picture(shown):
    says = told(shown)
    assert says.rows == ()
    assert len(says.alt) > 3
    assert "<text" in drawn(shown)


def test_a_figure_that_is_nowhere_known_is_said():
    blank = Trend("T", (Series("Medway", (year(2020, None, "hidden"),), True),))
    assert "Medway: no figure is known." in told(blank).alt
    assert "hidden" in told(blank).rows[0]
    assert drawn(blank)


@pytest.mark.parametrize("name", ["$x^2$ & <b>", "ሐና ተስፋዬ", "أحمد علي", "漢字 🙂", "a" * 200, ""])
def test_any_name_can_be_drawn(name):
    svg = drawn(Load("L", (WorkerLoad(name, 1, 1, (1, 2)),)))
    assert ElementTree.fromstring(svg).tag.endswith("svg")


def test_what_is_not_drawn_does_not_fetch_the_drawing_library():
    asked = (
        "import sys; from carelink.charts import told, Bars;"
        "told(Bars('t', 'n', ())); sys.exit('matplotlib' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    answer = subprocess.run([sys.executable, "-c", asked], cwd=root, env=dict(os.environ))
    assert answer.returncode == 0
