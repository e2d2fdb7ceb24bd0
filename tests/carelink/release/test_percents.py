import pytest

from carelink.release.percents import percent_of


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
