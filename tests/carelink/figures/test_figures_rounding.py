import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelink.figures.rounding import SMALLEST_BASE, nearest, percent_of, protect

COUNTS = st.integers(0, 5000)


@pytest.mark.parametrize(
    ("true", "shown"),
    [(0, 0), (1, 0), (2, 0), (3, 5), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15)],
)
def test_a_count_is_rounded_to_the_nearest_five(true, shown):
    assert nearest(true) == shown


@pytest.mark.parametrize(
    ("n", "base", "percent"),
    [
        (5, 40, "13"),
        (15, 40, "38"),
        (25, 40, "63"),
        (0, 40, "0"),
        (40, 40, "100"),
        (5, 1005, "low"),
    ],
)
def test_percentages_are_whole_halves_up_and_low_is_never_nought(n, base, percent):
    assert percent_of(n, base) == percent


@example(n=20, remainder=0)
@example(n=12, remainder=8)
@example(n=1, remainder=18)
@given(n=COUNTS, remainder=COUNTS)
def test_the_shown_parts_add_up_and_stay_beside_the_truth(n, remainder):
    shown = protect(n, remainder)
    assert (shown is None) == (n + remainder < SMALLEST_BASE)
    if shown:
        assert shown.n + shown.remainder == shown.base
        assert abs(shown.n - n) <= 2
        assert abs(shown.remainder - remainder) <= 2
        assert shown.base >= SMALLEST_BASE
        assert {shown.n % 5, shown.remainder % 5} == {0}
        assert shown.percent == percent_of(shown.n, shown.base)
