"""Indicators over time: only what was shown, each definition apart, breaks where one changed."""

from datetime import UTC, date, datetime

import pytest

from carelink.charts import told
from carelink.charts.trend import runs_of
from carelink.figures.published import all_published
from carelink.figures.targets import Target, load_targets
from carelink.release.trend import OURS, Kept, current, indicators_of, trend_of
from tests.carelink.release.small_release import in_the_year_to, small_release

MARCH, JUNE, SEPTEMBER = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 26)
EET = ("eet", "19-21")


def kept(release, *, approved=True, hour=9):
    return Kept(release, datetime(2026, 11, 24, hour, tzinfo=UTC), approved)


def on_a_day(day, n, of, **more):
    when = {name: more.pop(name) for name in ("approved", "hour") if name in more}
    return kept(small_release(day, {"19-21": (n, of)}, **more), **when)


def line_of(trend, name=OURS):
    (line,) = [line for line in trend.series if line.name == name]
    return [(point.at, point.value, point.says) for point in line.points]


def test_a_figure_is_drawn_as_it_was_shown_with_the_two_figures_that_made_it():
    trend = trend_of([on_a_day(SEPTEMBER, 85, 125), on_a_day(MARCH, 80, 120)], (), *EET)
    assert trend.title == "In education, employment or training, ages 19 to 21"
    assert line_of(trend) == [
        (MARCH, 67.0, "67% (80 of 120)"),
        (SEPTEMBER, 68.0, "68% (85 of 125)"),
    ]
    everybody = trend_of([on_a_day(SEPTEMBER, 85, 125)], (), "eet")
    assert everybody.title == "In education, employment or training"
    assert line_of(everybody) == [(SEPTEMBER, 68.0, "68% (85 of 125)")]


def test_a_hidden_figure_is_a_gap_with_words_that_parts_the_line():
    shown = [on_a_day(MARCH, 80, 120), on_a_day(JUNE, None, 120), on_a_day(SEPTEMBER, 85, 125)]
    trend = trend_of(shown, (), *EET)
    assert line_of(trend)[1] == (JUNE, None, "hidden, so that nobody can be recognised")
    (ours,) = [line for line in trend.series if line.ours]
    assert len(list(runs_of(ours, trend.breaks))) == 2
    assert "1 figure is not known or not shown" in told(trend).alt


def test_a_release_that_did_not_show_the_figure_is_a_gap_with_words():
    other = kept(small_release(JUNE, {"19-21": (80, 120)}, indicator="passport"))
    shown = [other, on_a_day(MARCH, 80, 120), on_a_day(SEPTEMBER, 85, 125)]
    assert line_of(trend_of(shown, (), *EET))[1] == (JUNE, None, "not in this release")
    # Before it was first shown, nothing is missing.
    assert len(line_of(trend_of(shown[:1] + shown[2:], (), *EET))) == 1


def test_above_nought_and_not_applicable_are_said_and_only_the_first_is_drawn():
    shown = [on_a_day(MARCH, 5, 3000), on_a_day(SEPTEMBER, 0, 0)]
    assert line_of(trend_of(shown, (), *EET)) == [
        (MARCH, 0.0, "above nought and under half of one per cent"),
        (SEPTEMBER, None, "does not apply: nobody is in its base"),
    ]


def test_a_correction_takes_the_place_of_what_it_corrects():
    shown = [on_a_day(MARCH, 60, 120, hour=11), on_a_day(MARCH, 80, 120, hour=10)]
    assert line_of(trend_of(shown, (), *EET)) == [(MARCH, 50.0, "50% (60 of 120)")]
    waiting = on_a_day(MARCH, 100, 120, hour=12, approved=False)
    assert [one.approved for one in current([*shown, waiting])] == [True]
    assert line_of(trend_of([*shown, waiting], (), *EET)) == [(MARCH, 50.0, "50% (60 of 120)")]


def test_a_release_that_waits_for_approval_says_so():
    trend = trend_of([on_a_day(MARCH, 60, 120, approved=False)], (), *EET)
    assert line_of(trend)[0][2] == "50% (60 of 120), not yet approved"


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ({}, {"version": 2}, "definition eet.roll is version 2, before 26 September 2026 it was"),
        (
            {"mode": "exact"},
            {"mode": "rounded"},
            "figures are rounded, before that they were exact",
        ),
        (
            {},
            {"population": "birthday_cohort"},
            "it is counted by eet.birthday_cohort, before that by eet.roll",
        ),
        ({}, {"second": "status"}, "its table is divided in another way"),
    ],
)
def test_where_a_figure_came_to_mean_something_else_the_line_breaks(before, after, says):
    shown = [on_a_day(MARCH, 60, 120, **before), on_a_day(SEPTEMBER, 90, 120, **after)]
    trend = trend_of(shown, (), *EET)
    breaks = [one for one in trend.breaks if one.at == SEPTEMBER]
    assert [one for one in breaks if says in one.says], breaks
    (ours,) = [line for line in trend.series if line.ours]
    assert [len(run) for run in runs_of(ours, trend.breaks)] == [1, 1]
    assert "not comparable" in told(trend).alt


