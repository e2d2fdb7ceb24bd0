"""How many there were over time: the shown counts alone, hidden ones as gaps with words."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from carelink.charts.trend import runs_of
from carelink.release.count_trend import count_trend, counts_of
from carelink.release.trend import Kept
from tests.released import MARCH, NOVEMBER, SEPTEMBER, a_release, at

EVERYBODY, RELEVANT = "roll_status_age:Total", "roll_status_age:relevant"


def kept(release, approved=True):
    return Kept(release, datetime(2026, 11, 24, 9, tzinfo=UTC), approved)


def in_mode(release, mode):
    return replace(release, about=json.dumps({**release.said, "mode": mode}))


def points_of(trend):
    (ours,) = trend.series
    return [(point.at, point.value, point.says) for point in ours.points]


def test_every_table_without_a_per_cent_can_be_counted_by_its_first_categories():
    names = [name for _, name, _ in counts_of([kept(a_release())])]
    assert names[:2] == [EVERYBODY, RELEVANT]
    assert {name.partition(":")[0] for name in names} == {"roll_status_age"}


def test_counts_are_drawn_as_shown_and_a_hidden_one_is_a_gap_with_words():
    hidden = a_release(SEPTEMBER, hidden={at(status="relevant")})
    shown = [kept(a_release(MARCH)), kept(hidden), kept(a_release(NOVEMBER, each=15), False)]
    trend = count_trend(shown, RELEVANT)
    assert trend.title == "How many: relevant"
    assert points_of(trend)[1:] == [
        (SEPTEMBER, None, "hidden, so that nobody can be recognised"),
        (NOVEMBER, 45.0, "45, not yet approved"),
    ]
    (ours,) = trend.series
    assert len(list(runs_of(ours, trend.breaks))) == 2


def test_a_change_in_how_figures_are_shown_is_a_break():
    exact = kept(in_mode(a_release(MARCH), "exact"))
    (parting,) = count_trend([exact, kept(a_release(SEPTEMBER))], EVERYBODY).breaks
    assert (parting.at, parting.says) == (
        SEPTEMBER,
        "figures are rounded, before that they were exact",
    )


def test_what_no_release_counts_has_no_line():
    assert count_trend([kept(a_release())], "nobody:Total").series == ()
    assert count_trend([], EVERYBODY).series == ()
    assert counts_of([]) == ()
