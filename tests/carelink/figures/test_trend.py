"""The figures over time: only what was shown, each definition apart, breaks where one changed."""

import csv
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from carelink.charts import told
from carelink.errors import RulebookError
from carelink.figures.benchmarks import published
from carelink.figures.membership import FigureKey
from carelink.figures.release import release_of
from carelink.figures.targets import Target, load_targets, read_targets
from carelink.figures.trend import OURS, Kept, trend_of
from carelink.rulebook import load_rulebook

RULEBOOK = load_rulebook()
EET = ("eet", "19-21")


def a_release(day, counts, definitions=None, approved=True, hour=9):
    """A release kept. Shape: `counts` by (measure, indicator, band), each (number, the rest)."""
    answers = {}
    for figure, (number, rest) in counts.items():
        answers[FigureKey(*figure), True] = number
        answers[FigureKey(*figure), False] = rest
    made = release_of(Counter(answers), RULEBOOK, day)
    said = "\n".join(f"{one.id} {one.version}" for one in made.definitions)
    at = datetime(2026, 11, 24, hour, tzinfo=UTC)
    figures = made.figures.decode()
    return Kept(day, at, approved, figures, said if definitions is None else definitions)


def on_the_day(day, number, rest, **more):
    return a_release(day, {("snapshot", *EET): (number, rest)}, **more)


def ours(trend):
    (line,) = [line for line in trend.series if line.ours]
    return [(point.at, point.value, point.says) for point in line.points]


def test_a_figure_is_read_as_it_was_shown_rounded_and_never_the_true_count():
    kept = [on_the_day(date(2026, 9, 26), 83, 39), on_the_day(date(2026, 3, 31), 78, 42)]
    trend = trend_of(kept, (), "snapshot", *EET)
    assert ours(trend) == [
        (date(2026, 3, 31), 67.0, "67% (80 of 120)"),
        (date(2026, 9, 26), 68.0, "68% (85 of 125)"),
    ]
    for words in (told(trend).alt, *(cell for row in told(trend).rows for cell in row)):
        assert "83" not in words
        assert "122" not in words


def test_what_a_release_hid_stays_hidden_and_parts_the_line():
    days = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 26)]
    kept = [on_the_day(day, number, 40) for day, number in zip(days, (40, 0, 45), strict=True)]
    kept[1] = on_the_day(days[1], 8, 7)
    trend = trend_of(kept, (), "snapshot", *EET)
    assert ours(trend)[1] == (days[1], None, "hidden: too few people")


def test_of_several_releases_of_one_day_the_last_prepared_stands():
    day = date(2026, 9, 26)
    kept = [on_the_day(day, 60, 60, hour=11), on_the_day(day, 30, 90, hour=10)]
    assert [value for _, value, _ in ours(trend_of(kept, (), "snapshot", *EET))] == [50.0]


def test_a_release_that_waits_for_approval_says_so():
    kept = [on_the_day(date(2026, 9, 26), 60, 60, approved=False)]
    assert ours(trend_of(kept, (), "snapshot", *EET))[0][2] == "50% (60 of 120), not yet approved"


def test_the_published_figures_stand_beside_ours_only_where_counted_alike():
    kept = [
        a_release(
            date(2026, 9, 26), {("snapshot", *EET): (60, 60), ("birthday_cohort", *EET): (30, 60)}
        )
    ]
    cohort = trend_of(kept, (), "birthday_cohort", *EET)
    assert [line.name for line in cohort.series] == [
        OURS,
        "Medway, published",
        "South East, published",
        "England, published",
    ]
    assert ours(cohort) == [(date(2026, 3, 31), 33.0, "33% (30 of 90)")]
    snapshot = trend_of(kept, (), "snapshot", *EET)
    assert [line.name for line in snapshot.series] == [OURS]
    assert ours(snapshot) == [(date(2026, 9, 26), 50.0, "50% (60 of 120)")]


