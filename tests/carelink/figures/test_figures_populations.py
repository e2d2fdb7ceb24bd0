from datetime import date

import pytest

from carelink.facts import Circumstance
from carelink.figures.populations import AGE_BANDS, year_before
from tests.carelink.figures.rolls import AS_AT, a_care_leaver, counts_towards, seats

BORN_18 = date(2007, 11, 3)


def bands(case, as_at=AS_AT):
    """The age band each headline counts this person in: on the day, and around the birthday."""
    stands = seats(case, as_at)
    found = {}
    for population, counted in counts_towards(case, "eet", as_at).items():
        answer = stands[population]
        band = answer.get("age_band") or answer["age"]
        if counted is not None and band in AGE_BANDS.values():
            found[population] = band
    return found


@pytest.mark.parametrize(
    ("as_at", "first", "last"),
    [
        (date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2025, 4, 1), date(2026, 3, 31)),
        (date(2026, 3, 30), date(2024, 4, 1), date(2025, 3, 31)),
    ],
)
def test_the_year_is_the_one_to_the_last_31_march(as_at, first, last):
    assert year_before(as_at) == (first, last)


@pytest.mark.parametrize(
    ("born", "on_the_day", "cohort"),
    [
        (
            date(2008, 5, 20),
            "17-18",
            None,
        ),  # 18 on the day itself; the birthday is in the next year
        (date(2008, 5, 21), None, None),  # still 17 and looked after
        (date(2007, 5, 20), "19-21", "17-18"),
        (date(2007, 3, 31), "19-21", "19-21"),
        (date(2007, 4, 1), "19-21", "17-18"),
        (date(2004, 5, 21), "19-21", "19-21"),
        (date(2004, 5, 20), None, "19-21"),  # 22 on the day, 21 in the year
        (date(2003, 9, 1), None, None),
        (date(2008, 2, 29), "17-18", "17-18"),  # 18 on 1 March 2026
    ],
)
def test_ages_are_taken_on_the_day_and_on_the_birthday(born, on_the_day, cohort):
    found = bands(a_care_leaver(born))
    assert found.get("roll") == on_the_day
    assert found.get("birthday_cohort") == cohort


@pytest.mark.parametrize(
    ("left_on", "counted"),
    [
        (date(2025, 11, 3), True),
        (date(2025, 11, 2), True),
        (date(2025, 11, 4), False),
    ],
)
def test_care_must_have_ended_on_or_before_the_birthday(left_on, counted):
    assert ("birthday_cohort" in bands(a_care_leaver(BORN_18, left_on))) == counted


def test_without_an_end_on_record_an_18th_birthday_is_not_in_the_cohort():
    case = a_care_leaver(BORN_18, still_in=True)
    assert bands(case) == {"roll": "17-18"}


def test_a_19_year_old_without_an_end_on_record_does_not_drop_out():
    assert bands(a_care_leaver(date(2006, 11, 3), still_in=True)) == {
        "roll": "19-21",
        "birthday_cohort": "19-21",
    }


@pytest.mark.parametrize(
    ("died_on", "found"),
    [
        (date(2025, 11, 3), {}),
        (date(2025, 11, 4), {"birthday_cohort": "17-18"}),
        (date(2026, 5, 20), {"birthday_cohort": "17-18"}),
        (date(2026, 5, 21), {"birthday_cohort": "17-18", "roll": "17-18"}),
    ],
)
def test_who_has_died_is_counted_up_to_that_day(died_on, found):
    assert bands(a_care_leaver(BORN_18, person={"date_of_death": died_on})) == found


def test_six_months_at_home_before_18_take_a_young_person_out():
    home = Circumstance("", "living_with_parent", date(2025, 3, 1))
    case = a_care_leaver(BORN_18, date(2025, 3, 1), circumstances=(home,))
    assert bands(case) == {}


def test_care_that_passed_to_another_authority_is_theirs_to_return():
    assert "birthday_cohort" not in bands(a_care_leaver(BORN_18, reason_ceased="E3"))


def test_ninety_days_in_care_are_not_enough():
    case = a_care_leaver(BORN_18)
    late = case.care_periods[0]._replace(start=date(2025, 8, 6))
    assert bands(type(case)(case.person, care_periods=(late,))) == {}


def test_someone_without_a_date_of_birth_is_in_no_age_band():
    case = a_care_leaver(BORN_18)
    assert bands(type(case)(case.person._replace(date_of_birth=None))) == {}
