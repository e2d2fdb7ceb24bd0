"""Which way a figure went: from shown figures alone, and nothing within one step of rounding."""

from datetime import date

import pytest

from carelink.release.direction import direction
from tests.carelink.release.small_release import in_the_year_to, small_release

SEPTEMBER, NOVEMBER = date(2026, 9, 26), date(2026, 11, 24)


def went(before, now, *, earlier=None, later=None):
    """In words, from (n, N) to (n, N) of those aged 19 to 21."""
    was = small_release(SEPTEMBER, {"19-21": before}, **(earlier or {}))
    is_now = small_release(NOVEMBER, {"19-21": now}, **(later or {}))
    return direction(is_now, was, "eet", "19-21")


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        ((55, 100), (65, 100), "up from 55% on 26 September 2026, the way we want it"),
        ((65, 100), (55, 100), "down from 65% on 26 September 2026, not the way we want it"),
        # One step of 5 is 5 points of 100 people, and may be the rounding alone.
        ((55, 100), (60, 100), "about the same as on 26 September 2026"),
        ((55, 100), (55, 100), "about the same as on 26 September 2026"),
        # The same step is 13 points of 40 people.
        ((20, 40), (25, 40), "about the same as on 26 September 2026"),
        ((20, 40), (30, 40), "up from 50% on 26 September 2026, the way we want it"),
        ((55, 100), (None, 100), ""),
        ((None, 100), (55, 100), ""),
        ((55, 100), (0, 0), ""),
        ((5, 10), (10, 10), ""),  # no per cent on a base under 20
    ],
)
def test_a_direction_is_said_of_two_shown_figures_that_differ_by_more_than_rounding(
    before, now, says
):
    assert went(before, now) == says


def test_an_exact_figure_has_no_rounding_to_allow_for_but_the_whole_per_cent():
    exact = {"mode": "exact"}
    assert went((56, 100), (58, 100), earlier=exact, later=exact).startswith("up from 56%")
    assert went((56, 100), (57, 100), earlier=exact, later=exact).startswith("about the same")


def test_what_is_better_when_lower_went_the_other_way():
    down = {"better": "lower"}
    assert went((55, 100), (65, 100), later=down).endswith(", not the way we want it")
    assert went((65, 100), (55, 100), later=down).endswith(", the way we want it")
    assert went((55, 100), (65, 100), later={"better": ""}) == "up from 55% on 26 September 2026"


def test_nothing_is_compared_across_a_definition_or_a_way_of_showing():
    assert went((55, 100), (90, 100), later={"version": 2}) == (
        "not to be compared with that on 26 September 2026: "
        "it is counted by another definition since"
    )
    assert went((55, 100), (90, 100), later={"mode": "exact"}).startswith("not to be compared")


def test_a_release_before_or_a_figure_in_it_that_is_not_there_is_no_direction():
    now = small_release(NOVEMBER, {"19-21": (55, 100)})
    other = small_release(SEPTEMBER, {"19-21": (55, 100)}, indicator="passport")
    assert direction(now, None, "eet", "19-21") == ""
    assert direction(now, other, "eet", "19-21") == ""
    assert direction(now, now, "nobody", "19-21") == ""


def test_two_releases_that_speak_of_the_same_birthday_year_have_no_direction():
    to_2025 = in_the_year_to(2025, {"19-21": (55, 100)})
    again = in_the_year_to(2025, {"19-21": (90, 100)})
    to_2026 = in_the_year_to(2026, {"19-21": (90, 100)})
    assert direction(again, to_2025, "eet", "19-21") == ""
    assert direction(to_2026, to_2025, "eet", "19-21") == (
        "up from 55% in the year to 31 March 2025, the way we want it"
    )