def test_every_published_percentage_is_drawn_and_a_hidden_one_never_as_nought():
    drawn = {}
    for indicator, band in {(one.indicator, one.age_band) for one in published()}:
        for line in trend_of([], (), "birthday_cohort", indicator, band).series:
            for point in line.points:
                drawn[indicator, line.name.partition(",")[0], band, point.at.year] = point.value
    assert drawn == {
        (one.indicator, one.area, one.age_band, one.year): float(one.percent)
        if one.percent.isdigit()
        else None
        for one in published()
    }
    assert {year for *_, year in drawn} == set(range(2018, 2026))


def test_a_change_of_definition_is_a_break():
    days = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 26)]
    said = ["", "eet.snapshot 1\nin_touch.snapshot 9", "eet.snapshot 2"]
    kept = [on_the_day(day, 60, 60, definitions=d) for day, d in zip(days, said, strict=True)]
    trend = trend_of(kept, (), "snapshot", *EET)
    (parting,) = trend.breaks
    assert parting.at == days[2]
    assert "eet.snapshot is version 2" in parting.says
    assert "not comparable" in told(trend).alt
    assert trend_of(kept, (), "birthday_cohort", *EET).breaks == ()


def test_a_target_stands_by_the_definition_it_was_set_for():
    targets = load_targets()
    cohort = trend_of([], targets, "birthday_cohort", *EET)
    assert (cohort.target, cohort.target_says) == (
        65,
        "Target 65% by 1 April 2016 (Medway's plan of 2015)",
    )
    assert trend_of([], targets, "snapshot", *EET).target is None
    homes = trend_of([], targets, "birthday_cohort", "suitable_accommodation", "19-21")
    assert homes.target == 95


def test_a_council_lays_its_own_targets_and_an_empty_list_is_none():
    own = (
        '[[target]]\nindicator = "in_touch"\nage_band = "17-18"\npopulation = "snapshot"\n'
        'percent = 98\nby = 2027-03-31\nsource = "Our plan"\n'
    )
    day = date(2027, 3, 31)
    assert load_targets(own) == (Target("in_touch", "17-18", "snapshot", 98, day, "Our plan"),)
    assert load_targets("") == ()


GOOD = {
    "indicator": '"eet"',
    "age_band": '"19-21"',
    "population": '"snapshot"',
    "percent": "65",
    "by": "2027-03-31",
    "source": '"Our plan"',
}


def written(**changed):
    given = {**GOOD, **changed}
    return "[[target]]\n" + "\n".join(f"{name} = {said}" for name, said in given.items() if said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[target", "not a TOML file"),
        ("target = 3", "nothing else"),
        ("[targets]\n", "nothing else"),
        (written(indicator='"neat"'), "indicator is to be one of"),
        (written(age_band='"18"'), "age_band is to be one of"),
        (written(population='"both"'), "population is to be one of"),
        (written(percent="101"), "whole number"),
        (written(percent="true"), "whole number"),
        (written(by='"soon"'), "a day for by"),
        (written(source='" "'), "needs a source"),
        (written(source=""), "each once"),
        (written(more="1"), "each once"),
        (written() + "\n" + written(), "two targets"),
    ],
)
def test_a_list_that_cannot_be_used_says_which_target_and_what_to_do(text, says):
    with pytest.raises(RulebookError, match=says):
        read_targets(text, "The council's list of targets")


def test_the_figures_of_a_release_all_have_their_trend():
    kept = on_the_day(date(2026, 9, 26), 60, 60)
    rows = [row for row in csv.DictReader(kept.figures.splitlines()) if row["measure"] == "pct"]
    for row in rows:
        indicator = row["pct_of"]
        measure = row["table"].removeprefix(f"{indicator}_")
        trend = trend_of([kept], (), measure, indicator, row["age_band"])
        ((_, value, _),) = ours(trend)
        assert value == (None if row["value"] == "c" else float(row["value"]))
