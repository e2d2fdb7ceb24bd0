"""Days looked after, counted as the law counts them."""

from datetime import date, timedelta

import pytest

from carelink.care_history import CareHistory, Stretch
from carelink.facts import CarePeriod

B14 = date(2022, 5, 10)


def care(*periods, **more):
    return CareHistory([CarePeriod("P1", start, end, **more) for start, end in periods])


def test_periods_that_touch_or_overlap_are_one_stretch():
    history = care(
        (date(2023, 3, 1), date(2023, 4, 1)),
        (date(2023, 1, 1), date(2023, 2, 1)),
        (date(2023, 2, 1), date(2023, 3, 15)),
        (date(2023, 4, 2), None),
        (date(2024, 1, 1), date(2024, 2, 1)),
    )
    assert history.stretches == (
        Stretch(date(2023, 1, 1), date(2023, 4, 1)),
        Stretch(date(2023, 4, 2), None),
    )


def test_a_stretch_inside_another_does_not_shorten_it():
    history = care((date(2023, 1, 1), date(2023, 12, 1)), (date(2023, 2, 1), date(2023, 3, 1)))
    assert history.stretches == (Stretch(date(2023, 1, 1), date(2023, 12, 1)),)


def test_the_day_care_ceased_is_not_covered():
    history = care((date(2023, 1, 1), date(2023, 2, 1)))
    assert history.stretch_on(date(2022, 12, 31)) is None
    assert history.stretch_on(date(2023, 1, 1)) == history.stretches[0]
    assert history.stretch_on(date(2023, 1, 31)) == history.stretches[0]
    assert history.stretch_on(date(2023, 2, 1)) is None


@pytest.mark.parametrize("mark", [{"short_break": True}, {"legal_status": "V4"}])
def test_short_breaks_are_no_care_at_all(mark):
    history = care((date(2023, 1, 1), None), **mark)
    assert history.stretches == ()
    assert history.days_counted(B14, date(2026, 1, 1)) == 0
    assert list(history.days_prescribed(B14)) == []


def test_a_period_without_a_start_is_told_and_not_counted():
    history = care((None, date(2023, 2, 1)), (date(2024, 1, 1), date(2024, 1, 11)))
    assert history.lacks_a_start
    assert history.days_counted(B14, date(2026, 1, 1)) == 10


def test_days_count_from_14_and_up_to_the_day_before():
    history = care((date(2022, 5, 1), date(2022, 5, 20)), (date(2022, 6, 1), None))
    assert history.days_counted(B14, date(2022, 5, 10)) == 0
    assert history.days_counted(B14, date(2022, 5, 11)) == 1
    assert history.days_counted(B14, date(2022, 5, 25)) == 10
    assert history.days_counted(B14, date(2022, 6, 3)) == 12


@pytest.mark.parametrize(
    ("periods", "completed"),
    [
        ([(date(2020, 1, 1), None)], [B14 + timedelta(days=91)]),
        ([(date(2023, 1, 1), date(2023, 4, 2))], [date(2023, 4, 2)]),
        ([(date(2023, 1, 1), date(2023, 4, 1))], []),
        (
            [(date(2023, 1, 1), date(2023, 3, 2)), (date(2024, 1, 1), None)],
            [date(2024, 1, 1) + timedelta(days=31)],
        ),
        ([(date(2020, 1, 1), date(2021, 1, 1))], []),
        ([], []),
    ],
)
def test_the_first_day_on_which_13_weeks_were_completed(periods, completed):
    history = care(*periods)
    assert list(history.days_prescribed(B14)) == completed
    for day in completed:
        assert history.days_counted(B14, day) == 91
        assert history.days_counted(B14, day - timedelta(days=1)) == 90


def adopted_in_2024():
    return CareHistory(
        [
            CarePeriod("P1", date(2020, 1, 1), date(2024, 6, 1), reason_ceased="E12"),
            CarePeriod("P1", date(2025, 1, 1), date(2025, 1, 31)),
            CarePeriod("P1", date(2025, 6, 1)),
        ]
    )


def test_from_an_adoption_on_care_before_it_does_not_count():
    history = adopted_in_2024()
    assert history.days_counted(B14, date(2024, 5, 31)) == (date(2024, 5, 31) - B14).days
    assert history.days_counted(B14, date(2024, 6, 1)) == 0
    assert history.days_counted(B14, date(2025, 3, 1)) == 30


def test_after_an_adoption_13_weeks_are_completed_anew():
    first, again = adopted_in_2024().days_prescribed(B14)
    assert first == B14 + timedelta(days=91)
    assert again == date(2025, 6, 1) + timedelta(days=61)


def test_an_adoption_before_13_weeks_were_completed_starts_the_count_again():
    history = CareHistory(
        [
            CarePeriod("P1", date(2023, 1, 1), date(2023, 3, 1), reason_ceased="E11"),
            CarePeriod("P1", date(2024, 1, 1)),
        ]
    )
    assert list(history.days_prescribed(B14)) == [date(2024, 1, 1) + timedelta(days=91)]


def test_whether_there_was_care_between_two_days():
    history = care((date(2023, 1, 1), date(2023, 2, 1)), (date(2024, 1, 1), None))
    assert history.any_between(date(2022, 1, 1), date(2023, 1, 2))
    assert not history.any_between(date(2022, 1, 1), date(2023, 1, 1))
    assert not history.any_between(date(2023, 2, 1), date(2024, 1, 1))
    assert history.any_between(date(2025, 1, 1), date(2025, 1, 2))
    assert not history.any_between(date(2025, 1, 1), date(2025, 1, 1))
