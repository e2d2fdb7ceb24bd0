"""The broken tables that councils really printed, published anew: each is refused, and why is said.

The figures are those of the council papers, as they stood. Source: seeds 1N, rows 1 to 6 and 9.
"""

import json
from datetime import UTC, date, datetime

import pytest

from carelink.attack import Known, Published, attack
from carelink.release import Row, write_rows
from carelink.release.percents import percent_of
from carelink.release.trend import Kept, trend_of
from tests.carelink.release.small_release import in_the_year_to, small_release

MARCH_2024, DECEMBER_2022 = date(2024, 3, 31), date(2022, 12, 31)


def published(as_at, counts, percents=(), *, twice=()):
    """A table of one dimension as it was printed. Shape: `counts` by category, None for c.

    `percents` are (category, per cent as printed, n, N); `twice` are counts of a second table.
    """
    fixed = ("population", "roll")
    rows = [
        Row("printed", "count", "c" if n is None else str(n), (("kind", kind), fixed))
        for kind, n in counts.items()
    ]
    rows += [Row("again", "count", str(n), (("kind", kind), fixed)) for kind, n in twice]
    rows += [
        Row("printed", "pct", share, (("kind", kind), fixed), "", "kind", str(n), str(of))
        for kind, share, n, of in percents
    ]
    leaves = [kind for kind in counts if kind != "Total"]
    meta = {
        "hierarchies": {"population": {}, "kind": {"Total": leaves}},
        "total_labels": ["", "Total"],
        "dimensions": ["population", "kind"],
        "mode": "exact",
        "small_up_to": 5,
    }
    figures = write_rows(as_at.isoformat(), rows, ("population", "kind"))
    return Published(figures, json.dumps(meta))


def found_in(*releases):
    """What the attack says of the last of these, as (kind, words)."""
    verdict = attack(releases)
    assert verdict.safe is not bool(verdict.failures)
    return [(one.kind, one.says) for one in verdict.failures]


def kinds_in(*releases):
    return {kind for kind, _ in found_in(*releases)}


def test_a_per_cent_that_its_own_two_figures_do_not_make_is_refused():
    """Row 1: of 1,291 interviews 701 were in time, printed as 85.7 per cent."""
    held = {"Total": 1291, "in_time": 701, "late": 590}
    printed = published(MARCH_2024, held, [("in_time", "86", 701, 1291)])
    assert "percent" in kinds_in(printed)
    # What the figures make; and the base that the printed per cent would need.
    assert percent_of(701, 1291) == "54"
    assert percent_of(701, 818) == "86"
    assert found_in(published(MARCH_2024, held, [("in_time", "54", 701, 1291)])) == []
    says = trend_of([kept(small_release(MARCH_2024, {"19-21": (701, 1291)}))], (), "eet")
    assert says.series[0].points[0].says == "54% (701 of 1,291)"


def test_shares_divided_by_another_total_than_the_one_printed_are_refused():
    """Row 2: 458 children, their shares divided by 451 and summing to more than a hundred."""
    held = {"Total": 458, "foster": 318, "other": 140}
    wrong = [("foster", "71", 318, 458), ("other", "31", 140, 458)]
    assert "percent" in kinds_in(published(DECEMBER_2022, held, wrong))
    assert (percent_of(318, 451), percent_of(318, 458)) == ("71", "69")
    right = [("foster", "69", 318, 458), ("other", "31", 140, 458)]
    assert found_in(published(DECEMBER_2022, held, right)) == []


def test_parts_that_are_more_than_their_whole_are_refused():
    """Row 3: 304 within twenty miles and 155 beyond, of 458."""
    printed = published(DECEMBER_2022, {"Total": 458, "within_20": 304, "beyond_20": 155})
    assert ("does_not_add_up", "The figures of this line are together 459, and 458 is shown.") in (
        found_in(printed)
    )


def test_two_figures_for_one_thing_are_refused_and_by_two_definitions_they_are_two_lines():
    """Row 4: foster care 70 per cent in the text, 77 with connected carers in the picture."""
    held = {"Total": 458, "foster": 318, "other": 140}
    both = published(DECEMBER_2022, held, twice=[("Total", 458), ("foster", 353), ("other", 105)])
    assert any("353 here and 318" in says or "318 in" in says for _, says in found_in(both))
    text = small_release(DECEMBER_2022, {"19-21": (318, 458)}, indicator="foster")
    picture = small_release(date(2023, 1, 31), {"19-21": (353, 458)}, indicator="foster", version=2)
    trend = trend_of([kept(text), kept(picture)], (), "foster")
    assert [one.at for one in trend.breaks] == [date(2023, 1, 31)]


