from datetime import date

import pytest

from carelink.workload.continuity import LastYear, continuity_of, figures_of, whole_months
from tests.people import a_case

TODAY = date(2026, 11, 24)
BORN = {"date_of_birth": date(2007, 5, 10)}  # 16 on 10 May 2023


def allocated(*periods, people=BORN):
    rows = [
        {"worker_id": who, "role": "personal_adviser", "start": start, "end": end}
        for who, start, end in periods
    ]
    return a_case(people=people, allocations=rows)


ONE = ("W1", date(2024, 1, 1), None)


@pytest.mark.parametrize(
    ("periods", "since_16", "months", "year"),
    [
        ((), 0, None, LastYear.NOBODY),
        ((ONE,), 1, 34, LastYear.ONE),
        # One who had gone by the sixteenth birthday is not counted; one who went the day after is.
        ((("W0", date(2023, 1, 1), date(2023, 5, 10)), ONE), 1, 34, LastYear.ONE),
        ((("W0", date(2023, 1, 1), date(2023, 5, 11)), ONE), 2, 34, LastYear.ONE),
        # The same adviser twice is one adviser.
        ((("W1", date(2023, 6, 1), date(2023, 9, 1)), ONE), 1, 34, LastYear.ONE),
        ((("W1", date(2024, 1, 1), date(2026, 11, 1)),), 1, None, LastYear.ONE),
        (
            (("W1", date(2024, 1, 1), date(2026, 11, 1)), ("W2", date(2026, 11, 1), None)),
            2, 0, LastYear.SEVERAL,
        ),
        # A year ago to the day they were gone: not in the last year.
        ((("W1", date(2024, 1, 1), date(2025, 11, 24)),), 1, None, LastYear.NOBODY),
        ((("W1", None, None),), 1, None, LastYear.ONE),
        # One who has not begun yet is nobody's adviser.
        ((("W1", date(2026, 12, 1), None),), 0, None, LastYear.NOBODY),
    ],
)  # fmt: skip
def test_advisers_are_counted_by_day(periods, since_16, months, year):
    held = continuity_of(allocated(*periods), TODAY)
    assert (held.since_16, held.months, held.last_year) == (since_16, months, year)


def test_with_no_date_of_birth_since_16_cannot_be_told():
    held = continuity_of(allocated(ONE, people={}), TODAY)
    assert (held.since_16, held.ever) == (None, 1)


def test_every_figure_adds_up_to_the_roll():
    files = [allocated(), allocated(ONE), allocated(("W1", None, None)), allocated(people={})]
    figures = figures_of(continuity_of(file, TODAY) for file in files)
    assert figures.roll == 4
    assert sum(figures.since_16.values()) == 4
    assert sum(figures.with_present.values()) == 4
    assert sum(figures.last_year.values()) == 4
    assert figures.said == "2 of 4 had one adviser and no other in the last year"
    assert figures.with_present["First day not recorded"] == 1


@pytest.mark.parametrize(
    ("start", "months"),
    [(date(2026, 5, 25), 5), (date(2026, 5, 24), 6), (date(2025, 11, 24), 12), (TODAY, 0)],
)
def test_a_month_is_whole_on_its_corresponding_day(start, months):
    assert whole_months(start, TODAY) == months