def test_the_same_definition_shown_in_the_same_way_is_one_line():
    trend = trend_of([on_a_day(MARCH, 60, 120), on_a_day(JUNE, 90, 120)], (), "eet", "19-21")
    (ours,) = [line for line in trend.series if line.ours]
    assert [len(run) for run in runs_of(ours, trend.breaks)] == [2]


def test_the_published_figures_stand_beside_ours_only_where_counted_alike():
    cohort = trend_of([kept(in_the_year_to(2026, {"19-21": (60, 120)}))], (), *EET)
    assert [line.name for line in cohort.series] == [
        OURS,
        "Medway, published",
        "South East, published",
        "England, published",
        "Neighbours' median, published",
    ]
    assert line_of(cohort, "Neighbours' median, published") == [
        (date(2025, 3, 31), 50.5, "50.5%, of all 10")
    ]
    medway = line_of(cohort, "Medway, published")
    assert medway[0] == (date(2014, 3, 31), 44.0, "44% (86 of 197)")
    assert medway[-1] == (date(2025, 3, 31), 56.0, "56% (90 of 160)")


def test_the_years_before_the_figures_of_today_began_are_across_a_break():
    trend = trend_of([kept(in_the_year_to(2026, {"19-21": (60, 120)}))], (), *EET)
    assert [one.at for one in trend.breaks] == [date(2018, 3, 31)]
    for line in trend.series:
        for run in runs_of(line, trend.breaks):
            assert len({at < date(2018, 3, 31) for at, _ in run}) == 1, line.name


def test_what_council_papers_printed_of_a_day_is_history_across_a_break_and_never_our_line():
    trend = trend_of([on_a_day(SEPTEMBER, 85, 125)], (), "eet")
    assert [line.name for line in trend.series] == [OURS, "Medway, council papers"]
    assert line_of(trend, "Medway, council papers") == [
        (date(2022, 12, 31), 57.0, "57%"),
        (date(2023, 3, 31), 56.0, "56%"),
        (date(2024, 3, 31), 55.0, "55%"),
    ]
    (parting,) = trend.breaks
    assert (parting.at, "ages that differ" in parting.says) == (SEPTEMBER, True)


def test_a_figure_hidden_where_it_was_published_is_a_gap_and_never_nought():
    release = in_the_year_to(2026, {"17-18": (60, 120)}, indicator="suitable_accommodation")
    trend = trend_of([kept(release)], (), "suitable_accommodation", "17-18")
    hidden = [point for point in line_of(trend, "Medway, published") if point[1] is None]
    assert hidden == [(date(2020, 3, 31), None, "hidden where it was published")]


def test_every_published_per_cent_of_the_council_and_its_areas_is_drawn():
    for indicator, band in (("eet", "19-21"), ("in_touch", "17-18"), ("not_eet", "19-21")):
        release = in_the_year_to(2026, {band: (60, 120)}, indicator=indicator)
        drawn = {
            (line.name.partition(",")[0], point.at): point.value
            for line in trend_of([kept(release)], (), indicator, band).series
            for point in line.points
            if not line.ours and "median" not in line.name
        }
        assert drawn == {
            (one.area, one.at): one.shown
            for one in all_published()
            if one.area in ("Medway", "England", "South East")
            and (one.indicator, one.age_band) == (indicator, band)
        }


def test_a_target_stands_by_the_people_it_was_set_for():
    targets = load_targets()
    cohort = trend_of([kept(in_the_year_to(2026, {"19-21": (60, 120)}))], targets, *EET)
    assert (cohort.target, cohort.target_says) == (
        65,
        "Target 65% by 1 April 2016 (Medway's plan of 2015)",
    )
    assert trend_of([on_a_day(SEPTEMBER, 85, 125)], targets, *EET).target is None
    ours = Target("eet", "", "roll", 70, date(2027, 3, 31), "Our plan")
    assert trend_of([on_a_day(SEPTEMBER, 85, 125)], (ours,), "eet").target == 70


def test_what_no_release_shows_is_said_and_not_drawn():
    trend = trend_of([on_a_day(SEPTEMBER, 85, 125)], (), "passport")
    assert (trend.series, "no release shows it" in trend.title) == ((), True)
    assert trend_of([], (), "eet").series == ()


def test_every_indicator_of_any_release_can_be_chosen_once():
    other = kept(small_release(JUNE, {"19-21": (80, 120)}, indicator="passport"))
    assert indicators_of([on_a_day(MARCH, 1, 20), other, on_a_day(SEPTEMBER, 85, 125)]) == (
        ("activity", "eet", "In education, employment or training"),
        ("activity", "passport", "Health passport given"),
    )