# Row 5, as printed for December 2022: 165 in suitable homes, by kind.
HOMES = {
    "residential": 5,
    "staying_put": 17,
    "shared_lives": 5,
    "family_or_friends": 25,
    "supported": 38,
    "foyer": 10,
    "university": 10,
    "own_tenancy": 55,
}


def test_the_homes_as_printed_show_two_fives_and_are_refused():
    assert sum(HOMES.values()) == 165
    assert kinds_in(published(DECEMBER_2022, {"Total": 165, **HOMES})) == {"small_shown"}


def test_hiding_the_two_fives_alone_gives_their_sum_and_who_knows_one_knows_the_other():
    hidden = {**HOMES, "residential": None, "shared_lives": None}
    printed = published(DECEMBER_2022, {"Total": 165, **hidden})
    left = {one.at: (one.low, one.high) for one in attack([printed]).bounds if one.shown == "c"}
    # Together they are ten, each from one to nine for a stranger...
    assert list(left.values()) == [(1, 9), (1, 9)]
    # ... and for the home that knows its own five, the other is five and no other.
    known = Known(0, {"population": "roll", "kind": "residential"}, 5, "the home itself")
    verdict = attack([printed], known=[known])
    assert {one.kind for one in verdict.failures} == {"pinned"}


@pytest.mark.parametrize("alone", ["residential", "shared_lives"])
def test_hiding_one_five_alone_pins_it(alone):
    shown = {kind: n for kind, n in HOMES.items() if n != 5}
    printed = published(DECEMBER_2022, {"Total": sum(shown.values()) + 5, **shown, alone: None})
    verdict = attack([printed])
    assert "pinned" in {one.kind for one in verdict.failures}
    (bound,) = [one for one in verdict.bounds if one.shown == "c"]
    assert (bound.low, bound.high) == (5, 5)


def test_unsuitable_homes_are_given_away_by_the_suitable_ones_beside_everybody():
    """Fifteen by subtraction: to hide them is not enough, something beside them has to go too."""
    shown = {"Total": 180, "suitable": 165, "not_suitable": None}
    (bound,) = [one for one in attack([published(DECEMBER_2022, shown)]).bounds if one.shown == "c"]
    assert (bound.low, bound.high) == (15, 15)
    assert "pinned" in kinds_in(published(DECEMBER_2022, shown))


def test_a_base_that_differs_from_line_to_line_is_refused():
    """Row 5 again: the kinds add up to 165 and their per cents were made of 180."""
    held = {"Total": 165, "own_tenancy": 55, "elsewhere": 110}
    printed = published(DECEMBER_2022, held, [("own_tenancy", "31", 55, 180)])
    assert any("made of 180" in says for _, says in found_in(printed))


def test_a_per_cent_that_prints_a_hidden_number_beside_it_is_refused():
    hidden = {"Total": 165, "residential": None, "shared_lives": None, "elsewhere": 155}
    printed = published(DECEMBER_2022, hidden, [("residential", "3", 5, 165)])
    assert any("made of 5" in says for _, says in found_in(printed))


def test_figures_of_a_day_and_of_birthdays_are_never_one_line():
    """Row 6: 90 per cent of birthdays to March 2016 and 92 per cent on a day in December 2022."""
    homes = "suitable_accommodation"
    birthdays = in_the_year_to(2016, {"19-21": (140, 156)}, indicator=homes)
    on_a_day = small_release(DECEMBER_2022, {"19-21": (165, 180)}, indicator=homes)
    trend = trend_of([kept(birthdays), kept(on_a_day)], (), homes, "19-21")
    ours = trend.series[0]
    assert [point.says for point in ours.points] == ["90% (140 of 156)", "92% (165 of 180)"]
    between = (ours.points[0].at, ours.points[1].at)
    assert [one for one in trend.breaks if between[0] < one.at <= between[1]]


def test_a_figure_printed_twice_for_two_periods_cannot_pass_as_one():
    """Row 9: sixteen adopted in one line, eighteen in the last year in another."""
    twice = published(
        MARCH_2024, {"Total": 458, "adopted": 16, "other": 442}, twice=[("adopted", 18)]
    )
    assert "does_not_add_up" in kinds_in(twice)
    rows = [Row("printed", "count", str(n), (("kind", "adopted"),)) for n in (16, 18)]
    same = Published(write_rows("2024-03-31", rows, ("kind",)), "{}")
    assert kinds_in(same) == {"damaged"}


def kept(release):
    return Kept(release, datetime(2026, 11, 24, tzinfo=UTC), True)
